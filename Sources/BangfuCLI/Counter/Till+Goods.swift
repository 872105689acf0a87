import Domain

extension Till {
  /// Takes a line at the goods prompt.
  mutating func takeGoods(_ text: String) -> Reply {
    switch Typed(text) {
    case .nothing:
      if basket.lines.isEmpty {
        return .said(
          say("购物篮是空的：请扫码或输入商品（? 帮助）", "The basket is empty: scan or type goods (? helps)."))
      }
      stage = .payment
      return .said(basket.paymentPage)
    case .undo: return undo()
    case .clear: return clear()
    case .discount(let amount): return discount(amount)
    case .rate(let thousandths): return discount(rate: thousandths)
    case .buyer(let code): return buyer(code)
    case .change(let line, let quantity): return change(line, to: quantity)
    case .remove(let line): return remove(line)
    case .goods(let code, let quantity):
      if code.isEmpty {
        return .refused(say("数量前面要写商品，如 BC01*2", "Say which goods before the quantity, as BC01*2."))
      }
      return .asked(.find(code, quantity: quantity, typed: text))
    }
  }

  private mutating func undo() -> Reply {
    guard var last = history.popLast() else {
      return .refused(say("没有可以撤销的步骤", "There is no step to undo."))
    }
    last.location = basket.location
    last.payments = basket.payments
    basket = last
    return .said(say("已撤销一步", "One step back:"), basket.page)
  }

  /// Empties the basket; `<` brings it back.
  mutating func clear() -> Reply {
    if basket.lines.isEmpty { return .said(basket.page) }
    remember()
    basket = Basket(channel: basket.channel, location: basket.location)
    stage = .goods
    return .said(say("购物篮已清空（< 恢复）", "The basket is emptied (< brings it back)."))
  }

  /// Takes yuan off the whole basket.
  mutating func discount(_ typed: String) -> Reply {
    guard let amount = Money(typed.typed), amount >= .zero else {
      return .refused(
        say(
          "优惠写减多少元，如 折 5，打折写 8折：看不懂“\(typed)”",
          "A discount is in yuan, as discount 5, or a rate, as 8折: not \"\(typed)\"."))
    }
    let before = basket
    do throws(Problem) { try basket.takeOff(amount) } catch { return .refused(error) }
    remember(before)
    let isLikeARate = amount < Money(minor: 10_00) && amount > .zero
    return .said(
      say("整单优惠 \(amount.grouped) 元", "Discount \(amount.grouped) yuan.")
        + (isLikeARate ? say("（打折写 8折）", " (A rate is written as 8折.)") : "") + basket.running)
  }

  /// Takes off what a rate leaves of the goods that are there, as yuan.
  mutating func discount(rate thousandths: Int) -> Reply {
    if basket.lines.isEmpty {
      return .refused(say("先有商品才能打折", "A rate needs goods in the basket first."))
    }
    remember()
    basket.takeOff(leaving: thousandths)
    return .said(
      say(
        "打 \(Typed.words(rate: thousandths)) 折：优惠 \(basket.discount.grouped) 元",
        "\(Typed.words(rate: thousandths)) of 10 is paid: \(basket.discount.grouped) yuan off.")
        + basket.running)
  }

  private mutating func change(_ typed: String, to quantity: String) -> Reply {
    do throws(Problem) {
      let index = try index(typed)
      let old = basket.lines[index]
      let line = try BasketLine(old.goods, typed: quantity, unit: old.unit)
      remember()
      basket.lines[index] = line
      return .said([basket.said(index), capDiscount()].compactMap(\.self).joined(separator: "\n"))
    } catch { return .refused(error) }
  }

  private mutating func remove(_ typed: String) -> Reply {
    do throws(Problem) {
      let index = try index(typed)
      remember()
      let line = basket.lines.remove(at: index)
      let capped = capDiscount()
      let words =
        say("已删除第 \(typed) 行 ", "Removed line \(typed), ") + line.goods.name + basket.running
      return .said([words, capped].compactMap(\.self).joined(separator: "\n"))
    } catch { return .refused(error) }
  }

  private func index(_ typed: String) throws(Problem) -> Int {
    guard let number = Int(typed), basket.lines.indices.contains(number - 1) else {
      throw Problem("basket_line_unknown", ["line": typed, "lines": String(basket.lines.count)])
    }
    return number - 1
  }

  /// Takes a discount back that is more than the goods now come to.
  private mutating func capDiscount() -> String? {
    guard let old = basket.dropExcessDiscount() else { return nil }
    return say(
      "优惠 \(old.grouped) 元超过合计，已取消", "The discount of \(old.grouped) exceeded the goods: taken off."
    )
      + basket.running
  }
}
