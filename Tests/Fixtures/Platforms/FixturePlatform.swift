/// The platforms, beside 抖店, whose order exports are written.
public enum FixturePlatform: String, CaseIterable, Sendable {
  /// 拼多多: 27 columns in GB18030, a tab behind every cell.
  case pinduoduo
  /// 快手小店: 61 columns, yuan signs, subsidies.
  case kuaishou
  /// 视频号小店: 57 columns, lines without numbers, refunds in the row.
  case weixin
  /// 淘宝: 宝贝报表, amounts net of refunds.
  case taobao

  /// The names of the columns, in the order of the file.
  public var header: [String] {
    switch self {
    case .pinduoduo: Pinduoduo.header
    case .kuaishou: Kuaishou.header
    case .weixin: Weixin.header
    case .taobao: Taobao.header
    }
  }

  /// How the platform encodes its files.
  public var encoding: FixtureEncoding {
    switch self {
    case .pinduoduo: .gb18030
    case .kuaishou: .utf8BOM
    case .weixin, .taobao: .utf8
    }
  }

  var style: CSVStyle {
    switch self {
    case .pinduoduo: .tabTrailed
    case .kuaishou: .yuanSigned
    case .weixin: .dashed
    case .taobao: .plain
    }
  }

  var columns: [FixtureColumn<PlatformRow>] {
    switch self {
    case .pinduoduo: Pinduoduo.columns
    case .kuaishou: Kuaishou.columns
    case .weixin: Weixin.columns
    case .taobao: Taobao.columns
    }
  }

  /// What the numbers of orders begin with, and how many series there are.
  var numberLead: (lead: Int, seriesBelow: Int) {
    switch self {
    case .pinduoduo: (0, 1_000)
    case .kuaishou: (2, 1_000)
    case .weixin: (3_720, 1_000)
    case .taobao: (4_012, 1_000)
    }
  }

  /// True where an order may have several lines.
  var hasLines: Bool { self == .weixin || self == .taobao }
}
