import Assembly

extension HallReplan {
  /// Gives each seat that an absent person leaves empty to the last of their group, unless all of it sit before that
  /// seat: one move for each, never a shift of a line.
  mutating func closeUp() {
    guard !problem.isStrict else { return }
    var closed: [Int] = []
    let event = problem.event
    // Where somebody is new or was moved, that person might have taken such a seat instead.
    let isKept = problem.groups.allSatisfy { $0.members.allSatisfy { earlier[$0] == seats[$0] } }
    let left = event.people.indices.filter { !event.people[$0].isDueInHall }
    for group in problem.groups {
      let gaps = left.filter { event.people[$0].group == group.group }.compactMap { earlier[$0] }
        .filter { personOf[$0] == nil && isOpenToAll($0) }
      var taken = problem.inMemberSeatOrder(group.members.filter(mayCloseUp).map { seats[$0]! })
      for gap in problem.inMemberSeatOrder(gaps) {
        guard let last = taken.last, problem.inMemberSeatOrder([last, gap])[0] == gap,
          let person = personOf[last], wishes.suits(person, gap)
        else { continue }
        taken.removeLast()
        rise(person)
        sit(person, on: gap)
        closed.append(person)
      }
    }
    if isKept { closings = closed }
  }

  private func isOpenToAll(_ seat: Int) -> Bool {
    let seat = problem.hall.seats[seat]
    return !seat.isHeld && seat.role == nil && !seat.isWheelchairPlace
  }

  /// Whether nothing binds somebody to the seat that they have.
  private func mayCloseUp(_ person: Int) -> Bool {
    seats[person].map(isOpenToAll) ?? false && mayBeExchanged(person)
      && !problem.event.people[person].needs.contains(.aisle)
  }
}
