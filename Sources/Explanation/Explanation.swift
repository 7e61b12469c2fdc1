public import Assembly
public import Localization
import Verification

/// Why one person sits, sleeps and rides where a plan says: the rules and terms that decided, and what the next best
/// would cost.
///
/// Everything follows from the event and the plan; nothing of the search is known. The next best is the cheapest of
/// all single moves and exchanges that break no rule: each is judged by `Verification`, its terms and its rules.
public struct Explanation: Sendable, Hashable {
  /// What there is to say of one module, or of one ride.
  public struct Section: Sendable, Hashable {
    /// The module, or the ride.
    public let title: Phrase
    /// Sentences, the place itself first and the next best last.
    public let sentences: [Phrase]
  }

  /// Who it is about.
  public let title: Phrase
  /// By module, then by time.
  public let sections: [Section]

  /// Explains the places of a person.
  ///
  /// - Parameters:
  ///   - person: index in `Event.people`.
  ///   - event: the event of the tables.
  ///   - plan: the plan of the event; a module without one is told to have none.
  ///   - conflicts: the modules whose wishes conflict.
  ///   - replanned: the modules that were planned so that few people move.
  ///   - names: the order of names that the event's `member_order` asks for.
  /// - Complexity: O(changes × people of the groups and rooms concerned), where there are as many changes as seats, rooms
  ///   and people together, and a look at the whole plan for each of the cheapest that break a rule.
  public init(
    of person: Int, in event: Event, plan: EventPlan, conflicts: Set<Module> = [],
    replanned: Set<Module> = [], names: any NameOrder
  ) {
    title = Wording.person(event.people[person], Wording.name(of: event.groups[event.people[person].group]))
    guard !event.people[person].isAbsent else {
      sections = [Section(title: Wording.absence, sentences: [Wording.absent])]
      return
    }
    let judged = JudgedPlan(plan, of: event, replanned: replanned, names: names)
    sections = Module.allCases.flatMap { module -> [Section] in
      guard let kind = module.plan as? any ExplainedPlan.Type, kind.isAsked(by: event) else { return [] }
      return kind.sections(of: person, judged) ?? [
        Section(
          title: kind.title,
          sentences: [conflicts.contains(module) ? Wording.conflict : Wording.notPlanned])
      ]
    }
  }

  /// The explanation as lines of text.
  public func lines(in language: Language) -> [String] {
    [title[language]]
      + sections.flatMap { section in
        [section.title[language]] + section.sentences.map { "  " + $0[language] }
      }
  }
}

extension Explanation.Section {
  /// Of somebody for whom the module has no place, and why.
  init(unplaced: [Unplaced], in module: Module) {
    let reasons = unplaced.compactMap { entry -> Phrase? in
      guard case .told(let reason) = entry.reason else { return nil }
      return Phrase(reason)
    }
    self.init(title: Wording.title(module), sentences: [Wording.unplaced(in: module)] + reasons)
  }
}
