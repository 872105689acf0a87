import ArgumentParser
import Bangfu
import Domain

/// `bangfu channel map`: maps a listing to products, and posts what waited for it.
struct ChannelMap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: say(
      "把链接对应到商品，待定的销售随即入账", "Maps a listing to products, and posts what waited for it."),
    discussion: say(
      """
      一件里有几种商品就写几个：BC01:2 HS03:1 是两盒加一袋，价格按目录价分摊；要自己分摊就写金额：\
      BC01:2@200 HS03:1@56。--file 读 CSV：列 listing、sku（或 proposal），可有 channel、quantity、share；\
      同一链接多行就是组合装。channel unmapped --output 写出的文件核对后可直接用。
      """,
      """
      Name each product in one piece: BC01:2 HS03:1 is two boxes and one bag; the price splits by catalogue \
      price, or as you say: BC01:2@200 HS03:1@56. --file reads a CSV file with the columns listing and sku (or \
      proposal), and maybe channel, quantity and share; several rows of one listing are a bundle. What channel \
      unmapped --output writes can be used as it is.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say("渠道代码；文件里有渠道列时可以省略", "The channel's code; a file may have it in a column.")))
  var channel: String?
  @Argument(
    help: ArgumentHelp(say("链接，见 channel unmapped", "The listing, as channel unmapped shows it."))
  )
  var listing: String?
  @Argument(
    help: ArgumentHelp(
      say("货号[:数量[@份额]]，可多个", "sku[:quantity[@share]], one or more."), valueName: "sku"))
  var content: [String] = []
  @Option(
    help: ArgumentHelp(
      say("一件里有多少，可带单位，如 5斤", "How much is in one piece of it, maybe with a unit, as 5斤.")))
  var quantity: String?
  @Option(
    help: ArgumentHelp(say("CSV 文件；- 为标准输入", "A CSV file of listings; - for standard input.")))
  var file: String?

  func validate() throws {
    if file == nil, channel == nil || listing == nil || content.isEmpty {
      throw ValidationError(
        say("请写出渠道、链接和货号，或用 --file", "Name a channel, a listing and a sku, or give --file."))
    }
    if file != nil, listing != nil {
      throw ValidationError(say("--file 和链接不能同时写", "Give --file or a listing, not both."))
    }
    if quantity != nil, content.count > 1 || content.first?.contains(":") == true {
      throw ValidationError(
        say(
          "数量已写在货号后面，不要再写 --quantity", "The quantity stands behind the sku: leave --quantity out."
        ))
    }
  }

  func run() throws {
    let programme = try global.open()
    if let file {
      let done = try withInput(file) { try programme.listings.map(fromFile: $0, channel: channel) }
      printToStandardError(
        say(
          "已对应 \(done.listings) 个链接：\(done.lines) 条订单行已更新",
          "Mapped \(done.listings) listings: \(done.lines) order lines brought up to date."))
      return
    }
    let done = try programme.listings.map(listing ?? "", of: channel ?? "", to: inside())
    if done == 0 {
      printToStandardError(
        say(
          "还没有这个链接的订单：请核对链接有没有写错",
          "No order line has this listing yet: check that it is spelled as channel listings has it."
        ))
    }
    let whole =
      content.count == 1 && quantity != nil
      ? "\(content[0]):\(quantity ?? "")" : content.joined(separator: " + ")
    printToStandardError(
      say(
        "已把 \(listing ?? "") 对应到 \(whole)：\(done) 条订单行已更新",
        "Mapped \(listing ?? "") to \(whole): \(done) order lines brought up to date."))
  }

  private func inside() throws(Problem) -> ListingContent {
    var inside = ListingContent()
    for part in content {
      try inside.add(parsing: (quantity.map { "\(part):\($0)" } ?? part).typed)
    }
    guard inside.shares.isEmpty || inside.shares.count == content.count else {
      throw Problem("listing_shares_some", ["listing": listing ?? ""])
    }
    return inside
  }
}
