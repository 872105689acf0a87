public import Domain
public import Postgres

// Amounts and quantities travel as plain decimal text. NULL is none: where it stands for zero the statement says so.

extension Money: PostgresArrayElement {}
extension Quantity: PostgresArrayElement {}
extension PaymentMethod: PostgresArrayElement {}

extension BusinessDay: PostgresDecodable {}
