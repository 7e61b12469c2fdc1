/// Goes through the ways to seat chains of people who are bound by wishes, those that cost little first, until none that
/// is left can be better: iterative deepening on the sum of what the chains cost by themselves.
///
/// Whoever else is seated costs nothing less than 0, so that a seating costs what its chains do at least.
///
/// Source: R. E. Korf, "Depth-First Iterative-Deepening: An Optimal Admissible Tree Search", Artificial Intelligence 27
/// (1985), 97–109.
struct ChainSearch {
  /// A way to seat one chain.
  struct Choice {
    let seats: [(person: Int, seat: Int)]
    let cost: Int
  }

  /// What the best seating costs.
  private(set) var best: Int
  /// No seating costs less.
  var bound: Int { min(best, begun) }

  /// The choices of each chain, the cheapest first.
  private let choices: [[Choice]]
  /// What the chains from one on cost at least.
  private let least: [Int]
  private let step: Int
  /// No seating costs less, as is known otherwise.
  private let enough: Int
  /// Every way whose chains cost less was tried.
  private var begun: Int
  private var leaves = 0
  private var nodes = 0
  private var isTaken: [Bool]
  private var chosen: [Int: Int] = [:]

  /// - Parameters:
  ///   - seats: how many there are.
  ///   - step: by how much the limit of the chains' cost grows.
  ///   - known: what some seating costs.
  ///   - enough: what no seating costs less than.
  init(_ choices: [[Choice]], seats: Int, step: Int, known: Int = .max, enough: Int = 0) {
    self.choices = choices.map { $0.sorted { $0.cost < $1.cost } }
    self.step = max(1, step)
    self.enough = enough
    best = known
    isTaken = Array(repeating: false, count: seats)
    let cheapest = self.choices.map { $0.first?.cost ?? 0 }
    least = cheapest.reversed().reduce(into: [0]) { $0.append($0.last! + $1) }.reversed()
    begun = least[0]
  }

  /// Tries ways until the best is proven or the work is done.
  ///
  /// - Parameters:
  ///   - leaves: so many whole ways are tried.
  ///   - cost: what the best seating with these pins costs, nothing where there is none.
  mutating func run(leaves: Int, _ cost: (_ pins: [Int: Int]) -> Int?) {
    guard !choices.contains(where: \.isEmpty) else { return }
    self.leaves = leaves
    nodes = 100 * leaves
    let dearest = choices.reduce(0) { $0 + $1.last!.cost }
    while begun < best, best > enough, begun <= dearest {
      descend(0, 0, in: begun..<begun + step, cost)
      if best <= enough { break }
      guard self.leaves > 0, nodes > 0 else { return }
      begun += step
    }
    begun = best
  }

  /// Tries the ways of the chains from one on, those of a sum in the limits.
  private mutating func descend(
    _ chain: Int, _ sum: Int, in limits: Range<Int>, _ cost: ([Int: Int]) -> Int?
  ) {
    guard chain < choices.count else {
      guard sum >= limits.lowerBound else { return }
      leaves -= 1
      best = min(best, cost(chosen) ?? .max)
      return
    }
    for choice in choices[chain] {
      let next = sum + choice.cost
      guard next + least[chain + 1] < min(limits.upperBound, best), best > enough, leaves > 0, nodes > 0
      else { return }
      nodes -= 1
      guard !choice.seats.contains(where: { isTaken[$0.seat] }) else { continue }
      for (person, seat) in choice.seats {
        isTaken[seat] = true
        chosen[person] = seat
      }
      descend(chain + 1, next, in: limits, cost)
      for (person, seat) in choice.seats {
        isTaken[seat] = false
        chosen[person] = nil
      }
    }
  }
}
