package import IntegerProgramming

/// Seats for people who are bound to one another or to few seats, chosen together by an integer program.
///
/// Every *company* (people linked by `beside`, or one person) takes one of its placements. The program is a set packing
/// over placements: labels `company[c]`, `seat[s]`, `apart[a,b,s]`, `order[c,p,c']`.
package struct PlacementModel {
  /// Seats of all people of a company, and what this placement costs.
  package struct Placement: Hashable {
    /// Seat by person.
    package let seats: [Int: Int]
    package let cost: Int

    package init(seats: [Int: Int], cost: Int) {
      self.seats = seats
      self.cost = cost
    }
  }

  /// People who are placed together.
  package struct Company {
    package let placements: [Placement]
    /// What it costs to leave the company out; nothing when it must be placed.
    package let omission: Int?

    package init(placements: [Placement], omission: Int?) {
      self.placements = placements
      self.omission = omission
    }
  }

  package let companies: [Company]
  /// Pairs of people who must not sit next to each other.
  package let apart: [(Int, Int)]
  /// The seats next to a seat.
  package let neighbours: (Int) -> [Int]
  /// Whether two people may have these seats at once, where that is not seen from neighbours: the order of groups.
  package var areCompatible: ((Placement, Placement) -> Bool)?

  package init(
    companies: [Company], apart: [(Int, Int)], neighbours: @escaping (Int) -> [Int],
    areCompatible: ((Placement, Placement) -> Bool)? = nil
  ) {
    self.companies = companies
    self.apart = apart
    self.neighbours = neighbours
    self.areCompatible = areCompatible
  }

  /// The cheapest choice: a placement for each company, nothing for one that is left out; or no choice at all when it is
  /// proven that they cannot be placed together.
  ///
  /// Where the limits end the search before it has a choice, companies are placed one after another, and then one that
  /// must be placed may be left out too.
  package func solve(_ options: SearchOptions = SearchOptions()) -> [Placement?]? {
    var model = Model(name: "placements")
    var columns: [[Variable]] = []
    var coveringSeat: [Int: [LinearTerm]] = [:]
    var seating: [Int: [Int: [LinearTerm]]] = [:]
    for (index, company) in companies.enumerated() {
      let variables = company.placements.indices.map { placement in
        model.addBinary(
          "placement[\(index),\(placement)]", objective: Double(company.placements[placement].cost))
      }
      columns.append(variables)
      var choice = variables.map { 1 * $0 }
      if let omission = company.omission {
        choice.append(1 * model.addBinary("omitted[\(index)]", objective: Double(omission)))
      }
      model.addConstraint("company[\(index)]", choice, .equal(1))
      for (placement, variable) in zip(company.placements, variables) {
        for (person, seat) in placement.seats {
          coveringSeat[seat, default: []].append(1 * variable)
          seating[person, default: [:]][seat, default: []].append(1 * variable)
        }
      }
    }
    for (seat, terms) in coveringSeat.sorted(by: { $0.key < $1.key }) where terms.count > 1 {
      model.addConstraint("seat[\(seat)]", terms, .atMost(1))
    }
    for (first, second) in apart {
      guard let seatsOfFirst = seating[first], let seatsOfSecond = seating[second] else { continue }
      for (seat, terms) in seatsOfFirst.sorted(by: { $0.key < $1.key }) {
        let beside = neighbours(seat).flatMap { seatsOfSecond[$0] ?? [] }
        if !beside.isEmpty {
          model.addConstraint("apart[\(first),\(second),\(seat)]", terms + beside, .atMost(1))
        }
      }
    }
    if let areCompatible { addOrder(areCompatible, columns, to: &model) }
    let solution = model.solve(options)
    guard solution.values != nil else {
      return solution.termination.reason == .infeasible ? nil : placedOneByOne()
    }
    return zip(companies, columns).map { company, variables in
      variables.firstIndex { solution[$0] > 0.5 }.map { company.placements[$0] }
    }
  }

  /// Each company, the dearest to leave out first, on its cheapest placement that those before it allow.
  private func placedOneByOne() -> [Placement?] {
    let order = companies.indices.sorted {
      (companies[$1].omission ?? .max, $0) < (companies[$0].omission ?? .max, $1)
    }
    var chosen = [Placement?](repeating: nil, count: companies.count)
    for company in order {
      let placed = chosen.compactMap { $0 }
      chosen[company] = companies[company].placements.filter { allow($0, beside: placed) }
        .min { $0.cost < $1.cost }
    }
    return chosen
  }

  private func allow(_ placement: Placement, beside placed: [Placement]) -> Bool {
    let seats = placed.reduce(into: placement.seats) { $0.merge($1.seats) { first, _ in first } }
    guard Set(seats.values).count == seats.count else { return false }
    return placed.allSatisfy { areCompatible?(placement, $0) ?? true }
      && apart.allSatisfy { first, second in
        guard let one = seats[first], let other = seats[second] else { return true }
        return !neighbours(one).contains(other)
      }
  }

  /// A placement excludes all placements of another company that it is not compatible with.
  private func addOrder(
    _ areCompatible: (Placement, Placement) -> Bool, _ columns: [[Variable]], to model: inout Model
  ) {
    for first in companies.indices {
      for second in companies.indices where second != first {
        for (index, placement) in companies[first].placements.enumerated() {
          let excluded = companies[second].placements.indices.filter {
            !areCompatible(placement, companies[second].placements[$0])
          }
          guard !excluded.isEmpty else { continue }
          let terms = excluded.map { 1 * columns[second][$0] } + [1 * columns[first][index]]
          model.addConstraint("order[\(first),\(index),\(second)]", terms, .atMost(1))
        }
      }
    }
  }
}
