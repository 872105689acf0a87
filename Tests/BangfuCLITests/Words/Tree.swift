import ArgumentParser

@testable import BangfuCLI

/// A command tree that provokes every message of the parser.
struct Tree: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree", abstract: "一棵测试用的命令树", discussion: "例子：\n  tree leaf 甲 --size 大",
    version: "1.2.3",
    subcommands: [Leaf.self],
    groupedSubcommands: [CommandGroup(name: "其他", subcommands: [Twig.self, Bough.self])],
    defaultSubcommand: Twig.self)

  @OptionGroup var global: GlobalOptions
}

enum Size: String, CaseIterable, ExpressibleByArgument {
  case large, medium, small
}

enum Tone: String, EnumerableFlag {
  case loud, quiet
}

struct Leaf: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "一片叶子，说明写得很长很长，"
      + "长到一行八十列放不下，一定要在中间某个地方折成两行才行。")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "文件") var file: String
  @Option(help: "大小，说明也写得很长很长，长到一行放不下，要折成两行。") var size: Size = .large
  @Option(help: "另一种大小") var other: Size?
  @Option(help: "重量") var weight: Int?
  @Option(name: .shortAndLong, help: "数目") var number = 3
  @Flag(name: .shortAndLong, help: "一个开关") var yes = false
  @Flag(help: "声音") var tone: Tone?
  @Option(name: .customLong("long-option-name"), help: "名字很长") var long: String?
}

struct Twig: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "一根枝条")
}

struct Bough: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "一根大枝", subcommands: [Needed.self])
  @Flag(name: [.customShort("p"), .customLong("pine", withSingleDash: true)]) var pine = false
}

struct Needed: ParsableCommand {
  @Flag(exclusivity: .exclusive, help: "必须选一个") var tone: Tone
  @Option(help: "1") var a1: String
  @Option(help: "2") var a2: String?
  @Option(help: "3") var a3: String?
  @Option(help: "4") var a4: String?
  @Option(help: "5") var a5: String?
  @Option(help: "6") var a6: String?
  @Option(help: "7") var a7: String?
  @Option(help: "8") var a8: String?
  @Option(help: "9") var a9: String?
  @Option(help: "10") var b1: String?
  @Option(help: "11") var b2: String?
  @Option(help: "12") var b3: String?
}
