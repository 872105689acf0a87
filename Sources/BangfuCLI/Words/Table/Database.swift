extension Sentences {
  /// What keeps the database from answering.
  static let database: [(String, Sentence)] = [
    (
      "database_unreachable",
      Sentence(
        .noDatabase,
        zh: "连不上数据库：{message}\n请检查 BANGFU_DATABASE 的地址，以及数据库服务是否在运行[；另外起作用的环境变量：{variables}]",
        en:
          "no database: {message}\nCheck the address in BANGFU_DATABASE, and whether the server runs"
          + "[; these variables count, too: {variables}]")
    ),
    (
      "setting_wrong",
      Sentence(
        .noDatabase, zh: "{variable} 不对：{keyword} 不能是“{value}”。请改正，或去掉它",
        en: "{variable} is wrong: {keyword} cannot be \"{value}\"; correct it, or take it away")
    ),
    (
      "settings_wrong",
      Sentence(
        .noDatabase, zh: "数据库不接受连接时的设置：请检查 BANGFU_DATABASE[ 和环境变量 {variables}]",
        en:
          "the database takes a setting of the connection amiss: check BANGFU_DATABASE[ and the variables {variables}]"
      )
    ),
    (
      "conninfo_malformed",
      Sentence(
        .noDatabase,
        zh: "BANGFU_DATABASE 写法不对[：{message}]：要写成 host=… dbname=… user=…，或 postgresql://用户@主机/数据库",
        en:
          "BANGFU_DATABASE is not well written[: {message}]: it is host=… dbname=… user=…, or "
          + "postgresql://user@host/database")
    ),
    (
      "pooler_not_by_session",
      Sentence(
        .noDatabase,
        zh:
          "BANGFU_DATABASE 指向一个按事务分配会话的连接池（如 PgBouncer 的 pool_mode = transaction），会串到别的项目：请改为 pool_mode = session，或直接连数据库",
        en:
          "BANGFU_DATABASE names a pooler that shares sessions by transaction (PgBouncer's pool_mode = transaction), "
          + "which would mix programmes up: set pool_mode = session, or name the server itself")
    ),
    (
      "database_missing",
      Sentence(
        .noDatabase, zh: "数据库服务[（{server}）]在运行，但没有数据库[ {database}]：请用 createdb 建库，再运行 bangfu setup",
        en:
          "the server[ ({server})] has no database[ {database}]: make it with createdb, then run bangfu setup"
      )
    ),
    (
      "login_refused",
      Sentence(
        .noDatabase,
        zh: "数据库[（{server}）]不让[ {user} ]登录[（{state}）]：请检查用户名、密码（~/.pgpass）和 pg_hba.conf",
        en:
          "the database[ ({server})] refuses the login[ of {user}][ ({state})]: check the user, the password "
          + "(~/.pgpass) and pg_hba.conf")
    ),
    (
      "socket_path_too_long",
      Sentence(
        .noDatabase, zh: "数据库套接字的路径太长（最多 107 字节）：请在 BANGFU_DATABASE 里写短一些的 host。{message}",
        en:
          "the path of the database's socket is too long: name a shorter host in BANGFU_DATABASE. {message}"
      )
    ),
    (
      "server_starting",
      Sentence(
        .tryAgain, zh: "数据库正在启动或关闭，过几秒再试",
        en: "the database is starting or stopping: try again in a few seconds")
    ),
    (
      "connection_lost",
      Sentence(
        .tryAgain,
        zh: "与数据库的连接中断。刚才的操作可能已经记下，也可能没有。带同一个 --id 的订单、同一个文件的导入可以放心重做，不会重复记账",
        en:
          "the connection to the database was lost. What was asked may or may not have "
          + "been kept. Sending the same --id, or importing the same file, again is safe: nothing "
          + "is recorded twice")
    ),
    (
      "database_busy",
      Sentence(
        .tryAgain, zh: "别人正在改同样的内容，这次没有记：请再试一次",
        en: "somebody else changed the same at the same time; nothing was recorded: try again")
    ),
    (
      "statement_cancelled",
      Sentence(
        .tryAgain, zh: "操作超时或被取消，什么也没有记：请再试一次",
        en: "the statement was cancelled or took too long; nothing was recorded: try again")
    ),
    (
      "connections_exhausted",
      Sentence(
        .tryAgain, zh: "数据库的连接都占满了：过一会儿再试，或调大 max_connections",
        en: "the database has no connection left: try again later, or raise max_connections")
    ),
    (
      "database_disk_full",
      Sentence(
        .noDatabase, zh: "数据库所在的磁盘满了，这次没有记：请腾出空间后再试",
        en: "the database's disk is full; nothing was recorded: free some space, then try again")
    ),
    (
      "database_memory_short",
      Sentence(
        .tryAgain, zh: "数据库内存不足，这次没有记：过一会儿再试",
        en: "the database is out of memory; nothing was recorded: try again later")
    ),
    (
      "database_read_only",
      Sentence(
        .noDatabase, zh: "这个数据库只读（备库？），请连主库",
        en: "this database is read-only (a standby?): connect to the primary")
    ),
    (
      "not_permitted",
      Sentence(
        .noDatabase, zh: "数据库用户[ {user} ]没有这个权限（{state}）：请用数据库的所有者登录，或请管理员授权",
        en:
          "this user of the database[, {user},] may not do that ({state}): log in as the owner of the database, or ask "
          + "for the right")
    ),
    (
      "schema_missing",
      Sentence(
        .noDatabase,
        zh: "数据库[（{place}）]里还没有帮扶项目[ {programme}]：请先运行 bangfu setup",
        en:
          "the database[ ({place})] holds no programme[ {programme}]: run bangfu setup first"
      )
    ),
    (
      "number_too_large",
      Sentence(
        .data, zh: "数字太大，记不下：什么也没有记", en: "a number is too large to be kept; nothing was recorded")
    ),
    (
      "database_error",
      Sentence(
        .bug, zh: "数据库报错：{message}[（{state}）]", en: "the database refused: {message}[ ({state})]")
    ),
    (
      "schema_older",
      Sentence(
        .noDatabase,
        zh: "帮扶项目 {programme} 的数据库版本是 {found}，本程序需要 {known}：请运行 bangfu setup，它先备份，再升级",
        en:
          "the database of {programme} is at version {found}, this program needs {known}: "
          + "run bangfu setup, which makes a backup and upgrades")
    ),
    (
      "schema_differs",
      Sentence(
        .noDatabase,
        zh: "帮扶项目 {programme} 的数据库由另一版 bangfu 设置，两者的函数不同：请先备份，再用要用的那一版运行 bangfu setup",
        en:
          "the database of {programme} has the functions of another bangfu: "
          + "make a backup, then run bangfu setup with the one that is to be used")
    ),
    (
      "schema_newer",
      Sentence(
        .noDatabase,
        zh: "帮扶项目 {programme} 的数据库版本是 {found}，本程序只认到 {known}：请升级 bangfu",
        en:
          "the database of {programme} is at version {found}, this program knows {known}: "
          + "install a newer bangfu")
    ),
    (
      "migration_changed",
      Sentence(
        .bug,
        zh: "数据库升级脚本 {migration} 与当初运行的不一样：请换回发布的程序版本",
        en:
          "the migration {migration} is not the one that was run: go back to a released "
          + "program")
    ),
    (
      "programme_name_malformed",
      Sentence(
        .usage,
        zh: "帮扶项目代码“{name}”不对：以小写字母开头，只用小写字母、数字和下划线，最多 40 个",
        en:
          "the programme code \"{name}\" must be of lower-case letters, digits and "
          + "underscores, at most 40, a letter first")
    ),
    (
      "restore_not_empty",
      Sentence(
        .data,
        zh: "数据库里已经有帮扶项目 {programme}：备份只能恢复到还没有它的数据库",
        en:
          "the database holds the programme {programme} already: restore into one that does "
          + "not")
    ),
    (
      "backup_other_programme",
      Sentence(
        .data,
        zh: "{file} 不是帮扶项目 {programme} 的备份",
        en: "{file} is no backup of the programme {programme}")
    ),
    (
      "database_number",
      Sentence(
        .bug,
        zh: "数据库给出的“{text}”（第 {column} 列）不是能用的数字",
        en: "the database answered \"{text}\" (column {column}), which is no number that fits")
    ),
    (
      "seal_unknown",
      Sentence(
        .no, zh: "本项目的封条里没有 {hash}：有人拿掉了它，或它是别的项目、别的备份的",
        en:
          "no seal of this programme is {hash}: somebody took it away, or it is of another programme or backup"
      )
    ),
    (
      "seal_none",
      Sentence(
        .no, zh: "还没有封条：用 bangfu seal 封存", en: "there is no seal yet: make one by bangfu seal")
    ),
    (
      "seal_number_unknown",
      Sentence(
        .data, zh: "没有第 {number} 号封条：见 bangfu seal list",
        en: "there is no seal {number}: see bangfu seal list")
    ),
    (
      "seal_malformed",
      Sentence(
        .data, zh: "{file} 里没有完整的封条：它的最后一行要是前面各行的 SHA-256",
        en:
          "{file} holds no whole seal: its last line must be the SHA-256 of the lines before it")
    ),
  ]
}
