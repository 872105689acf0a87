import Domain
import FoundationEssentials

/// An order as a line of JSON; its keys are the names of the options of `order enter`.
struct JSONOrder {
  let order: Order

  /// Reads a line.
  ///
  /// - Throws: `Problem` `json_malformed`, `json_key_twice`, `json_key_unknown`, `json_value`, or what the values
  ///   themselves are refused for.
  init(parsing text: String, channel: String) throws(Problem) {
    let fields: [String: Value]
    do {
      fields = try JSONDecoder().decode([String: Value].self, from: Data(text.utf8))
    } catch {
      throw Problem("json_malformed", ["text": String(text.prefix(80))])
    }
    if let key = JSONKeys.repeated(in: text) { throw Problem("json_key_twice", ["key": key]) }
    var order = Order()
    order.channel = channel
    var reason: String?
    var approvedBy: String?
    for (key, value) in fields {
      switch key {
      case "id": order.id = try RequestID.checked(value.text(key))
      case "channel": order.channel = try value.text(key)
      case "line":
        for text in try value.list(key) { order.lines.append(try OrderLine(parsing: text)) }
      case "tender":
        for text in try value.list(key) { order.tenders.append(try Tender(parsing: text)) }
      case "buyer": order.buyer = try value.text(key)
      case "location": order.location = try value.text(key)
      case "discount": order.discount = try Money(asked: value.text(key), in: key)
      case "at":
        let text = try value.text(key)
        guard let at = Instant(text) else { throw Problem("time_malformed_asked", ["time": text]) }
        order.at = at
      case "operator": order.operatorName = try value.text(key)
      case "expired-reason": reason = try value.text(key)
      case "approved-by": approvedBy = try value.text(key)
      case "signed": order.isSigned = try value.flag(key)
      default: throw Problem("json_key_unknown", ["key": key])
      }
    }
    order.approval = ExpiredApproval(reason, by: approvedBy)
    if order.lines.isEmpty { throw Problem("order_empty") }
    self.order = order
  }

  /// A value: text, a whole number, a list of texts, a flag.
  private enum Value: Decodable {
    case text(String)
    case list([String])
    case flag(Bool)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      // The likeliest first: a kind that does not fit costs more than all else here.
      if let text = try? value.decode(String.self) {
        self = .text(text)
      } else if let list = try? value.decode([String].self) {
        self = .list(list)
      } else if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else {
        self = .text(String(try value.decode(Int64.self)))
      }
    }

    func text(_ key: String) throws(Problem) -> String {
      if case .text(let text) = self { return try Value.checked(text) }
      throw Problem("json_value", ["key": key])
    }

    func list(_ key: String) throws(Problem) -> [String] {
      switch self {
      case .list(let list): return try list.map(Value.checked)
      case .text(let text): return [try Value.checked(text)]
      case .flag: throw Problem("json_value", ["key": key])
      }
    }

    /// A text that the database can keep: `\u0000` is good JSON, and no text.
    private static func checked(_ text: String) throws(Problem) -> String {
      if text.utf8.contains(0) { throw Problem("text_holds_nul") }
      return text
    }

    func flag(_ key: String) throws(Problem) -> Bool {
      if case .flag(let flag) = self { return flag }
      throw Problem("json_value", ["key": key])
    }
  }
}
