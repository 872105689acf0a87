import Bangfu
import Domain

extension LowStock {
  /// What to say of it.
  var warning: String {
    let promised =
      reserved == .zero ? "" : say("，预留 \(reserved.short)", ", \(reserved.short) promised")
    let least =
      minimum == .zero ? "" : say("，最低 \(minimum.short)", ", minimum \(minimum.short)")
    return say(
      "注意：\(sku) \(name) 只剩 \(quantity.short) \(unit)\(promised)\(least)",
      "Low: \(quantity.short) \(unit) of \(sku) \(name) left\(promised)\(least)")
  }
}
