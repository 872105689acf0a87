import Bangfu
import Foundation
import Glibc
import Postgres
import TestSupport
import Testing

/// Where rejected rows are written: for their owner alone, through no link, into nobody's file, harmless in a spreadsheet.
@Suite struct RejectsFileTests {
  private let shop: Shop
  private let bad = DouyinLine("1", "1", payable: "12.8O")
  init() throws { shop = try Shop() }

  private func path(_ name: String) -> String { shop.folder.path + "/" + name }
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `a list is for its owner alone`() throws {
    let list = try #require(try shop.importRows([bad]).rejectsFile)
    let mode = try FileManager.default.attributesOfItem(atPath: list)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try shop.programme.imports.writeRejects(of: 1, to: path("again.csv")) == 1)
    #expect(
      try FileManager.default.attributesOfItem(atPath: path("again.csv"))[.posixPermissions]
        as? Int == 0o600)
  }

  @Test func `no link is followed and no pipe waited for: the list gets a number`() throws {
    try shop.write("precious", to: path("precious"))
    symlink(path("precious"), path("a.csv".replacing(".csv", with: ".rejects.csv")))
    mkfifo(path("b.rejects.csv"), 0o600)
    for name in ["a", "b"] {
      let list = try shop.importRows([bad], name: name + ".csv").rejectsFile
      #expect(list == path(name + ".2.rejects.csv"))
    }
    #expect(try text(path("precious")) == "precious")
    symlink(path("precious"), path("asked"))
    mkfifo(path("pipe"), 0o600)
    for name in ["asked", "pipe"] {
      #expect(throws: (any Error).self) {
        try shop.importRows([bad], name: "c.csv") { $0.rejectsPath = path(name) }
      }
    }
    #expect(try text(path("precious")) == "precious")
    #expect(try shop.value("SELECT count(*) FROM import_file") == 1)
  }

  @Test func `a long name is shortened, and keeps its ending`() throws {
    let name = String(repeating: "抖音店铺订单", count: 12)
    let list = try #require(try shop.importRows([bad], name: name + ".csv").rejectsFile)
    let last = list.split(separator: "/").last.map(String.init) ?? ""
    #expect(last.utf8.count <= 255 && last.hasSuffix(".rejects.csv") && last.hasPrefix("抖音店铺"))
    #expect(try text(list).contains("12.8O"))
  }

  @Test func `cells that a spreadsheet would run are harmless, and mended as they were`() throws {
    let cells = [
      "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=HYPERLINK(1)", "＝1+1", "=\"1001\"",
    ]
    let rows = cells.enumerated().map { place, cell in
      DouyinLine("7\(place)", "7\(place)", payable: "12.8O").with("选购商品", cell)
    }
    let list = try #require(try shop.importRows(rows).rejectsFile)
    let written = try text(list)
    let starts = written.split(whereSeparator: { ",\n".contains($0) })
      .compactMap { $0.drop { "\t\"".contains($0) }.first }
    #expect(!starts.contains { "=+@＝".contains($0) }, "\(written)")
    #expect(written.contains(",-,") && !written.contains("'-,"))
    let mended = try shop.importText(written.replacing("12.8O", with: "12.80"), name: "b.csv")
    #expect(mended.rejected == 0 && mended.new == cells.count)
    let direct = try Shop()
    try direct.importRows(rows.map { $0.with("订单应付金额", "12.80") })
    let names = "SELECT string_agg(name, ';' ORDER BY name) FROM listing"
    #expect(try shop.value(names) as String == direct.value(names))
    let digests = "SELECT string_agg(digest::text, ';' ORDER BY digest) FROM claim_snapshot"
    #expect(try shop.value(digests) as String == direct.value(digests))
  }
}

extension Shop {
  fileprivate func value<Value: PostgresCodable>(_ query: String) throws -> Value {
    try sql().execute(Query(unsafeSQL: query)).single().decode(Value.self)
  }
}
