import Bangfu
import Domain

/// One page of HTML that needs nothing else: light and dark, narrow and wide, and A4 when it is printed.
///
/// It holds one paper, or the same in both languages, between which a reader chooses; that needs no script.
struct Page {
  private let papers: [(language: Language, paper: Paper)]

  /// Takes a paper in the language of this run.
  init(_ paper: Paper) { papers = [(Language.current, paper)] }

  /// Asks for the same paper in each language; the first is seen first.
  init(in languages: [Language], _ paper: () throws -> Paper) rethrows {
    papers = try languages.map { language in
      (language, try Language.$current.withValue(language) { try paper() })
    }
  }

  /// The page.
  var html: String {
    let hasDrawings = papers.contains { $0.paper.parts.contains { $0.chart != nil } }
    return """
      <!doctype html>
      <html lang="\(papers[0].language.tag)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(papers[0].paper.title.escaped)</title>
      <style>\(PageStyle.css)</style>
      </head>
      <body>
      <main>
      \(choice)\(hasDrawings ? Chart.hatches + "\n" : "")\(papers.map(html).joined())</main>
      </body>
      </html>

      """
  }

  /// The switch between languages; nothing where there is one.
  private var choice: String {
    guard papers.count > 1 else { return "" }
    let names = papers.map(\.language)
    let inputs = names.map { name in
      """
      <input class="same" type="radio" name="language" id="\(name.rawValue)"\(name == names[0] ? " checked" : "")>
      """
    }
    let labels = names.map { name in
      "<label for=\"\(name.rawValue)\" lang=\"\(name.tag)\">\(name.name)</label>"
    }
    return inputs.joined() + "\n<p class=\"choice\">\(labels.joined())</p>\n"
  }

  private func html(_ language: Language, _ paper: Paper) -> String {
    Language.$current.withValue(language) {
      """
      <div class="\(language.rawValue)" lang="\(language.tag)">
      \(paper.html)</div>

      """
    }
  }
}

extension Paper {
  /// The paper as a page of its own, in the language of this run.
  var page: String { Page(self).html }

  /// The title, the notes and the parts.
  fileprivate var html: String {
    let single = parts.count == 1 && parts[0].title.isEmpty
    var text = "<h1>\(title.escaped)</h1>\n"
    for note in notes { text += "<p class=\"note\">\(note.escaped)</p>\n" }
    for part in parts {
      text += "<section>\n"
      if !part.title.isEmpty { text += "<h2>\(part.title.escaped)</h2>\n" }
      for note in part.notes { text += "<p>\(note.escaped)</p>\n" }
      if let chart = part.chart, !chart.isEmpty {
        text += "<figure>\(chart.svg(titled: single ? title : part.title))</figure>\n"
      }
      text += part.html(captioned: single ? title : part.title, isWhole: single)
      text += "</section>\n"
    }
    return text
  }
}

extension Paper.Part {
  /// The most rows of a table among others; the rest of them is one row.
  private static let mostRows = 300

  /// The table: headings of columns, the first cell of a row as the row's, and the total at its foot.
  fileprivate func html(captioned caption: String, isWhole: Bool) -> String {
    var table = shown.compact
    if table.rows.isEmpty {
      return "<p class=\"note\">\(Paper.none)</p>\n"
    }
    var text = ""
    if !isWhole, table.rows.count > Self.mostRows {
      text += "<p class=\"note\">\(cutting(&table).escaped)</p>\n"
    }
    text +=
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(caption.escaped)\"><table>\n<caption class=\"same\">\(caption.escaped)</caption>\n<thead><tr>"
    for column in table.columns {
      text += "<th scope=\"col\"\(column.mark)>\(column.title.escaped)</th>"
    }
    text += "</tr></thead>\n<tbody>\n"
    for row in table.rows { text += html(table.columns, row) }
    text += "</tbody>\n"
    if let total {
      let cells = zip(self.table.columns, total).filter { table.columns.contains($0.0) }.map(\.1)
      text += "<tfoot>" + html(table.columns, cells) + "</tfoot>\n"
    }
    return text + "</table></div>\n"
  }

  /// Leaves the first rows of a table, and what the others add up to; answers where they are.
  private func cutting(_ table: inout Table) -> String {
    let (all, rest) = (table.rows.count, table.rows.dropFirst(Self.mostRows))
    let sums = zip(table.columns, table.columns.indices).map { column, index in
      !column.isSummed
        ? Cell.empty : Cell(rest.reduce(Money.zero) { $0 + (Money($1[index].plain) ?? .zero) })
    }
    let name = Cell(say("其余 \(rest.count) 项", "\(rest.count) others"))
    table.rows = table.rows.prefix(Self.mostRows) + [[name] + sums.dropFirst()]
    return say(
      "共 \(all) 项，页上是前 \(Self.mostRows) 项，其余合成一行；全部见：\(RunningCommand.line) --output FILE.xlsx",
      """
      The first \(Self.mostRows) of \(all), the others in one row. All of them: \(RunningCommand.line) --output FILE.xlsx
      """)
  }

  /// A row; its first cell that is not empty is its heading.
  private func html(_ columns: [Column], _ cells: [Cell]) -> String {
    let heading = cells.firstIndex { !$0.isEmpty }
    var text = "<tr>"
    for (number, (column, cell)) in zip(columns, cells).enumerated() {
      let shown = column.shown(cell).visible.escaped
      text +=
        number == heading
        ? "<th scope=\"row\"\(column.mark)>\(shown)</th>" : "<td\(column.mark)>\(shown)</td>"
    }
    return text + "</tr>\n"
  }
}

extension Column {
  /// The class of the column's cells.
  fileprivate var mark: String {
    switch (alignment, kind) {
    case (.right, _): " class=\"n\""
    case (_, .day): " class=\"d\""
    default: self == .name || key == "host" ? " class=\"t\"" : ""
    }
  }
}

extension String {
  /// The text as HTML has it.
  var escaped: String {
    var text = ""
    for character in self {
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default: text.append(character)
      }
    }
    return text
  }
}

/// How pages look.
enum PageStyle {
  /// One column of at most 74 em; colours that are far enough apart in either scheme, and bars with hatches for paper.
  static let css = """
    :root{color-scheme:light dark;--paper:#fff;--ink:#1b1f1b;--soft:#545a54;--line:#c9d1c9;--wash:#f1f5f1;
    --c0:#1f6f43;--c1:#b3541e;--c2:#2b5ea8;--c3:#8a6d00;--c4:#7a3b8f;--c5:#5b6b5b}
    @media screen and (prefers-color-scheme:dark){:root{--paper:#141714;--ink:#e8ece8;--soft:#aab4aa;--line:#3b433b;--wash:#1e231e;
    --c0:#5cbf8a;--c1:#f0995f;--c2:#82adf0;--c3:#d8b93c;--c4:#c890dc;--c5:#9fae9f}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC",\
    "Microsoft YaHei",sans-serif}
    main{max-width:74em;margin:0 auto;padding:1.5em 1em 3em}
    h1{font-size:1.6em;line-height:1.25;margin:0 0 .3em}h2{font-size:1.2em;margin:2em 0 .4em}
    p{margin:.3em 0}.note{color:var(--soft)}.wide{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.92em}
    th,td{padding:.3em .6em;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    thead th{border-bottom:2px solid var(--ink);background:var(--wash)}tbody th{font-weight:400}
    tfoot th,tfoot td{font-weight:700;border-top:2px solid var(--ink)}
    .same{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .n{text-align:right}.n,.d{white-space:nowrap}thead .n,thead .d{white-space:normal}thead th{vertical-align:bottom}.n{min-width:3.5em}th,td{min-width:5em;overflow-wrap:break-word}.t{min-width:9em}
    tbody th,tfoot th{position:sticky;left:0;background:var(--paper)}
    figure{margin:.6em 0}figure svg{width:100%;max-width:50em;height:auto;display:block}figure .narrow{display:none;max-width:28em}
    svg text{fill:var(--ink);font-size:13px}
    .s0{fill:var(--c0)}.s1{fill:var(--c1)}.s2{fill:var(--c2)}.s3{fill:var(--c3)}.s4{fill:var(--c4)}.s5{fill:var(--c5)}
    .axis{stroke:var(--soft)}.rest{fill:var(--wash);stroke:var(--line)}
    .choice{display:flex;justify-content:flex-end;gap:.25em;margin:-.6em 0 .6em;font-size:.9em}
    .choice label{padding:.25em .8em;border:1px solid var(--line);border-radius:1em;cursor:pointer}
    #zh:checked~.choice [for=zh],#en:checked~.choice [for=en]{background:var(--wash);border-color:var(--ink);font-weight:700}
    #zh:focus-visible~.choice [for=zh],#en:focus-visible~.choice [for=en]{outline:2px solid var(--c2);outline-offset:2px}
    #zh:checked~.en,#en:checked~.zh{display:none}
    @media screen and (max-width:40em){figure .broad{display:none}figure .narrow{display:block}}
    @media print{.choice{display:none}@page{size:A4;margin:15mm}body{font-size:10pt;background:#fff;color:#000}main{max-width:none;padding:0}
    section{break-inside:auto}h2,section>p,figure{break-after:avoid}th,td{min-width:0}.t{min-width:12em}tbody th,tfoot th{position:static}tr,figure{break-inside:avoid}thead{display:table-header-group}tfoot{display:table-row-group}
    .wide{overflow:visible}}
    """
}
