internal import Domain
internal import System

/// A signature by an SSH key, made and checked by `ssh-keygen`.
enum SSHSignature {
  /// Where it lies in a bag: it is of the tag manifest, which stands for all the other files.
  static let file = "tagmanifest-sha256.txt.sig"
  /// What signatures of ours are for, so that none made for another purpose does.
  static let namespace = "bangfu"

  /// Refuses a key that is not there.
  static func expect(key: String) throws {
    guard Path.exists(key) else { throw Problem("signing_key_missing", ["file": key]) }
  }

  /// Signs a file; the signature lies beside it.
  ///
  /// - Throws: `Problem` `signing_failed`, `signing_program_missing`.
  static func sign(_ path: String, by key: String) throws {
    let (status, output) = try run(
      ["-Y", "sign", "-f", Path.real(key), "-n", namespace, Path.real(path)])
    guard status == 0, Path.exists(path + ".sig") else {
      throw Problem("signing_failed", ["file": key, "output": output.trimmedWords])
    }
  }

  /// Whether a signature is of a file and says what it was for, whoever made it; nil where `ssh-keygen` is missing.
  static func isWhole(_ signature: String, of path: String) -> Bool? {
    // ssh-keygen reads the file from its standard input.
    let command = "ssh-keygen -Y check-novalidate -n \(namespace) -s \"$1\" <\"$2\""
    let program = Program(
      ["sh", "-c", command, "sh", Path.real(signature), Path.real(path)], inheritsEnvironment: true)
    guard let (status, _) = try? program.run() else { return nil }
    if status == 0 { return true }
    return status >> 8 == 127 ? nil : false
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    do throws(FileError) {
      return try Program(["ssh-keygen"] + arguments, inheritsEnvironment: true).run()
    } catch {
      throw Problem("signing_program_missing", ["program": "ssh-keygen"])
    }
  }
}

extension String {
  /// The words without blank lines around.
  fileprivate var trimmedWords: String {
    split(whereSeparator: \.isNewline).joined(separator: "; ")
  }
}
