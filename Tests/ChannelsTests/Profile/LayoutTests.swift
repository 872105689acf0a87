import Domain
import Tabular
import TestSupport
import Testing

@testable import Channels

/// How the profile and the header of a file are found, and which column is which.
@Suite struct LayoutTests {
  private let header = ["单号", "品", "件", "应付", "运费", "付款", "状态"]

  private func problem(_ profiles: [Profile], _ rows: [[String]]) throws -> Problem {
    let problem = #expect(throws: Problem.self) { try Layout(finding: profiles, in: rows) }
    return try #require(problem)
  }

  /// The test's own profile under another name.
  private func named(_ name: String, core: String, columns: String = "") throws -> Profile {
    let text = """
      name = "\(name)"
      platform = "p"
      core = [\(core)]
      goods = ["payable"]
      sold = ["paid"]
      [columns]
      order = ["单号"]
      name = ["品"]
      quantity = ["件"]
      payable = ["应付"]
      paid = ["付款"]
      order-status = ["状态"]
      \(columns)
      [order-status]
      "完成" = 4
      """
    let library = ProfileLibrary(texts: [("\(name).toml", text)])
    if let fault = library.faults.first { throw fault.problem }
    return library.profiles[0]
  }

  @Test func `the header is the first row with all core columns; what is above it are titles`()
    throws
  {
    let layout = try Layout(
      finding: [.own()], in: [["订单报表"], ["2026年", ""], header, ["1", "茶", "2", "3"], header])
    #expect(layout.headerRow == 3 && layout.preamble == [["订单报表"], ["2026年", ""]])
    #expect(layout.header == header && layout.profile.name == "own")
  }

  @Test func `columns are found by name, in any order, and one may be missing`() throws {
    let layout = try Layout(finding: [.own()], in: [["x"] + header.reversed()])
    #expect(layout.columns[Profile.Field.order.rawValue] == 7)
    #expect(layout.columns[Profile.Field.payable.rawValue] == 4)
    #expect(layout.columns[Profile.Field.submitted.rawValue] == -1)
    #expect(layout.has(.payable) && !layout.has(.submitted))
    #expect(layout.unknown == [true] + Array(repeating: false, count: 7))
  }

  @Test func `of two profiles that fit, the one with the larger core is meant`() throws {
    let small = try named("small", core: "'order', 'name', 'payable'")
    let large = try named("large", core: "'order', 'name', 'quantity', 'payable', 'order-status'")
    #expect(try Layout(finding: [small, large], in: [header]).profile.name == "large")
    #expect(try Layout(finding: [large, small], in: [header]).profile.name == "large")
    let found = try problem([small, named("other", core: "'order', 'name', 'payable'")], [header])
    #expect(found.code == "profile_ambiguous" && found.facts["profiles"] == "small, other")
  }

  @Test func `a header that lacks a column names it, its row and the profile`() throws {
    let found = try problem([.own()], [["报表"], ["单号", "品", "应付", "运费", "付款", "状态"]])
    #expect(found.code == "column_missing")
    #expect(found.facts == ["columns": "件", "row": "2", "profile": "own"])
  }

  @Test func `a header without any time of sale lacks one`() throws {
    let found = try problem([.own()], [["单号", "品", "件", "应付", "运费", "状态"]])
    #expect(found.code == "column_missing" && found.facts["columns"] == "付款")
  }

  @Test func `a column that is there twice is refused, with where`() throws {
    let found = try problem([.own()], [["应付"] + header])
    #expect(found.code == "column_twice")
    #expect(found.facts == ["column": "应付", "row": "1", "places": "1, 5"])
  }

  @Test func `a file of nothing that is known is not recognised`() throws {
    #expect(try problem([.own()], [["a", "b"], ["单号", "x"]]).code == "file_not_recognised")
    #expect(try problem([], [header]).code == "file_not_recognised")
  }

  @Test func `a column of money that a sheet has and the profile does not read is named`() throws {
    let sheet = try Profile.shipped("fair-sales")
    let layout = try Layout(
      finding: [sheet], in: [["参展企业", "产品", "数量", "现场销售额(元)", "优惠金额", "备注"]])
    #expect(layout.unread == ["优惠金额"])
    let found = try problem([sheet], [["参展企业", "产品", "现场销售额(元)", "备注"]])
    #expect(found.code == "sheet_column_missing" && found.facts["columns"] == "数量")
    #expect(try Layout(finding: [.own()], in: [header + ["优惠金额"]]).unread == [])
  }
}
