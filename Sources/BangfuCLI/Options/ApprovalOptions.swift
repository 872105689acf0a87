import ArgumentParser
import Bangfu
import Domain

/// Options of an act that may need a second person.
struct ApprovalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "要批准时由谁批准：他在终端输入自己的口令（或 BANGFU_APPROVAL_FILE）",
        "Who approves where that is needed: they type their own password (or BANGFU_APPROVAL_FILE)."
      )
    ))
  var approvedBy: String?
  @Flag(
    help: ArgumentHelp(
      say(
        "批准人不在场：先申请，批准后再运行一次", "The second person is not here: ask, and run it again when approved."
      )))
  var ask = false

  /// Acts; where the act needs a second person it is approved first, or asked for.
  ///
  /// - Throws: what the act throws; `Problem` `approval_needed`, `approval_asked`, `approval_password_wrong`, ….
  func acting<Result>(
    in programme: Programme, reason: String? = nil, _ act: () throws -> Result
  ) throws -> Result {
    var approver: Login?
    for _ in 0..<3 {  // an act may need more than one
      do {
        return try act()
      } catch let problem as Problem where problem.code == "approval_needed" {
        if ask {
          let number = try programme.approvals.ask(problem, reason: reason)
          throw Problem("approval_asked", ["number": String(number)])
        }
        guard let approvedBy else { throw problem }
        let login = try approver ?? Login(approvedBy, password: Secret.ofApprover(approvedBy))
        approver = login
        try programme.approvals.approve(problem, by: login, reason: reason)
      }
    }
    return try act()
  }
}
