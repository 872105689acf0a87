import Foundation

/// The program whose manual this is.
enum Program {
  /// The folder of the built programs, which is that of the tests.
  static let folder: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().path
  }()

  /// A command, with what `--experimental-dump-help` tells of it.
  struct Command: Decodable, Sendable {
    /// An option, flag or positional argument.
    struct Argument: Decodable, Sendable {
      /// One way to write it.
      struct Name: Decodable, Sendable {
        let kind: String
        let name: String
      }
      let names: [Name]?
      let shouldDisplay: Bool
    }

    let commandName: String
    let shouldDisplay: Bool?
    let arguments: [Argument]?
    let subcommands: [Command]?

    /// The long names of the options.
    var options: [String] {
      (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
        .filter { $0.kind == "long" }.map { "--" + $0.name }
    }

    /// This command and all under it, with their words from the root on.
    func all(after words: [String] = []) -> [(words: String, command: Command)] {
      let own = words + [commandName]
      let inner = (subcommands ?? []).filter { $0.commandName != "help" }
      return [(own.joined(separator: " "), self)] + inner.flatMap { $0.all(after: own) }
    }
  }

  /// Every command.
  static func commands() throws -> [(words: String, command: Command)] {
    struct Tool: Decodable { let command: Command }
    let program = Process()
    let output = Pipe()
    program.executableURL = URL(filePath: folder + "/bangfu")
    program.arguments = ["--experimental-dump-help"]
    program.standardOutput = output
    try program.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    program.waitUntilExit()
    return try JSONDecoder().decode(Tool.self, from: bytes).command.all()
  }
}
