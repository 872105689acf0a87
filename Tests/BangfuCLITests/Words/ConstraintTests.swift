import Postgres
import TestSupport
import Testing

@testable import BangfuCLI

@Suite struct ConstraintTests {
  @Test func `every rule of a database that was set up has a sentence`() throws {
    let shop = try CounterShop()
    let database = try Connection(TestServer.shared.conninfo(database: shop.database))
    let names = try database.execute(
      """
      SELECT conname FROM pg_constraint
      WHERE connamespace = 'pengshui'::regnamespace AND contype IN ('c', 'u', 'p', 'f', 'x')
        AND conparentid = 0 AND conrelid NOT IN (SELECT inhrelid FROM pg_inherits)
      UNION
      SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE c.relnamespace = 'pengshui'::regnamespace AND i.indisunique AND NOT c.relispartition
      """
    ).compactMap { $0.text(0) }
    #expect(names.count > 150)
    #expect(Set(names).subtracting(Sentences.table.keys) == [])
  }
}
