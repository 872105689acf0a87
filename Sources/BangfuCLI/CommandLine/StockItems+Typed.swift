import Bangfu
import Domain

extension StockItems {
  /// Reads items as people write them.
  init(parsing texts: [String]) throws(Problem) {
    self.init()
    for text in texts { try add(parsing: text.typed) }
  }
}
