/// What the status words of a file mean: looked up once, for most rows have the words of a row above.
struct Statuses: Sendable {
  /// What two words say together.
  struct Status: Sendable {
    fileprivate let words: (order: String, afterSale: String)
    /// The after-sale word as it is recorded.
    let afterSale: String
    /// What went back; nil where the profile does not know the words.
    let meaning: AfterSaleWord?
    /// How far the order is.
    let orderRank: Int
    let isClosed: Bool
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
    var meaning = profile.afterSale[Profile.word(recorded)]
    if profile.afterSale.isEmpty { meaning = .nothing }
    if let told = profile.orderRefunds[word], told.rank >= meaning?.rank ?? 0 { meaning = told }
    self.init(
      words: (order, afterSale), afterSale: recorded, meaning: meaning,
      orderRank: profile.orderRanks[word] ?? 0, isClosed: profile.closed.contains(word))
  }
}
