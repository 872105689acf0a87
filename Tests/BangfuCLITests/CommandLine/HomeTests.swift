import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import BangfuCLI

/// A slip in where the database is makes none; every command says where it looked.
@Suite struct HomeTests {
  private let shop: CounterShop
  /// The program with a private cluster in a folder that is not there.
  private let program: String
  private let home: String

  init() throws {
    shop = try CounterShop()
    home = shop.folder.path + "/mistyped"
    let words = shop.program.split(separator: "'", omittingEmptySubsequences: false)
    let binary = words.last.map { String($0.drop { $0 == " " }) } ?? ""
    program = "env -u BANGFU_DATABASE LANG=C BANGFU_HOME=\(home) \(binary)"
  }

  /// Every command that needs the database, and the least that it takes.
  private static let commands = [
    "status", "check", "product list", "stock list", "stock moves", "order list", "order show 1",
    "report monthly 2026-10",
    "report suppliers 2026-10", "target show", "import list", "supplier list", "buyer list",
    "channel list", "location list",
    "unit list", "agreement list", "stock count list", "supplier contract list",
    "counter sell", "order enter --line BC01:1 --tender cash:128", "order refund 1 --all",
    "stock receive BC01 1",
    "supplier pay TEA 1", "target set 1 --from 2026-01-01 --to 2026-12-31",
    "product add X --name x --unit 盒 --price 1",
    "backup create file.dump", "server start",
  ]

  @Test(arguments: commands) func `nothing but setup makes a database`(_ command: String) throws {
    let run = try shop.shell("\(program) \(command) </dev/null")
    #expect(
      run.status == 69 && run.words.contains(home) && run.words.contains("setup"), "\(run.words)")
    #expect(!FileManager.default.fileExists(atPath: home))
  }

  @Test func `the server's state is told of what is not there, and stopping it does nothing`()
    throws
  {
    #expect(try shop.shell("\(program) server status").slips.contains("absent"))
    _ = try shop.shell("\(program) server stop")
    #expect(!FileManager.default.fileExists(atPath: home))
  }

  @Test func `a programme that a server lacks is named, and what named the server`() throws {
    let run = try shop.shell("\(shop.program) stock list --programme other")
    #expect(
      run.status == 69 && run.words.contains("other") && run.words.contains("BANGFU_DATABASE"))
  }

  @Test func `setup makes it, and a programme that it lacks is named with the folder`() throws {
    // The server's user has to enter the folder above.
    let open = "/tmp/bangfu-home-\(getpid())"
    let program = program.replacing(home, with: open)
    let run = try shop.shell(
      "\(program) setup && \(program) stock list && ! \(program) stock list --programme other;"
        + " \(program) server stop; rm -rf \(open)")
    #expect(run.words.contains("(\(open))"), "\(run.words)")
    #expect(run.slips.contains("SKU"))
  }
}
