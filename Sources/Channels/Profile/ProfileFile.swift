internal import Domain
internal import TOMLKit

/// A profile as its file has it; what it leaves out comes from the profile it is `like`.
struct ProfileFile: Decodable {
  var name: String
  var title: String?
  var like: String?
  var platform: String?
  var kind: String?
  var sheet: Bool?
  var lines: String?
  var core: [String]?
  var absent: [String]?
  var order: [String]?
  var line: [String]?
  var number: [String]?
  var numbered: Bool?
  var item: String?
  var carried: [String]?
  var measures: Bool?
  var goods: [String]?
  var cash: [String]?
  var sold: [String]?
  var back: [String]?
  var closed: [String]?
  var unpaid: [String]?
  var signed: [String]?
  var times: [String]?
  var personal: [String]?
  var columns: [String: [String]]?
  var beside: [String: [String]]?
  var orderStatus: [String: Int]?
  var orderRefund: [String: String]?
  var afterSale: [String: String]?
  var afterSaleType: [String: String]?
  var zone: String?
  var constant: [String: Scalar]?
  var amounts: [String: [String]]?
  var leaveOut: [String: [String]]?
  var only: [String: [String]]?
  var channels: [String: String]?
  var ledger: String?
  var amount: [String]?
  var parts: [String: [String]]?
  var entries: [String: String]?
  var directions: [String: String]?
  var controls: [String: String]?
  var orderPrefixes: [String]?
  var refunds: Bool?

  /// A text, or a number written without quotes.
  struct Scalar: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = try container.decode(Double.self).description
      }
    }
  }

  private enum CodingKeys: String, CodingKey {
    case name, title, like, platform, kind, sheet, lines, core, absent, order, line, number,
      numbered, item, carried,
      measures, goods, cash, sold, back, closed, unpaid, signed, times, zone, personal, columns,
      beside,
      constant, amounts, only, channels, ledger, amount, parts, entries, directions, controls,
      refunds
    case orderPrefixes = "order-prefixes"
    case leaveOut = "leave-out"
    case orderStatus = "order-status"
    case orderRefund = "order-refund"
    case afterSale = "after-sale"
    case afterSaleType = "after-sale-type"
  }

  /// Reads a file's text.
  ///
  /// - Throws: `Problem` `profile_not_toml`, `profile_key_unknown`, `profile_key_missing` or `profile_value_kind`.
  init(text: String) throws(Problem) {
    if let line = Self.lineOfDeepKey(in: text) {
      throw Problem(
        "profile_not_toml",
        ["line": String(line), "message": "a key of more than \(Self.deepestKey) parts"])
    }
    do {
      self = try TOMLDecoder(strictDecoding: true).decode(Self.self, from: text)
    } catch let error as TOMLParseError {
      throw Problem(
        "profile_not_toml",
        ["line": String(error.source.begin.line), "message": error.description])
    } catch let error as UnexpectedKeysError {
      throw Problem(
        "profile_key_unknown", ["key": error.keys.keys.sorted().joined(separator: ", ")])
    } catch DecodingError.keyNotFound(let key, _) {
      // The library takes a value of another kind for none.
      if Self.hasLine(of: key.stringValue, in: text) {
        throw Self.otherKind(DecodingError.Context(codingPath: [key], debugDescription: ""))
      }
      throw Problem("profile_key_missing", ["key": key.stringValue])
    } catch DecodingError.typeMismatch(_, let context) {
      throw Self.otherKind(context)
    } catch DecodingError.valueNotFound(_, let context) {
      throw Self.otherKind(context)
    } catch DecodingError.dataCorrupted(let context) {
      throw Self.otherKind(context)
    } catch {
      throw Problem("profile_not_toml")
    }
  }

  /// The most parts of a dotted key; the library goes down each, and a long one ends the program.
  private static let deepestKey = 8

  /// The line of the first key that has more parts; nil where none does.
  private static func lineOfDeepKey(in text: String) -> Int? {
    var line = 1
    var parts = 1
    var quote: UInt8?
    var isRemark = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        (parts, quote, isRemark) = (1, nil, false)
      case _ where isRemark: break
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil { quote = byte } else if quote == byte { quote = nil }
      case _ where quote != nil: break
      case UInt8(ascii: "#"): isRemark = true
      case UInt8(ascii: "."):
        parts += 1
        if parts > deepestKey { return line }
      case UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"): parts = 1
      default: break
      }
    }
    return nil
  }

  /// Whether a text says something for a key, above its tables.
  private static func hasLine(of key: String, in text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).prefix {
      !$0.drop(while: \.isWhitespace).hasPrefix("[")
    }
    .contains { line in
      line.split(separator: "=", maxSplits: 1).first
        .map { $0.filter { !$0.isWhitespace && !"\"'".contains($0) } } == key && line.contains("=")
    }
  }

  private static func otherKind(_ context: DecodingError.Context) -> Problem {
    let names = context.codingPath.map(\.stringValue).filter { !$0.isEmpty }
    let key = names.first ?? ""
    let wanted =
      switch key {
      case "name", "title", "like", "platform", "kind", "lines", "item", "zone", "ledger": "\"…\""
      case "sheet", "numbered", "measures", "refunds": "true"
      case "columns", "amounts", "leave-out", "only": "[\"…\"]"
      case "order-status": "0, 1, …"
      case "order-refund", "after-sale", "after-sale-type": "\"nothing\""
      case "channels", "entries", "directions", "controls": "\"…\""
      default: "[\"…\"]"
      }
    return Problem(
      "profile_value_kind", ["key": names.joined(separator: "."), "wanted": wanted])
  }

  /// This file, completed by another one; of tables, key by key.
  func completed(by base: ProfileFile) -> ProfileFile {
    var whole = self
    whole.like = base.like
    whole.title = title ?? base.title
    whole.platform = platform ?? base.platform
    whole.kind = kind ?? base.kind
    whole.sheet = sheet ?? base.sheet
    whole.lines = lines ?? base.lines
    whole.core = core ?? base.core
    whole.absent = absent ?? base.absent
    whole.order = order ?? base.order
    whole.line = line ?? base.line
    whole.number = number ?? base.number
    whole.numbered = numbered ?? base.numbered
    whole.item = item ?? base.item
    whole.carried = carried ?? base.carried
    whole.measures = measures ?? base.measures
    whole.goods = goods ?? base.goods
    whole.cash = cash ?? base.cash
    whole.sold = sold ?? base.sold
    whole.back = back ?? base.back
    whole.closed = closed ?? base.closed
    whole.unpaid = unpaid ?? base.unpaid
    whole.signed = signed ?? base.signed
    whole.times = times ?? base.times
    whole.personal = personal ?? base.personal
    whole.zone = zone ?? base.zone
    whole.ledger = ledger ?? base.ledger
    whole.amount = amount ?? base.amount
    whole.orderPrefixes = orderPrefixes ?? base.orderPrefixes
    whole.refunds = refunds ?? base.refunds
    whole.parts = Self.completed(parts, by: base.parts)
    whole.entries = Self.completed(entries, by: base.entries)
    whole.directions = Self.completed(directions, by: base.directions)
    whole.controls = Self.completed(controls, by: base.controls)
    whole.constant = Self.completed(constant, by: base.constant)
    whole.amounts = Self.completed(amounts, by: base.amounts)
    whole.leaveOut = Self.completed(leaveOut, by: base.leaveOut)
    whole.only = Self.completed(only, by: base.only)
    whole.channels = Self.completed(channels, by: base.channels)
    whole.columns = Self.completed(columns, by: base.columns)
    whole.beside = Self.completed(beside, by: base.beside)
    whole.orderStatus = Self.completed(orderStatus, by: base.orderStatus)
    whole.orderRefund = Self.completed(orderRefund, by: base.orderRefund)
    whole.afterSale = Self.completed(afterSale, by: base.afterSale)
    whole.afterSaleType = Self.completed(afterSaleType, by: base.afterSaleType)
    return whole
  }

  private static func completed<Value>(
    _ own: [String: Value]?, by base: [String: Value]?
  ) -> [String: Value]? {
    guard let base else { return own }
    return base.merging(own ?? [:]) { _, own in own }
  }
}
