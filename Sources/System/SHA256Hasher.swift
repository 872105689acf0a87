internal import CCrypto

/// Computes a SHA-256 digest from bytes handed over piece by piece.
///
///     let hasher = SHA256Hasher()
///     hasher.update("abc")
///     hasher.finalize()  // "ba7816bf…15ad"
public final class SHA256Hasher {
  private let context: OpaquePointer

  /// Makes a hasher that has seen no bytes.
  public init() {
    guard let context = EVP_MD_CTX_new() else {
      preconditionFailure("libcrypto has no memory for a digest")
    }
    self.context = context
    check(EVP_DigestInit_ex(context, EVP_sha256(), nil))
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// Adds the bytes of an array.
  public func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update(raw: $0) }
  }

  /// Adds the bytes of a span.
  public func update(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { update(raw: $0) }
  }

  /// Adds the UTF-8 bytes of a text.
  public func update(_ text: String) {
    var text = text
    text.withUTF8 { update(raw: UnsafeRawBufferPointer($0)) }
  }

  /// Returns the digest as 64 lower-case hexadecimal digits, and starts anew.
  public func finalize() -> String {
    var digits: [UInt8] = []
    finalize(digits: 64, to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Appends so many of the digest's hexadecimal digits, an even number up to 64, and starts anew.
  public func finalize(digits count: Int, to bytes: inout [UInt8]) {
    finalize(bytes: count / 2) { digest in
      for byte in digest {
        bytes.append(Self.digit(byte >> 4))
        bytes.append(Self.digit(byte & 15))
      }
    }
  }

  /// Adds so many bytes of the digest, up to 32, to what another hasher has seen, and starts anew.
  public func finalize(bytes count: Int, into other: SHA256Hasher) {
    finalize(bytes: count) { other.update(raw: $0) }
  }

  private func finalize(bytes count: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
    finalize { body(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
  }

  /// Hands the digest's bytes to `body`, and starts anew.
  func finalize<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let result = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      check(EVP_DigestFinal_ex(context, digest.baseAddress, nil))
      return body(UnsafeRawBufferPointer(digest))
    }
    // The kind of digest is as it was, and not looked up again.
    check(EVP_DigestInit_ex(context, nil, nil))
    return result
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Adds the bytes of a buffer.
  public func update(raw bytes: UnsafeRawBufferPointer) {
    check(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
  }

  /// SHA-256 of memory cannot fail unless libcrypto was built without it.
  private func check(_ status: Int32) {
    precondition(status == 1, "libcrypto cannot compute SHA-256")
  }
}

/// Returns the SHA-256 digest of bytes as 64 lower-case hexadecimal digits.
public func sha256Hex(_ bytes: [UInt8]) -> String {
  let hasher = SHA256Hasher()
  hasher.update(bytes)
  return hasher.finalize()
}

/// Returns the SHA-256 digest of a text's UTF-8 bytes as 64 lower-case hexadecimal digits.
public func sha256Hex(_ text: String) -> String {
  let hasher = SHA256Hasher()
  hasher.update(text)
  return hasher.finalize()
}
