extension Sentences {
  /// Persons, their logins and rights.
  static let people: [(String, Sentence)] = [
    (
      "right_missing",
      Sentence(
        .forbidden, zh: "登录 {login} 无权做这件事；有权的：{may}",
        en: "the login {login} may not do that; who may: {may}")
    ),
    (
      "person_unknown",
      Sentence(
        .forbidden, zh: "没有在岗人员 {login}：见 bangfu person list",
        en: "{login} is nobody who works here: see bangfu person list")
    ),
    (
      "person_exists",
      Sentence(
        .data, zh: "{login} 已在名单里：见 bangfu person list；停用的用 person retire --undo 恢复",
        en: "{login} is a person already: see bangfu person list; person retire --undo brings back")
    ),
    (
      "person_retired",
      Sentence(.data, zh: "{login} 已停用", en: "{login} is retired")
    ),
    (
      "person_works",
      Sentence(.data, zh: "{login} 没有停用", en: "{login} is not retired")
    ),
    (
      "person_elsewhere",
      Sentence(
        .data, zh: "{login} 也在同一数据库的别的项目里，角色是共用的：另建一个登录",
        en:
          "{login} works in another programme of this database, too, which shares the role: make another login"
      )
    ),
    (
      "person_needs_administrator",
      Sentence(
        .forbidden,
        zh:
          "数据库所有者不能管理登录：请数据库管理员先运行（没有的才建）CREATE ROLE bangfu_clerk; CREATE ROLE bangfu_accountant; "
          + "CREATE ROLE bangfu_official; CREATE ROLE bangfu_reader; CREATE ROLE {login} LOGIN; GRANT bangfu_{role} TO {login}; "
          + "再用 --no-password 新增",
        en:
          "the database's owner may not manage logins: ask its administrator to run (what is missing of it) CREATE ROLE "
          + "bangfu_clerk; CREATE ROLE bangfu_accountant; CREATE ROLE bangfu_official; CREATE ROLE bangfu_reader; CREATE ROLE "
          + "{login} LOGIN; GRANT bangfu_{role} TO {login}; then add the person with --no-password")
    ),
    (
      "login_malformed",
      Sentence(
        .data, zh: "登录名“{login}”不行：小写字母开头，只用小写字母、数字和 _，最多 40 个；不能以 bangfu 或 pg_ 开头",
        en:
          "\"{login}\" is no login: it begins with a small letter, has small letters, digits and _ alone, 40 at most, and "
          + "begins with neither bangfu nor pg_")
    ),
    (
      "login_is_owner",
      Sentence(
        .data, zh: "{login} 是数据库的所有者：不能改，也不能停用",
        en: "{login} owns the database: it can be neither changed nor retired")
    ),
    (
      "login_has_rights",
      Sentence(
        .data, zh: "数据库里已有登录 {login}，还有别的权限（{rights}）：换一个登录名",
        en: "the database has a login {login} with other rights ({rights}): choose another login")
    ),
    (
      "login_missing",
      Sentence(
        .data, zh: "数据库里没有登录 {login}：去掉 --no-password，或请管理员先建",
        en: "the database has no login {login}: leave --no-password out, or ask its administrator for it"
      )
    ),
    (
      "role_unknown",
      Sentence(
        .data, zh: "没有角色“{role}”：只有 clerk、accountant、official、reader",
        en: "there is no role \"{role}\": they are clerk, accountant, official and reader")
    ),
    (
      "password_of_another",
      Sentence(
        .forbidden, zh: "{login} 的口令只有本人、负责人或所有者能改",
        en: "the password of {login} is set by themselves, an official or the owner")
    ),
    (
      "password_plain",
      Sentence(
        .data, zh: "口令没有加密，不收", en: "a password that is not hashed is not taken")
    ),
    (
      "password_short",
      Sentence(.data, zh: "口令至少 8 个字", en: "a password has at least 8 characters")
    ),
    (
      "passwords_differ",
      Sentence(.data, zh: "两遍口令不一样：什么也没有改", en: "the passwords differ: nothing is changed")
    ),
    (
      "password_needs_terminal",
      Sentence(
        .usage, zh: "没有终端可以问口令：用 --password-file（或 PGPASSFILE）",
        en: "there is no terminal to ask for the password: use --password-file (or PGPASSFILE)")
    ),
    (
      "secret_file_open",
      Sentence(
        .data, zh: "口令文件 {file} 别人也能读：先 chmod 600，且要是自己的文件",
        en: "others may read the file {file}: it must be your own, chmod 600")
    ),
  ]
}
