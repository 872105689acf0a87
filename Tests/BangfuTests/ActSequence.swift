/// What an act did to its subject.
enum ActResult: Equatable {
  /// It was done, and more may follow.
  case goesOn
  /// It was done, and was the last.
  case ends
  /// It was refused, with this code.
  case refused(String)
}

/// Every sequence of acts up to a length, on a subject of its own.
///
/// An act that is refused must change nothing: what could follow it follows the sequence without it, and is walked there.
/// After the last act each one is tried once more, and must be refused: so must every longer sequence be.
struct ActSequence<Act: CaseIterable, Subject> {
  let length: Int
  let begin: () throws -> Subject
  let act: (Subject, Act) throws -> ActResult
  /// All that an act could change.
  let standing: (Subject) throws -> String
  /// Told each sequence that was walked, each act's result, and the subject as the last act left it.
  let visit: ([(act: Act, result: ActResult)], Subject) throws -> Void

  func walk(after prefix: [(act: Act, result: ActResult)] = []) throws {
    for next in Act.allCases {
      let subject = try begin()
      for earlier in prefix { _ = try act(subject, earlier.act) }
      let before = try standing(subject)
      let result = try act(subject, next)
      let walked = prefix + [(next, result)]
      if case .refused = result, try standing(subject) != before {
        throw ActFault("\(walked.map(\.act)) was refused, and changed \(before)")
      }
      try visit(walked, subject)
      if result == .ends, walked.count < length { try refuseAll(subject, walked.map(\.act)) }
      if result == .goesOn, walked.count < length { try walk(after: walked) }
    }
  }

  private func refuseAll(_ subject: Subject, _ walked: [Act]) throws {
    let ended = try standing(subject)
    for late in Act.allCases {
      guard case .refused = try act(subject, late), try standing(subject) == ended else {
        throw ActFault("\(late) was done after \(walked)")
      }
    }
  }
}

struct ActFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
