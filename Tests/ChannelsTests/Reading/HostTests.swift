import Domain
import Tabular
import Testing

@testable import Channels

/// The hosts that order files name, beside what is counted.
@Suite struct HostTests {
  private static let header = "单号 品 件 应付 运费 付款 状态"
  private static let row = [
    "单号": "1001", "品": "白茶", "件": "2", "应付": "110.00", "运费": "0", "付款": "2026-10-05 10:00:00",
    "状态": "完成",
  ]
  private static let beside = "[beside]\nhost = ['达人ID']\nhost-name = ['昵称']"

  private func read(_ cells: [String: String], header: String = " 达人ID 昵称") throws -> SampleFile {
    let profile = try Profile.own(columns: "", words: Self.beside)
    return try SampleFile(
      Self.header + header, [Self.row.merging(cells) { $1 }], .init(profiles: [profile]))
  }

  @Test func `a row names its host by number, by name, or by neither`() throws {
    for (number, name, host) in [
      ("4477", "小李", ("4477", "小李")), ("0", "-", nil), ("-", "", nil), ("4477", "/", ("4477", "")),
      ("0", "小李", ("", "小李")), ("44\u{FFFD}7", "小\u{FFFD}", nil),
      ("4477", "小李13812345678", ("4477", "小李***")),
      (
        String(repeating: "4", count: 41), String(repeating: "李", count: 101),
        (String(repeating: "4", count: 40), String(repeating: "李", count: 100))
      ),
    ] as [(String, String, (String, String)?)] {
      let claim = try #require(read(["达人ID": number, "昵称": name]).claims.first)
      #expect(claim.host?.number == host?.0 && claim.host?.name == host?.1, "\(number) \(name)")
    }
  }

  @Test func `no file is refused or read otherwise for the columns of hosts`() throws {
    #expect(try read([:], header: "").claims.first?.host == nil)
    let twice = try read(["达人ID": "4477"], header: " 达人ID 达人ID 昵称")
    #expect(twice.claims.count == 1 && twice.claims[0].host == nil)
    let plain = try Profile.own(columns: "")
    #expect(try Profile.own(columns: "", words: Self.beside).reading == plain.reading)
    #expect(try Profile.own(columns: "host = ['达人ID']").reading != plain.reading)
    let named = try read(["达人ID": "4477", "昵称": "小李"]).claims
    let digester = ClaimDigester()
    var (first, second): ([UInt8], [UInt8]) = ([], [])
    digester.write(named[0], to: &first)
    digester.write(try read([:]).claims[0], to: &second)
    #expect(first == second)
  }

  @Test func `beside are hosts alone, and what is like a profile has its own as well`() throws {
    let library = ProfileLibrary(
      texts: [
        ("a.toml", "name = 'a'\nlike = 'douyin-orders'"),
        ("b.toml", "name = 'b'\nlike = 'douyin-orders'\n[beside]\npayable = ['应付']"),
        ("c.toml", "name = 'c'\nlike = 'douyin-orders'\n[beside]\nhost = ['主播号']"),
      ] + Profile.shippedTexts())
    #expect(library.faults.map(\.problem.code) == ["profile_field_unknown"])
    let own = try library.choose("c")[0]
    #expect(own.columns[.host] == ["主播号"] && own.columns[.hostName] == ["达人昵称"])
    #expect(try library.choose("a")[0].columns[.host]?.count == 1)
  }

  @Test(arguments: [
    ("douyin-orders", "达人ID", "达人昵称"), ("douyin-main-orders", "达人ID", "达人昵称"),
    ("kuaishou-orders", "CPS达人ID", "CPS达人昵称"), ("weixin-orders", "带货ID", "带货账号昵称"),
  ]) func `platforms name hosts in columns of their own`(
    _ profile: String, _ number: String, _ name: String
  ) throws {
    let profile = try Profile.shipped(profile)
    #expect(profile.columns[.host] == [canonicalHeader(number)])
    #expect(profile.columns[.hostName] == [canonicalHeader(name)])
  }
}
