import Bangfu
import Domain

/// What files came to, for programs.
extension ImportRun {
  func json(_ refused: Refused) -> JSON {
    .object([
      ("file", .string(refused.file)), ("path", .string(names.shown(refused.file))),
      ("posted", .bool(false)),
      ("error", .string(refused.problems.first.map(Sentences.code) ?? "")),
      ("message", .string(refused.problems.map(\.description).joined(separator: "\n"))),
    ])
  }

  func json(_ result: ImportResult) -> JSON {
    func number(_ count: Int) -> JSON { .int(Int64(count)) }
    func money(_ amount: Money) -> JSON { .string(amount.description) }
    return .object([
      ("import", result.number == 0 ? .null : .int(result.number)), ("file", .string(result.file)),
      ("path", .string(names.path(of: result))), ("channel", .string(result.channel)),
      ("part", .optional(result.part.isEmpty ? nil : result.part)),
      ("sha256", .string(result.sha256)), ("profile", .string(result.profile)),
      ("encoding", .string(result.encoding)), ("rows", number(result.rows)),
      ("new", number(result.new)), ("same", number(result.same)),
      ("changed", number(result.changed)), ("rejected", number(result.rejected)),
      ("mended", number(result.mended)),
      ("pending", number(result.pending)), ("conflicts", number(result.conflicts)),
      ("gross", money(result.gross)), ("refunds", money(result.refunds)),
      ("net", money(result.gross - result.refunds)), ("posted_gross", money(result.postedGross)),
      ("posted_refunds", money(result.postedRefunds)), ("first_day", .optional(result.firstDay)),
      ("last_day", .optional(result.lastDay)), ("posted", .bool(result.isPosted)),
      ("rejects_file", .optional(result.rejectsFile)),
      ("left_out", number(result.leftOut)), ("repeated", number(result.repeated)),
      ("early", number(result.early)), ("agreements", number(result.agreements)),
      ("agreed", money(result.agreed)),
      ("cells_beyond", number(result.beyond)),
      ("hidden_rows", number(result.hidden)),
      ("settlement_lines", number(result.settlement.lines)),
      ("settled", money(result.settlement.amount)), ("fees", money(-result.settlement.fees)),
      (
        "unknown_kinds",
        .object(
          result.settlement.unknown.sorted { $0.key < $1.key }.map { ($0.key, number($0.value)) })
      ),
      (
        "totals_differing",
        .array(
          result.settlement.controls.map {
            .object([
              ("label", .string($0.label)), ("stated", .string($0.stated)),
              ("computed", .string($0.computed)),
            ])
          })
      ),
      ("passed_over", .array(result.passedOver.map { .string($0.path) })),
    ])
  }
}
