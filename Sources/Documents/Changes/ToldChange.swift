import Assembly
import Localization

/// What somebody is told in one sentence: all that changed for them of one module for one cause, as it is said by telephone.
/// Six rides in another vehicle are one thing to tell.
struct ToldChange {
  let person: Person
  /// Index in the new event's people, and in the earlier event's: tells people apart.
  var key: [Int?]
  /// What it is about: `会场`, `车辆：6 趟`.
  let subject: Phrase
  let from: Phrase
  let to: Phrase
  let cause: Phrase
  /// Papers of the person that are void.
  let papers: [Phrase]
  /// The number of the chain of which it is.
  let chain: Int?

  /// Somebody's changes, in their order, as few sentences as there are modules and causes.
  static func all(_ changes: [PlanComparison.Change], of person: Person, inNotice notice: ChangeNotice)
    -> [ToldChange]
  {
    struct Topic: Hashable {
      let module: Module
      let cause: PlanComparison.Cause
      let hadNone, hasNone: Bool
    }
    func topic(_ change: PlanComparison.Change) -> Topic {
      Topic(
        module: change.module, cause: change.cause, hadNone: change.from == nil, hasNone: change.to == nil)
    }
    var topics: [Topic] = []
    for change in changes where !topics.contains(topic(change)) { topics.append(topic(change)) }
    return topics.map { own in
      ToldChange(changes.filter { topic($0) == own }, of: person, inNotice: notice)
    }
  }

  private init(_ changes: [PlanComparison.Change], of person: Person, inNotice notice: ChangeNotice) {
    let first = changes[0]
    self.person = person
    key = [first.person, first.earlierPerson]
    subject = Self.subject(of: changes, in: notice.event, notice.earlier)
    let isElsewhere = changes.contains { change in
      change.from != nil && change.to != nil && change.from?.ride?.from != change.to?.ride?.from
    }
    from = Self.places(changes.compactMap(\.from), areNamed: isElsewhere)
    to = Self.places(changes.compactMap(\.to), areNamed: isElsewhere)
    cause = notice.comparison.phrase(for: first.cause, from: notice.earlier, to: notice.event)
    papers = changes.flatMap(\.papers).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    chain = first.chain
  }

  /// That somebody has a duty in a discussion group now, or has it no longer.
  init(of person: Person, key: [Int?], from: Phrase, to: Phrase, cause: Phrase) {
    self.person = person
    self.key = key
    subject = Module.discussion.name
    (self.from, self.to, self.cause) = (from, to, cause)
    papers = Module.discussion.papers
    chain = nil
  }

  private static func subject(of changes: [PlanComparison.Change], in event: Event, _ earlier: Event)
    -> Phrase
  {
    let name = changes[0].module.name
    guard changes[0].use.kind == .rides else { return name }
    let rides =
      changes.count > 1
      ? Wording.rides(changes.count)
      : changes[0].use.rideName(in: event.fleet) ?? changes[0].use.rideName(in: earlier.fleet) ?? name
    return Phrase("\(name.chinese)：\(rides.chinese)", "\(name.english): \(rides.english)")
  }

  /// Places after one another; rides vehicle by vehicle with the hours of a day, and the places where they begin if these are
  /// others now: `6号车 01-12 08:08 11:58、01-15 08:08`.
  private static func places(_ places: [PrintedPlace], areNamed: Bool) -> Phrase {
    let rides = places.compactMap(\.ride)
    guard rides.count == places.count, rides.count > 1, !areNamed else {
      return Phrase(
        places.map(\.phrase.chinese).joined(separator: "；"),
        places.map(\.phrase.english).joined(separator: "; "))
    }
    let numbers = rides.map { String($0.number) }.distinct
    let parts = numbers.map { number -> Phrase in
      let own = rides.filter { String($0.number) == number }.map(\.depart).sorted()
      let days = own.map(\.day.monthAndDay).distinct.map { day in
        day + " " + own.filter { $0.day.monthAndDay == day }.map(\.clock).joined(separator: " ")
      }
      return Phrase(
        "\(number)号车 " + days.joined(separator: "、"), "vehicle \(number) " + days.joined(separator: ", "))
    }
    return Phrase(
      parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
  }
}

extension [ToldChange] {
  /// Those of each person, who stand one after another.
  var byPerson: [[ToldChange]] {
    reduce(into: []) { people, change in
      if people.last?[0].key == change.key {
        people[people.count - 1].append(change)
      } else {
        people.append([change])
      }
    }
  }
}

extension PlaceUse {
  /// What a ride is called: the name of its transfer, or that people are met or seen off; nothing for one that is not in a fleet.
  fileprivate func rideName(in fleet: Fleet?) -> Phrase? {
    guard let fleet else { return nil }
    let purposes = [.pickup, .dropoff] + fleet.transfers.indices.map(RunPurpose.transfer)
    return purposes.first { $0.use(in: fleet) == self }?.name(in: fleet)
  }
}

extension Wording {
  static func rides(_ count: Int) -> Phrase { Phrase("\(count) 趟", counted(count, "ride")) }
}
