import Bangfu

extension Programme.Protection {
  /// What every report says; nil where each person comes in by a login of their own.
  var warning: String? {
    switch self {
    case .byLogin: nil
    case .onePerson:
      say(
        "注意：本项目只有一个人经手，没有第二人批准",
        "Note: one person alone keeps this programme; nothing is approved by a second.")
    case .oneAccount:
      say(
        "注意：所有人共用一个系统账号，权限挡不住谁（见 bangfu server share）",
        "Note: all persons share one account of the system, so that rights cannot protect (see bangfu server share)."
      )
    }
  }
}
