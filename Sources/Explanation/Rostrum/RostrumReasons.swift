import Assembly
import Localization
import Verification

/// Why somebody has their place on the rostrum.
enum RostrumReasons {
  /// What there is to say; nothing where there is no plan of the rostrum.
  static func section(of person: Int, _ judged: JudgedPlan) -> Explanation.Section? {
    guard let plan = judged.plan.rostrum, let rostrum = judged.event.rostrum else { return nil }
    let title = Wording.title(.rostrum)
    guard judged.event.people[person].isDueOnRostrum else {
      return Explanation.Section(title: title, sentences: [Wording.notOnRostrum])
    }
    guard let seat = plan.assignments.first(where: { $0.person == person }) else {
      return Explanation.Section(unplaced: plan.unplaced.filter { $0.person == person }, in: .rostrum)
    }
    return Explanation.Section(
      title: title,
      sentences: [Wording.sits(seat)] + order(of: seat, plan, rostrum, judged.event)
        + [nextBest(for: seat, plan, rostrum, judged)])
  }

  /// The place that protocol gives, and the wishes that gave another.
  private static func order(
    of seat: RostrumAssignment, _ plan: RostrumPlan, _ rostrum: Rostrum, _ event: Event
  ) -> [Phrase] {
    let due = event.dueOnRostrum
    let own = due.firstIndex(of: seat.person)! + 1
    var sentences = [Wording.ownPlace(own, of: due.count, rank: event.people[seat.person].rank)]
    if let row = rostrum.rows.first(where: { $0.number == seat.seat.row }) {
      let isFront = row.number == rostrum.rows.first?.number
      sentences.append(Wording.rule(of: row, isFront: isFront, event.settings))
    }
    let wishes = WishesOnRostrum(event)
    sentences += wishes.of(seat.person).map { Wording.wish($0, event) }
    if wishes.all.isEmpty {
      let isInOrder = plan.assignments.allSatisfy { due.firstIndex(of: $0.person) == $0.place - 1 }
      sentences.append(isInOrder ? Wording.noWishes : Wording.placesKept)
    } else if own != seat.place {
      let others = wishes.all.filter { !$0.concerns(seat.person) }
      sentences.append(Wording.moved(by: seat.place - own, others.prefix(6).map { Wording.wish($0, event) }))
    }
    return sentences
  }

  /// Another place for the person: that of somebody else, who takes theirs, or one that is empty.
  private enum Change {
    case exchange(RostrumAssignment)
    case move(RostrumSeat, place: Int)
  }

  private static func nextBest(
    for seat: RostrumAssignment, _ plan: RostrumPlan, _ rostrum: Rostrum, _ judged: JudgedPlan
  ) -> Phrase {
    let event = judged.event
    if case .rostrum = event.people[seat.person].seat { return Wording.pinnedSeat }
    let places = RostrumPlaces(rostrum, settings: event.settings)
    let taken = Set(plan.assignments.map(\.seat))
    let empty = places.seats.filter { !taken.contains($0) }
    let changes: [Change] =
      plan.assignments.filter { $0.person != seat.person }.map { .exchange($0) }
      + empty.compactMap { seat in places.place(of: seat).map { .move(seat, place: $0) } }

    func changed(_ change: Change) -> RostrumPlan {
      let others = plan.assignments.filter { $0.person != seat.person }
      func given(_ person: Int, _ seat: RostrumSeat, _ place: Int) -> RostrumAssignment {
        RostrumAssignment(person: person, seat: seat, place: place)
      }
      let assignments =
        switch change {
        case .move(let empty, let place): others + [given(seat.person, empty, place)]
        case .exchange(let other):
          others.filter { $0.person != other.person } + [
            given(seat.person, other.seat, other.place), given(other.person, seat.seat, seat.place),
          ]
        }
      return RostrumPlan(assignments: assignments, unplaced: plan.unplaced)
    }
    let now = rostrumTerms(of: plan.assignments, in: event)
    let alternatives = changes.map { change in
      Alternative(change, from: now, to: rostrumTerms(of: changed(change).assignments, in: event))
    }
    let best = NextBest(of: alternatives) { change in
      judged.new(judged.verification.violations(of: changed(change))).isEmpty
    }
    return Wording.nextBest(best, in: .rostrum, judged) { change in
      switch change {
      case .exchange(let other): Wording.exchange(with: event.people[other.person], place: other.place)
      case .move(let seat, let place): Wording.move(to: seat, place: place)
      }
    }
  }
}

/// Who asks for a seat of the rostrum, or to sit beside or apart from somebody there.
struct WishesOnRostrum {
  enum Wish: Hashable {
    case pin(Int, RostrumSeat)
    case beside(Int, Int)
    case apart(Int, Int)

    func concerns(_ person: Int) -> Bool {
      switch self {
      case .pin(let one, _): one == person
      case .beside(let one, let other), .apart(let one, let other): one == person || other == person
      }
    }
  }

  /// In the order of protocol.
  let all: [Wish]

  init(_ event: Event) {
    let due = event.dueOnRostrum
    all = due.flatMap { index -> [Wish] in
      let person = event.people[index]
      var wishes: [Wish] = []
      if case .rostrum(let seat) = person.seat { wishes.append(.pin(index, seat)) }
      wishes += person.beside.filter(due.contains).map { .beside(index, $0) }
      wishes += person.apart.filter(due.contains).map { .apart(index, $0) }
      return wishes
    }
  }

  func of(_ person: Int) -> [Wish] {
    all.filter { $0.concerns(person) }
  }
}
