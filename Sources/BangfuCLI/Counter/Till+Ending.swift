import Domain

extension Till {
  /// The order is recorded: the next customer begins.
  mutating func sold() {
    self = Till(channel: basket.channel, location: basket.location)
  }

  /// The database refused the order: nothing is recorded, and the basket stays.
  mutating func refused(_ problem: Problem) -> Reply {
    if problem.code == "request_differs", let earlier, earlier.id == basket.id {
      return settle(earlier, document: problem.facts["document"] ?? "")
    }
    if let reply = askApproval(problem) { return reply }
    let goods = ["stock_", "product_", "quantity_", "discount_", "channel_", "location_", "unit_"]
    stage = goods.contains { problem.code.hasPrefix($0) } ? .goods : .payment
    var reply = Reply.refused(problem)
    reply.words.append(
      stage == .goods
        ? say("没有卖出，购物篮原样保留。改好后按回车再收款。", "Not sold; the basket is as it was. Mend it, then Enter.")
        : say("没有卖出，购物篮原样保留。回车再试一次，< 返回。", "Not sold; the basket is as it was. Enter tries again."))
    if stage == .goods { reply.words.append(basket.page) }
    return reply
  }

  /// No answer came: it may be recorded.
  mutating func lost(_ words: String) -> Reply {
    stage = .unsure
    return Reply(words: [words, Till.unsureWords], isRefusal: true)
  }

  /// Nothing was sent: the basket stays as it was.
  mutating func unsent(_ words: String, back stage: Stage) -> Reply {
    self.stage = stage
    let kept = say(
      "没有发出，购物篮原样保留。回车再试一次。", "Nothing was sent; the basket is kept. Enter tries again.")
    return Reply(words: [words, stage == .unsure ? Till.unsureWords : kept], isRefusal: true)
  }

  /// The order that was sent is not recorded.
  mutating func notRecorded(dropping: Bool) -> Reply {
    earlier = basket
    stage = .payment
    let words = say("已查清：这一单没有记账。", "It is not recorded.")
    if dropping {
      var reply = clear()
      reply.words.insert(words, at: 0)
      return reply
    }
    return .said(words, basket.paymentPage)
  }

  /// An earlier state of this basket turns out to be recorded: only what came since is left.
  private mutating func settle(_ sold: Basket, document: String) -> Reply {
    basket = basket.remainder(after: sold)
    earlier = nil
    history = []
    stage = .goods
    return Reply(
      words: [
        say(
          "先前发出的那一单其实已经记账：单号 \(document)，合计 \(sold.total.grouped) 元，不会再卖一次。\n"
            + "购物篮里只留下后来增加的商品；要退的请用 bangfu order refund \(document)。",
          "The order as first sent is recorded after all: document \(document), \(sold.total.grouped) yuan.\n"
            + "Only what was added since is left here; to refund goods use\n"
            + "bangfu order refund \(document)."), basket.page,
      ], isRefusal: true)
  }
}
