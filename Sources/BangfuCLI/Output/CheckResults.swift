import Bangfu

/// Prints what checks found.
func report(_ results: [CheckResult], _ format: Format) {
  switch format {
  case .json:
    printLine(
      JSON.array(
        results.map { result in
          .object([
            ("check", .string(result.name)), ("violations", .int(Int64(result.violations))),
            ("examples", .array(result.examples.map { .string($0) })),
          ])
        }
      ).pretty)
  case .csv, .table:
    printRows(
      Table(
        [.check, .violations, .meaning],
        rows: results.map { result in
          let meaning = Sentences.table["check_" + result.name]?.words([:], in: .current) ?? ""
          return [result.name, String(result.violations), meaning]
        }), format)
    for result in results {
      for example in result.examples { printToStandardError("\(result.name): \(example)".visible) }
      let more = result.violations - result.examples.count
      if more > 0 {
        printToStandardError("\(result.name): " + say("还有 \(more) 处", "\(more) more"))
      }
    }
  }
}
