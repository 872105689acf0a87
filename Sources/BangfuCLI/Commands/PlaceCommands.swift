import ArgumentParser
import Bangfu
import Domain

/// `bangfu location`: shops, warehouses, stands.
struct LocationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "location", abstract: say("门店、仓库与展位", "Places that hold stock."),
    subcommands: [Add.self, List.self, Show.self, Change.self])

  struct Fields: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        say("类型：shop 门店、warehouse 仓库、stand 展位", "The kind: shop, warehouse or stand.")))
    var kind: String?
    @Flag(help: ArgumentHelp(say("设为默认", "Make it the default one."))) var `default` = false
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: say("新增地点", "Adds a location."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
    @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String
    @OptionGroup var fields: Fields

    func run() throws {
      try global.open().saveLocation(
        code, name: name, kind: fields.kind, isDefault: fields.default, isActive: nil, isNew: true)
      printToStandardError(say("已新增地点 \(code) \(name)", "Added location \(code) \(name)."))
    }
  }

  struct Change: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change",
      abstract: say("修改地点（没有写的不变）", "Changes a location; what is not said stays."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
    @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String?
    @OptionGroup var fields: Fields
    @Flag(inversion: .prefixedNo, help: ArgumentHelp(say("是否在用", "Whether it is in use.")))
    var active: Bool?

    func validate() throws {
      if name == nil, active == nil, fields.kind == nil, !fields.default { throw nothingToChange() }
    }

    func run() throws {
      try global.open().saveLocation(
        code, name: name, kind: fields.kind, isDefault: fields.default, isActive: active,
        isNew: false)
      printToStandardError(say("已修改地点 \(code)", "Changed location \(code)."))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: say("列出地点", "Lists the locations."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().locations()) }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: say("显示一个地点", "Shows a location."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
    @OptionGroup var options: ListOptions

    func run() throws {
      try options.showOne(global.open().locations(code).known("location_unknown", code))
    }
  }
}

/// `bangfu unit`: the units products are sold in.
struct UnitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit", abstract: say("计量单位", "Units products are sold in."),
    subcommands: [Add.self, List.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: say("新增单位", "Adds a unit."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("单位，如 提", "The unit, such as 提."))) var code: String
    @Option(help: ArgumentHelp(say("英文名", "Its English name."))) var english = ""
    @Flag(
      help: ArgumentHelp(
        say("可以有小数；公斤、升这样的度量单位本来就可以", "It may have fractions, as measures such as kg may anyway.")))
    var fractions = false

    func run() throws {
      try global.open().addUnit(code, english: english, isWhole: !fractions)
      printToStandardError(say("已新增单位 \(code)", "Added unit \(code)."))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: say("列出单位", "Lists the units."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().units()) }
  }
}

extension Listed {
  /// The rows, where there are any.
  ///
  /// - Throws: `Problem` of the code where there are none.
  func known(_ problem: String, _ code: String) throws(Problem) -> Listed {
    if rows.isEmpty { throw Problem(problem, ["code": code]) }
    return self
  }
}
