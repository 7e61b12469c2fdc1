import Assembly
import Foundation
import IntegerProgramming
import SolverShared

/// Betters a seating by small changes of single seats and of whole groups: simulated annealing on the exact objective.
///
/// Blocks of whole lines and pouring know groups that lie one after another; round pillars, pinned people, held seats and
/// in rows of unequal length the best shapes are others. Moves are those of ``SeatMoves``. The best seating met is taken;
/// of equally dear ones that which lies nearer the centre of the hall.
///
/// - Complexity: O(steps × seats of the groups that a move concerns).
struct SeatSearch {
  /// The best seating so far, −1 for an empty seat.
  private(set) var groupOfSeat: [Int]
  private(set) var cost: Int
  private(set) var steps = 0
  private var offCentre: Int
  private var seating: Seating
  private var moves: SeatMoves
  private var random: SplitMix64
  private let costs: HallCosts

  /// A search from this seating; seats for which `isFixed` holds stay as they are.
  ///
  /// - Parameter exempt: fixed seats of people who do not count for the order of groups; the others are in order.
  init(
    _ problem: HallProblem, _ groupOfSeat: [Int], seed: Int, exempt: Set<Int> = [], isFixed: (Int) -> Bool
  ) {
    random = SplitMix64(stream: 21, seed: seed)
    costs = problem.costs
    self.groupOfSeat = groupOfSeat
    seating = Seating(problem, groupOfSeat, exempt: problem.isStrict ? exempt : nil)
    moves = SeatMoves(problem, seating, isFixed: isFixed)
    cost = seating.cost
    offCentre = seating.offCentre
  }

  /// Searches as long as the size of the hall deserves.
  ///
  /// Small halls are annealed from hot to cold again and again, until half of the rounds in a row bring nothing; large ones only
  /// from lukewarm, where what blocks of whole lines have found stays whole. At last only what is no worse is accepted.
  ///
  /// - Parameters:
  ///   - rounds: at most so many.
  ///   - enough: a seating that costs no more is good enough.
  ///   - limit: moves of a round at most.
  mutating func run(rounds: Int, enough: Int, limit: Int?, interruption: Interruption?) {
    guard moves.canMove else { return }
    let isSmall = moves.freeCount <= SeatSearch.smallHall
    let steps = stepsOfRound(limit)
    var failures = 0
    for _ in 0..<(isSmall ? rounds : 1) where cost > enough && 2 * failures < rounds {
      let before = cost
      cool(from: isSmall ? 0.3 : 0.02, steps: steps, enough, interruption)
      failures = cost < before ? 0 : failures + 1
    }
    walk(from: 0, to: 0, steps: steps / 4, .min, interruption)
  }

  /// Searches on from another seating with the same seats fixed; what parts groups in it mostly stays.
  mutating func run(from other: [Int], enough: Int, limit: Int?, interruption: Interruption?) {
    guard moves.canMove else { return }
    let best = (groupOfSeat: groupOfSeat, cost: cost, offCentre: offCentre)
    groupOfSeat = other
    restore()
    // What is laid out without regard to the order may break it.
    (cost, offCentre) = seating.isInOrder ? (seating.cost, seating.offCentre) : (.max, .max)
    cool(from: 0.05, steps: stepsOfRound(limit) / 2, enough, interruption)
    if (best.cost, best.offCentre) < (cost, offCentre) {
      (groupOfSeat, cost, offCentre) = best
      restore()
    }
  }

  /// Walks from a temperature that is a share of the dearest fault.
  private mutating func cool(from share: Double, steps: Int, _ enough: Int, _ interruption: Interruption?) {
    let hot = share * Double(max(costs.part, costs.run, costs.lone, 1))
    walk(from: hot, to: max(0.5, min(hot, 0.05 * Double(costs.run))), steps: steps, enough, interruption)
  }

  private func stepsOfRound(_ limit: Int?) -> Int {
    min(
      limit ?? .max, SeatSearch.stepsOfRound,
      max(SeatSearch.fewestSteps, 6 * moves.freeCount * moves.freeCount))
  }

  /// Tries every seating of a hall so small that there are few: what is left then is the best, of equally dear ones that which lies
  /// nearest the centre.
  mutating func exhaust() {
    restore()
    // Whoever has a wheelchair place without need has it for want of another seat: such places stay as they are.
    let open = seating.holder.indices.filter { moves.mayMove($0, seating) && !moves.isWheelchairPlace[$0] }
    var left = [Int](repeating: 0, count: seating.nobody + 1)
    for seat in open { left[seating.holder[seat]] += 1 }
    var (seatings, placed) = (1, 0)
    for count in left {
      for number in stride(from: 1, through: count, by: 1) {
        placed += 1
        // A product of binomial coefficients, whole at each step.
        seatings = seatings * placed / number
        guard seatings <= SeatSearch.mostSeatings else { return }
      }
    }
    place(open[...], left: &left)
  }

  /// Gives these seats to who has so many left, in every way.
  private mutating func place(_ open: ArraySlice<Int>, left: inout [Int]) {
    guard let seat = open.first else {
      steps += 1
      _ = seating.settle()
      seating.keep()
      if seating.isInOrder, (seating.cost, seating.offCentre) < (cost, offCentre) { remember() }
      return
    }
    for holder in left.indices where left[holder] > 0 && moves.maySit(holder, inSectionOf: seat) {
      left[holder] -= 1
      seating.give(seat, to: holder)
      place(open.dropFirst(), left: &left)
      left[holder] += 1
    }
  }

  /// Seatings of which all are tried.
  private static let mostSeatings = 20_000

  /// Seats beyond which single ones are too few to matter, and the patterns over the hall take seconds.
  static let largestHall = 20_000
  /// Free seats up to which a hall is annealed from hot on.
  static let smallHall = 300
  private static let stepsOfRound = 200_000
  private static let fewestSteps = 5_000

  /// Takes random moves, beginning with the best seating, while it cools from one temperature down to another.
  private mutating func walk(
    from hot: Double, to cold: Double, steps limit: Int, _ enough: Int, _ interruption: Interruption?
  ) {
    restore()
    let cooling = hot > 0 ? pow(cold / hot, 1 / Double(max(1, limit))) : 1
    var temperature = hot
    for step in 0..<limit {
      temperature *= cooling
      if step & 1023 == 0, interruption?.isInterrupted == true || cost <= enough { break }
      steps += 1
      guard moves.propose(on: &seating, &random) else {
        seating.takeBack()
        continue
      }
      if isAccepted(temperature) {
        seating.keep()
        if seating.isInOrder, (seating.cost, seating.offCentre) < (cost, offCentre) { remember() }
      } else {
        seating.takeBack()
      }
    }
  }

  /// Whether the proposed change is taken; what it costs is counted no further than that takes.
  private mutating func isAccepted(_ temperature: Double) -> Bool {
    let least = seating.leastGrowth()
    guard least <= 0 else {
      guard temperature > 0 else { return false }
      let draw = random.unit()
      return draw < exp(-Double(least) / temperature)
        && draw < exp(-Double(seating.settle().cost) / temperature)
    }
    let change = seating.settle()
    guard change.cost > 0 || (change.cost == 0 && change.offCentre > 0) else { return true }
    return temperature > 0 && random.unit() < exp(-Double(change.cost) / temperature)
  }

  private mutating func remember() {
    (cost, offCentre) = (seating.cost, seating.offCentre)
    for seat in groupOfSeat.indices {
      groupOfSeat[seat] = seating.holder[seat] == seating.nobody ? -1 : seating.holder[seat]
    }
  }

  private mutating func restore() {
    for seat in groupOfSeat.indices {
      seating.give(seat, to: groupOfSeat[seat] < 0 ? seating.nobody : groupOfSeat[seat])
    }
    _ = seating.settle()
    seating.keep()
  }
}
