import Assembly
import SolverShared

extension HallReplan {
  // MARK: Where what is free is too little

  /// Lets people rise who may sit elsewhere, where others cannot.
  mutating func giveUpSeats() {
    while givenUp < freedom.givingUp, let path = pathOfSeats() {
      let before = promised().unmet
      for person in path { rise(person) }
      guard promised().unmet < before else {
        for person in path {
          sit(person, on: earlier[person]!)
          settled.insert(person)
        }
        return
      }
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

  func promised(opens: Bool = true) -> (promise: CapacityGuard, unmet: Int) {
    let (demand, open) = (demand, openSeats(withWheelchairPlaces: opens))
    let promise = CapacityGuard(
      demand: demand.map(\.people.count), supply: open.map(\.count),
      allowed: demand.map { $0.sections.isEmpty ? Array(open.indices) : $0.sections })
    return (promise, demand.indices.reduce(0) { $0 + demand[$1].people.count - promise.promises(to: $1) })
  }

  /// People, as light as can be, who by moving on from section to section make room for one more; nothing where nobody
  /// is without one, or nobody can.
  func pathOfSeats() -> [Int]? {
    let (promise, unmet) = promised()
    guard unmet > 0 else { return nil }
    let (demand, open) = (demand, openSeats(withWheelchairPlaces: true))
    let all = Array(problem.hall.sections.indices)
    func allowed(_ sections: Sections) -> [Int] { sections.isEmpty ? all : sections }
    // The lightest person of each section and binding who may leave it.
    struct Key: Hashable {
      let section: Int
      let sections: Sections
    }
    var movable: [Key: Int] = [:]
    let fixed = bound.union(wishes.apart.flatMap { [$0.0, $0.1] })
    for person in problem.event.people.indices
    where settled.contains(person) && !fixed.contains(person) && !problem.needsWheelchairPlace(person) {
      let place = problem.hall.seats[seats[person]!]
      guard place.role == nil, !place.isWheelchairPlace else { continue }
      let key = Key(section: place.section, sections: sections(of: person))
      let weight = problem.event.weightOfMove(person)
      if movable[key].map({ weight < problem.event.weightOfMove($0) }) ?? true { movable[key] = person }
    }
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
