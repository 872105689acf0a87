import System
import Testing

/// The vectors of Certificate Transparency's own tests, and every size against the definition (RFC 9162, 2.1.1).
@Suite struct MerkleTests {
  private static let leaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ].map(bytes)
  private static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  private static func bytes(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.count, by: 2).map { first in
      let start = hex.index(hex.startIndex, offsetBy: first)
      return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0
    }
  }

  private static func hash(_ bytes: [UInt8]) -> SHA256Digest {
    MerkleTree.hash(leaf: bytes.span, by: SHA256Hasher())
  }

  /// The root as the definition has it.
  private static func root(_ leaves: ArraySlice<SHA256Digest>) -> SHA256Digest? {
    if leaves.count < 2 { return leaves.first }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    guard let left = root(leaves.prefix(half)), let right = root(leaves.dropFirst(half)) else {
      return nil
    }
    return MerkleTree.hash(left, right, by: SHA256Hasher())
  }

  private static let many = (0..<200).map { hash(Array("leaf \($0)".utf8)) }

  @Test(arguments: 0...8) func `the root of so many leaves is the known one`(count: Int) {
    var tree = MerkleTree()
    for leaf in Self.leaves.prefix(count) { tree.add(leaf: leaf.span) }
    #expect(tree.root.hex == Self.roots[count])
    #expect(tree.count == count)
  }

  @Test func `a proof of the known tree has the known path`() {
    let hashes = Self.leaves.map(Self.hash)
    let proof = MerkleProof(of: 0, in: hashes)
    #expect(
      proof.path.map(\.hex) == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ])
    #expect(proof.root(from: hashes[0])?.hex == Self.roots[8])
  }

  @Test func `trees of every size are as the definition has them, in blocks as well`() {
    for count in 1...200 {
      var (tree, blocks, block) = (MerkleTree(), MerkleTree(), MerkleTree())
      for leaf in Self.many.prefix(count) {
        tree.add(leaf)
        block.add(leaf)
        if block.count == 64 {
          blocks.add(block.root)
          block.removeAll()
        }
      }
      if block.count > 0 { blocks.add(block.root) }
      #expect(tree.root == Self.root(Self.many.prefix(count)))
      #expect(blocks.root == tree.root, "\(count) leaves in blocks")
    }
  }

  @Test func `a proof of every leaf of every size leads to the root, and no other does`() {
    for count in 1...70 {
      let leaves = Array(Self.many.prefix(count))
      let root = Self.root(leaves[...])
      for index in 0..<count {
        let proof = MerkleProof(of: index, in: leaves)
        #expect(proof.root(from: leaves[index]) == root, "\(index) of \(count)")
        #expect(proof.root(from: Self.many[count]) != root, "\(index) of \(count)")
        let moved = MerkleProof(index: (index + 1) % count, count: count, path: proof.path)
        #expect(count == 1 || moved.root(from: leaves[index]) != root)
        let longer = MerkleProof(index: index, count: count, path: proof.path + [leaves[0]])
        #expect(longer.root(from: leaves[index]) == nil)
        let shorter = MerkleProof(index: index, count: count, path: Array(proof.path.dropLast()))
        #expect(count == 1 || shorter.root(from: leaves[index]) == nil)
      }
    }
    #expect(MerkleProof(index: 3, count: 3, path: []).root(from: Self.many[0]) == nil)
  }

  @Test func `a proof comes back from its text, and nothing else is read as one`() throws {
    for count in [1, 2, 7, 64, 70] {
      let leaves = Array(Self.many.prefix(count))
      for index in [0, count / 2, count - 1] {
        let proof = MerkleProof(of: index, in: leaves)
        #expect(MerkleProof(proof.description) == proof)
      }
    }
    let text = MerkleProof(of: 2, in: Array(Self.many.prefix(5))).description
    #expect(text.hasPrefix("leaf 2 of 5\n") && text.split(separator: "\n").count == 4)
    let others = [
      "", "leaf 2 of 5", text + "\n", String(text.dropLast()), text.replacing("of", with: "in"),
      text.replacing("leaf 2", with: "leaf +2"), text.replacing("leaf 2", with: "leaf  2"),
      text.replacing("\n", with: "\r\n"), text.uppercased(), text + "x\n",
    ]
    for other in others { #expect(MerkleProof(other) == nil, "\(other)") }
  }

  @Test func `a digest is read as it is written`() throws {
    let text = "00ff0123456789abcdef00112233445566778899aabbccddeeff001020304050"
    let digest = try #require(SHA256Digest(hex: text))
    #expect(digest.hex == text && digest.bytes == Self.bytes(text) && digest.mark == 0x00FF_0123)
    #expect(SHA256Digest(digest.bytes) == digest)
    #expect(SHA256Digest(hex: text.uppercased()) == nil && SHA256Digest(hex: "00") == nil)
    #expect(SHA256Digest([1, 2]) == nil)
  }
}
