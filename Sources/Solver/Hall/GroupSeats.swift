import Assembly
import IntegerProgramming

/// Seats of the groups around seats that are given: by blocks or bands where that is better, else poured in order.
struct GroupSeats {
  /// Seats of each group, without those given beforehand.
  private(set) var seats: [[Int]]
  private(set) var shortage: [Pouring.Shortage] = []
  private let given: [Int: Int]
  /// The relaxation over all open seats, when it covers every plan that keeps groups whole.
  var relaxation: WholeRelaxation?
  private(set) var work: [String: Int] = [:]

  /// Seats `people` (indices) around the seats that `given` lists by person.
  init(
    _ problem: HallProblem, people: [Int], given: [Int: Int], gap: Double, _ interruption: Interruption?
  ) {
    self.given = given
    let pouring = Pouring(problem, people: people, given: given)
    seats = pouring.seatsOfGroup
    shortage = pouring.shortage
    if problem.isStrict {
      if let bands = BandSeating(problem, people: people, given: given, interruption: interruption) {
        work["states"] = bands.states
        keep(bands.seatsOfGroup, ifCheaperIn: problem, given)
      }
      if !shortage.isEmpty,
        let filling = OrderedFilling(problem, people: people, given: given, interruption: interruption)
      {
        keep(filling, insteadOf: pouring, problem)
      }
    } else if let blocks = BlockSeating(
      problem, people: people, given: given, gap: gap, interruption: interruption)
    {
      work = blocks.work
      if blocks.coversEveryWholePlan(of: problem) { relaxation = blocks.relaxation }
      if let seats = blocks.seatsOfGroup { keep(seats, ifCheaperIn: problem, given) }
    }
  }

  /// Nobody stands whom strict order lets sit, whatever that costs.
  private mutating func keep(
    _ filling: OrderedFilling, insteadOf pouring: Pouring, _ problem: HallProblem
  ) {
    let left = filling.left.reduce(0, +)
    guard left < shortage.reduce(0, { $0 + $1.people }) else { return }
    // Without an order, so many had to stand.
    let short = pouring.shortage.reduce(0) { $0 + ($1.isByOrder ? 0 : $1.people) }
    seats = filling.seatsOfGroup
    shortage = problem.groups.indices.filter { filling.left[$0] > 0 }.flatMap { group in
      Set(problem.groups[group].members.map { problem.event.people[$0].role }).sorted {
        $0.rawValue < $1.rawValue
      }
      .map { Pouring.Shortage(group: group, role: $0, people: filling.left[group], isByOrder: left > short) }
    }
  }

  private mutating func keep(_ other: [[Int]], ifCheaperIn problem: HallProblem, _ given: [Int: Int]) {
    guard problem.cost(of: other, given) < problem.cost(of: seats, given) else { return }
    seats = other
    shortage = []
  }

  /// The same seats less those that are given, when each of these is one of the person's own group, the others leave
  /// seats alone that are closed, and the same people sit in lines kept for their role.
  func without(_ given: [Int: Int], _ keeping: KeptSeats, _ problem: HallProblem) -> GroupSeats? {
    guard keeping.lines == self.given else { return nil }
    var rest = self
    for (person, seat) in given {
      let group = problem.groupOfPerson[person]!
      guard let position = rest.seats[group].firstIndex(of: seat) else { return nil }
      rest.seats[group].remove(at: position)
    }
    let closed = Set(keeping.closed)
    return rest.seats.allSatisfy(closed.isDisjoint) ? rest : nil
  }
}

extension HallProblem {
  /// The objective for these seats of the groups and of people who have theirs already.
  fileprivate func cost(of seatsOfGroup: [[Int]], _ given: [Int: Int]) -> Int {
    var groupOfSeat = [Int](repeating: -1, count: hall.seats.count)
    for (group, seats) in seatsOfGroup.enumerated() {
      for seat in seats { groupOfSeat[seat] = group }
    }
    for (person, seat) in given { groupOfSeat[seat] = groupOfPerson[person]! }
    return terms(groupOfSeat).values.reduce(0, +)
  }
}
