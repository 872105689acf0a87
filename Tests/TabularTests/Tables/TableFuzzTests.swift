import Glibc
import TestSupport
import Testing

@testable import Tabular

/// Random damage to good files of each kind: each is read, or refused in a known way, soon.
///
/// A few rounds here; `make fuzz` goes on for a minute, every reader at once.
@Suite struct TableFuzzTests {
  private static let seconds = getenv("FUZZ_SECONDS").flatMap { Double(String(cString: $0)) }

  /// Damages what `make` returns again and again, and reads it.
  private func fuzz(
    rounds: Int, _ pieces: String, _ make: (inout Damage) throws -> [UInt8]
  ) throws {
    var options = TableFile.Options.forTests
    options.limits.unpackedBytes = 32 << 20
    options.limits.sharedBytes = 16 << 20
    options.limits.oldWorkbookSeconds = 10
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(Self.seconds ?? 0))
    var damage = Damage(pieces: pieces.split(separator: "|").map { Array($0.utf8) })
    var round = 0
    repeat {
      round += 1
      let bytes = try make(&damage)
      let start = clock.now
      do {
        _ = try tables(bytes, options)
      } catch is TabularError {
      }
      let took = clock.now - start
      if took > .seconds(15) { Issue.record("\(took) for \(gzip(bytes, level: 9))") }
    } while round < rounds || clock.now < end
    guard Self.seconds != nil else { return }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #expect(usage.ru_maxrss < 1 << 20, "kilobytes at most")
  }

  private static let sheet = """
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s" s="1"><v>1</v></c></row>\
    <row r="3" spans="1:9"><c r="C3" s="1"><v>46266.333391203699</v></c><c><v>1.5E13</v></c>\
    <c t="inlineStr"><is><r><t xml:space="preserve">&#x8BA2;</t></r><rPh><t>d</t></rPh></is></c>\
    <c t="b"><v>1</v></c><c t="str"><f>A1</f><v>x_x000D_</v></c></row>
    """
  private static let marks =
    "<|>|/>|</|\"|&|&amp;|&#0;|&#x1F600;|r=|t=\"s\"|<row>|</row>|<c>|<v>|_x0000_|99999999999|-1|1E99"
    + "|<![CDATA[|<!--|<!DOCTYPE x [|xmlns=|\u{0}"

  @Test func `damaged sheets are read or refused`() throws {
    try fuzz(rounds: 300, Self.marks) { damage in
      var maker = WorkbookMaker()
      maker.styles = [0, 22]
      maker.shared = "<si><t>订单</t></si><si><r><t>a</t></r><r><t>b</t></r></si>"
      var rows = Self.sheet
      switch damage.roll(4) {
      case 0: maker.shared = damage.text(maker.shared)
      case 1: maker.formats = damage.text("<numFmt numFmtId=\"165\" formatCode=\"yyyy/m/d;@\"/>")
      default: rows = damage.text(rows)
      }
      maker.sheets = [(damage.roll(9) == 0 ? damage.text("s") : "s", rows, "state=\"hidden\"")]
      return maker.bytes
    }
  }

  @Test func `damaged archives are read or refused`() throws {
    var zip = ZipMaker()
    zip.add("a.csv", Array("订单,b\n1,2\n".utf8))
    zip.add("b.xlsx", WorkbookMaker(Self.sheet, shared: "<si><t>x</t></si>").bytes)
    let good = zip.bytes
    let packed = [good, WorkbookMaker(Self.sheet).bytes, gzip(Array("订单,b\n1,2\n".utf8))]
    try fuzz(rounds: 300, "PK\u{1}\u{2}|PK\u{3}\u{4}|PK\u{5}\u{6}|\u{0}\u{0}|\u{7F}") { damage in
      damage.bytes(packed[damage.roll(3)])
    }
  }

  @Test func `damaged pages are read or refused`() throws {
    let page = """
      <html><head><meta charset=gbk><style>td{}</style></head><body><table border=1><tr>\
      <th colspan=2>订单</th></tr><tr><td rowspan=3>1&nbsp;</td><td>2<br>3</td></tr><tr><td><table>\
      <tr><td>4</table></td></tr></table><script>if (a<b) x()</script></body></html>
      """
    try fuzz(
      rounds: 300,
      "<table>|</table>|<tr>|<td>|<td|colspan=99999|rowspan=70000|<!--|-->|<script>|</|<|>|\"|&#|&a"
        + "|<![CDATA[|<b>|<p>|\u{C}"
    ) { damage in damage.bytes(Array(page.utf8)) }
  }

  @Test func `damaged old workbooks are read or refused`() throws {
    let good = try dataFile("libreoffice.xls")
    try fuzz(rounds: 12, "\u{0}|\u{7F}\u{7F}|\u{6}\u{0}|\u{9}\u{8}") { $0.bytes(good) }
  }
}

/// Random damage.
struct Damage {
  let pieces: [[UInt8]]
  private var random = SystemRandomNumberGenerator()

  init(pieces: [[UInt8]]) {
    self.pieces = pieces
  }

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<max(sides, 1), using: &random) }

  /// Returns text with some damage, as far as it still is text.
  mutating func text(_ good: String) -> String {
    String(decoding: bytes(Array(good.utf8)), as: UTF8.self)
  }

  /// Returns bytes with some damage.
  mutating func bytes(_ good: [UInt8]) -> [UInt8] {
    var bytes = good
    for _ in 0...roll(8) {
      if bytes.isEmpty { return good }
      let place = roll(bytes.count)
      switch roll(7) {
      case 0: bytes[place] = UInt8(roll(256))
      case 1: bytes[place] ^= UInt8(1 << roll(8))
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + roll(40)))
      case 3: bytes += bytes[place..<min(bytes.count, place + roll(400))]
      case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + roll(90))], at: place)
      default: bytes.insert(contentsOf: pieces[roll(pieces.count)], at: place)
      }
    }
    return roll(20) == 0 ? Array(bytes.prefix(roll(bytes.count))) : bytes
  }
}
