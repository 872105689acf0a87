internal import Glibc

/// Why a fixture could not be written.
public enum FixtureError: Error, CustomStringConvertible {
  /// A call of the system failed.
  case system(call: String, path: String, code: Int32)
  /// The month is not of the form `2026-10`.
  case month(String)
  /// A product is not of the form `SKU:PRICE:NAME`.
  case product(String)

  /// One sentence.
  public var description: String {
    switch self {
    case .system(let call, let path, let code):
      "\(call) failed for \(path): \(String(cString: strerror(code)))."
    case .month(let text): "\(text) is not a month of the form 2026-10."
    case .product(let text): "\(text) is not a product of the form SKU:12.30:NAME."
    }
  }
}
