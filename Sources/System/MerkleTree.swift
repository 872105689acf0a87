/// A Merkle tree over leaves that come one after the other, hashed as RFC 9162 says (2.1.1).
///
///     var tree = MerkleTree()
///     tree.add(leaf: Array("first".utf8).span)
///     tree.root.hex
///
/// Of the leaves it keeps nothing but the roots of whole subtrees. A leaf is hashed with the byte 0 before it, a node with
/// the byte 1 before its two children.
public struct MerkleTree {
  private let hasher: SHA256Hasher
  /// The roots of perfect subtrees, largest first: one for each bit of the count that is set.
  private var subtrees: [SHA256Digest] = []
  /// How many leaves there are, or how many nodes were added in their places.
  public private(set) var count = 0

  /// Makes a tree without leaves; one hasher may serve many trees.
  public init(hasher: SHA256Hasher = SHA256Hasher()) { self.hasher = hasher }

  /// The hash of a leaf.
  public static func hash(leaf: Span<UInt8>, by hasher: SHA256Hasher) -> SHA256Digest {
    hasher.update(byte: 0)
    hasher.update(leaf)
    return hasher.digest()
  }

  /// The hash of a node of two children.
  public static func hash(
    _ left: SHA256Digest, _ right: SHA256Digest, by hasher: SHA256Hasher
  ) -> SHA256Digest {
    hasher.update(byte: 1)
    hasher.update(left)
    hasher.update(right)
    return hasher.digest()
  }

  /// Adds a leaf.
  public mutating func add(leaf: Span<UInt8>) { add(Self.hash(leaf: leaf, by: hasher)) }

  /// Adds the hash of a leaf; or the root over as many leaves as all others but the last have below them, a power of two.
  public mutating func add(_ node: SHA256Digest) {
    var node = node
    var bits = count
    while bits & 1 == 1 {
      node = Self.hash(subtrees.removeLast(), node, by: hasher)
      bits >>= 1
    }
    subtrees.append(node)
    count += 1
  }

  /// The root over what was added; of nothing, the digest of no bytes.
  public var root: SHA256Digest {
    guard var root = subtrees.last else { return hasher.digest() }
    for left in subtrees.dropLast().reversed() { root = Self.hash(left, root, by: hasher) }
    return root
  }

  /// Forgets everything that was added.
  public mutating func removeAll() {
    subtrees.removeAll(keepingCapacity: true)
    count = 0
  }
}
