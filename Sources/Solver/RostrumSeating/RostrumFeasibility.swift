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
  /// Chains that find seats however the others sit are set aside first, so that the integer program is left with
  /// those that may clash.
  init(of wishes: RostrumWishes, in problem: RostrumProblem, limits: Limits) {
    guard let formulation = RostrumFormulation(of: wishes.people.sorted(), wishes, in: problem) else {
      self = .infeasible
      return
    }
    let (core, easy) = formulation.splitByEase()
    var seats: [Int: Int] = [:]
    switch formulation.seatsOfCore(core, limits) {
    case .success(let found): seats = found
    case .failure(.infeasible):
      self = .infeasible
      return
    case .failure(.stopped):
      self = .unknown
      return
    }
    for chain in easy.reversed() { formulation.seatEasily(chain, among: &seats) }
    self = .feasible(seats)
  }
}

private enum Unseated: Error {
  case infeasible, stopped
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
    while true {
      let remaining = Set(core)
      let people = core.reduce(0) { $0 + chains[$1].count }
      let next = core.first { chain in
        let length = chains[chain].count
        let pairs = apart.filter { pair in
          let (one, other) = (chainOfPerson[pair.first], chainOfPerson[pair.second])
          return one != other && [one, other].contains(chain) && remaining.contains(one == chain ? other! : one!)
        }
        return freeStarts(of: chain) > (people - length) * length + 2 * pairs.count
      }
      guard let next else { return (core, easy) }
      core.removeAll { $0 == next }
      easy.append(next)
    }
  }

  /// First seats of an unpinned chain; none for one with a pin.
  private func freeStarts(of chain: Int) -> Int {
    let length = chains[chain].count
    return isPinned(chain) ? 0 : problem.runs.reduce(0) { $0 + max(0, $1.count - length + 1) }
  }

  fileprivate func seatsOfCore(_ core: [Int], _ limits: Limits) -> Result<[Int: Int], Unseated> {
    if core.isEmpty { return .success([:]) }
    var clashing = model(of: core.flatMap(placements(of:)), chains: core)
    for variable in clashing.variables { clashing.model.setObjective(of: variable, to: 0) }
    let solution = clashing.model.solve(SearchOptions(limits: limits))
    if let values = solution.values {
      let seats = clashing.chosen(by: values).flatMap { self.seats(of: $0) }
      return .success(Dictionary(uniqueKeysWithValues: seats.map { ($0.person, $0.seat) }))
    }
    return .failure(solution.termination.reason == .infeasible ? .infeasible : .stopped)
  }

  /// Seats a chain where it is least displaced among the seats that are left.
  fileprivate func seatEasily(_ chain: Int, among taken: inout [Int: Int]) {
    let occupied = Set(taken.values)
    let rows = Set(taken.flatMap { apartRows(of: $0.key, at: $0.value) })
    let best = placements(of: chain).filter { placement in
      seats(of: placement).allSatisfy { !occupied.contains($0.seat) }
        && rows.isDisjoint(with: apartRows(of: placement))
    }.min { displacement(of: $0) < displacement(of: $1) }
    guard let best else { preconditionFailure("A chain set aside as easy has no seats left.") }
    for (person, seat) in seats(of: best) { taken[person] = seat }
  }
}
