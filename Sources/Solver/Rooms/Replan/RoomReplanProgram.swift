import Assembly
import IntegerProgramming

/// The whole problem of a late change as an integer program, for small events: its bound holds for every plan, and its
/// solution is a plan (Formulation.md has the rows by their labels).
struct RoomReplanProgram {
  private let problem: RoomProblem
  private let earlier: EarlierRooms
  private var model = Model(name: "rooms replanned")
  /// For each lodger the variable of each room that admits them.
  private var stays: [[Int: Variable]] = []
  private var out: [Variable] = []

  /// A program of more columns than this, or pairs of people, is not set up.
  private static let most = (columns: 600, pairs: 6_000)
  private static let limits = (iterations: 40_000, nodes: 600)

  /// What a search gave: no plan costs less than the bound.
  struct Result {
    var bound: Double
    /// The room of each lodger, −1 for none.
    var rooms: [Int]?
  }

  /// Nothing where the event is too large for it.
  ///
  /// - Parameter keepsPins: whether who has a room by name must have it: only where a plan is known that does so.
  init?(_ problem: RoomProblem, from earlier: EarlierRooms, keepsPins: Bool) {
    self.problem = problem
    self.earlier = earlier
    let lodgers = problem.lodgers.indices
    guard lodgers.count * problem.chambers.count <= Self.most.columns else { return nil }
    addStays(keepsPins)
    let pairs = lodgers.flatMap { one in ((one + 1)..<lodgers.count).map { (one, $0) } }
      .filter { problem.meet($0.0, $0.1) }
    guard pairs.count * problem.chambers.count <= Self.most.pairs else { return nil }
    addBeds(pairs)
    addCompany()
    addSpareRooms()
    addPlaces()
  }

  // MARK: Rows

  private mutating func addStays(_ keepsPins: Bool) {
    for (index, lodger) in problem.lodgers.enumerated() {
      var variables: [Int: Variable] = [:]
      for room in problem.chambers.indices where problem.admits(lodger, room) {
        let below =
          problem.weight(.roomsBelow) * lodger.nights * max(0, lodger.level - problem.chambers[room].level)
        variables[room] = model.addBinary(
          "stay[\(index),\(room)]", objective: Double(below + earlier.cost(index, in: room)))
      }
      stays.append(variables)
      out.append(model.addBinary("out[\(index)]", objective: Double(lodger.costWithout)))
      model.addConstraint("lodger[\(index)]", (sorted(variables) + [out[index]]).map { 1 * $0 }, .equal(1))
      if keepsPins, lodger.room != nil { model.setBounds(of: out[index], to: .equal(0)) }
    }
  }

  private func sorted(_ variables: [Int: Variable]) -> [Variable] {
    variables.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func addBeds(_ pairs: [(Int, Int)]) {
    for (room, chamber) in problem.chambers.enumerated() {
      let guests = problem.lodgers.indices.filter { stays[$0][room] != nil }
      for period in problem.nightsOfPeriod.indices {
        let there = guests.filter { problem.lodgers[$0].periods.contains(period) }
        guard !there.isEmpty else { continue }
        if there.count > chamber.bedsForFamily {
          model.addConstraint(
            "beds[\(room),\(period)]", there.map { 1 * stays[$0][room]! },
            .atMost(Double(chamber.bedsForFamily)))
        }
        let night = model.addVariable(
          "used[\(room),\(period)]", in: .between(0...1),
          objective: Double(problem.weight(.roomsPrice) * chamber.price * problem.nightsOfPeriod[period]))
        for guest in there {
          model.addConstraint(
            "use[\(room),\(period),\(guest)]", [1 * night, -1 * stays[guest][room]!], .atLeast(0))
        }
      }
      for (one, other) in pairs {
        guard let first = stays[one][room], let second = stays[other][room] else { continue }
        let isFamily = problem.areFamily([one, other])
        if !problem.mayShare(one, other, room)
          || chamber.bedsForFamily > chamber.beds && chamber.beds == 1 && !isFamily
        {
          model.addConstraint("share[\(one),\(other),\(room)]", [1 * first, 1 * second], .atMost(1))
        } else if problem.lodgers[one].group != problem.lodgers[other].group,
          problem.weight(.roomsStrangers) > 0
        {
          let strangers = model.addVariable(
            "strangers[\(one),\(other),\(room)]", in: .between(0...1),
            objective: Double(problem.weight(.roomsStrangers)))
          model.addConstraint(
            "strange[\(one),\(other),\(room)]", [1 * strangers, -1 * first, -1 * second], .atLeast(-1))
        }
      }
    }
  }

  /// Room-mates have one room, and staff sleep on the floor of those whom they attend, as far as both have a bed.
  private mutating func addCompany() {
    for (one, lodger) in problem.lodgers.enumerated() {
      let named = problem.event.people[lodger.person].roommates.compactMap { problem.lodgerOfPerson[$0] }
      for other in named where other != one {
        for room in problem.chambers.indices { together(one, other, [room]) }
      }
      for other in problem.besideOnFloor[one] where one < other {
        for floor in problem.roomStock.floors { together(one, other, floor.rooms) }
      }
    }
  }

  private mutating func together(_ one: Int, _ other: Int, _ rooms: [Int]) {
    for (first, second) in [(one, other), (other, one)] {
      let here = rooms.compactMap { stays[first][$0] }
      guard !here.isEmpty else { continue }
      let there = rooms.compactMap { stays[second][$0] }
      model.addConstraint(
        "together[\(first),\(second)]", here.map { 1 * $0 } + (there + [out[second]]).map { -1 * $0 },
        .atMost(0))
    }
  }

  private mutating func addSpareRooms() {
    guard problem.event.settings.roomSpare > 0 else { return }
    for hotel in problem.roomStock.hotels.indices {
      let rooms = problem.chambers.indices.filter { problem.chambers[$0].hotel == hotel }
      let used = rooms.map { model.addBinary("occupied[\($0)]") }
      for (room, variable) in zip(rooms, used) {
        for guest in problem.lodgers.indices {
          guard let stay = stays[guest][room] else { continue }
          model.addConstraint("occupy[\(room),\(guest)]", [1 * variable, -1 * stay], .atLeast(0))
        }
      }
      model.addConstraint(
        "spare[\(hotel)]", used.map { 1 * $0 }, .atMost(Double(problem.usableRooms(ofHotel: hotel))))
    }
  }

  /// Floors and hotels in which a group is.
  private mutating func addPlaces() {
    let groups = Dictionary(grouping: problem.lodgers.indices) { problem.lodgers[$0].group }
    for (group, lodgers) in groups.sorted(by: { $0.key < $1.key }) {
      func add(_ label: String, _ weight: Int, _ rooms: [Int]) {
        guard weight > 0 else { return }
        var place: Variable?
        for lodger in lodgers {
          let here = rooms.compactMap { stays[lodger][$0] }
          guard !here.isEmpty else { continue }
          let known = place ?? model.addVariable(label, in: .between(0...1), objective: Double(weight))
          place = known
          model.addConstraint("in \(label)", [1 * known] + here.map { -1 * $0 }, .atLeast(0))
        }
      }
      for (floor, data) in problem.roomStock.floors.enumerated() {
        add("floor[\(group),\(floor)]", problem.weight(.roomsFloor), data.rooms)
      }
      for hotel in problem.roomStock.hotels.indices {
        add(
          "hotel[\(group),\(hotel)]", problem.weight(.roomsHotel),
          problem.chambers.indices.filter { problem.chambers[$0].hotel == hotel })
      }
    }
  }

  // MARK: Searches

  /// The least objective, moves included.
  func least(_ interruption: Interruption?) -> Result { result(of: model, interruption) }

  /// The fewest moves of any plan that leaves no more people out.
  func fewestMoves(leavingOut people: Int, _ interruption: Interruption?) -> Result {
    var model = model
    for variable in model.variables { model.setObjective(of: variable, to: 0) }
    for (lodger, variables) in stays.enumerated() {
      for (room, variable) in variables where earlier.hasMoved(lodger, to: room) {
        model.setObjective(of: variable, to: 1)
      }
    }
    model.addConstraint("placed", out.map { 1 * $0 }, .atMost(Double(people)))
    return result(of: model, interruption)
  }

  private func result(of model: Model, _ interruption: Interruption?) -> Result {
    let solution = model.solve(
      SearchOptions(
        limits: Limits(
          iterations: Self.limits.iterations, nodes: Self.limits.nodes, interruption: interruption)))
    guard solution.values != nil else { return Result(bound: solution.bound) }
    let rooms = stays.map { variables in
      variables.sorted { $0.key < $1.key }.first { solution[$0.value] > 0.5 }?.key ?? -1
    }
    return Result(bound: solution.bound, rooms: rooms)
  }
}
