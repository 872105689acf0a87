import Domain

/// A till between two lines that a clerk types: the basket, how it came about, and what is asked.
///
/// It knows neither database nor terminal. What it cannot do itself it asks for by a `Request`,
/// and is given the result.
struct Till: Codable, Equatable, Sendable {
  /// What the prompt asks for.
  enum Stage: Codable, Equatable, Sendable {
    case goods
    /// Several products were found; one is to be chosen.
    case choosing([Goods], quantity: String)
    case payment
    /// The order was sent, and no answer came: nobody knows whether it is recorded.
    case unsure
    /// Goods of it have expired: why are they sold?
    case explaining
    /// They are sold for a reason: who approves it?
    case approving(reason: String)
    /// The order needs a second person: who is it?
    case naming
    /// A basket of an earlier run; Enter goes on with it.
    indirect case resuming(Stage)
  }

  /// What the till needs to be done for it.
  enum Request: Equatable, Sendable {
    case nothing
    /// Find goods by a text, to sell a quantity of; all that was typed may be a name too.
    case find(String, quantity: String, typed: String)
    case findBuyer(String)
    case sell
    /// Ask whether the basket's order has been recorded.
    case inquire(dropping: Bool)
    case reprint
    case quit
  }

  /// What a line leads to.
  struct Reply: Equatable, Sendable {
    /// What is said.
    var words: [String] = []
    /// What is to be done.
    var request = Request.nothing
    /// Whether it means that the line was refused.
    var isRefusal = false

    static func said(_ words: String...) -> Reply { Reply(words: words) }
    static func asked(_ request: Request) -> Reply { Reply(request: request) }
    static func refused(_ words: String) -> Reply { Reply(words: [words], isRefusal: true) }
    static func refused(_ problem: Problem) -> Reply { .refused("\(problem)") }
  }

  /// How many steps can be undone.
  static let memory = 100

  /// What the customer buys.
  var basket: Basket
  /// The baskets before each change, the last one last.
  var history: [Basket] = []
  /// What the prompt asks for.
  var stage = Stage.goods
  /// The basket as it was sent by an attempt that seems not to have been recorded.
  var earlier: Basket?
  /// The login of the second person, once somebody has said who it is.
  var approver: String?

  /// Begins with an empty basket.
  init(channel: String, location: String?) {
    basket = Basket(channel: channel, location: location)
  }

  /// Takes a line that the clerk typed.
  mutating func take(_ typed: String) -> Reply {
    let text = Typed.plain(typed)
    if text.visible != text {
      return .refused(
        say("有控制字符，没有执行：\(text.visible)", "Control keys; nothing done: \(text.visible)"))
    }
    switch text.lowercased() {
    case "?", "help", "帮助": return .said(CounterHelp.text(for: stage))
    case "=": return .said(basket.page)
    case "quit", "exit", "退出": return .asked(.quit)
    case "slip", "小票": return .asked(.reprint)
    default: break
    }
    switch stage {
    case .goods: return takeGoods(text)
    case .choosing(let found, let quantity): return choose(text, found, quantity)
    case .payment: return takePayment(text)
    case .unsure: return takeUnsure(text)
    case .explaining: return takeReason(text)
    case .approving(let reason): return takeApprover(text, reason)
    case .naming: return takeSecondPerson(text)
    case .resuming(let next): return resume(text, next)
    }
  }

  /// Keeps the basket as it is, to come back to.
  mutating func remember() { remember(basket) }

  /// Keeps a basket as it was, to come back to.
  mutating func remember(_ basket: Basket) {
    history.append(basket)
    if history.count > Till.memory { history.removeFirst() }
  }
}
