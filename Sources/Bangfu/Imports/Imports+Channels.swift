internal import Channels
internal import Domain
internal import Postgres

/// A channel that files are imported into.
struct ImportChannel {
  let id: Int64
  let code: String
  let platform: String
  let isActive: Bool
}

/// What is asked of the catalogue before a file is read.
extension Imports {
  /// Finds the channel of a file: the one that is asked for, else the only one of its platform, else the one
  /// whose code a folder of its path has.
  ///
  /// - Throws: `Problem` `channel_unknown`, `channel_of_other_platform`, `channel_needed`.
  func channel(
    _ code: String?, for profile: Profile, path: String
  ) throws -> ImportChannel {
    let channels = try session.execute(
      "SELECT channel_id, code, coalesce(platform, ''), active FROM channel ORDER BY channel_id"
    ).map { row in
      let (id, code, platform, isActive) = try row.decode((Int64, String, String, Bool).self)
      return ImportChannel(id: id, code: code, platform: platform, isActive: isActive)
    }
    // The bill of a payment service may be of any channel, unless some are the service's own.
    let isOfAny =
      profile.isOfSettlements && !channels.contains { $0.platform == profile.platform }
    if let code {
      guard let channel = channels.first(where: { $0.code == code }) else {
        throw Problem("channel_unknown", ["code": code])
      }
      guard channel.isActive else { throw Problem("channel_inactive", ["code": code]) }
      guard channel.platform == profile.platform || isOfAny else {
        throw Problem(
          "channel_of_other_platform",
          ["channel": code, "profile": profile.name, "platform": profile.platform])
      }
      return channel
    }
    let ofPlatform = channels.filter {
      ($0.platform == profile.platform || isOfAny) && $0.isActive
    }
    let folders = Set(path.split(separator: "/").dropLast().map(String.init))
    let named = ofPlatform.filter { folders.contains($0.code) }
    let found = named.isEmpty ? ofPlatform : named
    guard found.count == 1 else {
      throw Problem(
        "channel_needed",
        [
          "platform": profile.platform, "profile": profile.name,
          "channels": ofPlatform.map(\.code).joined(separator: ", "),
        ])
    }
    return found[0]
  }

  /// The catalogue price of one piece, by listing code, in a channel.
  func prices(in channel: String) throws -> [String: Money] {
    var prices: [String: Money] = [:]
    let rows = try session.execute(
      """
      SELECT p.sku, p.price FROM product p
      UNION ALL
      SELECT l.code, sum(round(p.price * q.quantity, 2))
      FROM listing l
      JOIN channel c ON c.channel_id = l.channel_id AND c.code = \(channel)
      JOIN listing_part q ON q.listing_id = l.listing_id
      JOIN product p ON p.product_id = q.product_id
      GROUP BY l.code
      """)
    for row in rows {
      let (code, price) = try row.decode((String, Money).self)
      prices[code] = price
    }
    return prices
  }
}
