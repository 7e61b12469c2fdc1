import IntegerProgramming

/// Whether wishes can hold together on the seats that there are.
enum RostrumFeasibility: Sendable {
  /// They can: a seat for everybody named.
  case feasible([Int: Int])
  case infeasible
  /// The search was stopped before it knew.
  case unknown

  /// Looks for seats for all who are named in `wishes`. Nobody else matters: there are seats enough for all who
  /// are seated, and whoever has no wish takes any.
  ///
  /// Chains that find seats however the others sit are set aside, so that the integer program is left with those
  /// that may clash; and it is needed only when seating those one after another fails.
  init(of wishes: RostrumWishes, in problem: RostrumProblem, limits: Limits) {
    guard let formulation = RostrumFormulation(of: wishes.people.sorted(), wishes, in: problem) else {
      self = .infeasible
      return
    }
    let (core, easy) = formulation.splitByEase()
    self = formulation.seatsOneAfterAnother(core) ?? formulation.seatsBySearch(core, limits)
    guard case .feasible(let seats) = self else { return }
    guard let all = formulation.seated(easy.reversed(), after: seats) else {
      preconditionFailure("A chain set aside as easy has no seats left.")
    }
    self = .feasible(all)
  }
}

extension RostrumFormulation {
  /// Chains to be searched for, and chains that can be seated after them, the last of the list first.
  ///
  /// A chain is easy when it has more first seats than everybody who is not yet set aside can spoil: one seat
  /// taken spoils at most as many as the chain is long, somebody to keep apart from spoils two.
  fileprivate func splitByEase() -> (core: [Int], easy: [Int]) {
    var core = Array(chains.indices)
    var easy: [Int] = []
    let chainOfPerson = Dictionary(
      uniqueKeysWithValues: chains.enumerated().flatMap { chain, people in people.map { ($0, chain) } })
    func isEasy(_ chain: Int) -> Bool {
      let others = Set(core).subtracting([chain])
      let people = others.reduce(0) { $0 + chains[$1].count }
      let pairs = apart.filter { pair in
        guard let one = chainOfPerson[pair.first], let other = chainOfPerson[pair.second] else {
          return false
        }
        return one == chain && others.contains(other) || other == chain && others.contains(one)
      }
      return freeStarts(of: chain) > people * chains[chain].count + 2 * pairs.count
    }
    while let chain = core.first(where: isEasy) {
      core.removeAll { $0 == chain }
      easy.append(chain)
    }
    return (core, easy)
  }

  /// First seats of an unpinned chain; none for one with a pin.
  private func freeStarts(of chain: Int) -> Int {
    let length = chains[chain].count
    return isPinned(chain) ? 0 : problem.runs.reduce(0) { $0 + max(0, $1.count - length + 1) }
  }

  /// Seats the chains with the fewest placements first; nil when one finds no seats, which proves nothing.
  fileprivate func seatsOneAfterAnother(_ core: [Int]) -> RostrumFeasibility? {
    let choices = Dictionary(uniqueKeysWithValues: core.map { ($0, placements(of: $0).count) })
    let order = core.sorted { (choices[$0] ?? 0, $0) < (choices[$1] ?? 0, $1) }
    return seated(order, after: [:]).map(RostrumFeasibility.feasible)
  }

  fileprivate func seatsBySearch(_ core: [Int], _ limits: Limits) -> RostrumFeasibility {
    var clash = model(of: core.flatMap(placements(of:)), chains: core)
    for variable in clash.variables { clash.model.setObjective(of: variable, to: 0) }
    let solution = clash.model.solve(SearchOptions(limits: limits))
    guard let values = solution.values else {
      return solution.termination.reason == .infeasible ? .infeasible : .unknown
    }
    let seats = clash.chosen(by: values).flatMap { self.seats(of: $0) }
    return .feasible(Dictionary(uniqueKeysWithValues: seats.map { ($0.person, $0.seat) }))
  }

  /// Seats chains in turn, each where it is least displaced among the seats that are left; nil when one finds none.
  fileprivate func seated(_ order: some Sequence<Int>, after seats: [Int: Int]) -> [Int: Int]? {
    var seats = seats
    var taken = Set(seats.values)
    var apart = Set(seats.flatMap { apartRows(of: $0.key, at: $0.value) })
    for chain in order {
      let free = placements(of: chain).filter { placement in
        self.seats(of: placement).allSatisfy { !taken.contains($0.seat) }
          && apart.isDisjoint(with: apartRows(of: placement))
      }
      guard let best = free.min(by: { displacement(of: $0) < displacement(of: $1) }) else { return nil }
      for (person, seat) in self.seats(of: best) {
        seats[person] = seat
        taken.insert(seat)
      }
      apart.formUnion(apartRows(of: best))
    }
    return seats
  }
}
