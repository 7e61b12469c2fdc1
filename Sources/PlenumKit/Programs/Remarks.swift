import Assembly
import EventFiles
import Localization
import Tables
import Verification

/// What a command tells beside its result: people read a line each, those of one kind in one column as one; programs read
/// every one, with its code.
struct Remarks: Sendable {
  private(set) var lines: [String] = []
  private(set) var problems: [Problem] = []

  /// Nothing yet.
  init() {}

  /// One thing to tell.
  init(_ code: String, _ phrase: Phrase, in language: Language) {
    add(code, phrase, in: language)
  }

  /// What was found in tables.
  init(_ diagnostics: [Diagnostic], in language: Language) {
    add(diagnostics, in: language)
  }

  /// - Parameter code: the kind of remark, the same in every language.
  mutating func add(_ code: String, _ phrase: Phrase, in language: Language) {
    lines.append(phrase[language])
    problems.append(Problem(code, phrase[language]))
  }

  mutating func add(_ diagnostics: [Diagnostic], in language: Language) {
    lines += diagnostics.map { $0.text(in: language) }
    problems += diagnostics.map { Problem($0, in: language) }
  }

  /// Everything that was found in the tables of an event.
  mutating func add(_ reading: EventReading) {
    lines += reading.messages
    problems += reading.problems
  }

  mutating func add(_ violations: [Violation], of event: Event, in language: Language) {
    for violation in violations { add(code(ofCase: violation), violation.phrase(in: event), in: language) }
  }

  /// The wishes that conflict, and what could be done.
  mutating func add(_ conflict: ConflictExplanation, in language: Language) {
    lines += conflict.lines(in: language)
    problems += conflict.wishes.map { Problem($0, code: ConflictExplanation.wishCode, in: language) }
    problems.append(Problem(ConflictExplanation.adviceCode, conflict.advice[language]))
  }

  mutating func add(_ others: Remarks) {
    lines += others.lines
    problems += others.problems
  }
}

extension Remarks {
  /// That there is no such event.
  init(_ missing: MissingEvent) {
    self.init("no-such-event", missing.message, in: .ofEnvironment())
  }

  /// That OUT could not be written.
  init(_ fault: PlanFolderFault, in language: Language) {
    self.init("plan-not-written", fault.message, in: language)
  }

  /// That a plan could not be read.
  init(reading fault: PlanFolderFault, in language: Language) {
    self.init("plan-unreadable", fault.readingMessage, in: language)
  }
}
