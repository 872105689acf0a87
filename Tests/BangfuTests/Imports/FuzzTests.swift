import Bangfu
import Channels
import Domain
import FoundationEssentials
import Tabular
import TestSupport
import Testing

/// Random damage to good files: each is read, or refused in a known way.
///
/// A few rounds here; `make fuzz`
/// goes on for a minute.
@Suite struct FuzzTests {
  @Test func `damaged files are read or refused, never worse`() throws {
    let seconds = ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap(Double.init)
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(seconds ?? 0))
    let folder = TestFolder()
    let profiles = try Profile.all()
    var dice = Dice(UInt64.random(in: 0 ... .max))
    let good = try Self.tables()
    var rounds = 0
    repeat {
      rounds += 1
      let bytes = Self.damaged(good[rounds % good.count], &dice)
      let path = folder.path + "/f.csv"
      let writer = try FileWriter(path)
      try writer.write(bytes)
      try writer.flush()
      do {
        let file = try TextFile.open(path)
        let rows = try file.firstRows(30)
        if dice.roll(8) == 0 {
          let draft = try? ProfileDraft(
            named: "x", rows: rows, profiles: profiles, like: nil, platform: "p")
          if let draft { #expect(draft.text.hasSuffix("\n")) }
        }
        var reader = try FileReader(layout: Layout(finding: profiles, in: rows), prices: [:])
        var found = 0
        try file.forEachRow { row in
          guard row.number > reader.layout.headerRow else { return }
          do {
            switch try reader.read(row) {
            case .claims(let claims): found += claims.count
            case .afterSale, .returns, .settlement: found += 1
            case .total, .controls, .remark, .leftOut, .elsewhere: break
            }
          } catch let problem as RowProblem {
            #expect(!problem.reason.isEmpty)
          }
        }
        #expect(found <= bytes.count)
      } catch is TabularError {
      } catch is Problem {
      }
    } while rounds < 400 || clock.now < end
  }

  /// The tables of every platform's files as CSV, and one of 抖店 with several lines an order.
  private static func tables() throws -> [[UInt8]] {
    var tables = [Array(DouyinLine.csv((1...12).map { DouyinLine("69\($0)", "69\($0)0") }).utf8)]
    for platform in PlatformTests.platforms {
      let files = PlatformFiles(platform)
      for name in files.raw {
        for table in try TableFile.open(files.path(of: name)).tables {
          var bytes: [UInt8] = []
          try table.forEachRow { row in row.appendCSV(to: &bytes, blanking: nil) }
          tables.append(bytes)
        }
      }
    }
    return tables
  }

  private static func damaged(_ good: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = good
    for _ in 0...dice.roll(8) {
      let place = dice.roll(bytes.count)
      switch dice.roll(6) {
      case 0: bytes[place] = UInt8(dice.roll(256))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(Array("\",\n\r;\t-0".utf8)[dice.roll(8)], at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(40)))
      case 4: bytes += bytes[place..<min(bytes.count, place + dice.roll(400))]
      default: bytes.swapAt(place, dice.roll(bytes.count))
      }
      if bytes.isEmpty { return good }
    }
    return dice.roll(20) == 0 ? Array(bytes.prefix(dice.roll(bytes.count))) : bytes
  }
}
