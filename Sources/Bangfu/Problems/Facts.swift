internal import FoundationEssentials

/// Reads the facts of a refusal from the flat JSON object that the database sends.
enum Facts {
  /// Returns the members as text; nulls are left out, and nothing is read from broken JSON.
  static func read(_ json: String) -> [String: String] {
    let values = try? JSONDecoder().decode([String: Value].self, from: Data(json.utf8))
    return (values ?? [:]).compactMapValues(\.text)
  }

  private struct Value: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let string = try? value.decode(String.self) {
        text = string
      } else if let flag = try? value.decode(Bool.self) {
        text = String(flag)
      } else if let number = try? value.decode(Decimal.self) {
        text = number.description
      } else {
        text = nil
      }
    }
  }
}
