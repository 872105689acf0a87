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
    start()
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
    let digest = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { buffer in
      check(EVP_DigestFinal_ex(context, buffer.baseAddress, nil))
      return Array(buffer)
    }
    start()
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  func update(raw bytes: UnsafeRawBufferPointer) {
    check(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
  }

  private func start() {
    check(EVP_DigestInit_ex(context, EVP_sha256(), nil))
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
