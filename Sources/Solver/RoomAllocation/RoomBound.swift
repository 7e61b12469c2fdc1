import Assembly
import IntegerProgramming

/// A lower bound on the objective of every plan: a linear program over people and rooms that are alike.
///
/// x[k,r] people of class k sleep in rooms of kind r, u[k] have no bed, y[r,p] rooms of the kind have somebody in period p.
/// Labels: `class[k]`, `beds[r,p]`, `spare[h,p]`.
struct RoomRelaxation {
  private struct Class: Hashable {
    let level: Int
    let periods: Range<Int>
    let choice: Int
    let needsAccessibleRoom: Bool
    /// Never shares a room: no gender and no family.
    let isSolitary: Bool
    let hasFamily: Bool
    let costWithout: Int
  }

  private struct Kind: Hashable {
    let hotel, level, beds, price: Int
    let isAccessible: Bool
    let periods: Range<Int>
  }

  /// No plan costs less.
  let bound: Double

  init(_ problem: RoomProblem, interruption: Interruption?) {
    // A group that sleeps anywhere pays for one hotel and one floor; somebody without a bed is cheaper by as much,
    // which covers groups that stay out whole.
    var fees = [Int](
      repeating: problem.weight(.hotel) + problem.weight(.floor), count: problem.event.groups.count)
    for lodger in problem.lodgers { fees[lodger.group] = min(fees[lodger.group], lodger.costWithout) }
    let present = Set(problem.lodgers.map(\.group))
    var classes: [Class: Int] = [:]
    for lodger in problem.lodgers {
      let key = Class(
        level: lodger.level, periods: lodger.periods, choice: lodger.choice,
        needsAccessibleRoom: lodger.needsAccessibleRoom,
        isSolitary: lodger.gender == nil && lodger.family == nil,
        hasFamily: lodger.family != nil, costWithout: lodger.costWithout - fees[lodger.group])
      classes[key, default: 0] += 1
    }
    var kinds: [Kind: Int] = [:]
    for chamber in problem.chambers where !chamber.periods.isEmpty {
      let kind = Kind(
        hotel: chamber.hotel, level: chamber.level, beds: chamber.beds, price: chamber.price,
        isAccessible: chamber.isAccessible, periods: chamber.periods)
      kinds[kind, default: 0] += 1
    }
    var model = Model(name: "rooms")
    model.objectiveConstant = Double(present.reduce(0) { $0 + fees[$1] })
    RoomRelaxation.build(&model, problem, classes, kinds)
    let solution = model.solveRelaxation(limits: Limits(interruption: interruption))
    bound = solution.termination.isOptimal ? solution.objective : 0
  }

  private static func build(
    _ model: inout Model, _ problem: RoomProblem, _ classes: [Class: Int], _ kinds: [Kind: Int]
  ) {
    let kinds = kinds.sorted { key($0.key) < key($1.key) }
    var load = kinds.map { _ in [Int: [IntegerProgramming.Term]]() }
    for (number, (kind, count)) in classes.sorted(by: { key($0.key) < key($1.key) }).enumerated() {
      var row = [
        1
          * model.addVariable(
            "u[\(number)]", in: .between(0...Double(count)), objective: Double(kind.costWithout))
      ]
      let nights = problem.nights(of: kind.periods)
      for (place, (room, _)) in kinds.enumerated() {
        guard problem.choices[kind.choice][room.hotel], !kind.needsAccessibleRoom || room.isAccessible,
          room.periods.lowerBound <= kind.periods.lowerBound,
          kind.periods.upperBound <= room.periods.upperBound
        else { continue }
        let below = problem.weight(.below) * nights * max(0, kind.level - room.level)
        let variable = model.addVariable("x[\(number),\(place)]", objective: Double(below))
        row.append(1 * variable)
        let isAlone = kind.isSolitary || room.level > 1 && !kind.hasFamily
        for period in kind.periods {
          load[place][period, default: []].append((isAlone ? Double(room.beds) : 1) * variable)
        }
      }
      model.addConstraint("class[\(number)]", row, .equal(Double(count)))
    }
    var used: [Int: [Int: [IntegerProgramming.Term]]] = [:]
    for (place, (room, count)) in kinds.enumerated() {
      for (period, terms) in load[place].sorted(by: { $0.key < $1.key }) {
        let cost = problem.weight(.price) * room.price * problem.nightsOfPeriod[period]
        let rooms = model.addVariable(
          "y[\(place),\(period)]", in: .between(0...Double(count)), objective: Double(cost))
        model.addConstraint("beds[\(place),\(period)]", terms + [Double(-room.beds) * rooms], .atMost(0))
        used[room.hotel, default: [:]][period, default: []].append(1 * rooms)
      }
    }
    guard problem.event.settings.roomSpare > 0 else { return }
    for (hotel, periods) in used.sorted(by: { $0.key < $1.key }) {
      for (period, terms) in periods.sorted(by: { $0.key < $1.key }) {
        model.addConstraint(
          "spare[\(hotel),\(period)]", terms, .atMost(Double(problem.usableRooms(ofHotel: hotel))))
      }
    }
  }

  private static func key(_ kind: Class) -> [Int] {
    [
      kind.level, kind.periods.lowerBound, kind.periods.upperBound, kind.choice,
      kind.needsAccessibleRoom ? 1 : 0,
      kind.isSolitary ? 1 : 0, kind.hasFamily ? 1 : 0, kind.costWithout,
    ]
  }

  private static func key(_ kind: Kind) -> [Int] {
    [
      kind.hotel, kind.level, kind.beds, kind.price, kind.isAccessible ? 1 : 0, kind.periods.lowerBound,
      kind.periods.upperBound,
    ]
  }
}

private func < (one: [Int], other: [Int]) -> Bool {
  one.lexicographicallyPrecedes(other)
}
