import ArgumentParser

/// `bangfu stock unbuild`: takes gift boxes and the like apart.
struct StockUnbuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unbuild", abstract: say("拆开礼盒：放回组成的商品", "Takes a product apart into its parts."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var assembly: StockAssembly

  func run() throws { try assembly.run(global, apart: true) }
}
