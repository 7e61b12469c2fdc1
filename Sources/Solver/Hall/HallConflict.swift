import Assembly
import IntegerProgramming
import SolverShared

extension HallProblem {
  /// An irreducible set of rows whose wishes cannot hold together however much room there were, if there is one.
  ///
  /// Held seats, too few wheelchair places, short rows or too small a section are a shortage, which more room would cure.
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
    let room = AmpleRoom(wishes)
    var companies: [PlacementModel.Company] = []
    for chain in wishes.chains {
      if chain.contains(where: { wishes.pins[$0] != nil }) {
        let placements = room.layings(of: chain).map { PlacementModel.Placement(seats: $0, cost: 0) }
        if placements.isEmpty { return true }
        companies.append(PlacementModel.Company(placements: placements, omission: nil))
      } else if !room.takes(chain) {
        return true
      }
    }
    return PlacementModel(companies: companies, apart: wishes.apart, neighbours: room.neighbours).solve()
      == nil
  }

  /// With `strict`, whether no seat of a group is deeper by more than 1 than a seat of a later group, those left aside who
  /// do not count for the order; seats by person.
  func keepOrder(_ seats: [Int: Int], _ others: [Int: Int]) -> Bool {
    guard isStrict else { return true }
    return seats.allSatisfy { person, seat in
      !countsForOrder(person, seat)
        || others.allSatisfy { other, otherSeat in
          let (group, otherGroup) = (groupOfPerson[person]!, groupOfPerson[other]!)
          let difference = depths[seat] - depths[otherSeat]
          return group == otherGroup || !countsForOrder(other, otherSeat)
            || (group < otherGroup ? difference <= 1 : difference >= -1)
        }
    }
  }
}

/// The hall with as much room as anybody may wish: runs go on at both ends, no seat is held, and any can be a wheelchair
/// place.
private struct AmpleRoom {
  private let wishes: HallWishes
  private let hall: Hall
  /// Seats added to each end of a run: nobody sits farther from a pin than the longest chain is long.
  private let margin: Int

  init(_ wishes: HallWishes) {
    self.wishes = wishes
    hall = wishes.problem.hall
    margin = wishes.chains.map(\.count).max() ?? 0
  }

  /// Seats are numbered anew, so that those of the longer runs lie one after another with a gap behind each run.
  private func number(of seat: Int) -> Int {
    seat + hall.seats[seat].run * (2 * margin + 1) + margin
  }

  func neighbours(of number: Int) -> [Int] { [number - 1, number + 1] }

  /// Every way to seat a chain that has a pin, as far as its own people's wishes allow.
  func layings(of chain: [Int]) -> [[Int: Int]] {
    let run = hall.seats[chain.compactMap { wishes.pins[$0] }[0]].run
    guard chain.allSatisfy({ mayUse($0, run) }) else { return [] }
    return (chain.count == 1 ? [chain] : [chain, chain.reversed()]).compactMap { order in
      let position = order.firstIndex { wishes.pins[$0] != nil }!
      let start = number(of: wishes.pins[order[position]]!) - position
      let keepsPins = order.enumerated().allSatisfy { offset, person in
        wishes.pins[person].map { wishes.suits(person, $0) && number(of: $0) == start + offset } ?? true
      }
      guard keepsPins, keepsApart(order) else { return nil }
      return Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, start + $0) })
    }
  }

  /// Whether some section has room for a chain without a pin.
  func takes(_ chain: [Int]) -> Bool {
    keepsApart(chain)
      && hall.sections.indices.contains { section in chain.allSatisfy { wishes.mayUse($0, section: section) }
      }
  }

  private func mayUse(_ person: Int, _ run: Int) -> Bool {
    let seat = hall.runs[run].lowerBound
    return wishes.mayUse(person, section: hall.seats[seat].section) && wishes.mayUse(person, lineOf: seat)
  }

  private func keepsApart(_ order: [Int]) -> Bool {
    zip(order, order.dropFirst()).allSatisfy { one, other in
      !wishes.apart.contains { ($0 == one && $1 == other) || ($0 == other && $1 == one) }
    }
  }
}
