/// A file that a platform exports.
public protocol FixtureExport: Sendable {
  /// What the file adds up to.
  associatedtype Sums

  /// The file's name, the way the platform chooses it: the export's time first, where it is told.
  var name: String { get }

  /// Writes the file's bytes to a sink, and answers what it adds up to.
  func write(to sink: @escaping ([UInt8]) throws -> Void) throws -> Sums
}

extension FixtureExport {
  /// Writes the file, and answers what it adds up to.
  @discardableResult
  public func write(to path: String) throws -> Sums {
    let file = try FixtureFile(path)
    return try write { try file.write($0) }
  }

  /// Answers the file's bytes, and what they add up to.
  public func bytes() throws -> (bytes: [UInt8], expectation: Sums) {
    let collected = CollectedBytes()
    let expectation = try write { collected.bytes += $0 }
    return (collected.bytes, expectation)
  }

  /// The name of an export: its time, and a hash that follows from a seed.
  static func name(seed: UInt64, at exportTime: Int?) -> String {
    var random = SplitMix64(seed: seed)
    let hash = String(random.next(), radix: 16) + String(random.next(), radix: 16)
    return exportTime.map { "\(digits($0, 10))_\(hash).csv" } ?? "\(hash).csv"
  }
}

private final class CollectedBytes { var bytes: [UInt8] = [] }
