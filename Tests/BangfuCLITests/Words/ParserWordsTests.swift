import ArgumentParser
import Testing

@testable import BangfuCLI

@Suite struct ParserWordsTests {
  /// Returns how a command line ends.
  private func ending(_ arguments: [String], _ language: Language = .zh) throws -> Ending {
    do {
      var command = try Tree.parseAsRoot(arguments)
      try command.run()
    } catch {
      return Ending(of: error, root: Tree.self, language: language)
    }
    throw Silence()
  }

  struct Silence: Error {}

  static let usageErrors: [[String]] = [
    ["leaf"],
    ["leaf", "f", "--seze", "large"],
    ["leaf", "f", "--completely-other"],
    ["leaf", "f", "-q"],
    ["leaf", "f", "g"],
    ["leaf", "f", "g", "h"],
    ["leaf", "f", "--size"],
    ["leaf", "f", "--size", "huge"],
    ["leaf", "f", "--number", "many"],
    ["leaf", "f", "-n", "many"],
    ["leaf", "f", "--yes=1"],
    ["leaf", "f", "--loud", "--quiet"],
    ["leaf", "f", "--format"],
    ["--lang", "de"],
    ["bough", "needed"],
    ["bough", "needed", "--a1", "x"],
    ["bough", "needed", "--loud", "--quiet", "--a1", "x"],
    ["bough", "-pin"],
    ["leaf", "-ny"],
    ["leaf", "f", "-yn"],
    ["--generate-completion-script=elvish"],
    ["-é"],
    ["nothing", "at", "all"],
  ]

  @Test(arguments: usageErrors)
  func `a usage error is told in Chinese and ends with 64`(_ arguments: [String]) throws {
    let ending = try ending(arguments)
    #expect(ending.status == 64)
    #expect(ending.words.hasPrefix("bangfu: "))
    #expect(english(in: ending.words) == [], "\(ending.words)")
  }

  @Test(arguments: [
    ["--help"], ["leaf", "--help"], ["help", "bough"], ["help", "bough", "needed"], ["bough"],
    ["help", "help"], ["--help-hidden"],
  ])
  func `help is Chinese, on standard output`(_ arguments: [String]) throws {
    let ending = try ending(arguments)
    #expect(ending.status == 0)
    #expect(ending.words == "")
    #expect(english(in: ending.output) == [], "\(ending.output)")
    #expect(ending.output.split(separator: "\n").allSatisfy { $0.columns <= 80 })
  }

  @Test func `the screen of a command is aligned and wrapped by columns`() throws {
    let screen = """
      概述：一片叶子，说明写得很长很长，长到一行八十列放不下，一定要在中间某个地方折成
      两行才行。

      用法： tree leaf [--lang <lang>] [--programme <programme>] [--as <login>] <file>
             [--size <size>] [--other <other>] [--weight <weight>] [--number <number>]
             [--yes] [--loud] [--quiet] [--long-option-name <long-option-name>]

      参数：
        <file>                  文件

      选项：
        --lang <lang>           The language of words.（可用的值：zh, en）
        --programme <programme> The programme's code.（默认：pengshui）
        --as <login>            The login to work as (password: PGPASSFILE).
        --size <size>           大小，说明也写得很长很长，长到一行放不下，要折成两行。
                                （可用的值：large, medium, small；默认：large）
        --other <other>         另一种大小（可用的值：large, medium, small）
        --weight <weight>       重量
        -n, --number <number>   数目（默认：3）
        -y, --yes               一个开关
        --loud/--quiet          声音
        --long-option-name <long-option-name>
                                名字很长
        --version               显示版本。
        -h, --help              显示帮助。

      """
    #expect(try ending(["leaf", "--help"]).output == screen)
  }

  @Test func `the version and machine-readable output stay as they are`() throws {
    #expect(try ending(["--version"]).output == "1.2.3")
    #expect(try ending(["--experimental-dump-help"]).output.hasPrefix("{"))
    #expect(try ending(["--generate-completion-script", "bash"]).output.hasPrefix("#"))
  }

  @Test func `English keeps the library's words`() throws {
    let ending = try ending(["leaf", "f", "--seze", "large"], .en)
    #expect(
      ending.words.hasPrefix("bangfu: Unknown option '--seze'. Did you mean '--size'?\nUsage:"))
  }

  @Test func `the programme may be named before the command and after it`() throws {
    let before = try Tree.parseAsRoot(["--programme", "x", "leaf", "f"])
    let after = try Tree.parseAsRoot(["leaf", "f", "--programme", "x", "--lang", "zh"])
    #expect((before as? Leaf)?.global.programme == "x")
    #expect((after as? Leaf)?.global.programme == "x")
  }

  /// Returns the library's English that is left: words of two letters and more that are no names.
  private func english(in text: String) -> [String] {
    let names = Set(
      """
      bangfu tree leaf twig bough needed size seze large medium small huge other weight number many
      yes loud quiet tone programme pengshui lang help version file format completely very long name
      of an option zh en de pin pine ny yn elvish bash zsh fish generate completion script shell
      nothing at all subcommands hidden as login
      """.split(whereSeparator: \.isWhitespace).map(String.init))
    return text.replacing("The programme's code.", with: "")
      .replacing("The language of words.", with: "")
      .replacing("The login to work as (password: PGPASSFILE).", with: "").split {
        !($0.isASCII && $0.isLetter)
      }.map(
        String.init
      )
      .filter { $0.count > 1 && !names.contains($0) }
  }
}
