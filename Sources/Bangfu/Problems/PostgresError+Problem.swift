internal import Domain
internal import Postgres

extension PostgresError {
  /// What the database refuses by rules of its own, with its facts; nil for any other error.
  var refusal: Problem? {
    sqlState == "BF001"
      ? Problem(message, Facts.read(detail ?? ""), source: .database) : nil
  }

  /// The problem to report.
  ///
  /// The database's own refusals carry a code and facts, a violated constraint its name, as code and as the fact
  /// `constraint`.
  var problem: Problem {
    if let refusal { return refusal }
    let message = message.split(whereSeparator: \.isNewline)
      .map { $0.drop(while: \.isWhitespace) }.prefix { !$0.hasPrefix("CONTEXT:") }
      .joined(separator: "; ")
    var facts = ["message": message, "state": sqlState ?? ""]
    facts["server"] = server
    facts["database"] = database
    facts["user"] = user
    facts["variables"] = variables.joined(separator: ", ")
    if origin == .settings { return problem(ofSetting: setting, facts) }
    if let constraint, sqlState?.hasPrefix("23") == true {
      facts["constraint"] = constraint
      facts["value"] = violatingValue
      return Problem(constraint, facts, source: source)
    }
    return Problem(code, facts, source: source)
  }

  private var source: Problem.Source {
    if isConnectionLoss { return .session }
    return origin == .server ? .database : .program
  }

  private var code: String {
    if message.contains("No space left on device") { return "database_disk_full" }
    if needsPassword { return "login_refused" }
    return switch sqlState {
    case "3D000": "database_missing"
    case "57P03": "server_starting"
    case "53300": "connections_exhausted"
    case "40001", "40P01", "55P03": "database_busy"
    case "57014": "statement_cancelled"
    case "53100": "database_disk_full"
    case "53200": "database_memory_short"
    case "25006": "database_read_only"
    case "42501": "not_permitted"
    case "3F000", "42P01": "schema_missing"
    case "22003": "number_too_large"
    case "22021", "22P05": "text_holds_nul"
    case .some(let state) where state.hasPrefix("28"): "login_refused"
    default: isConnectionLoss ? connectionCode : "database_error"
    }
  }

  private var connectionCode: String {
    if origin != .connection { return "connection_lost" }
    let isTooLong = message.contains("socket path") && message.contains("too long")
    return isTooLong ? "socket_path_too_long" : "database_unreachable"
  }

  /// What is wrong with what the session was to be opened with; whatever libpq says of a conninfo that it cannot read may
  /// hold a part of a password.
  private func problem(ofSetting setting: Setting?, _ facts: [String: String]) -> Problem {
    if let setting {
      return Problem(
        "setting_wrong",
        [
          "variable": setting.variable ?? "BANGFU_DATABASE", "keyword": setting.keyword,
          "value": setting.value,
        ])
    }
    if sqlState != nil { return Problem("settings_wrong", facts) }
    let isOfNames =
      message.hasPrefix("invalid connection option") || message.contains("query parameter")
    return Problem("conninfo_malformed", isOfNames ? ["message": message] : [:])
  }

  /// The value that was met twice or not at all.
  ///
  /// It is `X` in `Key (code)=(X) already exists.`
  private var violatingValue: String? {
    guard let detail, ["23503", "23505", "23P01"].contains(sqlState),
      let start = detail.firstRange(of: ")=(")?.upperBound
    else { return nil }
    let rest = detail[start...]
    let ends = [") ", ")\""].compactMap { rest.firstRange(of: $0)?.lowerBound }
    return PostgresError.period(String(rest[..<(ends.min() ?? rest.endIndex)]))
  }

  /// A period as ISO 8601 has it, last day included, where PostgreSQL writes `[2026-01-01,2027-01-01)`.
  private static func period(_ value: String) -> String {
    guard value.hasPrefix("["), value.hasSuffix(")") else { return value }
    let ends = value.dropFirst().dropLast().split(separator: ",").map { BusinessDay(String($0)) }
    guard ends.count == 2, let from = ends[0], let end = ends[1],
      let to = BusinessDay(number: end.number - 1)
    else { return value }
    return "\(from)/\(to)"
  }
}
