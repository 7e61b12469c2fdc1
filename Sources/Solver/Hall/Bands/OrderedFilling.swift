import Assembly
import IntegerProgramming
import SolverShared

/// As many people as can be seated in strict order around seats that are given: an integer program over how many people of
/// each group sit in each row of each section, and where those whom wishes bind sit.
///
/// Labels: `cell[d,s]` the seats of a section at a depth, `group[g]` its people, `reach[g,d]` nobody of g sits at depth d
/// unless the groups up to g may reach it, `behind[g,d]` nor when an earlier group reaches d + 2, `deeper`, `later`: what is
/// reached is reached by later groups and at lesser depths too; `company[c]` people bound together take one of their placements,
/// `seat[s]`, `apart[a,b,s]`.
struct OrderedFilling {
  /// Seats of each group, without those of people who are bound.
  private(set) var seatsOfGroup: [[Int]]
  /// People of each group without a seat.
  private(set) var left: [Int]
  /// Where people who are bound sit, by person.
  private(set) var seats: [Int: Int] = [:]

  /// How many people have no seat.
  private(set) var standing = 0

  /// People who are bound together, and the ways to seat them.
  struct Company {
    let people: [Int]
    let placements: [[Int: Int]]
  }

  private struct Cell: Hashable, Comparable {
    let depth: Int
    let section: Int
    let role: Role?
    let isWheelchairPlace: Bool

    private var key: (Int, Int, String, Int) {
      (depth, section, role?.rawValue ?? "", isWheelchairPlace ? 1 : 0)
    }

    static func < (left: Cell, right: Cell) -> Bool { left.key < right.key }
  }

  /// People of a group who may have the same seats.
  private struct Class: Hashable, Comparable {
    let group: Int
    let role: Role?

    static func < (left: Class, right: Class) -> Bool {
      (left.group, left.role?.rawValue ?? "") < (right.group, right.role?.rawValue ?? "")
    }
  }

  /// Variables beyond which it is not tried.
  private static let largest = 20_000
  private static let limits = Limits(iterations: 200_000, nodes: 2_000)
  /// What a person without a seat costs, in depths of those who sit.
  private static let omission = 1_000.0

  private let problem: HallProblem
  private let cells: [Cell]
  private let cellOfSeat: [Int: Int]
  private var model = Model(name: "strict order")
  /// Whether a group up to g may sit at depth d, by g and d.
  private var reached: [[Variable]] = []
  private var inCell: [[LinearTerm]]
  private var seatOfPlacements: [Int: [LinearTerm]] = [:]

  /// Seats `people` (indices) and those of `companies` around the seats that `given` lists by person.
  init?(
    _ problem: HallProblem, people: [Int], given: [Int: Int], companies: [Company] = [],
    apart: [(Int, Int)] = [], interruption: Interruption?
  ) {
    self.problem = problem
    let taken = Set(given.values)
    let open = problem.pouringOrder.filter { !problem.hall.seats[$0].isHeld && !taken.contains($0) }
    let seatsOfCell = Dictionary(grouping: open) { seat in
      let place = problem.hall.seats[seat]
      return Cell(
        depth: problem.depths[seat], section: place.section, role: place.role,
        isWheelchairPlace: place.isWheelchairPlace)
    }
    let cells = seatsOfCell.keys.sorted()
    self.cells = cells
    cellOfSeat = Dictionary(
      uniqueKeysWithValues: cells.enumerated().flatMap { c, cell in seatsOfCell[cell]!.map { ($0, c) } })
    inCell = cells.map { _ in [] }
    let rolesWithLines = Set(cells.compactMap(\.role))
    let sizes = Dictionary(grouping: people) { person in
      let role = problem.event.people[person].role
      return Class(group: problem.groupOfPerson[person]!, role: rolesWithLines.contains(role) ? role : nil)
    }.mapValues(\.count)
    let classes = sizes.keys.sorted()
    let groups = problem.groups.indices
    let placements = companies.reduce(0) { $0 + $1.placements.count }
    guard
      classes.count * cells.count + groups.count * problem.depthCount + placements <= OrderedFilling.largest
    else { return nil }
    seatsOfGroup = groups.map { _ in [] }
    left = groups.map { _ in 0 }
    addOrder(given)
    let missing = classes.map { kind in
      model.addVariable(
        "missing[\(kind.group)]", in: .between(0...Double(sizes[kind]!)), kind: .integer,
        objective: OrderedFilling.omission + Double(groups.count - kind.group))
    }
    let seated = zip(classes, missing).map { kind, missing in
      fill(kind, sizes[kind]!, missing, most: cells.map { seatsOfCell[$0]!.count })
    }
    let chosen = companies.enumerated().map { place($1, number: $0) }
    for (c, cell) in cells.enumerated() {
      model.addConstraint(
        "cell[\(cell.depth),\(cell.section)]", inCell[c], .atMost(Double(seatsOfCell[cell]!.count)))
    }
    for (seat, terms) in seatOfPlacements.sorted(by: { $0.key < $1.key }) {
      model.addConstraint("seat[\(seat)]", terms, .atMost(1))
    }
    keep(apart, companies, chosen)
    var limits = OrderedFilling.limits
    limits.interruption = interruption
    let solution = model.solve(SearchOptions(limits: limits))
    guard solution.values != nil else { return nil }
    for (company, variables) in zip(companies, chosen) {
      guard let choice = variables.firstIndex(where: { solution[$0] > 0.5 }) else { continue }
      seats.merge(company.placements[choice]) { first, _ in first }
    }
    let bound = companies.reduce(0) { $0 + $1.people.count } - seats.count
    let held = Set(seats.values)
    for (kind, missing) in zip(classes, missing) { left[kind.group] += Int(solution[missing].rounded()) }
    standing = left.reduce(0, +) + bound
    for (c, cell) in cells.enumerated() {
      var rest = seatsOfCell[cell]!.filter { !held.contains($0) }[...]
      for (kind, seated) in zip(classes, seated) {
        let count = seated[c].map { Int(solution[$0].rounded()) } ?? 0
        seatsOfGroup[kind.group] += rest.prefix(count)
        rest = rest.dropFirst(count)
      }
    }
  }

  /// What groups may reach, and what they reach with the seats given.
  private mutating func addOrder(_ given: [Int: Int]) {
    let depths = problem.depthCount
    let groups = problem.groups.indices
    for g in groups { reached.append((0..<depths).map { model.addBinary("z[\(g),\($0)]") }) }
    for g in groups {
      for d in 0..<depths {
        if d > 0 {
          model.addConstraint("deeper[\(g),\(d)]", [1 * reached[g][d], -1 * reached[g][d - 1]], .atMost(0))
        }
        if g > 0 {
          model.addConstraint("later[\(g),\(d)]", [1 * reached[g - 1][d], -1 * reached[g][d]], .atMost(0))
        }
      }
    }
    for (person, seat) in given where problem.countsForOrder(person, seat) {
      let (g, d) = (problem.groupOfPerson[person]!, problem.depths[seat])
      model.setBounds(of: reached[g][d], to: .equal(1))
      if g > 0, d + 2 < depths { model.setBounds(of: reached[g - 1][d + 2], to: .equal(0)) }
    }
  }

  /// So many people at most of a group may be at a depth when the order allows it.
  private mutating func order(_ terms: [LinearTerm], most: Double, group g: Int, depth d: Int) {
    model.addConstraint("reach[\(g),\(d)]", terms + [-most * reached[g][d]], .atMost(0))
    if g > 0, d + 2 < problem.depthCount {
      model.addConstraint("behind[\(g),\(d)]", terms + [most * reached[g - 1][d + 2]], .atMost(most))
    }
  }

  /// The people of a class in each cell that they may use.
  private mutating func fill(_ kind: Class, _ size: Int, _ missing: Variable, most: [Int]) -> [Variable?] {
    let sections = problem.groups[kind.group].sections
    var seated: [Variable?] = []
    for (c, cell) in cells.enumerated() {
      guard sections.isEmpty || sections.contains(cell.section), cell.role == nil || cell.role == kind.role
      else {
        seated.append(nil)
        continue
      }
      let most = Double(min(size, most[c]))
      let variable = model.addVariable(
        "f[\(kind.group),\(cell.depth),\(cell.section)]", in: .between(0...most), kind: .integer,
        // Places for wheelchairs stay free where that costs nobody a seat.
        objective: Double(cell.depth) / Double(problem.depthCount) + (cell.isWheelchairPlace ? 2 : 0))
      seated.append(variable)
      inCell[c].append(1 * variable)
      if cell.role == nil { order([1 * variable], most: most, group: kind.group, depth: cell.depth) }
    }
    model.addConstraint(
      "group[\(kind.group)]", seated.compactMap { $0.map { 1 * $0 } } + [1 * missing], .equal(Double(size)))
    return seated
  }

  /// A variable for each placement of a company.
  private mutating func place(_ company: Company, number: Int) -> [Variable] {
    let groups = company.people.map { problem.groupOfPerson[$0]! }
    // Who is bound stands only where that seats more others than they are.
    func omission(of people: Int) -> Double {
      Double(people) * (OrderedFilling.omission + Double(problem.groups.count - groups.min()!))
        + (company.people.contains { problem.pins[$0] != nil } ? 1e6 : 0)
    }
    var terms: [LinearTerm] = []
    var ordered: [[Int]: [Variable]] = [:]
    var variables: [Variable] = []
    for (p, placement) in company.placements.enumerated() {
      let wasted = placement.count {
        problem.hall.seats[$0.value].isWheelchairPlace && !problem.needsWheelchairPlace($0.key)
      }
      let variable = model.addBinary(
        "placement[\(number),\(p)]",
        objective: omission(of: company.people.count) - omission(of: placement.count) + 2 * Double(wasted))
      variables.append(variable)
      terms.append(1 * variable)
      for (person, seat) in placement.sorted(by: { $0.key < $1.key }) {
        if let cell = cellOfSeat[seat] { inCell[cell].append(1 * variable) }
        seatOfPlacements[seat, default: []].append(1 * variable)
        if problem.countsForOrder(person, seat) {
          // Several people of a placement may be of one group and at one depth.
          let place = [problem.groupOfPerson[person]!, problem.depths[seat]]
          if ordered[place]?.last != variable { ordered[place, default: []].append(variable) }
        }
      }
    }
    for (place, variables) in ordered.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      order(variables.map { 1 * $0 }, most: 1, group: place[0], depth: place[1])
    }
    terms.append(1 * model.addBinary("omitted[\(number)]", objective: omission(of: company.people.count)))
    model.addConstraint("company[\(number)]", terms, .equal(1))
    return variables
  }

  /// Nobody sits next to whom they are kept from.
  private mutating func keep(_ apart: [(Int, Int)], _ companies: [Company], _ chosen: [[Variable]]) {
    var seating: [Int: [Int: [LinearTerm]]] = [:]
    for (company, variables) in zip(companies, chosen) {
      for (placement, variable) in zip(company.placements, variables) {
        for (person, seat) in placement {
          seating[person, default: [:]][seat, default: []].append(1 * variable)
        }
      }
    }
    for (one, other) in apart {
      guard let first = seating[one], let second = seating[other] else { continue }
      for (seat, terms) in first.sorted(by: { $0.key < $1.key }) {
        for next in problem.hall.neighbours(of: seat) {
          guard let others = second[next] else { continue }
          model.addConstraint("apart[\(one),\(other),\(seat)]", terms + others, .atMost(1))
        }
      }
    }
  }
}
