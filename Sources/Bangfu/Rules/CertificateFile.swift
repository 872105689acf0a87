internal import Domain
internal import Tabular

/// A CSV file of certificates; its columns are found by name.
enum CertificateFile {
  private static let titles: [String: [String]] = [
    "sku": ["sku", "货号"], "number": ["number", "认定编号", "编号"], "from": ["from", "有效期起", "起"],
    "to": ["to", "有效期至", "止"], "supplier": ["supplier", "供应商"], "batch": ["batch", "批次", "认定批次"],
    "source": ["source", "来源"],
  ]
  private static let needed = ["sku", "number", "from", "to"]

  /// Reads the rows.
  ///
  /// - Throws: `Problems` with every row's fault; `Problem` `column_missing`, or what is wrong with the file.
  static func read(_ path: String) throws -> [(line: Int, certificate: CertificateDraft)] {
    try translating {
      var columns: [String: Int]?
      var drafts: [(line: Int, certificate: CertificateDraft)] = []
      var problems: [Problem] = []
      try TextFile.open(path).forEachRow { row in
        let cells = (0..<row.count).map { row.trimmed($0) }
        guard let known = columns else {
          columns = try indices(in: cells)
          return
        }
        func cell(_ key: String) -> String {
          known[key].flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
        }
        func day(_ key: String) throws(Problem) -> BusinessDay {
          guard let day = BusinessDay(cell(key)) else {
            throw Problem("day_malformed", ["value": cell(key)])
          }
          return day
        }
        if cells.allSatisfy(\.isEmpty) { return }
        do {
          guard !cell("sku").isEmpty, !cell("number").isEmpty else {
            throw Problem("certificate_row_blank")
          }
          var draft = CertificateDraft(
            sku: cell("sku"), number: cell("number"), from: try day("from"), to: try day("to"))
          (draft.supplier, draft.batch) = (cell("supplier"), cell("batch"))
          draft.source = cell("source")
          drafts.append((row.line, draft))
        } catch var problem as Problem {
          problem.facts["line"] = String(row.line)
          problems.append(problem)
        }
      }
      if !problems.isEmpty { throw Problems(problems) }
      if drafts.isEmpty { throw Problem("certificate_file_empty") }
      return drafts
    }
  }

  private static func indices(in cells: [String]) throws(Problem) -> [String: Int] {
    let names = cells.map(canonicalHeader)
    var found: [String: Int] = [:]
    for (key, known) in titles {
      found[key] = names.firstIndex { known.map(canonicalHeader).contains($0) }
    }
    let missing = needed.filter { found[$0] == nil }
    if !missing.isEmpty {
      throw Problem("certificate_columns", ["columns": missing.joined(separator: ", ")])
    }
    return found
  }
}
