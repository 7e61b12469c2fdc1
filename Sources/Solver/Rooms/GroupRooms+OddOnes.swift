import Assembly

// What the odd ones of a group cost at least.
extension GroupRooms.Priced {
  /// How the people of a group who are left over when all others have room-mates of the same nights are lodged.
  typealias OddOnes = (
    cost: Double, moves: [(people: Int, kind: Int, count: Double)], emptyBeds: [(kind: Int, period: Int)]
  )

  /// What a group pays at least for people of a gender who are left over: they share with each other, with strangers,
  /// do not sleep in a twin with their like alone, or leave beds empty.
  func oddOnes(_ places: [Place], _ hotels: [Int]) -> OddOnes {
    var sum: OddOnes = (0, [], [])
    for (gender, stays) in group.loose where !stays.allSatisfy(\.isEmpty) {
      let escape = escape(places, hotels, gender)
      if escape.cost <= 0 { continue }
      let beds = group.market.problem.nightsOfPeriod.indices.map { emptyBed(hotels, $0) }
      let parts = matched(stays, beds: beds.map { $0?.cost ?? 0 }, cap: escape.cost)
      for periods in parts {
        let empty = periods.reduce(0) { $0 + (beds[$1]?.cost ?? 0) }
        if empty < escape.cost {
          sum.cost += empty
          sum.emptyBeds += periods.compactMap { period in beds[period].map { ($0.kind, period) } }
        } else {
          sum.cost += escape.cost
          sum.moves += escape.moves
        }
      }
    }
    return sum
  }

  /// The periods in which each bed that is not used all the time is empty, in the cheapest matching of some stays: those of
  /// one room-mate and not of the other, or all of somebody who has none.
  ///
  /// - Parameter cap: what it costs at most that a bed is empty in some periods.
  /// - Complexity: O(2ⁿ n) for n stays.
  private func matched(_ stays: [[Int]], beds: [Double], cap: Double) -> [[Int]] {
    if stays.count == 1 { return stays }
    func cost(_ periods: [Int]) -> Double { min(cap, periods.reduce(0) { $0 + beds[$1] }) }
    func parts(_ one: Int, _ other: Int) -> [[Int]] {
      one == other
        ? [stays[one]]
        : [
          stays[one].filter { !stays[other].contains($0) }, stays[other].filter { !stays[one].contains($0) },
        ]
    }
    var costs = [0.0]
    var mates = [0]
    let pairs = stays.indices.map { one in
      stays.indices.map { other in other < one ? 0 : parts(one, other).reduce(0) { $0 + cost($1) } }
    }
    for set in 1..<1 << stays.count {
      let first = set.trailingZeroBitCount
      let rest = set & (set - 1)
      var best = (cost: costs[rest] + pairs[first][first], mate: first)
      for mate in first + 1..<max(first + 1, stays.count) where rest & (1 << mate) != 0 {
        let sum = costs[rest & ~(1 << mate)] + pairs[first][mate]
        if sum < best.cost { best = (sum, mate) }
      }
      costs.append(best.cost)
      mates.append(best.mate)
    }
    var found: [[Int]] = []
    var set = (1 << stays.count) - 1
    while set != 0 {
      let (first, mate) = (set.trailingZeroBitCount, mates[set])
      found += parts(first, mate)
      set &= ~(1 << first | 1 << mate)
    }
    return found
  }

  /// The cheapest way for somebody of a gender not to sleep in a twin with others of the group who are entitled to one:
  /// to share with a stranger, to sleep elsewhere, to have somebody of a higher entitlement
  /// come in, or to take the bed of somebody of a family who has none.
  private func escape(
    _ places: [Place], _ hotels: [Int], _ gender: Gender
  ) -> (cost: Double, moves: [(people: Int, kind: Int, count: Double)]) {
    var escape: (cost: Double, moves: [(people: Int, kind: Int, count: Double)]) = (group.strangerFee, [])
    for (number, place) in places.enumerated() {
      let people = group.classes[number].people
      if people.family {
        // Where one of a family has no bed, its room may have one for somebody else.
        let cost = Double(people.costWithout) - place.cost
        if cost < escape.cost { escape = (cost, [(number, place.kind, -1), (number, -1, 1)]) }
        continue
      }
      guard people.gender == gender else { continue }
      let leavesTwins = people.level == 1
      if (place.category == 0) != leavesTwins { return (0, []) }
      guard
        let other = self.place(
          number, hotels, where: { ($0 == 0) != leavesTwins }, orNoBed: leavesTwins),
        other.cost - place.cost < escape.cost
      else { continue }
      escape = (other.cost - place.cost, [(number, place.kind, -1), (number, other.kind, 1)])
    }
    return escape
  }

  /// The cheapest bed of a twin in a period.
  private func emptyBed(_ hotels: [Int], _ period: Int) -> (cost: Double, kind: Int)? {
    var best: (cost: Double, kind: Int)?
    for hotel in hotels {
      for kind in group.market.kindsOfHotel[hotel]
      where group.market.kinds[kind].isTwin && group.market.kinds[kind].periods.contains(period) {
        let cost = prices.price(kind, period..<period + 1)
        if cost < best?.cost ?? .infinity { best = (cost, kind) }
      }
    }
    return best
  }
}
