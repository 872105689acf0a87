extension Sentences {
  /// What the stock refuses.
  static let stock: [(String, Sentence)] = [
    (
      "stock_short",
      Sentence(
        .data,
        zh:
          "库存不足：{sku}[（{name}）]在 {location} 只有 {on_hand} {unit}，要 {asked} {unit}。已到货的请先用 bangfu stock receive 入库",
        en:
          "too little stock: {location} holds {on_hand} {unit} of {sku}[ ({name})], {asked} {unit} "
          + "are asked for. Book goods that have come in with bangfu stock receive")
    )
  ]
}
