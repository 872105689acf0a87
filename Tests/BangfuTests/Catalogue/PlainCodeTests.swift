import Bangfu
import Domain
import Postgres
import Tabular
import Testing

/// Codes and units hold nothing that nobody sees.
@Suite struct PlainCodeTests {
  private static let rules = [
    "supplier_code_plain", "product_sku_plain", "location_code_plain", "channel_code_plain",
    "buyer_code_plain", "lot_code_plain", "unit_code_plain", "product_unit_plain",
  ]

  @Test func `the rules of the database and the list of the program are one`() throws {
    let shop = try Shop()
    let database = try shop.sql()
    func refused(by rule: String, _ codes: String) throws -> [Int] {
      let row = try database.execute(
        """
        SELECT pg_get_expr(conbin, conrelid), (SELECT attname FROM pg_attribute WHERE attrelid = conrelid
          AND attnum = conkey[1]) FROM pg_constraint WHERE conname = \(rule)
        """
      ).single()
      let (rule, column) = try row.decode((String, String).self)
      return try database.execute(
        Query(
          unsafeSQL: """
            SELECT c FROM (\(codes)) AS s (c), LATERAL (SELECT 'a' || chr(c)) AS t (\(column))
            WHERE c NOT BETWEEN 55296 AND 57343 AND NOT \(rule) ORDER BY c
            """)
      ).map { try $0.decode(Int.self) }
    }
    let unseen = (1...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
      .filter(\.isUnseen).map { Int($0.value) }
    let all = try refused(
      by: "supplier_code_plain", "SELECT generate_series(1, 1114111)")
    let spaces = all.filter { Unicode.Scalar(UInt32($0))?.properties.isWhitespace == true }
    #expect(Set(all).subtracting(spaces) == Set(unseen).subtracting(spaces))
    #expect(spaces.contains(32))
    let function = try database.execute(
      """
      SELECT c FROM generate_series(1, 1114111) AS s (c)
      WHERE c NOT BETWEEN 55296 AND 57343 AND NOT is_plain_code('a' || chr(c), 40) ORDER BY c
      """
    ).map { try $0.decode(Int.self) }
    #expect(function == all)
    for rule in Self.rules.dropFirst() {
      let list = "SELECT unnest('\(unseen.postgres ?? "")'::integer[])"
      #expect(try refused(by: rule, list) == unseen, "\(rule)")
    }
  }

  @Test func `a row of a file whose code holds one is rejected`() throws {
    let shop = try Shop()
    let result = try shop.importText(
      """
      订单号,商品,商品数量(件),商品id,商家编码-规格维度,商家实收金额(元),邮费(元),订单成交时间,订单状态,售后状态
      1,茶,1,1,BC01,128,0,2026-10-01 10:00:00,已收货,无售后或售后取消
      2,茶,1,2,BC\u{200B}01,128,0,2026-10-01 10:00:00,已收货,无售后或售后取消
      3\u{200B}4,茶,1,1,BC01,128,0,2026-10-01 10:00:00,已收货,无售后或售后取消

      """, name: "a.csv", channel: "pinduoduo")
    #expect(result.rejects.map(\.reason) == ["code_unseen", "id_malformed"])
    #expect(result.gross == Money("128.00"))
  }
}
