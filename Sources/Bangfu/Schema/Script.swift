internal import CSQL

/// A script of `sql/`, carried inside the program.
struct Script: Sendable {
  /// The path under `sql/`, such as `migrations/0001_catalogue.sql`.
  let name: String
  /// The script's text.
  let text: String

  /// The folder it lies in; empty for `schema.sql`.
  var folder: Substring { name.contains("/") ? name.prefix { $0 != "/" } : "" }
  /// The file's name without its folder and `.sql`.
  var title: String { String(name.drop { $0 != "/" }.dropFirst().dropLast(4)) }
  /// The number a migration's name begins with.
  var number: Int { Int(title.prefix { $0.isNumber }) ?? 0 }

  /// Every script, in the order they are applied.
  static let all: [Script] = {
    var scripts: [Script] = []
    var index = 0
    while let name = unsafe sql_scripts[index].name, let text = unsafe sql_scripts[index].text {
      unsafe scripts.append(Script(name: String(cString: name), text: String(cString: text)))
      index += 1
    }
    return scripts
  }()

  /// What is applied whole after the migrations: all views and functions go, and are made anew.
  static var applied: [Script] { reset + all.filter { nouns.contains($0.folder) } }

  /// The folders of the functions and views, by noun.
  ///
  /// Inside them, and among them, the order is that of the program's list: what a view or a function of one statement
  /// reads is made before it.
  private static let nouns: Set<Substring> = [
    "core", "catalogue", "rules", "duplicates", "posting", "stock", "orders", "canteens", "buyers",
    "claims", "supermarkets", "tourism", "settlements", "livestreams", "suppliers", "reports",
    "months",
    "seals", "figure", "people",
  ]

  /// What takes all views and functions away.
  static var reset: [Script] { all.filter { $0.name == "reset.sql" } }

  /// The scripts of one folder, in order.
  static func `in`(_ folder: String) -> [Script] { all.filter { $0.folder == folder } }
}
