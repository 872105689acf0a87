import Bangfu
import Domain
import FoundationEssentials
import Glibc
import System

extension BasketFile {
  /// Takes a file for the till of an operator in a channel of a programme.
  ///
  /// Tills that sell into different databases never share one: a basket that was sent to one must
  /// not be sent to the other.
  static func taken(programme: String, channel: String, operatorName: String) throws -> BasketFile {
    let database = try Session.database()
    var environment = Session.environment
    environment["BANGFU_DATABASE"] = nil
    if environment["PWD"] == nil { environment["PWD"] = FileManager.default.currentDirectoryPath }
    let home = try Database(environment: environment, isRoot: geteuid() == 0).privateServer.home
    var parts = [programme, channel, operatorName]
    if case .server(let conninfo) = database { parts.append(Fingerprint(conninfo).digits) }
    return try BasketFile(
      folder: home + "/counter", name: parts.map(fileName).joined(separator: "-"))
  }

  /// The baskets of a person that were kept in any channel of the programme, and that no till is selling.
  func others(programme: String, operatorName: String) throws -> [Basket] {
    var parts = [programme, "", operatorName]
    if case .server(let conninfo) = try Session.database() {
      parts.append(Fingerprint(conninfo).digits)
    }
    let wanted = parts.map(BasketFile.fileName)
    return others { name in
      let plain = name.split(separator: ".").first ?? ""
      var found = plain.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
      guard found.count == wanted.count else { return false }
      found[1] = ""
      return found == wanted
    }
  }

  /// The text as part of a file's name: letters and digits, all else by its bytes.
  static func fileName(_ text: String) -> String {
    var name = ""
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122: name.unicodeScalars.append(Unicode.Scalar(byte))
      default: name += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return name.utf8.count <= 60 ? name : name.prefix(40) + "_" + Fingerprint(text).digits
  }
}
