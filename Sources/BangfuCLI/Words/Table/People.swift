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
      "password_needs_administrator",
      Sentence(
        .forbidden, zh: "数据库所有者不能改口令：请本人或管理员用 psql 的 \\password {login} 改",
        en:
          "the database's owner may not set passwords: they themselves or an administrator use psql's \\password {login}"
      )
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
        en:
          "the database has no login {login}: leave --no-password out, or ask its administrator for it"
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
      "owner_has_no_name",
      Sentence(
        .noDatabase, zh: "系统里没有编号 {user} 的用户名，数据库认不出所有者：先在 /etc/passwd 里加上",
        en:
          "the system has no name for the user {user}, by which the database knows its owner: give it one in /etc/passwd"
      )
    ),
    (
      "group_unknown",
      Sentence(
        .data, zh: "系统里没有用户组 {group}，或所有者不在组里：groupadd {group}; usermod -aG {group} 所有者",
        en:
          "the system has no group {group}, or the owner is not in it: groupadd {group}; usermod -aG {group} OWNER"
      )
    ),
    (
      "approval_needed",
      Sentence(
        .forbidden,
        zh: "{kind}要第二个人批准（{amount} 元）：加 --approved-by 登录名，由 {may} 之一输入自己的口令；不在场就加 --ask，等批准后再运行一次",
        en:
          "{kind} needs a second person ({amount} yuan): --approved-by LOGIN, one of {may}, who types their own password; "
          + "or --ask, and run the same again when the approval is given")
    ),
    (
      "basket_approval",
      Sentence(
        .forbidden, zh: "{kind}要第二个人批准（{amount} 元）：{may}",
        en: "{kind} needs a second person ({amount} yuan): {may}")
    ),
    (
      "approval_asked",
      Sentence(
        .tryAgain, zh: "已申请批准，第 {number} 号，什么也没有记：批准后把同一条命令再运行一次（bangfu approval list）",
        en:
          "asked for approval {number}; nothing is recorded: run the same again when it is given (bangfu approval list)"
      )
    ),
    (
      "approval_password_missing",
      Sentence(
        .forbidden, zh: "{login} 没有输入口令：没有批准，什么也没有记",
        en: "no password of {login} is given: not approved, nothing was recorded")
    ),
    (
      "approval_password_wrong",
      Sentence(
        .forbidden, zh: "{login} 的口令不对（一小时内第 {count} 次，已记下）：没有批准，什么也没有记",
        en:
          "the password of {login} is wrong ({count} within an hour, which is kept): not approved, nothing was recorded"
      )
    ),
    (
      "approval_unasked",
      Sentence(
        .forbidden, zh: "只能为数据库刚拒绝的事申请批准", en: "an approval is asked for what was just refused")
    ),
    (
      "approval_unknown",
      Sentence(
        .data, zh: "没有第 {number} 号申请：见 bangfu approval list",
        en: "there is no approval {number}: see bangfu approval list")
    ),
    (
      "approval_ended",
      Sentence(
        .data, zh: "第 {number} 号申请已经结束（{state}）", en: "approval {number} has ended: {state}")
    ),
    (
      "approval_by_party",
      Sentence(
        .forbidden, zh: "{login} 自己参与了这件事，不能批准：要另一个人",
        en: "{login} took part in it and cannot approve it: somebody else must")
    ),
    (
      "approval_not_by_role",
      Sentence(
        .forbidden, zh: "{login} 的角色不能批准这件事；可以的：{may}",
        en: "the role of {login} may not approve that; who may: {may}")
    ),
    (
      "approval_rule_unknown",
      Sentence(
        .data, zh: "没有这样的批准规则：{kind}、{role}", en: "there is no such rule: {kind}, {role}")
    ),
    (
      "secret_file_open",
      Sentence(
        .data, zh: "口令文件 {file} 别人也能读：先 chmod 600，且要是自己的文件",
        en: "others may read the file {file}: it must be your own, chmod 600")
    ),
  ]
}
