import ArgumentParser
import Bangfu
import Domain
import Postgres
import Tabular
import Testing

@testable import BangfuCLI

@Suite struct EndingTests {
  private struct Strange: Error {}

  @Test(arguments: [
    (Problem("product_unknown", ["code": "X"]) as any Error, 65, "没有货号或条码"),
    (Problems([Problem("tender_malformed"), Problem("product_unknown")]), 64, "\nbangfu: 没有货号"),
    (TabularError.empty, 65, "文件是空的"),
    (PostgresError(message: "m", origin: .server, sqlState: "40P01"), 75, "再试一次"),
    (ClusterError.serverNotInstalled, 69, "PostgreSQL 15"),
    (ValidationError("自己的话"), 64, "bangfu: 自己的话\n用法"),
    (Strange(), 70, "Strange()"),
    (ExitCode(1), 1, ""),
  ])
  func `an error decides the words and the status`(
    _ error: any Error, _ status: Int32, _ words: String
  ) {
    let ending = Ending(of: error, root: Tree.self, language: .zh)
    #expect(ending.status == status)
    #expect(words.isEmpty ? ending.words.isEmpty : ending.words.contains(words), "\(ending.words)")
    #expect(ending.output == "")
  }

  @Test func `a problem that validation finds keeps its status`() {
    #expect(throws: (any Error).self) { try Checked.parseAsRoot([]) }
    do {
      _ = try Checked.parseAsRoot([])
    } catch {
      let ending = Ending(of: error, root: Checked.self, language: .en)
      #expect(ending.status == 65)
      #expect(ending.words == "bangfu: the file is empty")
    }
  }

  @Test func `a clean exit prints on standard output`() {
    let ending = Ending(of: CleanExit.message("完"), root: Tree.self, language: .zh)
    #expect(ending.output == "完")
    #expect(ending.status == 0)
  }

  private struct Checked: ParsableCommand {
    func validate() throws { throw Problem("file_empty") }
  }
}
