import Domain

extension Till {
  /// What stands before the cursor.
  var prompt: String {
    switch stage {
    case .goods: say("商品> ", "Goods> ")
    case .choosing(let found, _): say("选 1–\(found.count)> ", "1-\(found.count)> ")
    case .payment:
      basket.due > .zero
        ? say("还差 \(basket.due.grouped)> ", "Due \(basket.due.grouped)> ")
        : say("回车确认> ", "Enter confirms> ")
    case .explaining: say("原因> ", "Why> ")
    case .approving, .naming: say("批准人> ", "Approved by> ")
    case .unsure: say("回车再发> ", "Enter sends again> ")
    case .resuming: say("回车继续> ", "Enter goes on> ")
    }
  }
}
