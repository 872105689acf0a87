import Bangfu
import Domain

extension Table {
  /// Documents to print.
  init(_ orders: [OrderSummary]) {
    self.init(Self.orderColumns, rows: orders.map(Self.cells))
  }

  /// The columns of documents.
  static let orderColumns: [Column] = [
    .document, .at, .kind, .channel, .buyer, .orderNumber, .total, .tenders, .ofDocument, .state,
    .operator,
  ]

  /// The cells of a document.
  static func cells(of order: OrderSummary) -> [Cell] {
    [
      Cell(order.document), Cell(order.at), Cell(order.kind), Cell(order.channel),
      Cell(order.buyer), Cell(order.orderNumber), Cell(order.total), .tenders(order.tenders),
      Cell(order.ofDocument), Cell(order.state), Cell(order.operatorName),
    ]
  }

  /// The head of a document to print.
  init(_ head: OrderHead) {
    self.init(
      [
        .document, .at, .day, .bookMonth, .kind, .state, .channel, .location, .buyer,
        .orderNumber, .total, .freight, .receivable, .tenders, .change, .file, .ofDocument,
        .operator, .recordedBy, .command, .recordedAt, .reason,
      ],
      rows: [
        [
          Cell(head.document), Cell(head.at), Cell(head.day), Cell(head.bookMonth),
          Cell(head.kind), Cell(head.state), Cell(head.channel), Cell(head.location),
          Cell(head.buyer), Cell(head.orderNumber), Cell(head.total), Cell(head.freight),
          Cell(head.receivable), .tenders(head.tenders), Cell(head.change), Cell(head.file),
          Cell(head.ofDocument), Cell(head.operatorName), Cell(head.recordedBy),
          Cell(head.command), Cell(head.recordedAt), Cell(head.reason),
        ]
      ])
  }

  /// The lines of a document to print.
  init(_ lines: [PostedLine]) {
    self.init(
      [
        .line, .sku, .name, .quantity, .unit, .enteredQuantity, .enteredUnit, .price, .discount,
        .amount, .verdict, .rule, .fileRow, .quantityLeft, .amountLeft,
      ],
      rows: lines.map {
        [
          Cell($0.number), Cell($0.sku), Cell($0.name), Cell($0.quantity), Cell($0.unit),
          Cell($0.entered?.number), Cell($0.entered?.unit), Cell($0.price), Cell($0.discount),
          Cell($0.amount), Cell($0.verdict), Cell($0.rule), Cell($0.fileRow),
          Cell($0.quantityLeft), Cell($0.amountLeft),
        ]
      })
  }
}
