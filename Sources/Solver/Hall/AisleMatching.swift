import Assembly
import IntegerProgramming
import SolverShared

/// Seats at the aisle for those of one group who need one, chosen together: people linked by `beside` may change places
/// with others of the group for them.
///
/// The placement model over the group's own seats: chains that lie wholly in the group, without pins and wheelchair places,
/// must be placed; people who need an aisle and have no other wish take an aisle seat or stay without.
struct AisleMatching {
  /// Seats by person, of those chains and of the others who get an aisle seat.
  private(set) var seats: [Int: Int] = [:]

  /// - Parameters:
  ///   - members: the people of the group who sit.
  ///   - seats: the seats of everybody.
  ///   - given: the seats of people who do not take them by member order.
  ///   - Returns: nothing when as many as can be sit at an aisle already.
  init?(_ problem: HallProblem, _ wishes: HallWishes, members: [Int], seats: [Int: Int], given: [Int: Int]) {
    let hall = problem.hall
    func misses(_ person: Int, _ seat: Int) -> Bool {
      problem.event.people[person].needs.contains(.aisle) && !hall.isAtAisle(seat)
    }
    let missing = members.count { misses($0, seats[$0]!) }
    guard missing > 0 else { return nil }
    let ofGroup = Set(members)
    let linked =
      wishes.chains + members.filter { given[$0] != nil && !wishes.people.contains($0) }.map { [$0] }
    let movable = linked.filter { chain in
      chain.allSatisfy {
        ofGroup.contains($0) && given[$0] != nil && wishes.pins[$0] == nil
          && !problem.needsWheelchairPlace($0)
          && !(problem.isStrict && problem.isExempt[$0])
      }
    }
    let bound = Set(movable.joined())
    let singles = members.filter { given[$0] == nil && problem.event.people[$0].needs.contains(.aisle) }
    let fixed = seats.filter { person, _ in
      !bound.contains(person) && (given[person] != nil || !ofGroup.contains(person))
    }
    let own = Set(members.map { seats[$0]! }).subtracting(fixed.values)
    // A seat changes hands only among people who may all have it.
    func isLike(_ seat: Int, _ other: Int) -> Bool {
      hall.seats[seat].role == hall.seats[other].role
        && hall.seats[seat].isWheelchairPlace == hall.seats[other].isWheelchairPlace
    }
    func keepsApart(_ placed: [Int: Int]) -> Bool {
      wishes.apart.allSatisfy { pair in
        for (one, other) in [pair, (pair.1, pair.0)] {
          if let seat = placed[one], let held = fixed[other], hall.neighbours(of: seat).contains(held) {
            return false
          }
        }
        return true
      }
    }
    var companies = movable.map { chain in
      PlacementModel.Company(
        placements: wishes.layings(of: chain).filter { placed in
          keepsApart(placed) && placed.allSatisfy { own.contains($1) && isLike($1, seats[$0]!) }
        }.map { placed in
          PlacementModel.Placement(
            seats: placed,
            cost: AisleMatching.priceOfMiss * placed.count { misses($0, $1) }
              + placed.count { seats[$0] != $1 })
        }, omission: nil)
    }
    companies += singles.map { person in
      PlacementModel.Company(
        placements: own.filter { hall.isAtAisle($0) && isLike($0, seats[person]!) }.sorted().map {
          [person: $0]
        }
        .filter(keepsApart).map {
          PlacementModel.Placement(seats: $0, cost: seats[person] == $0[person] ? 0 : 1)
        },
        omission: AisleMatching.priceOfMiss)
    }
    let model = PlacementModel(companies: companies, apart: wishes.apart, neighbours: hall.neighbours)
    guard let chosen = model.solve(), chosen.prefix(movable.count).allSatisfy({ $0 != nil }) else {
      return nil
    }
    self.seats = chosen.compactMap { $0?.seats }.reduce(into: [:]) { $0.merge($1) { $1 } }
    let stillMissing = members.count { person in
      guard problem.event.people[person].needs.contains(.aisle) else { return false }
      return (self.seats[person] ?? fixed[person]).map { misses(person, $0) } ?? true
    }
    guard stillMissing < missing else { return nil }
  }

  /// What it costs to miss an aisle: more than if everybody moved.
  private static let priceOfMiss = 1_000
}
