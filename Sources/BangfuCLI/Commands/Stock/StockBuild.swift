import ArgumentParser

/// `bangfu stock build`: makes gift boxes and the like.
struct StockBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: say("组装礼盒：用掉组成的商品", "Assembles a product out of its parts."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var assembly: StockAssembly

  func run() throws { try assembly.run(global, apart: false) }
}
