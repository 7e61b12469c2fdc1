import Assembly

/// When beds run short, the lowest of people who are alike stay out first.
struct RoomsOrderCheck {
  private let check: RoomCheck
  private let event: Event
  /// Place of each person in protocol order.
  private let placeOf: [Int]

  init(_ check: RoomCheck) {
    self.check = check
    event = check.event
    var placeOf = [Int](repeating: 0, count: check.event.people.count)
    for (place, person) in check.event.inProtocolOrder(check.event.people.indices).enumerated() {
      placeOf[person] = place
    }
    self.placeOf = placeOf
  }

  var violations: [Violation] {
    let free = event.people.indices.filter { check.attendance.expects($0) && !check.hasWish($0) }
    let without = free.filter { check.occupation.roomOf[$0] == nil }
    guard !without.isEmpty else { return [] }
    let lodged = Dictionary(
      grouping: free.filter { check.occupation.roomOf[$0] != nil && !check.stay.contains($0) }, by: likeness
    )
    .mapValues { people in people.sorted { placeOf[$0] > placeOf[$1] } }
    return without.compactMap { person in
      let lower = (lodged[likeness(of: person)] ?? []).prefix { placeOf[$0] > placeOf[person] }
      return lower.first { !check.isOutsideHotels(check.occupation.roomOf[$0]!, person) }
        .map { .withoutBedBeforeLower(person: person, lodged: $0) }
    }
  }

  /// What makes people alike.
  private struct Likeness: Hashable {
    let gender: Gender?
    let entitlement: Entitlement
    let nights: Range<Int>
    let needs: Set<Need>
  }

  private func likeness(of index: Int) -> Likeness {
    let person = event.people[index]
    return Likeness(
      gender: person.gender, entitlement: person.entitlement, nights: check.occupation.stay(of: index).nights,
      needs: person.needs)
  }
}
