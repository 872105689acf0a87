import ArgumentParser

/// `bangfu report`: the figures.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: say("报表", "Reports."),
    subcommands: [
      ReportMonthly.self, ReportYearly.self, ReportPace.self, ReportWaterfall.self,
      ReportSuppliers.self,
      ReportMargin.self, ReportSessions.self, ReportReserve.self, ReportSupermarkets.self,
      ReportTourism.self,
    ])
}
