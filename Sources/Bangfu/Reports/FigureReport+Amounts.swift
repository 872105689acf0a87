public import Domain

extension FigureReport {
  /// The report with each amount changed by itself, such as rounded.
  public func mapAmounts(_ change: (Money) -> Money) -> FigureReport {
    func sums(_ sums: FigureBridge) -> FigureBridge {
      FigureBridge(
        gross: change(sums.gross), refunds: change(sums.refunds),
        duplicates: change(sums.duplicates), excluded: change(sums.excluded),
        pending: change(sums.pending), counted: change(sums.counted))
    }
    func rows(_ rows: [BreakdownRow]) -> [BreakdownRow] {
      rows.map {
        BreakdownRow(
          code: $0.code, name: $0.name, quantity: $0.quantity, unit: $0.unit, sums: sums($0.sums),
          missing: $0.missing)
      }
    }
    return FigureReport(
      time: time, headline: sums(headline), byChannel: rows(byChannel), byProduct: rows(byProduct),
      bySupplier: rows(bySupplier), byTime: rows(byTime),
      target: target.map {
        TargetProgress(
          from: $0.from, to: $0.to, asOf: $0.asOf, amount: change($0.amount),
          countedToDate: change($0.countedToDate), remaining: change($0.remaining),
          percent: $0.percent, daysLeft: $0.daysLeft, requiredPerDay: $0.requiredPerDay.map(change))
      }, waitingCases: waitingCases, waitingCash: change(waitingCash), agreements: agreements,
      agreed: change(agreed), undecided: undecided, atRisk: change(atRisk), reconciles: reconciles,
      differences: differences)
  }
}
