import Assembly

/// Seats that are kept: lines for people of one role, and wheelchair places.
///
/// People of a role use its lines first. Wheelchair places are for who comes in a wheelchair and whoever is beside them;
/// others get only so many of them as there are people who could not be seated otherwise (a flow of people into sections
/// tells how many).
struct KeptSeats {
  /// Seats of people in the lines kept for their role, by person.
  private(set) var lines: [Int: Int] = [:]
  /// Seats that nobody may have beside those who are seated already.
  private(set) var closed: [Int] = []

  private let problem: HallProblem
  private let given: [Int: Int]
  private let taken: Set<Int>

  /// - Parameters:
  ///   - people: who is to be seated beside those with a seat.
  ///   - given: the seats that people have already.
  ///   - opensWheelchairPlaces: whether all wheelchair places are open, for people who need them are among the others.
  init(_ problem: HallProblem, people: [Int], given: [Int: Int], opensWheelchairPlaces: Bool = false) {
    self.problem = problem
    self.given = given
    taken = Set(given.values)
    let free = problem.hall.seats.indices.filter { !problem.hall.seats[$0].isHeld && !taken.contains($0) }
    let places = free.filter { problem.hall.seats[$0].isWheelchairPlace }
    let ordinary = free.filter { !problem.hall.seats[$0].isWheelchairPlace }
    let opened = opensWheelchairPlaces ? places : needed(places, beside: ordinary, for: people)
    let open = Set(ordinary + opened)
    for role in Role.allCases {
      let seats = problem.pouringOrder(of: open.filter { problem.hall.seats[$0].role == role })
      if !seats.isEmpty { fill(seats, with: people.filter { problem.event.people[$0].role == role }) }
    }
    closed = free.filter { !open.contains($0) || problem.hall.seats[$0].role != nil }
  }

  // MARK: Lines for a role

  /// Seats people of a role on its seats, group after group; as many of them as can be.
  private mutating func fill(_ seats: [Int], with people: [Int]) {
    var waiting = Dictionary(grouping: people) { problem.groupOfPerson[$0]! }
    let groups = inOrderOfFilling(waiting.mapValues(\.count), seats: seats.count)
    let sections = Set(seats.map { problem.hall.seats[$0].section }).sorted()
    var capacity = CapacityGuard(
      demand: groups.map { waiting[$0]!.count },
      supply: sections.map { section in seats.count { problem.hall.seats[$0].section == section } },
      allowed: groups.map { group in
        let bound = problem.groups[group].sections
        return sections.indices.filter { bound.isEmpty || bound.contains(sections[$0]) }
      })
    var left = seats
    for (index, group) in groups.enumerated() {
      // Who stays among the others is the lowest.
      waiting[group] = problem.event.inProtocolOrder(waiting[group]!)
      left.removeAll { seat in
        let section = sections.firstIndex(of: problem.hall.seats[seat].section)!
        guard let person = waiting[group]!.first, capacity.take(section, for: index) else { return false }
        lines[person] = seat
        waiting[group]!.removeFirst()
        return true
      }
    }
  }

  /// Groups in the order in which they fill so many seats, so that as few as can be are parted: those of the choice with
  /// the fewest cuts first.
  private func inOrderOfFilling(_ people: [Int: Int], seats: Int) -> [Int] {
    let groups = people.keys.sorted()
    guard people.values.reduce(0, +) > seats else { return groups }
    // least[k][n]: the fewest cuts among the first k groups when n of their people sit here.
    let none = Int.max / 2
    var least = [[0] + Array(repeating: none, count: seats)]
    for group in groups {
      let count = people[group]!
      let isWhole = count == problem.groups[group].members.count
      least.append(
        (0...seats).map { n in
          (0...min(n, count)).map { here in
            least[least.count - 1][n - here] + cuts(here: here, of: count, isWhole: isWhole)
          }.min()!
        })
    }
    var rest = seats
    var order: [(here: Int, group: Int)] = []
    for (k, group) in groups.enumerated().reversed() {
      let count = people[group]!
      let isWhole = count == problem.groups[group].members.count
      let here = (0...min(rest, count)).last { here in
        least[k][rest - here] + cuts(here: here, of: count, isWhole: isWhole) == least[k + 1][rest]
      }!
      order.append((here == count ? 0 : here > 0 ? 1 : 2, group))
      rest -= here
    }
    return order.sorted { $0 < $1 }.map(\.group)
  }

  private func cuts(here: Int, of count: Int, isWhole: Bool) -> Int {
    here == 0 || (here == count && isWhole) ? 0 : 1
  }

  // MARK: Wheelchair places

  /// The wheelchair places without which somebody could not be seated, as few as can be.
  private func needed(_ places: [Int], beside ordinary: [Int], for people: [Int]) -> [Int] {
    guard !places.isEmpty else { return [] }
    let demand = DemandClasses(people, problem)
    var seats = ordinary
    var seated = demand.seated(on: seats, problem)
    guard seated < people.count else { return [] }
    var opened: [Int] = []
    let classes = Dictionary(grouping: problem.pouringOrder(of: places)) {
      SeatClass(section: problem.hall.seats[$0].section, role: problem.hall.seats[$0].role)
    }
    for (_, members) in classes.sorted(by: { $0.value[0] < $1.value[0] }) {
      let more = demand.seated(on: seats + members, problem)
      opened += members.prefix(more - seated)
      seats += members.prefix(more - seated)
      seated = more
    }
    return opened
  }
}

/// Seats that are alike for the question who may use them.
private struct SeatClass: Hashable {
  let section: Int
  let role: Role?
}

/// People who have the same seats to choose from.
private struct DemandClasses {
  private struct Key: Hashable {
    let sections: [Int]
    let role: Role
  }

  private let classes: [(key: Key, people: Int)]

  init(_ people: [Int], _ problem: HallProblem) {
    let keys = people.map { person in
      Key(
        sections: problem.groups[problem.groupOfPerson[person]!].sections,
        role: problem.event.people[person].role)
    }
    var counts: [Key: Int] = [:]
    var order: [Key] = []
    for key in keys {
      if counts[key] == nil { order.append(key) }
      counts[key, default: 0] += 1
    }
    classes = order.map { ($0, counts[$0]!) }
  }

  /// How many of them can be seated on these seats.
  func seated(on seats: [Int], _ problem: HallProblem) -> Int {
    var counts: [SeatClass: Int] = [:]
    var order: [SeatClass] = []
    for seat in seats {
      let key = SeatClass(section: problem.hall.seats[seat].section, role: problem.hall.seats[seat].role)
      if counts[key] == nil { order.append(key) }
      counts[key, default: 0] += 1
    }
    let flow = CapacityGuard(
      demand: classes.map(\.people), supply: order.map { counts[$0]! },
      allowed: classes.map { demand in
        order.indices.filter { index in
          (order[index].role == nil || order[index].role == demand.key.role)
            && (demand.key.sections.isEmpty || demand.key.sections.contains(order[index].section))
        }
      })
    return classes.indices.reduce(0) { $0 + flow.promises(to: $1) }
  }
}
