import Postgres
import TestSupport
import Testing

@Suite struct ValueTests {
  let database: Connection

  init() throws { database = try Connection(TestServer.shared.conninfo(database: "postgres")) }

  @Test(arguments: [
    [], [""], ["NULL"], ["a,b", "{c}", "d\"e", "f\\g", " h ", "苹果", "null"], ["\n\t", "'"],
  ])
  func `texts come back from an array as they went`(texts: [String]) throws {
    let rows = try database.execute("SELECT \(texts)::text[], cardinality(\(texts)::text[])")
    let (back, count) = try rows.single().decode(([String], Int).self)
    #expect(back == texts)
    #expect(count == texts.count)
  }

  @Test func `an array of optional texts keeps NULL apart from its name`() throws {
    let texts = ["a", nil, "NULL", ""]
    let row = try database.execute("SELECT \(texts)::text[], \([nil, 7])::bigint[]").single()
    let (back, numbers) = try row.decode(([String?], [Int64?]).self)
    #expect(back == texts)
    #expect(numbers == [nil, 7])
    #expect(throws: PostgresError.self) { try row.decode([String].self) }
  }

  @Test func `numbers of 64 bits travel in arrays`() throws {
    let numbers: [Int64] = [.min, -1, 0, .max]
    let row = try database.execute("SELECT \(numbers)::bigint[], '[0:1]={5,6}'::int[]").single()
    let (back, shifted) = try row.decode(([Int64], [Int]).self)
    #expect(back == numbers)
    #expect(shifted == [5, 6])
  }

  @Test func `an array of two dimensions is refused`() throws {
    let row = try database.execute("SELECT '{{1,2},{3,4}}'::int[]").single()
    #expect(throws: PostgresError.self) { try row.decode([Int].self) }
  }

  @Test func `bytes travel as bytea, alone and in arrays`() throws {
    let bytes = [UInt8](0...255)
    let row = try database.execute(
      "SELECT \(bytes)::bytea, length(\(bytes)::bytea), \([bytes, []])::bytea[]"
    ).single()
    let (back, count, both) = try row.decode(([UInt8], Int, [[UInt8]]).self)
    #expect(back == bytes)
    #expect(count == 256)
    #expect(both == [bytes, []])
  }

  @Test func `a newtype travels as its raw value`() throws {
    let row = try database.execute("SELECT \(Grade.first)::text, \(LotID(rawValue: 7))::bigint")
      .single()
    let (grade, lot) = try row.decode((Grade, LotID).self)
    #expect(grade == .first)
    #expect(lot == LotID(rawValue: 7))
    #expect(throws: PostgresError.self) {
      try database.execute("SELECT 'third'").single().decode(Grade.self)
    }
  }
}

private enum Grade: String, PostgresCodable { case first, second }

private struct LotID: RawRepresentable, PostgresCodable, Equatable { var rawValue: Int64 }
