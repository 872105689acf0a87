import Bangfu
import Domain

extension Till {
  /// Goes on with what the catalogue has for a text.
  ///
  /// A quantity with a unit may be the end of a name, as in 天麻 250g: `named` is what the catalogue has for that.
  /// `isCode` says that the text is a code of theirs; what is less than two letters and no code adds nothing by itself.
  mutating func found(
    _ items: [Goods], named: [Goods] = [], for text: String, quantity: String, isCode: Bool = false
  ) -> Reply {
    let exact = items.filter { $0.sku.lowercased() == text.lowercased() }
    let isMeant = isCode || exact.count == 1
    if !isMeant, !basket.lines.isEmpty, let method = PaymentMethod(slipped: text) {
      return .refused(
        say(
          "“\(text.visible)”是\(method.word)收款：先按回车再收款；要找商品请多打几个字",
          "\"\(text.visible)\" is payment (\(method.word)): Enter comes first. To find goods, type more."
        ))
    }
    let (items, quantity) =
      exact.count == 1
      ? (exact, quantity) : Till.choice(of: items, or: named, quantity: quantity)
    guard let first = items.first else {
      return .refused(
        say(
          "没有找到“\(text.visible)”：请输入货号、条码、名称或拼音首字母",
          "Nothing is called \"\(text.visible)\": type a sku, barcode, name or pinyin initials."))
    }
    let isEnough = text.count(where: \.isLetter) >= 2
    if items.count == 1, isMeant || isEnough { return add(first, quantity) }
    let shown = Array(items.prefix(Products.mostFound))
    stage = .choosing(shown, quantity: quantity)
    let more =
      items.count > shown.count
      ? [say("不止这些：多打几个字", "There are more than these: type more of the name.")] : []
    return Reply(words: [shown.choices] + more)
  }

  /// The goods that are sold by a quantity's unit, and those that are named so; all of them where there are neither.
  private static func choice(
    of items: [Goods], or named: [Goods], quantity: String
  ) -> ([Goods], quantity: String) {
    guard let unit = EnteredQuantity.split(quantity).unit else { return (items, quantity) }
    let able = items.filter { $0.unit(named: unit) != nil }
    if able.isEmpty { return named.isEmpty ? (items, quantity) : (named, "1") }
    return (able + named.filter { !able.contains($0) }, quantity)
  }

  /// Adds goods; the same goods at the same price, in the same unit, go to their line.
  mutating func add(_ goods: Goods, _ quantity: String) -> Reply {
    do throws(Problem) {
      var line = try BasketLine(goods, typed: quantity)
      let index = basket.lines.firstIndex { $0.isLike(line) }
      if let index { line = try line.adding(basket.lines[index]) }
      remember()
      stage = .goods
      if let index { basket.lines[index] = line } else { basket.lines.append(line) }
      return .said(basket.said(index ?? basket.lines.count - 1))
    } catch { return .refused(error) }
  }

  /// Takes the number of one of several goods, or something else altogether.
  mutating func choose(_ text: String, _ found: [Goods], _ quantity: String) -> Reply {
    let (number, typed) = Typed.split(text)
    let isPlain = number == text
    if let choice = Int(number), number.count <= 3 {
      guard found.indices.contains(choice - 1) else {
        return .refused(say("请选 1–\(found.count)，< 取消", "Choose 1 to \(found.count); < cancels."))
      }
      return add(found[choice - 1], isPlain ? quantity : typed)
    }
    if text.isEmpty { return .said(found.choices) }
    stage = .goods
    if Till.isNo(text) { return .said(say("已取消选择", "Nothing was chosen.") + basket.running) }
    return takeGoods(text)
  }

  /// Asks for a buyer, or takes the one there is away.
  mutating func buyer(_ code: String) -> Reply {
    if !code.isEmpty { return .asked(.findBuyer(code)) }
    guard basket.buyer != nil else {
      return .refused(say("@ 后面写采购单位代码，如 @LCYZ", "Write the buyer's code after @, as @LCYZ."))
    }
    let before = basket
    do throws(Basket.PaymentRefusal) {
      try basket.removeBuyer()
    } catch { return .refused(Till.words(of: error, code)) }
    remember(before)
    return .said(say("已去掉采购单位", "No buyer any more.") + basket.running)
  }

  /// Goes on with the buyer that was found.
  mutating func found(_ buyer: Basket.Buyer) -> Reply {
    remember()
    basket.buyer = buyer
    return .said(say("采购单位：", "Buyer: ") + buyer.code + " " + buyer.name + basket.running)
  }
}
