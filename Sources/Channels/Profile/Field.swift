extension Profile {
  /// What a column is to the reader; profiles name it as `name` does.
  enum Field: Int, CaseIterable, Sendable {
    case order, line, name, spec, quantity, productID, merchantCode, productCode, itemNumber
    case goodsAmount
    case payable, freight, platformSubsidy, streamerSubsidy
    case submitted, paid, shipped, completed, orderStatus, afterSaleStatus

    /// The name, such as `merchant-code`.
    var name: String { Self.names[rawValue] }

    /// The field of a name, if it is one.
    init?(name: String) {
      guard let index = Self.names.firstIndex(of: name) else { return nil }
      self.init(rawValue: index)
    }

    /// Of all fields, in their order: the cases' own names, in lower case with hyphens.
    private static let names = allCases.map { field in
      var name = ""
      var wasUpper = true
      for letter in "\(field)" {
        if letter.isUppercase && !wasUpper { name += "-" }
        wasUpper = letter.isUppercase
        name += letter.lowercased()
      }
      return name
    }
  }
}
