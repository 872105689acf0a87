import Domain

/// Goods that have expired, and large discounts, are sold only where a second person approves it.
extension Till {
  /// Asks why, where what was refused is goods that have expired; asks who, where it was the seller.
  mutating func askApproval(_ problem: Problem) -> Reply? {
    switch problem.code {
    case "stock_expired":
      stage = .explaining
      let words = "\(Problem("basket_expired", problem.facts))"
      return Reply(words: [words, Till.reasonWords], isRefusal: true)
    case "expired_second_person":
      guard let approval = basket.approval else { return nil }
      basket.approval = nil
      stage = .approving(reason: approval.reason)
      return Reply(words: ["\(problem)", Till.approverWords], isRefusal: true)
    case "approval_needed":
      stage = .naming
      return Reply(
        words: ["\(Problem("basket_approval", problem.facts))", Till.secondPersonWords],
        isRefusal: true)
    default: return nil
    }
  }

  /// Takes the login of the second person, and sells.
  mutating func takeSecondPerson(_ text: String) -> Reply {
    stage = .payment
    if Till.isNo(text) {
      return .said(say("没有批准，没有卖出", "Not approved, not sold."), basket.paymentPage)
    }
    approver = text
    return .asked(.sell)
  }

  /// The second person did not approve it: nothing is recorded.
  mutating func notApproved(_ words: String) -> Reply {
    approver = nil
    stage = .naming
    return Reply(words: [words, Till.secondPersonWords], isRefusal: true)
  }

  /// Takes why expired goods are sold.
  mutating func takeReason(_ text: String) -> Reply {
    if Till.isNo(text) {
      stage = .goods
      return .said(say("过期的不卖：请改数量或删除", "Not sold: mend the goods."), basket.page)
    }
    if text.allSatisfy(\.isNumber) { return .refused(Till.reasonWords) }
    stage = .approving(reason: text)
    return .said(Till.approverWords)
  }

  /// Takes who approves it, and sells.
  mutating func takeApprover(_ text: String, _ reason: String) -> Reply {
    if Till.isNo(text) {
      stage = .explaining
      return .said(Till.reasonWords)
    }
    if text.allSatisfy(\.isNumber) { return .refused(Till.approverWords) }
    basket.approval = ExpiredApproval(reason: reason, approvedBy: text)
    approver = text
    stage = .payment
    return .asked(.sell)
  }

  /// Whether a line answers a question by no.
  static func isNo(_ text: String) -> Bool {
    text.isEmpty || text == "<" || Prompting.isNo(text)
  }

  /// What is asked first.
  static var reasonWords: String {
    say(
      "过期的也要卖？写为什么；回车或 < 不卖", "Sell what has expired all the same? Type why; Enter or < does not.")
  }

  /// What is asked then.
  static var approverWords: String {
    say(
      "谁批准？写另一个人的名字；回车或 < 返回",
      "Who approves it? Type the second person's name; Enter or < goes back.")
  }

  /// What is asked where a second person comes in by a login.
  static var secondPersonWords: String {
    say(
      "谁批准？写他的登录名，他再输入自己的口令；回车或 < 返回",
      "Who approves it? Type their login, then they type their password; Enter or < goes back.")
  }
}
