import Assembly
import SolverShared

extension HallReplan {
  // MARK: Where what is free is too little

  /// Lets people rise who may sit elsewhere, where others cannot.
  mutating func giveUpSeats() {
    var promised = promised()
    guard promised.unmet > 0 else { return }
    let leavers = leavers
    while givenUp < freedom.givingUp, let path = pathOfSeats(promised, leavers) {
      for person in path { rise(person) }
      let now = self.promised()
      guard now.unmet < promised.unmet else {
        for person in path {
          sit(person, on: earlier[person]!)
          settled.insert(person)
        }
        return
      }
      promised = now
      givenUp += 1
    }
  }

  typealias Sections = [Int]

  func sections(of person: Int) -> Sections {
    problem.groups[problem.groupOfPerson[person]!].sections
  }

  /// People who wait for a seat that is open to all, by the sections that bind them.
  var demand: [(sections: Sections, people: [Int])] {
    Dictionary(
      grouping: waiting.filter { !problem.needsWheelchairPlace($0) && !keptOut.contains($0) }, by: sections
    )
    .map { ($0.key, $0.value) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
  }

  /// Free seats that are open to all, by section; wheelchair places where nothing else is left for somebody.
  func openSeats(withWheelchairPlaces opens: Bool) -> [[Int]] {
    var open = [[Int]](repeating: [], count: problem.hall.sections.count)
    for index in seating.seats(of: seating.nobody).sorted() {
      let seat = problem.hall.seats[index]
      guard !seat.isHeld, seat.role == nil, opens || !seat.isWheelchairPlace else { continue }
      open[seat.section].append(index)
    }
    return open
  }

  /// The seats that are free, and how many of those who wait, by the sections that bind them, are promised one.
  struct Promised {
    let demand: [(sections: Sections, people: [Int])]
    /// Free seats by section.
    let open: [[Int]]
    var promise: CapacityGuard
    /// How many have to go without.
    let unmet: Int
  }

  func promised(opens: Bool = true) -> Promised {
    let (demand, open) = (demand, openSeats(withWheelchairPlaces: opens))
    let promise = CapacityGuard(
      demand: demand.map(\.people.count), supply: open.map(\.count),
      allowed: demand.map { $0.sections.isEmpty ? Array(open.indices) : $0.sections })
    let unmet = demand.indices.reduce(0) { $0 + demand[$1].people.count - promise.promises(to: $1) }
    return Promised(demand: demand, open: open, promise: promise, unmet: unmet)
  }

  /// People who sit in one section and are bound by the same.
  struct Leaving: Hashable {
    let section: Int
    let sections: Sections
  }

  /// Who may leave each section while nobody has risen for others, the lightest first.
  private var leavers: [Leaving: [Int]] {
    let fixed = bound.union(wishes.apart.flatMap { [$0.0, $0.1] })
    var leavers: [Leaving: [Int]] = [:]
    for person in problem.event.people.indices
    where settled.contains(person) && !fixed.contains(person) && !problem.needsWheelchairPlace(person) {
      let place = problem.hall.seats[seats[person]!]
      guard place.role == nil, !place.isWheelchairPlace else { continue }
      leavers[Leaving(section: place.section, sections: sections(of: person)), default: []].append(person)
    }
    return leavers.mapValues { people in
      people.map { (problem.event.weightOfMove($0), $0) }.sorted(by: <).map(\.1)
    }
  }

  /// People, as light as can be, who by moving on from section to section make room for one more; nothing where nobody
  /// is without one, or nobody can.
  private func pathOfSeats(_ promised: Promised, _ leavers: [Leaving: [Int]]) -> [Int]? {
    guard promised.unmet > 0 else { return nil }
    let (demand, open, promise) = (promised.demand, promised.open, promised.promise)
    let all = Array(problem.hall.sections.indices)
    func allowed(_ sections: Sections) -> [Int] { sections.isEmpty ? all : sections }
    // Who has risen is settled no more.
    let movable = leavers.compactMapValues { $0.first(where: settled.contains) }
    let edges = movable.sorted { ($0.key.section, $0.value) < ($1.key.section, $1.value) }
    let starts = demand.indices.filter { promise.promises(to: $0) < demand[$0].people.count }
    var cost: [Int: Int] = [:]
    var via: [Int: (section: Int, person: Int?)] = [:]
    for start in starts {
      for section in allowed(demand[start].sections) { cost[section] = 0 }
    }
    // Bellman and Ford: sections are few.
    for _ in all {
      for (key, person) in edges {
        guard let here = cost[key.section] else { continue }
        for next in allowed(key.sections) where here + problem.event.weightOfMove(person) < cost[next] ?? .max
        {
          cost[next] = here + problem.event.weightOfMove(person)
          via[next] = (key.section, person)
        }
      }
      // Who is promised a seat may be promised one elsewhere.
      for (index, entry) in demand.enumerated() {
        let reached = allowed(entry.sections)
        let left = reached.filter { cost[$0] != nil && promise.promises(to: index, in: $0) }
        guard let from = left.min(by: { cost[$0]! < cost[$1]! }) else { continue }
        for next in reached where cost[from]! < cost[next] ?? .max {
          cost[next] = cost[from]!
          via[next] = (from, nil)
        }
      }
    }
    let spare = all.filter { section in
      !open[section].isEmpty && cost[section].map { $0 > 0 } ?? false
    }
    guard var section = spare.min(by: { (cost[$0]!, $0) < (cost[$1]!, $1) }) else { return nil }
    var path: [Int] = []
    while let step = via[section] {
      if let person = step.person { path.append(person) }
      section = step.section
      if path.count > all.count { return nil }
    }
    return path.isEmpty ? nil : path
  }
}
