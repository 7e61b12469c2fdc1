import Assembly
import IntegerProgramming

/// A bound on all plans of a small hall in which everybody sits, whether groups are whole or cut.
///
/// A column is how many seats a group has of each stretch (``Stretch``), at the least that these can cost. The linear program
/// gives each group one column and each stretch no more people than it has seats; its Lagrangian bound holds for any prices.
/// Unlike blocks it sees seats that stand alone, stretches too short for a group, and where pinned people sit.
struct StretchBound {
  /// No plan in which everybody sits costs less.
  private(set) var value = -Double.infinity
  /// Linear programs that were solved.
  private(set) var iterations = 0

  /// Seats beyond which a pass takes too long for what it brings.
  private static let largestHall = 300
  private static let masters = 400

  private let pricing: [StretchPricing]
  private let stretches: [Stretch]

  /// The bound; nothing for a large hall.
  init?(_ problem: HallProblem, interruption: Interruption?) {
    stretches = problem.stretches
    guard stretches.reduce(0, { $0 + $1.seats }) <= StretchBound.largestHall else { return nil }
    let (stretches, groups) = (stretches, problem.groups)
    pricing = groups.indices.map { StretchPricing(stretches, group: $0, of: problem) }
    generate(
      absence: groups.indices.map { problem.costOfAbsence(groups[$0].members.count, of: $0) },
      interruption)
  }

  /// Column generation. Prices are taken between the best ones and the master's (Wentges' smoothing),
  /// and from the master alone where that brings nothing.
  private mutating func generate(absence: [Int], _ interruption: Interruption?) {
    var model = Model(name: "stretches")
    let group = absence.enumerated().map { g, cost in
      model.addConstraint(
        "group[\(g)]", [1 * model.addVariable("absent[\(g)]", objective: Double(cost))], .equal(1))
    }
    let seats = stretches.enumerated().map {
      model.addConstraint("seats[\($0)]", [], .atMost(Double($1.seats)))
    }
    model.withLiveProblem { live in
      var best = stretches.map { _ in 0.0 }
      var known = Set<[Int: Int]>()
      var smoothing = 0.0
      var point = best
      while iterations < StretchBound.masters, interruption?.isInterrupted != true {
        var sum = -zip(point, stretches).reduce(0) { $0 + $1.0 * Double($1.1.seats) }
        var added = 0
        for (g, pricing) in pricing.enumerated() {
          guard let (cost, shares) = pricing.cheapest(point) else {
            sum = .infinity
            break
          }
          sum += cost
          var key = shares
          key[-1] = g
          guard known.insert(key).inserted else { continue }
          added += 1
          live.addVariable(
            "column[\(known.count)]", objective: pricing.cost(of: shares),
            column: [(group[g], 1)]
              + shares.sorted { $0.key < $1.key }.map { (seats[$0.key], Double($0.value)) })
        }
        if sum > value {
          value = sum
          best = point
        }
        if added == 0, smoothing == 0, iterations > 0 { break }
        iterations += 1
        let solution = live.solve(Limits(interruption: interruption))
        guard solution.termination.isOptimal, solution.objective - value > 0.5 else { break }
        smoothing = added == 0 ? 0 : 0.5
        let master = seats.map { max(0, -solution.dual(of: $0)) }
        point = zip(best, master).map { smoothing * $0 + (1 - smoothing) * $1 }
      }
    }
  }
}
