extension Paper {
  /// The paper for a terminal of so many columns: its tables, with what is said of them, and drawings where asked for.
  func text(within width: Int?, isDrawn: Bool) -> String {
    var text = title + "\n"
    for note in notes where note != RunningCommand.line { text += note + "\n" }
    for part in parts {
      text += "\n" + part.title + "\n" + part.text(within: width, isDrawn: isDrawn)
    }
    return text
  }
}

extension Paper.Part {
  /// The table and its total, below its drawing where that is asked for.
  func text(within width: Int?, isDrawn: Bool) -> String {
    var text = ""
    if isDrawn, let chart, !chart.isEmpty { text += chart.text(within: width ?? 80) + "\n" }
    var table = shown
    if let total { table.rows.append(total) }
    text += table.rows.isEmpty ? Paper.none + "\n" : table.forPeople.text(within: width)
    return notes.reduce(text) { $0 + $1 + "\n" }
  }
}
