/// What an after-sale status word says of the money.
enum AfterSaleWord: String, CaseIterable, Sendable {
  /// Nothing went back.
  case nothing
  /// The buyer asks for it.
  case asked
  /// The shop, or the platform, refused it.
  case refused
  /// Goods went back for other goods.
  case exchanged
  /// All of it went back.
  case whole
  /// All of it went back where the order is closed; else nobody knows how much.
  case wholeWhenClosed = "whole-when-closed"
  /// Some went back; nobody knows how much.
  case untold = "some"
  /// Some went back, as much as the row says.
  case told

  /// How far the case is.
  var rank: Int {
    switch self {
    case .nothing: 0
    case .asked: 1
    case .refused: 2
    case .exchanged: 3
    case .wholeWhenClosed, .untold, .told: 5
    case .whole: 6
    }
  }
}
