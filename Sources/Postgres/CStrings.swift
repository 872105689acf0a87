internal import Glibc

/// Lends `strings` as C strings; `nil` becomes a null pointer.
///
/// - Throws: `PostgresError` when a string holds a NUL, at which C would silently cut it off.
func withCStrings<T>(
  _ strings: [String?],
  _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) throws(PostgresError) -> T
) throws(PostgresError) -> T {
  var copies: [UnsafePointer<CChar>?] = []
  copies.reserveCapacity(strings.count)
  defer { for copy in copies { free(UnsafeMutableRawPointer(mutating: copy)) } }
  for string in strings {
    guard let string else {
      copies.append(nil)
      continue
    }
    guard let copy = strdup(string) else { throw PostgresError(message: "out of memory") }
    copies.append(copy)
    guard strlen(copy) == string.utf8.count else {
      throw PostgresError(message: "a text holds the character NUL", sqlState: "22021")
    }
  }
  // A typed error cannot leave the pointer's closure, a result can.
  let outcome = copies.withUnsafeBufferPointer { pointers in
    Result { () throws(PostgresError) -> T in try body(pointers) }
  }
  return try outcome.get()
}
