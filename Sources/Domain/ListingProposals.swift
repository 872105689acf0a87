/// Proposes the product that a channel's listing most likely is; a person decides.
public struct ListingProposals: Sendable {
  /// A product that a listing may be.
  public struct Product: Equatable, Sendable {
    /// The product's own code, its name, its barcodes.
    public let sku: String, name: String, barcodes: [String]

    /// Makes a product.
    public init(sku: String, name: String, barcodes: [String]) {
      self.sku = sku
      self.name = name
      self.barcodes = barcodes
    }
  }

  /// Why a product is proposed, best first.
  public enum Reason: String, Sendable {
    /// The 69 code of the file, or the listing's code itself, is a barcode of the product.
    case barcode
    /// The listing's code is the sku but for case, or the sku with marks around it.
    case code
    /// The names are alike.
    case name
  }

  /// A product that is proposed, and why.
  public struct Proposal: Equatable, Sendable {
    /// The product's own code.
    public let sku: String
    /// Why it is proposed.
    public let reason: Reason
  }

  private let products: [Product]
  private let pairs: [Set<[Character]>]

  /// Makes proposals among these products.
  public init(products: [Product]) {
    self.products = products
    pairs = products.map { Self.pairs($0.name) }
  }

  /// The likeliest product of a listing; nil where none is likely, or two are alike.
  public func product(
    code: String, barcode: String, name: String, spec: String
  ) -> Proposal? {
    let codes = Set([barcode, code].filter { !$0.isEmpty })
    if let found = products.first(where: { !codes.isDisjoint(with: $0.barcodes) }) {
      return Proposal(sku: found.sku, reason: .barcode)
    }
    let parts = code.uppercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    let named = products.filter { parts.contains($0.sku.uppercased()) }
    if named.count == 1 { return Proposal(sku: named[0].sku, reason: .code) }
    return likest(name + " " + spec).map { Proposal(sku: $0, reason: .name) }
  }

  /// The product whose name's pairs of letters are nearly all in the text, by far.
  private func likest(_ text: String) -> String? {
    let known = Self.pairs(text)
    // A name of one pair is in too many others: it must be all of the text.
    let scores = pairs.map { pairs in
      pairs.isEmpty || pairs.count == 1 && pairs != known
        ? 0 : Double(pairs.intersection(known).count) / Double(pairs.count)
    }
    // Of two names that fit alike the longer says more.
    let order = scores.indices.sorted {
      (scores[$0], pairs[$0].count) > (scores[$1], pairs[$1].count)
    }
    guard let first = order.first, scores[first] >= 0.6 else { return nil }
    if let second = order.dropFirst().first, scores[second] == scores[first],
      pairs[second].count == pairs[first].count
    {
      return nil
    }
    return products[first].sku
  }

  private static func pairs(_ text: String) -> Set<[Character]> {
    let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return Set(zip(letters, letters.dropFirst()).map { [$0, $1] })
  }
}
