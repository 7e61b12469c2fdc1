import Assembly

/// People who are given one room together: a party, or two alike who share a twin.
struct RoomUnit {
  /// Lodgers.
  let members: [Int]
  /// From the first period of anybody to the last.
  let periods: Range<Int>
  /// People in each of ``periods``.
  let load: [Int]
  /// Groups of the members, each once.
  let groups: [Int]
  /// Group of the first member, with which it is laid.
  let group: Int
  /// What it costs to leave all of them without a bed.
  let costWithout: Int
  /// The highest entitlement among them.
  let level: Int

  /// Nights on which somebody of it is there.
  let nights: Int
  /// Whether two people alike were put together who may be parted again.
  var isPair = false

  init(_ members: [Int], _ problem: RoomProblem) {
    let lodgers = members.map { problem.lodgers[$0] }
    let first = lodgers.map(\.periods.lowerBound).min() ?? 0
    let last = lodgers.map(\.periods.upperBound).max() ?? 0
    self.members = members
    periods = first..<last
    load = periods.map { period in lodgers.count { $0.periods.contains(period) } }
    nights = zip(periods, load).reduce(0) { $1.1 > 0 ? $0 + problem.nightsOfPeriod[$1.0] : $0 }
    groups = Set(lodgers.map(\.group)).sorted()
    group = lodgers[0].group
    costWithout = lodgers.reduce(0) { $0 + $1.costWithout }
    level = lodgers.map(\.level).max() ?? 1
  }

  /// Whether nothing but gender, entitlement and nights matters for the room of its one member.
  func isOrdinary(_ problem: RoomProblem) -> Bool {
    guard members.count == 1 else { return false }
    let lodger = problem.lodgers[members[0]]
    return lodger.room == nil && problem.apart[members[0]].isEmpty
      && problem.besideOnFloor[members[0]].isEmpty
      && !lodger.needsAccessibleRoom
  }

  /// Everybody of a problem in units: parties, then pairs of people alike of one group, and who is left over.
  ///
  /// Higher entitlements come first, then pairs, then longer stays.
  static func units(of problem: RoomProblem) -> [RoomUnit] {
    struct Kind: Hashable {
      let group: Int
      let gender: Gender
      let periods: Range<Int>
      let choice: Int
    }
    var waiting: [Kind: Int] = [:]
    var units: [RoomUnit] = []
    for party in problem.parties {
      let unit = RoomUnit(party, problem)
      let lodger = problem.lodgers[party[0]]
      guard unit.isOrdinary(problem), lodger.level == 1, let gender = lodger.gender else {
        units.append(unit)
        continue
      }
      let kind = Kind(group: lodger.group, gender: gender, periods: lodger.periods, choice: lodger.choice)
      if let place = waiting.removeValue(forKey: kind) {
        units[place] = RoomUnit(units[place].members + party, problem)
        units[place].isPair = true
      } else {
        waiting[kind] = units.count
        units.append(unit)
      }
    }
    return units.enumerated().sorted { one, other in
      func key(_ unit: RoomUnit, _ place: Int) -> (Int, Int, Int, Int) {
        (-unit.level, -unit.members.count, -unit.nights, place)
      }
      return key(one.element, one.offset) < key(other.element, other.offset)
    }.map(\.element)
  }
}
