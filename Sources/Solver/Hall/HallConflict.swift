import Assembly
import IntegerProgramming
import SolverShared

extension HallProblem {
  /// An irreducible set of rows whose wishes cannot hold together however much room there were, if there is one.
  ///
  /// Companies with a pinned person must be seated together by the placement model; people linked by `beside` who are
  /// not pinned must fit somewhere in the empty hall. Too few wheelchair places or too small a section is a shortage.
  func conflict() -> Conflict? {
    irreducibleSubset(of: rowsWithWishes(), isInfeasible: cannotHold).map { Conflict(rows: $0) }
  }

  private func rowsWithWishes() -> [TableRow] {
    let people = event.people.filter { person in
      person.isDueInHall && (person.seat != nil || !person.beside.isEmpty || !person.apart.isEmpty)
    }
    let groups = event.groups.filter { !$0.sections.isEmpty }.compactMap(\.row)
    let lines = Set(hall.seats.filter { $0.role != nil }.map { hall.tableRowOfRun[$0.run] })
    return people.map { TableRow(.people, $0.row) } + groups.map { TableRow(.groups, $0) }
      + lines.sorted().map { TableRow(.hall, $0) }
  }

  func cannotHold(_ rows: [TableRow]) -> Bool {
    let active = Set(rows)
    let wishes = HallWishes(self) { active.contains($0) }
    guard wishes.knots.isEmpty else { return true }
    var companies: [PlacementModel.Company] = []
    for chain in wishes.chains {
      let isPinned = chain.contains { wishes.pins[$0] != nil }
      guard isPinned || chain.count > 1 else { continue }
      let placements = wishes.layings(of: chain).map { PlacementModel.Placement(seats: $0, cost: 0) }
      if placements.isEmpty { return true }
      if isPinned { companies.append(PlacementModel.Company(placements: placements, omission: nil)) }
    }
    return placementModel(of: companies, apart: wishes.apart).solve() == nil
  }

  /// The model that places companies together under the rules of the hall.
  func placementModel(of companies: [PlacementModel.Company], apart: [(Int, Int)]) -> PlacementModel {
    var model = PlacementModel(companies: companies, apart: apart, neighbours: hall.neighbours)
    if isStrict { model.areCompatible = { keepOrder($0.seats, $1.seats) } }
    return model
  }

  /// With `strict`, whether no seat of a group is deeper by more than 1 than a seat of a later group; seats by person.
  func keepOrder(_ seats: [Int: Int], _ others: [Int: Int]) -> Bool {
    guard isStrict else { return true }
    return seats.allSatisfy { person, seat in
      others.allSatisfy { other, otherSeat in
        let (group, otherGroup) = (groupOfPerson[person]!, groupOfPerson[other]!)
        let difference = depths[seat] - depths[otherSeat]
        return group == otherGroup || (group < otherGroup ? difference <= 1 : difference >= -1)
      }
    }
  }
}
