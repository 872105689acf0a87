/// A sheet of a workbook: a title, notes, one table with what it adds up to, and maybe a chart of it.
public struct Sheet {
  /// A column.
  public struct Column: Sendable {
    /// How its numbers are written; texts stay texts.
    public enum Kind: Equatable, Sendable {
      /// Names, codes, days, and numbers of ours: as text, so that no spreadsheet takes digits away.
      case text
      /// Numbers with so many decimals.
      case number(decimals: Int)
    }

    /// The heading.
    public let title: String
    /// What is in it.
    public let kind: Kind

    /// Describes a column.
    public init(title: String, kind: Kind) {
      self.title = title
      self.kind = kind
    }
  }

  /// A chart of the table: bars of a column a row, or of several columns on one another.
  public struct Chart: Sendable {
    /// Its title.
    public let title: String
    /// The column of what the bars are called, from 0, and the columns of the bars.
    public let labels: Int, values: [Int]
    /// How many of the first rows it is of.
    public let rows: Int

    /// Describes a chart.
    public init(title: String, labels: Int = 0, values: [Int], rows: Int) {
      self.title = title
      self.labels = labels
      self.values = values
      self.rows = rows
    }
  }

  /// Takes the cells of a row as plain text: a number is written as one where its column is of numbers.
  public typealias Row = ([String]) throws -> Void

  /// The name on its tab.
  public let name: String
  /// What stands over the table: the first is the title.
  public let heading: [String]
  /// The columns, left to right.
  public let columns: [Column]
  /// Hands over the rows, one after another, each once.
  public let rows: (_ row: Row) throws -> Void
  /// What the rows add up to, or what they are of; nil where there is no such row.
  public let total: [String]?
  /// The chart; nil where there is none.
  public let chart: Chart?

  /// Describes a sheet whose rows may still come while it is written.
  public init(
    name: String, heading: [String], columns: [Column], total: [String]? = nil,
    chart: Chart? = nil, rows: @escaping (_ row: Row) throws -> Void
  ) {
    self.name = name
    self.heading = heading
    self.columns = columns
    self.rows = rows
    self.total = total
    self.chart = chart
  }

  /// The most rows that a sheet holds beside its heading and its total.
  public static let mostRows = 1_048_000
}
