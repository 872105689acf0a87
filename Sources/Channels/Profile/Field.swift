extension Profile {
  /// What a column is to the reader; profiles name it as `name` does.
  enum Field: Int, CaseIterable, Sendable {
    // Of an order line.
    case order, line, name, spec, quantity, productID, merchantCode, productCode, itemNumber,
      barcode, courier, province
    case goodsAmount, payable, price, freight, platformSubsidy, streamerSubsidy, refunded
    case submitted, paid, shipped, completed, orderStatus, afterSaleStatus
    // Of a sheet that is kept by hand; the day is that of the sale, and has no column.
    case shop, buyer, settledPrice, deduction, signedAmount, saleKind, day
    // Of an after-sale case.
    case number, afterSaleType, backAmount, backFreight, backCoupon, applied, agreed, arrived, ended
    // Of a settlement line; a second number distinguishes lines that have one.
    case settledDay, settled, settledAmount, direction, income, expense, entry, host, secondNumber
    // Of an order sheet.
    case unit, wished
    // How a unit buys on the 832 platform.
    case purchaseType
    // Beside `host`, what the platform calls the host of an order.
    case hostName

    /// The name, such as `merchant-code`.
    var name: String { Self.names[rawValue] }

    /// What the cells of a field hold.
    enum Kind: String, Sendable {
      case text, amount, quantity, time
    }

    /// What its cells hold.
    var kind: Kind {
      switch self {
      case .goodsAmount, .payable, .price, .freight, .platformSubsidy, .streamerSubsidy, .refunded,
        .settledPrice, .deduction, .signedAmount, .backAmount, .backFreight, .backCoupon,
        .settledAmount, .income, .expense:
        .amount
      case .quantity: .quantity
      case .submitted, .paid, .shipped, .completed, .applied, .agreed, .arrived, .ended, .day,
        .settled, .wished:
        .time
      case .order, .line, .name, .spec, .productID, .merchantCode, .productCode, .itemNumber,
        .barcode, .courier, .province, .orderStatus, .afterSaleStatus, .shop, .buyer, .saleKind,
        .number,
        .afterSaleType, .settledDay, .direction, .entry, .host, .secondNumber, .unit, .purchaseType,
        .hostName:
        .text
      }
    }

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
