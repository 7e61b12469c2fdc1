import Assembly
import Documents
import EventFiles
import Explanation
import Foundation
import Localization

/// The result of a command as one JSON document. A schema for each lies in docs/schemas: a key may be added, none is
/// dropped or changes its meaning.
public struct ProgramDocument<Result: Encodable & Sendable>: Sendable {
  private struct Content: Encodable {
    let schema = 1
    let tool = "plenum " + PlenumVersion.current
    let command: String
    let status: Int32
    let result: Result

    private enum Key: CodingKey { case schema, tool, command, status }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: Key.self)
      try values.encode(schema, forKey: .schema)
      try values.encode(tool, forKey: .tool)
      try values.encode(command, forKey: .command)
      try values.encode(status, forKey: .status)
      try result.encode(to: encoder)
    }
  }

  private let content: Content

  init(_ command: String, _ status: ExitStatus, _ result: Result) {
    content = Content(command: command, status: status.rawValue, result: result)
  }

  /// The document as text.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Strings and finite numbers: nothing of it can fail to be encoded.
    return String(decoding: (try? encoder.encode(content)) ?? Data(), as: UTF8.self)
  }
}

/// What of several events there is to tell, by event.
public struct EventDocuments<Event: Encodable & Sendable>: Encodable, Sendable {
  /// What is about none of the events; nothing where there is nothing of that kind.
  var problems: [Problem]?
  let events: [Event]
}

// MARK: plan

/// How the planning of one event ended.
public struct PlannedEvent: Encodable, Sendable, Hashable {
  /// How many people have something else than before.
  struct Change: Encodable, Hashable {
    let elsewhere: Int
    let added: Int
    let removed: Int
  }

  let event: String
  let status: Int32
  /// False for an event that an interrupted batch did not begin.
  let begun: Bool
  let problems: [Problem]
  /// What report.json holds; nothing where no plan was written.
  let report: PlanReport?
  /// The documents that were written, by their paths in OUT.
  let documents: [String]
  /// Since the earlier plan, where there was one: of seats, rooms and rides.
  let changes: [String: Change]?

  init(_ event: String, _ run: PlanningRun) {
    self.event = event
    status = run.status.rawValue
    begun = true
    problems = run.remarks.problems
    report = run.report
    documents = run.documents.map { Planner.path(of: $0.fileName) }.sorted()
    changes = run.changes.map { changes in
      Dictionary(
        changes.counts.map { kind, count in
          (
            kind.name,
            Change(elsewhere: count.elsewhere, added: count.added, removed: count.removed)
          )
        }
      ) { first, _ in first }
    }
  }

  init(notBegun event: String) {
    self.event = event
    status = ExitStatus.interrupted.rawValue
    begun = false
    problems = []
    report = nil
    documents = []
    changes = nil
  }
}

extension PlanningRun {
  /// The result for programs.
  ///
  /// - Parameters:
  ///   - event: the event as it was named.
  ///   - command: the command that planned it.
  public func document(
    of event: String, command: String = "plan"
  ) -> ProgramDocument<EventDocuments<PlannedEvent>> {
    ProgramDocument(command, status, EventDocuments(events: [PlannedEvent(event, self)]))
  }
}

extension BatchRun {
  /// The result for programs.
  public var document: ProgramDocument<EventDocuments<PlannedEvent>> {
    ProgramDocument(
      "plan", status,
      EventDocuments(
        problems: remarks.problems.isEmpty ? nil : remarks.problems, events: results.map(\.planned)))
  }
}

// MARK: check

/// What the tables of an event hold.
public struct CheckedEvent: Encodable, Sendable {
  /// Whom an event is about.
  struct People: Encodable {
    let all: Int
    let absent: Int
    let groups: Int
    let rostrum: Int
    let hall: Int
  }

  let event: String
  let status: Int32
  let problems: [Problem]
  /// Nothing where the tables make no event.
  let people: People?

  init(_ event: String, _ status: ExitStatus, _ problems: [Problem], _ read: Event?) {
    self.event = event
    self.status = status.rawValue
    self.problems = problems
    people = read.map { event in
      People(
        all: event.people.count, absent: event.people.count { $0.isAbsent }, groups: event.groups.count,
        rostrum: event.dueOnRostrum.count, hall: event.people.count { $0.isDueInHall })
    }
  }
}

extension [EventCheck] {
  /// The results for programs.
  public var document: ProgramDocument<EventDocuments<CheckedEvent>> {
    ProgramDocument("check", map(\.status).max() ?? .complete, EventDocuments(events: map(\.checked)))
  }
}

// MARK: verify and explain

/// What the files of a plan break.
public struct VerifiedPlan: Encodable, Sendable {
  let problems: [Problem]
  /// The rules that are broken and the figures that differ.
  let violations: [Problem]
}

extension PlanCheck {
  /// The result for programs.
  public var document: ProgramDocument<VerifiedPlan> {
    ProgramDocument(
      "verify", status,
      VerifiedPlan(
        problems: told.problems, violations: broken.problems))
  }
}

/// Why a person has the places that the plan gives.
public struct ExplainedPerson: Encodable, Sendable {
  /// What there is to say of one module, or of one ride.
  struct Section: Encodable {
    let title: String
    let sentences: [String]
  }

  struct Person: Encodable {
    let id: String
    let name: String
  }

  let problems: [Problem]
  /// Nothing where nothing could be explained.
  let person: Person?
  let sections: [Section]
}

extension PersonExplanation {
  /// The result for programs.
  public var document: ProgramDocument<ExplainedPerson> {
    ProgramDocument(
      "explain", status,
      ExplainedPerson(
        problems: remarks.problems,
        person: person.map { ExplainedPerson.Person(id: $0.id, name: $0.name) },
        sections: (explanation?.sections ?? []).map { section in
          ExplainedPerson.Section(
            title: section.title[language], sentences: section.sentences.map { $0[language] })
        }))
  }
}

// MARK: print

/// The papers that were written.
public struct PrintedPapers: Encodable, Sendable {
  /// One file.
  struct Paper: Encodable {
    /// Its path in OUT.
    let file: String
    /// Nothing for a workbook.
    let pages: Int?
  }

  let problems: [Problem]
  let papers: [Paper]
}

extension PaperRun {
  /// The result for programs.
  public var document: ProgramDocument<PrintedPapers> {
    ProgramDocument(
      "print", status,
      PrintedPapers(
        problems: remarks.problems,
        papers: written.map { PrintedPapers.Paper(file: $0.file, pages: $0.pages) }))
  }
}

// MARK: template

/// Where empty tables lie now.
public struct MadeTemplate: Encodable, Sendable {
  let problems: [Problem]
  /// Nothing where the command was written wrongly.
  let folder: String?
}

extension TemplateFolder {
  /// The result for programs.
  public var document: ProgramDocument<MadeTemplate> {
    ProgramDocument(
      "template", status, MadeTemplate(problems: remarks.problems, folder: place.path))
  }
}
