extension Sentences {
  /// What keeps the private cluster from running.
  static let cluster: [(String, Sentence)] = [
    (
      "server_not_installed",
      Sentence(
        .noDatabase,
        zh: "没有找到 PostgreSQL 15 或更新的服务端：请安装（如 apt install postgresql），或用 BANGFU_DATABASE 指定已有的数据库",
        en:
          "no PostgreSQL server, 15 or newer, is installed: install one (apt install postgresql), "
          + "or name a server in BANGFU_DATABASE")
    ),
    (
      "system_user_missing",
      Sentence(
        .noDatabase, zh: "以 root 运行时，数据库要用系统用户 {user}，但没有这个用户：请安装 PostgreSQL 或换普通用户运行",
        en:
          "run as root, the database needs the system user {user}, and there is none: install "
          + "PostgreSQL, or run as an ordinary user")
    ),
    (
      "home_not_enterable",
      Sentence(
        .noDatabase, zh: "用户 {user} 进不了 {folder}：请把 BANGFU_HOME 设到它能进的地方，如 /var/lib/bangfu",
        en: "the user {user} cannot enter {folder}: set BANGFU_HOME elsewhere, as /var/lib/bangfu")
    ),
    (
      "data_folder_foreign",
      Sentence(
        .noDatabase, zh: "数据文件夹 {folder} 属于别的用户：请用那个用户运行，或另设 BANGFU_HOME",
        en: "the data folder {folder} is another user's: run as that user, or set BANGFU_HOME")
    ),
    (
      "socket_folder_not_private",
      Sentence(
        .noDatabase, zh: "套接字文件夹 {folder} 不安全：它是链接、属于别人，或别人可以进入",
        en: "the socket's folder {folder} is a link, somebody else's, or open to others")
    ),
    (
      "cluster_absent",
      Sentence(
        .noDatabase,
        zh: "{home} 里没有数据库：第一次使用先运行 bangfu setup；已经建过的，请检查 BANGFU_HOME",
        en: "there is no database in {home}: run bangfu setup first, or check BANGFU_HOME")
    ),
    (
      "cluster_version_mismatch",
      Sentence(
        .noDatabase,
        zh: "{folder} 的数据是 PostgreSQL {data} 的，装的是 {installed}：请安装版本 {data}，备份后再升级",
        en:
          "the data in {folder} is of PostgreSQL {data}, installed is {installed}: install "
          + "version {data}, and make a backup before you upgrade")
    ),
    (
      "server_elsewhere",
      Sentence(
        .noDatabase,
        zh:
          "{home} 的数据库正在别处运行（另一个容器，或[经由路径 {folder}]另一条路径），从这里连不上：请在那里停下（bangfu server stop），或在那里使用",
        en:
          "the database of {home} runs elsewhere, in another container or by another path[ ({folder})], and cannot be "
          + "reached from here: stop it there (bangfu server stop), or work there")
    ),
    (
      "home_shared",
      Sentence(
        .noDatabase,
        zh:
          "{folder} 在网络文件系统（{type}）上，别的机器可能同时使用它，数据库会坏：请把 BANGFU_HOME 设到本机的磁盘，或用 BANGFU_DATABASE 连一台数据库服务器",
        en:
          "{folder} lies on a file system ({type}) that other machines may share, which would destroy the database: set "
          + "BANGFU_HOME to a disk of this machine, or name a server in BANGFU_DATABASE")
    ),
    (
      "server_program_missing",
      Sentence(
        .noDatabase, zh: "没有找到 {program}：请安装 PostgreSQL 的客户端程序（如 apt install postgresql-client）",
        en:
          "there is no {program}: install PostgreSQL's client programs (apt install postgresql-client)"
      )
    ),
    (
      "client_older",
      Sentence(
        .noDatabase,
        zh: "{program} {version} 比服务器 {server} 旧，这样的备份可能恢复不了：请把 PostgreSQL 客户端升到 {server} 或更新",
        en:
          "{program} {version} is older than the server, {server}, and such a backup may not be restorable: upgrade "
          + "PostgreSQL's client programs to {server} or newer")
    ),
    (
      "backup_exists",
      Sentence(
        .data, zh: "{file} 已经有了：换一个名字，或加 --replace 覆盖它",
        en: "there is a file {file} already: choose another name, or replace it with --replace")
    ),
    (
      "backup_file_name",
      Sentence(
        .usage, zh: "备份要写到一个有名字的文件：不能是空的，也不能是 -",
        en: "a backup goes into a file with a name, which is neither empty nor -")
    ),
    (
      "backup_newer",
      Sentence(
        .noDatabase, zh: "{file} 是更新的 bangfu 的备份（版本 {found}，本程序到 {known}）：请用更新的程序恢复；什么也没有动",
        en:
          "{file} is a backup of a newer bangfu (version {found}; this one knows {known}): restore it with the newer "
          + "program; nothing was changed")
    ),
    (
      "server_program_failed",
      Sentence(
        .noDatabase, zh: "{program} 失败：{output}", en: "{program} failed: {output}")
    ),
    (
      "server_failed",
      Sentence(
        .noDatabase, zh: "数据库服务器没有启动（{program}）：原因写在日志 {log} 的末尾",
        en: "the database server did not start ({program}): the end of its log {log} says why")
    ),
    (
      "backup_not_one",
      Sentence(
        .data, zh: "{file} 不是备份文件，或不完整：什么也没有动",
        en: "{file} is no backup, or not a whole one; nothing was changed")
    ),
    (
      "server_start_timed_out",
      Sentence(
        .tryAgain, zh: "数据库 {seconds} 秒内没有启动：请看日志 {log}",
        en: "the database did not start within {seconds} seconds: see its log {log}")
    ),
    (
      "server_stop_timed_out",
      Sentence(
        .tryAgain, zh: "数据库（进程 {process}）{seconds} 秒内没有停下：过一会儿再试",
        en:
          "the database (process {process}) did not stop within {seconds} seconds: try again later")
    ),
    (
      "system_call_failed",
      Sentence(
        .noDatabase, zh: "{path}：{call} 失败（系统错误 {errno}）[：请检查 {variable}]",
        en: "{path}: {call} failed (system error {errno})[: check {variable}]")
    ),
    (
      "home_unknown",
      Sentence(
        .noDatabase,
        zh: "不知道把数据库放在哪里：请设置 BANGFU_HOME 或 HOME",
        en: "there is no folder for the database: set BANGFU_HOME or HOME")
    ),
  ]
}
