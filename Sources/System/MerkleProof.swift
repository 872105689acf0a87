/// What shows that a leaf is in a Merkle tree, without showing any other leaf (RFC 9162, 2.1.3).
public struct MerkleProof: Equatable, Sendable {
  /// The place of the leaf, counted from zero.
  public let index: Int
  /// How many leaves the tree has.
  public let count: Int
  /// The nodes beside the way from the leaf up to the root.
  public let path: [SHA256Digest]

  /// Takes a proof as it was given; whether it holds, `root` shows.
  public init(index: Int, count: Int, path: [SHA256Digest]) {
    self.index = index
    self.count = count
    self.path = path
  }

  /// Makes the proof of a leaf, from the hashes of all leaves in their order.
  public init(of index: Int, in leaves: [SHA256Digest]) {
    precondition(leaves.indices.contains(index), "the leaf is not in the tree")
    let hasher = SHA256Hasher()
    var path: [SHA256Digest] = []
    var (first, last) = (0, leaves.count)
    // From the root down: at each step the other half is beside the way.
    while last - first > 1 {
      let middle = first + Self.half(last - first)
      let other = index < middle ? middle..<last : first..<middle
      var tree = MerkleTree(hasher: hasher)
      for leaf in leaves[other] { tree.add(leaf) }
      path.append(tree.root)
      if index < middle { last = middle } else { first = middle }
    }
    self.init(index: index, count: leaves.count, path: path.reversed())
  }

  /// The largest power of two below a number of leaves.
  private static func half(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }

  /// The root that a leaf leads to; nil where the path does not fit index and count.
  public func root(from leaf: SHA256Digest) -> SHA256Digest? {
    guard index >= 0, index < count else { return nil }
    let hasher = SHA256Hasher()
    var (node, place, last) = (leaf, index, count - 1)
    for other in path {
      if last == 0 { return nil }
      if place & 1 == 1 || place == last {
        node = MerkleTree.hash(other, node, by: hasher)
        while place & 1 == 0 && place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        node = MerkleTree.hash(node, other, by: hasher)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 ? node : nil
  }
}
