import Domain

extension Till {
  /// Takes a line while nobody knows whether the order has been recorded.
  mutating func takeUnsure(_ text: String) -> Reply {
    if Prompting.isNo(text), Typed(text) != .clear { return .asked(.inquire(dropping: false)) }
    switch Typed(text) {
    case .nothing: return .asked(.sell)
    case .undo: return .asked(.inquire(dropping: false))
    case .clear: return .asked(.inquire(dropping: true))
    default: return .refused(Till.unsureWords)
    }
  }

  /// What is said while nobody knows whether the order has been recorded.
  static var unsureWords: String {
    say(
      "还不知道这一单是否已经记账。回车：再发一次（同一单绝不会记两次）；<：查清后回到收款",
      "It is not known whether this order is recorded. Enter sends it again (it is never recorded\n"
        + "twice); < finds out and goes back to the payment.")
  }

  /// Goes on with the basket of an earlier run, or drops it.
  mutating func resume(_ text: String, _ next: Stage) -> Reply {
    stage = next
    switch (Prompting.isNo(text) ? .clear : Typed(text), next) {
    case (.nothing, .unsure): return .asked(.sell)
    case (.nothing, .payment): return .said(basket.paymentPage)
    case (.nothing, _): return .said(say("继续", "Going on.") + basket.running)
    case (.clear, .unsure): return .asked(.inquire(dropping: true))
    case (.clear, _): return clear()
    default: return take(text)
    }
  }
}
