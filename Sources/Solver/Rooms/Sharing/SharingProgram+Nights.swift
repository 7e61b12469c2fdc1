import Assembly
import IntegerProgramming

/// Rooms for several where people come and go, so that a bed may serve one after another: counted period by period.
///
/// x[c,k] people of a class sleep in rooms of a kind; z of these are in use in a period for each gender, on beds enough for who is
/// there. Whoever shares with whom may change from one period to the next, which no plan does, so that none costs less.
extension SharingProgram {
  /// Lets people of a class share rooms for several, and adds them to those in rooms of each kind.
  ///
  /// - Returns: how many do.
  mutating func addBeds(_ number: Int, to inBeds: inout [[Sleepers]]) -> [LinearTerm] {
    let (group, people, count) = (classes[number].group, classes[number].people, classes[number].count)
    var sharing: [LinearTerm] = []
    for kind in kinds where market.kinds[kind].level == 1 && market.admits(people, kind) {
      let inside = variable("inside", costBelow(people, in: 1), atMost: Double(count))
      if people.level > 1 { lowered.append(1 * inside) }
      let bed = 1 / Double(market.kinds[kind].beds)
      occupy(kind, inside, rooms: 0, group: group, touched: bed, in: people.periods)
      stay(number, market.kinds[kind].hotel, 1 * inside)
      sharing.append(1 * inside)
      inBeds[kind].append((number, inside))
    }
    return sharing
  }

  /// Adds how many rooms for several are in use, by period, and what it costs that strangers share them.
  ///
  /// - Parameters:
  ///   - inBeds: who may share rooms of each kind.
  ///   - families: people of families in rooms of each kind.
  mutating func addNights(_ inBeds: [[Sleepers]], _ families: [[Sleepers]]) {
    for kind in kinds {
      for gender in [Gender.female, .male] {
        let sharers = inBeds[kind].filter { classes[$0.number].people.gender == gender }
        let counts = periods.map { period in
          there(sharers, in: period).reduce(0) { $0 + classes[$1.number].count }
        }
        guard let most = counts.max(), most > 0 else { continue }
        let fullest = periods[counts.firstIndex(of: most)!]
        for (period, count) in zip(periods, counts) where count > 0 {
          let rooms = addPeriod(kind, period, sharers, families[kind])
          if period == fullest { addStrangers(kind, period, sharers, rooms) }
        }
      }
    }
  }

  /// Of some people, by class, those who are there in a period.
  private func there(_ people: [Sleepers], in period: Int) -> [Sleepers] {
    people.filter { classes[$0.number].people.periods.contains(period) }
  }

  /// Adds the rooms of a kind for some people in a period, and beds that families leave free.
  ///
  /// - Returns: how many rooms are in use for them, and how many have a bed that a family leaves.
  private mutating func addPeriod(
    _ kind: Int, _ period: Int, _ sharers: [Sleepers], _ families: [Sleepers]
  ) -> [Variable] {
    let beds = Double(market.kinds[kind].beds)
    let cost = price(kind, nights: problem.nightsOfPeriod[period])
    let inUse = variable("use", cost, atMost: Double(roomsOfKind[kind]))
    use(kind, 1 * inUse, in: period..<period + 1)
    var lying = there(sharers, in: period).map { 1 * $0.variable } + [-beds * inUse]
    let families = there(families, in: period)
    var rooms = [inUse]
    if beds > 1, !families.isEmpty {
      let beside = variable("beside", cost / beds)
      use(kind, (1 / beds) * beside, in: period..<period + 1)
      model.addConstraint(
        "free[\(kind),\(period)]", families.map { (beds - 1) * $0.variable } + [-1 * beside], .atLeast(0))
      lying.append(-1 * beside)
      rooms.append(beside)
    }
    model.addConstraint("beds[\(kind),\(period)]", lying, .atMost(0))
    return rooms
  }

  /// Where fewer rooms are in use than groups would fill each by itself, strangers share one for each of these at least.
  private mutating func addStrangers(
    _ kind: Int, _ period: Int, _ sharers: [Sleepers], _ rooms: [Variable]
  ) {
    let beds = Double(market.kinds[kind].beds)
    let byGroup = Dictionary(grouping: there(sharers, in: period)) { classes[$0.number].group }
    guard beds > 1, byGroup.count > 1 else { return }
    let strangers = variable("strangers", Double(problem.weight(.roomsStrangers)))
    var filled = [-1 * strangers] + rooms.map { -1 * $0 }
    for (group, people) in byGroup.sorted(by: { $0.key < $1.key }) {
      let own = variable("own", 0)
      model.addConstraint(
        "own[\(kind),\(group)]", people.map { 1 * $0.variable } + [-beds * own], .atMost(0))
      filled.append(1 * own)
    }
    model.addConstraint("mixed[\(kind)]", filled, .atMost(0))
  }
}
