import FoundationEssentials
import TestSupport
import Testing

/// A random year's figures, recomputed from the raw files by a program that shares nothing with ours
/// (`Tests/Recomputation`), agree to the fen.
@Suite struct RecomputationTests {
  /// The seed: `SEED`, 1 without it.
  private static let seed = ProcessInfo.processInfo.environment["SEED"] ?? "1"

  @Test(.enabled(if: PythonTools.have("python")), .timeLimit(.minutes(10)))
  func `a year of files of all platforms is what an independent program makes of it`() throws {
    let shop = try CounterShop.empty()
    let run = try shop.shell(
      """
      mkdir year
      export PYTHONDONTWRITEBYTECODE=1; year='\(Repository.path)/Tests/Recomputation/random_year.py'
      \(shop.environment) '\(PythonTools.folder)/python' "$year" \(Self.seed) --rows 15 --files 0.4 \
        --bangfu '\(shop.programs)/bangfu' --fixtures '\(shop.programs)/fixtures' --folder year
      """)
    #expect(run.status == 0, "\(run.words)")
    print(run.slips)
  }
}
