internal import CEvidence
internal import FoundationEssentials

/// What a folder of evidence holds, as its `datapackage.json` says it: a Frictionless Data Package.
struct DataPackage: Codable {
  /// The version that the folder proves.
  struct Figure: Codable, Equatable {
    let programme: String
    let month: String
    let version: Int
    let sha256: String
  }

  /// A file.
  struct Resource: Codable {
    let name: String
    let path: String
    var title: String?
    var profile: String?
    var type: String?
    var format: String?
    var mediatype: String?
    var encoding: String?
    var bytes: Int?
    var hash: String?
    var schema: Schema?
  }

  /// The columns of a table, and its keys.
  struct Schema: Codable {
    let fields: [Field]
    let missingValues: [String]
    let primaryKey: [String]
    let foreignKeys: [ForeignKey]
  }

  /// A column.
  struct Field: Codable {
    /// What its cells must be.
    struct Constraints: Codable {
      var required: Bool?
      var pattern: String?
    }

    let name: String
    let type: String
    let description: String
    var constraints: Constraints?

    /// Whether its cells are ordered as numbers are, and not by their bytes.
    var isNumber: Bool { type == "integer" }
  }

  /// Columns whose cells are the key of another table.
  struct ForeignKey: Codable {
    /// What they point at; an empty name is the table itself.
    struct Reference: Codable {
      let resource: String
      let fields: [String]
    }

    let fields: [String]
    let reference: Reference
  }

  var name: String?
  var title: String?
  var profile: String?
  var created: String?
  var figure: Figure?
  var resources: [Resource]

  /// The tables of every folder, without what one folder has in them.
  static func tables() throws -> [Resource] {
    try read(EvidenceText.file("tables.json")).resources
  }

  /// Reads a package.
  static func read(_ text: String) throws -> DataPackage {
    try JSONDecoder().decode(DataPackage.self, from: Data(text.utf8))
  }

  /// The package as text.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}

/// The files of `evidence/`, which the program carries.
enum EvidenceText {
  static func file(_ name: String) -> String {
    var index = 0
    while let found = unsafe evidence_files[index].name,
      let text = unsafe evidence_files[index].text
    {
      if unsafe String(cString: found) == name { return unsafe String(cString: text) }
      index += 1
    }
    preconditionFailure("the program does not carry \(name)")
  }
}
