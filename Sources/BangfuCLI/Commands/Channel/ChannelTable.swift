import Bangfu
import Domain

extension Table {
  /// Channels to print.
  init(_ channels: [Channel]) {
    self.init(
      [.code, .name, .kind, .platform, .shipsFrom, .province, .active],
      rows: channels.map {
        [
          Cell($0.code), Cell($0.name), Cell($0.kind), Cell($0.platform), Cell($0.shipsFrom),
          Cell($0.province), Cell($0.isActive),
        ]
      })
  }

  /// Listings that are not mapped, to print.
  init(_ listings: [UnmappedListing]) {
    self.init(
      [.channel, .listing, .name, .spec, .barcode, .lines, .amount, .proposal, .because],
      rows: listings.map {
        [
          Cell($0.channel), Cell($0.code), Cell($0.name), Cell($0.spec), Cell($0.barcode),
          Cell($0.lines), Cell($0.amount), Cell($0.proposal?.sku),
          Cell($0.proposal?.reason.rawValue),
        ]
      })
  }
}
