internal import System

/// Rows of one table that one seal covers, as they come: a Merkle tree over them, in blocks of sixty-four.
struct SealedRows {
  /// How many rows are in a block, a power of two, so that the root of a full block is a node of the tree.
  static let blockSize = 64

  /// A block: the root over its rows, and four bytes of the hash of each.
  struct Block {
    let root: SHA256Digest
    let marks: [UInt8]
  }

  private(set) var count = 0
  private var tree: MerkleTree
  private var block: MerkleTree
  private var marks: [UInt8] = []
  private let blocks = SHA256Hasher()

  /// Begins without rows; the hasher is lent to many.
  init(_ hasher: SHA256Hasher) {
    tree = MerkleTree(hasher: hasher)
    block = MerkleTree(hasher: hasher)
  }

  /// Adds the hash of a row; returns the block that it completes.
  mutating func add(_ row: SHA256Digest) -> Block? {
    count += 1
    block.add(row)
    for shift: UInt32 in [24, 16, 8, 0] {
      marks.append(UInt8(truncatingIfNeeded: row.mark >> shift))
    }
    return block.count == Self.blockSize ? endBlock() : nil
  }

  private mutating func endBlock() -> Block {
    let ended = Block(root: block.root, marks: marks)
    tree.add(ended.root)
    blocks.update(ended.root)
    blocks.update(ended.marks)
    block.removeAll()
    marks.removeAll()
    return ended
  }

  /// Ends: returns the block that is not full, if there is one, and what a seal keeps of the table.
  mutating func end(
    of table: String, columns: [String]
  ) -> (last: Block?, sealed: SealedTableRoot) {
    let last = block.count > 0 ? endBlock() : nil
    return (
      last,
      SealedTableRoot(
        table: table, columns: columns.joined(separator: ","), rows: count, root: tree.root.hex,
        blocks: blocks.finalize())
    )
  }
}

/// What a seal keeps of one table.
struct SealedTableRoot: Equatable {
  let table: String
  /// The columns, with commas between.
  let columns: String
  let rows: Int
  let root: String
  let blocks: String

  /// The root over the tables of a seal, which are in the order of their names.
  static func root(of tables: [SealedTableRoot]) -> String {
    var tree = MerkleTree()
    for it in tables.sorted(by: { $0.table.utf8.lexicographicallyPrecedes($1.table.utf8) }) {
      let text = "\(it.table)\t\(it.columns)\t\(it.rows)\t\(it.root)\t\(it.blocks)"
      tree.add(leaf: Array(text.utf8).span)
    }
    return tree.root.hex
  }
}
