/// What one part of a workbook says about where others lie.
final class Relations: XMLHandler {
  /// A part that another refers to.
  struct Target {
    /// The last word of the type, such as `worksheet`; the rest differs between editions.
    let kind: Substring
    let path: String
  }

  private(set) var targets: [String: Target] = [:]
  private let folder: String
  private let limit: Int

  /// Reads the relations of a part in a folder.
  init(of part: String, limit: Int) {
    folder = part.split(separator: "/").dropLast().joined(separator: "/")
    self.limit = limit
  }

  /// The part in which the relations of a part lie.
  static func part(of part: String) -> String {
    let steps = part.split(separator: "/")
    return (steps.dropLast() + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
  }

  /// The path of the first part of a kind.
  func path(ofKind kind: String) -> String? {
    targets.values.first { $0.kind == kind }?.path
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    guard name == "Relationship", let id = attributes.text("Id"),
      let type = attributes.text("Type"), let target = attributes.text("Target"),
      attributes.text("TargetMode") != "External"
    else { return }
    guard targets.count < limit else { throw TabularError.tooManyMembers(limit: limit) }
    let path = target.hasPrefix("/") ? target : folder + "/" + target
    targets[id] = Target(
      kind: type.split(separator: "/").last ?? "", path: MemberName.canonical(path))
  }
}
