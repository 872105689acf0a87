/// What the main part of a workbook says: its sheets, and the epoch of its dates.
final class SheetList: XMLHandler {
  /// One sheet, in the order of the tabs.
  struct Entry {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  private(set) var sheets: [Entry] = []
  private(set) var is1904 = false
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    if name == "workbookPr" {
      is1904 = attributes.flag("date1904")
    } else if name == "sheet" {
      guard sheets.count < limit else { throw TabularError.tooManyTables(limit: limit) }
      sheets.append(
        Entry(
          name: attributes.text("name") ?? "",
          relation: attributes.text("id", inNamespaceEnding: "relationships") ?? "",
          isHidden: ["hidden", "veryHidden"].contains(attributes.text("state"))))
    }
  }
}
