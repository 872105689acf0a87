/// What the status words of a file mean: looked up once, for most rows have the words of a row above.
struct Statuses: Sendable {
  /// What two words say together.
  struct Status: Sendable {
    fileprivate let words: (order: String, afterSale: String)
    /// The after-sale word as it is recorded.
    let afterSale: String
    /// What went back of an order that was paid; nil where the profile does not know the words.
    let meaning: AfterSaleWord?
    /// What went back by the after-sale word alone.
    let meaningUnpaid: AfterSaleWord?
    /// How far the order is; nil for a word that the profile does not know.
    let orderRank: Int?
    let isClosed: Bool
    /// Whether the order's word says that nothing was paid.
    let isUnpaid: Bool
  }

  private var known: [Status] = []
  private var oldest = 0

  /// What the words of a row mean.
  mutating func status(order: String, afterSale: String, _ profile: Profile) -> Status {
    if let status = known.first(where: { $0.words == (order, afterSale) }) { return status }
    let status = Status(order: order, afterSale: afterSale, profile)
    if known.count < 16 {
      known.append(status)
    } else {
      known[oldest] = status
      oldest = (oldest + 1) % known.count
    }
    return status
  }
}

extension Statuses.Status {
  fileprivate init(order: String, afterSale: String, _ profile: Profile) {
    let word = Profile.word(order)
    let recorded = afterSale.replacing("，", with: ",")
    var own = profile.afterSale[Profile.word(recorded)]
    if profile.afterSale.isEmpty, recorded.isEmpty { own = .nothing }
    var meaning = own
    if let said = profile.orderRefunds[word], said.rank >= own?.rank ?? 0 { meaning = said }
    let isSilent = word.isEmpty || profile.orderRanks.isEmpty
    self.init(
      words: (order, afterSale), afterSale: recorded, meaning: meaning, meaningUnpaid: own,
      orderRank: isSilent ? 0 : profile.orderRanks[word], isClosed: profile.closed.contains(word),
      isUnpaid: profile.unpaid.contains(word))
  }
}
