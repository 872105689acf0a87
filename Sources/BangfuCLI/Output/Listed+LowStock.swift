import Bangfu

extension Listed {
  /// What to say of products of which too little is left, as `Programme.lowStock` lists them.
  var lowStockWarnings: [String] {
    rows.map { row in
      let cells = Dictionary(uniqueKeysWithValues: zip(keys, row.map(\.visible)))
      let cell = { (key: String) in cells[key] ?? "" }
      let reserved =
        cell("reserved") == "0"
        ? "" : say("，预留 \(cell("reserved"))", ", \(cell("reserved")) promised")
      let minimum =
        cell("minimum") == "0" ? "" : say("，最低 \(cell("minimum"))", ", minimum \(cell("minimum"))")
      return say(
        "注意：\(cell("sku")) \(cell("name")) 只剩 \(cell("quantity")) \(cell("unit"))\(reserved)\(minimum)",
        "Low: \(cell("quantity")) \(cell("unit")) of \(cell("sku")) \(cell("name")) left\(reserved)\(minimum)"
      )
    }
  }
}
