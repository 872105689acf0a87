/// What counts from a day on: the rules that a programme sets.
public struct RuleSet: Equatable, Sendable {
  /// The kinds of channels, of which each has an event that makes a sale count.
  public static let channelKinds = [
    "counter", "canteen", "supermarket", "fair", "livestream", "marketplace", "tourism",
  ]
  /// The events that may make a sale count.
  public static let events = ["paid", "delivered", "accepted"]
  /// What the other rules may say.
  public static let choices: [(key: String, values: [String])] = [
    ("certificates", ["none", "required"]), ("supermarket", ["till", "settlement", "paid"]),
    ("subsidies", ["in", "out"]), ("tourism", ["in", "out"]),
  ]

  /// The first day, and the last where a file says it.
  public var from: BusinessDay, to: BusinessDay?
  /// By kind of channel, the event that makes a sale count on its day.
  public var recognition: [String: String]
  /// The counties whose products count.
  public var origins: [String]
  /// The provinces where goods must go to count; nil: anywhere.
  public var provinces: [String]?
  /// By key: `certificates`, `supermarket`, `subsidies`, `tourism`.
  public var chosen: [String: String]

  /// Makes a rule set.
  public init(
    from: BusinessDay, to: BusinessDay? = nil, recognition: [String: String], origins: [String],
    provinces: [String]?, chosen: [String: String]
  ) {
    self.from = from
    self.to = to
    self.recognition = recognition
    self.origins = origins
    self.provinces = provinces
    self.chosen = chosen
  }

  /// Refuses what no rule set may say.
  ///
  /// - Throws: `Problem` `rules_value`, `rules_origins_missing`, `rules_provinces_empty`.
  public func check() throws(Problem) {
    for kind in RuleSet.channelKinds {
      try RuleSet.expect(
        recognition[kind] ?? "", in: RuleSet.events, of: "recognition.\(kind)", from: from)
    }
    if let other = recognition.keys.filter({ !RuleSet.channelKinds.contains($0) }).min() {
      throw Problem(
        "rules_value",
        [
          "from": from.description, "key": "recognition", "value": other,
          "values": RuleSet.channelKinds.joined(separator: ", "),
        ])
    }
    for choice in RuleSet.choices {
      try RuleSet.expect(
        chosen[choice.key] ?? "", in: choice.values, of: choice.key, from: from)
    }
    if origins.isEmpty || origins.contains("") {
      throw Problem("rules_origins_missing", ["from": from.description])
    }
    if provinces?.isEmpty == true {
      throw Problem("rules_provinces_empty", ["from": from.description])
    }
  }

  private static func expect(
    _ value: String, in values: [String], of key: String, from: BusinessDay
  ) throws(Problem) {
    if values.contains(value) { return }
    throw Problem(
      "rules_value",
      [
        "from": from.description, "key": key, "value": value,
        "values": values.joined(separator: ", "),
      ])
  }

  /// Puts rule sets in the order of their days, and refuses days that none or two of them hold on.
  ///
  /// A set without a last day ends where the next begins; the last of all has none.
  ///
  /// - Throws: `Problem` `rules_gap`, `rules_overlap`, `rules_end`, `rules_days_in_order`.
  public static func ordered(_ sets: [RuleSet]) throws(Problem) -> [RuleSet] {
    let sets = sets.sorted { $0.from < $1.from }
    for (set, next) in zip(sets, sets.dropFirst()) {
      if set.from == next.from {
        throw Problem("rules_overlap", ["day": set.from.description])
      }
      guard let to = set.to else { continue }
      if to >= next.from { throw Problem("rules_overlap", ["day": next.from.description]) }
      if to.number + 1 < next.from.number {
        throw Problem(
          "rules_gap",
          [
            "from": BusinessDay(number: to.number + 1)?.description ?? "",
            "to": BusinessDay(number: next.from.number - 1)?.description ?? "",
          ])
      }
    }
    for set in sets {
      if let to = set.to, to < set.from {
        throw Problem(
          "rules_days_in_order", ["from": set.from.description, "to": to.description])
      }
    }
    if let to = sets.last?.to { throw Problem("rules_end", ["day": to.description]) }
    return sets
  }
}
