import Assembly
import IntegerProgramming
import SolverShared

/// A chain of people on consecutive seats of one run.
struct RostrumPlacement: Hashable, Sendable {
  /// Index in ``RostrumFormulation/chains``.
  let chain: Int
  /// The chain's leftmost seat, from the audience.
  let start: Int
  /// Whether the last person of the chain sits leftmost.
  let isReversed: Bool
}

/// The rostrum as an integer program over placements; Formulation.md explains it, and its labels are the names of
/// the constraints.
struct RostrumFormulation: Sendable {
  typealias Pair = RostrumWishes.Pair

  let problem: RostrumProblem
  /// People who sit together, each chain from end to end; single people are chains of one.
  let chains: [[Int]]
  /// Pairs that must not be next to each other.
  let apart: [Pair]
  private let seatOfPerson: [Int: Int]
  private let pairsOfPerson: [Int: [Pair]]

  /// Nil when the wishes cannot hold for a reason that needs no search: people beside each other form no chain,
  /// two neighbours of a chain are to be apart, or no run of seats takes a chain with its pins.
  init?(of people: some Sequence<Int>, _ wishes: RostrumWishes, in problem: RostrumProblem) {
    let grouping = BesideChains(of: people, beside: wishes.beside.map { ($0.first, $0.second) })
    guard grouping.knots.isEmpty, wishes.apart.isDisjoint(with: wishes.beside) else { return nil }
    self.problem = problem
    chains = grouping.chains
    apart = wishes.apart.sorted()
    seatOfPerson = wishes.seatOfPerson
    let named = apart.flatMap { [($0.first, $0), ($0.second, $0)] }
    pairsOfPerson = Dictionary(grouping: named, by: \.0).mapValues { $0.map(\.1) }
    guard chains.indices.allSatisfy({ hasPlacement($0) }) else { return nil }
  }

  /// The people of a placement with their seats.
  func seats(of placement: RostrumPlacement) -> [(person: Int, seat: Int)] {
    let chain = chains[placement.chain]
    return chain.enumerated().map { offset, person in
      (person, placement.start + (placement.isReversed ? chain.count - 1 - offset : offset))
    }
  }

  /// Σ (place of the seat − place of the person)² over the chain.
  func displacement(of placement: RostrumPlacement) -> Int {
    seats(of: placement).reduce(0) { $0 + problem.displacement(of: $1.person, at: $1.seat) }
  }

  /// Every way to seat a chain: consecutive seats of a run, in either direction, with its pins kept.
  func placements(of chain: Int) -> [RostrumPlacement] {
    let length = chains[chain].count
    let directions = length == 1 ? [false] : [false, true]
    return problem.runs.filter { $0.count >= length }.flatMap { run in
      (run.lowerBound...run.upperBound - length).flatMap { start in
        directions.map { RostrumPlacement(chain: chain, start: start, isReversed: $0) }
      }
    }.filter(keepsPins)
  }

  private func hasPlacement(_ chain: Int) -> Bool {
    isPinned(chain)
      ? !placements(of: chain).isEmpty : problem.runs.contains { $0.count >= chains[chain].count }
  }

  /// The seat that a wish gives to a person.
  func pin(of person: Int) -> Int? { seatOfPerson[person] }

  /// Whether somebody of the chain has a seat of their own.
  func isPinned(_ chain: Int) -> Bool {
    !seatOfPerson.isEmpty && chains[chain].contains { seatOfPerson[$0] != nil }
  }

  /// Whether a chain is one person of whom no wish speaks.
  func isFree(_ chain: Int) -> Bool {
    chains[chain].count == 1 && !isPinned(chain) && pairsOfPerson[chains[chain][0]] == nil
  }

  private func keepsPins(_ placement: RostrumPlacement) -> Bool {
    seatOfPerson.isEmpty
      || seats(of: placement).allSatisfy { (seatOfPerson[$0.person] ?? $0.seat) == $0.seat }
  }

  /// Two neighbouring seats, `seat` and the next one, that hold at most one of a pair.
  struct ApartRow: Hashable, Comparable, Sendable {
    let pair: Pair
    let seat: Int

    var label: String { "apart(\(pair.first + 1),\(pair.second + 1),\(seat + 1))" }

    static func < (left: ApartRow, right: ApartRow) -> Bool {
      (left.pair, left.seat) < (right.pair, right.seat)
    }
  }

  func chainLabel(_ chain: Int) -> String { "chain(\(chains[chain][0] + 1))" }
  func placeLabel(_ seat: Int) -> String { "place(\(problem.placeOfSeat[seat] + 1))" }
  func placementLabel(_ placement: RostrumPlacement) -> String {
    let places = seats(of: placement).map { "\($0.person + 1)@\(problem.placeOfSeat[$0.seat] + 1)" }
    return "sit(\(places.joined(separator: ",")))"
  }

  /// Rows of `apart` in which a person on a seat takes part.
  func apartRows(of person: Int, at seat: Int) -> [ApartRow] {
    guard let pairs = pairsOfPerson[person] else { return [] }
    let pairsOfSeats = [seat - 1, seat].filter { $0 >= 0 && problem.hasNeighbour(after: $0) }
    return pairs.flatMap { pair in pairsOfSeats.map { ApartRow(pair: pair, seat: $0) } }
  }

  /// Rows of `apart` in which a placement takes part.
  func apartRows(of placement: RostrumPlacement) -> [ApartRow] {
    pairsOfPerson.isEmpty ? [] : seats(of: placement).flatMap { apartRows(of: $0.person, at: $0.seat) }
  }
}
