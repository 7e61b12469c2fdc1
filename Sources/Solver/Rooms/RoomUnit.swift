import Assembly

/// People who are given one room together: a party, or two alike who share a twin.
///
/// A class, because the search hands units about millions of times: one reference each, not one for every array.
final class RoomUnit: Sendable {
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
  /// Whether somebody of it has a room by name.
  let isBoundToRoom: Bool
  /// Whether all of it come and go together.
  let isOneStay: Bool
  /// Whether all of it are one family.
  let isFamily: Bool
  /// Whether two people alike were put together who may be parted again.
  let isPair: Bool

  init(_ members: [Int], _ problem: RoomProblem, isPair: Bool = false) {
    let lodgers = members.map { problem.lodgers[$0] }
    let first = lodgers.map(\.periods.lowerBound).min() ?? 0
    let last = lodgers.map(\.periods.upperBound).max() ?? 0
    self.members = members
    self.isPair = isPair
    periods = first..<last
    load = periods.map { period in lodgers.count { $0.periods.contains(period) } }
    nights = zip(periods, load).reduce(0) { $1.1 > 0 ? $0 + problem.nightsOfPeriod[$1.0] : $0 }
    groups = Set(lodgers.map(\.group)).sorted()
    group = lodgers[0].group
    isBoundToRoom = lodgers.contains { $0.room != nil }
    costWithout = lodgers.reduce(0) { $0 + $1.costWithout }
    level = lodgers.map(\.level).max() ?? 1
    isOneStay = lodgers.allSatisfy { $0.periods == lodgers[0].periods }
    isFamily = problem.areFamily(members)
  }

  /// Whether nothing but gender, entitlement and nights matters for the room of its one member.
  func isOrdinary(_ problem: RoomProblem) -> Bool {
    guard members.count == 1 else { return false }
    let lodger = problem.lodgers[members[0]]
    return lodger.room == nil && problem.apart[members[0]].isEmpty
      && problem.besideOnFloor[members[0]].isEmpty
      && !lodger.needsAccessibleRoom
  }

  /// Everybody of a problem in units: parties, then pairs of one group and gender, and who is left over.
  ///
  /// Higher entitlements come first, then pairs, then longer stays.
  static func units(of problem: RoomProblem) -> [RoomUnit] {
    struct Kind: Hashable {
      let group: Int
      let gender: Gender
      let choice: Int
    }
    let mates = RoomMates(problem)
    var people: [Kind: [Int]] = [:]
    var units: [RoomUnit] = []
    for party in problem.parties {
      let unit = RoomUnit(party, problem)
      let lodger = problem.lodgers[party[0]]
      if unit.isOrdinary(problem), lodger.level == 1, let gender = lodger.gender {
        people[Kind(group: lodger.group, gender: gender, choice: lodger.choice), default: []] += party
      } else {
        units.append(unit)
      }
    }
    for kind in people.values.sorted(by: { $0[0] < $1[0] }) {
      for members in mates.paired(kind) {
        units.append(RoomUnit(members, problem, isPair: members.count == 2))
      }
    }
    return units.sorted { one, other in
      func key(_ unit: RoomUnit) -> (Int, Int, Int, Int) {
        (-unit.level, -unit.members.count, -unit.nights, unit.members[0])
      }
      return key(one) < key(other)
    }
  }

  /// Beds that it needs: two who share a twin have both of it, and so has who shares with nobody.
  func beds(_ problem: RoomProblem) -> Beds {
    guard level == 1 else { return level == 2 ? Beds(0, 0, 1, 0) : Beds(0, 0, 0, 1) }
    let most = Int32(load.max() ?? 0)
    let shares = members.allSatisfy { problem.lodgers[$0].family == nil && problem.lodgers[$0].gender != nil }
    return Beds(0, shares ? most : max(2, most), 0, 0)
  }
}
