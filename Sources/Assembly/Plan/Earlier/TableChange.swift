/// The tables of which an earlier plan was made, and those of now.
public struct TableChange: Sendable {
  /// The event of the earlier plan.
  public let earlier: Event
  /// The event as it is now.
  public let event: Event
  /// Who of the event each person of the earlier one is; nothing for who is gone.
  public let people: [Int?]

  /// Tables that changed; people are found again by ``Event/people(of:)``.
  public init(from earlier: Event, to event: Event) {
    self.earlier = earlier
    self.event = event
    people = event.people(of: earlier)
  }

  /// The same tables.
  public init(in event: Event) {
    (earlier, self.event, people) = (event, event, Array(event.people.indices))
  }
}

extension EarlierPlaces {
  /// The places of people who are still there.
  ///
  /// - Parameter place: the place as it is now; nothing where it is no longer there.
  init<Old>(_ assignments: [(person: Int, place: Old)], since change: TableChange, place: (Old) -> Place?) {
    var places: [(Int, Place)] = []
    var gone: Set<Int> = []
    for assignment in assignments {
      guard let person = change.people[assignment.person] else { continue }
      if let place = place(assignment.place) { places.append((person, place)) } else { gone.insert(person) }
    }
    let isOfAll = assignments.allSatisfy { change.people[$0.person] != nil }
    self.init(places, gone: gone, isOfAll: isOfAll)
  }
}
