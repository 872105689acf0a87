internal import CLibPQ
internal import Glibc

/// What people say of a session: in a conninfo, and in the variables of libpq that fill what it leaves out.
struct SpokenSettings {
  /// Those of the conninfo first; nil where libpq cannot read it.
  let settings: [PostgresError.Setting]?

  init(_ conninfo: String) {
    guard let said = PQconninfoParse(conninfo, nil) else {
      settings = nil
      return
    }
    defer { PQconninfoFree(said) }
    var found: [PostgresError.Setting] = []
    Self.each(of: said) { keyword, _, value in
      if let value { found.append(.init(variable: nil, keyword: keyword, value: value)) }
    }
    let isSaid = Set(found.map(\.keyword))
    if let defaults = PQconndefaults() {
      defer { PQconninfoFree(defaults) }
      Self.each(of: defaults) { keyword, variable, _ in
        guard let variable, !isSaid.contains(keyword) else { return }
        found += Self.setting(keyword, variable)
      }
    }
    // These three are no options of a conninfo: they go to the server with the greeting.
    for (keyword, variable) in [
      ("TimeZone", "PGTZ"), ("DateStyle", "PGDATESTYLE"), ("geqo", "PGGEQO"),
    ] {
      found += Self.setting(keyword, variable)
    }
    settings = found.filter { $0.keyword != "password" }
  }

  private static func setting(_ keyword: String, _ variable: String) -> [PostgresError.Setting] {
    guard let value = getenv(variable).map({ String(cString: $0) }), !value.isEmpty else {
      return []
    }
    return [.init(variable: variable, keyword: keyword, value: value)]
  }

  private static func each(
    of options: UnsafeMutablePointer<PQconninfoOption>,
    _ body: (_ keyword: String, _ variable: String?, _ value: String?) -> Void
  ) {
    var option = options
    while let keyword = option.pointee.keyword {
      body(
        String(cString: keyword), option.pointee.envvar.map { String(cString: $0) },
        option.pointee.val.map { String(cString: $0) })
      option += 1
    }
  }
}

extension PostgresError {
  /// The codes by which a server refuses what a client asks for with its greeting: what is not known, has no such
  /// value, or is written otherwise.
  private static let ofSettings: Set<String?> = [
    "22023", "22007", "22008", "22P02", "42704", "42601", "55P02",
  ]

  /// The error with the setting that is to blame, and with the variables that had a say.
  ///
  /// libpq and the server quote the value, whatever their language.
  func blaming(_ spoken: SpokenSettings) -> PostgresError {
    var error = self
    guard let settings = spoken.settings else {
      error.origin = .settings
      return error
    }
    error.variables = settings.compactMap { setting in
      setting.variable.map { "\($0)=\(setting.value)" }
    }
    let isOfSettings = Self.ofSettings.contains(sqlState)
    let wasAsked = message.hasPrefix("connection to server ")
    guard isOfSettings || sqlState == nil && !wasAsked else { return error }
    error.setting =
      settings.first { message.contains("\"\($0.value)\"") }
      ?? settings.first { isOfSettings && $0.keyword == "options" }
      ?? settings.first { $0.keyword == "service" && sqlState == nil }
    if isOfSettings
      || error.setting != nil && !["host", "hostaddr"].contains(error.setting?.keyword)
    {
      error.origin = .settings
    }
    return error
  }
}
