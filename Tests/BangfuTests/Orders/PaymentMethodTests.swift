import Domain
import Postgres
import TestSupport
import Testing

/// The methods of payment, which the program and the database each say once.
@Suite struct PaymentMethodTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  /// The words that a constraint lists.
  private func words(of constraint: String) throws -> [String] {
    try shop.sql().execute(
      """
      SELECT w.found[1]
      FROM pg_constraint c
      CROSS JOIN LATERAL regexp_matches(pg_get_constraintdef(c.oid), '''([a-z]+)''::text', 'g') AS w(found)
      WHERE c.conname = \(constraint) AND c.connamespace = 'pengshui'::regnamespace
      """
    ).compactMap { $0.text(0) }
  }

  @Test func `a tender has any method but the one by which the buyer owes`() throws {
    let methods = PaymentMethod.allCases.filter { !$0.needsBuyer }
    #expect(try words(of: "tender_method_known") == methods.map(\.rawValue))
  }

  @Test func `a supplier is paid by the methods that the program knows`() throws {
    #expect(
      try words(of: "supplier_payment_method_known")
        == AccountPaymentMethod.allCases.map(\.rawValue))
  }

  @Test(arguments: PaymentMethod.allCases)
  func `the database and the till know alike which give change, and which are owed`(
    _ method: PaymentMethod
  ) throws {
    let (givesChange, isOwed) = try shop.sql().execute(
      "SELECT gives_change(\(method.rawValue)), \(method.rawValue) = on_account()"
    ).single().decode((Bool, Bool).self)
    #expect(givesChange == method.givesChange)
    #expect(isOwed == method.needsBuyer)
  }
}
