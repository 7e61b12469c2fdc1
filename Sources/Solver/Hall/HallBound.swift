import Assembly
import IntegerProgramming

/// A lower bound on the objective of every plan.
///
/// Plans fall into three branches: somebody has no seat; everybody sits and every group lies in one part; everybody sits
/// and some group is cut. The first is bounded by counting, the others by column generation (Formulation.md), with
/// `strict` both by ``BandBound``. The least of them bounds all plans.
struct HallBound {
  /// No plan costs less.
  let value: Int
  /// Iterations of column generation.
  private(set) var iterations = 0

  /// Bounds the plans of a hall.
  ///
  /// - Parameters:
  ///   - relaxation: the branch of whole groups, where its relaxation covers every plan of it.
  ///   - objective: what the best plan costs: the search for a bound of a branch ends there.
  init(
    _ problem: HallProblem, whole relaxation: WholeRelaxation?, objective: Int, interruption: Interruption?
  ) {
    let counting = problem.countingBound()
    let absence = problem.boundWithAbsence()
    if problem.isStrict {
      let everybody = BandBound(problem, open: problem.openSeats).value(of: problem.groups)
      value = max(counting, min(absence, everybody ?? .max))
      return
    }
    guard problem.shortage == 0, counting < objective, absence > counting, problem.isWithinReach else {
      value = counting
      return
    }
    let whole = relaxation ?? problem.wholeBranch(interruption)
    iterations += whole.iterations
    var least = min(absence, HallBound.integral(whole.bound))
    if interruption?.isInterrupted == true, problem.isVast {
      // A single pass over the other branches takes seconds.
      value = counting
      return
    }
    if problem.event.settings.hallMethod == .outward {
      let across = problem.branch(.across, after: whole, enough: min(least, objective), interruption)
      iterations += across.iterations
      least = min(least, HallBound.integral(across.bound))
    }
    if least > counting {
      let cut = problem.branch(.cut, after: whole, enough: min(least, objective), interruption)
      iterations += cut.iterations
      // A cut group has one part more than counting supposes.
      least = min(least, max(HallBound.integral(cut.bound), counting + problem.weight(.part)))
    }
    value = max(counting, least)
  }

  /// The next whole number, with a margin for the arithmetic of the linear programs.
  private static func integral(_ bound: Double) -> Int {
    guard bound.isFinite, bound > 0 else { return 0 }
    return Int(min(bound - 1e-3 - 1e-11 * bound, 4e18).rounded(.up))
  }
}

extension HallProblem {
  /// People who cannot all sit, however the seats are given.
  var shortage: Int {
    max(0, dueCount - openSeats.count)
  }

  /// Seats that somebody may have; a held seat counts only for the person pinned to it.
  fileprivate var openSeats: [Int] {
    let pinned = Set(pins.values)
    return hall.seats.indices.filter { !hall.seats[$0].isHeld || pinned.contains($0) }
  }

  /// Whether column generation over the whole hall ends in reasonable time.
  fileprivate var isWithinReach: Bool {
    groups.count * openSeats.count <= BlockSeating.largestTask
  }

  /// The relaxation of plans that keep every group whole, over all open seats.
  fileprivate func wholeBranch(_ interruption: Interruption?) -> WholeRelaxation {
    let open = Set(openSeats)
    let items = groups.enumerated().map { BlockItem(group: $0, size: $1.members.count) }
    var search = BlockSearch(
      self, strips: strips(isOpen: open.contains), items: items, gap: 0, interruption: interruption)
    return search.run()
  }

  /// Whether the branches of cut groups get two masters only: a pass takes seconds there.
  fileprivate var isVast: Bool { groups.count > 400 }

  /// The relaxation of another branch, begun with the prices of whole groups.
  fileprivate func branch(
    _ branch: Branch, after whole: WholeRelaxation, enough: Int, _ interruption: Interruption?
  ) -> BlockGeneration {
    let pricing: any BlockPricing =
      branch == .cut
      ? PiecePricing(strips: whole.strips.map { StripPricing($0, items: whole.items, of: self) })
      : CentrePricing(
        whole.strips.map { StripCompletion($0, items: whole.items, of: self) }, items: whole.items, of: self)
    let generation = BlockGeneration(
      BlockMaster(self, strips: whole.strips, items: whole.items, branch: branch), pricing: pricing,
      prices: branch == .cut ? pricesWithPieces(whole) : whole.prices, interruption: interruption)
    generation.run(halfWidth: 500, enough: Double(enough), iterationLimit: isVast ? 2 : 60)
    return generation
  }

  /// Prices of whole groups, shared out among a group, its seats, and parts in number: what is paid for a part more is
  /// mostly not worth what the pieces save, which bounds the branch from the first pass on.
  private func pricesWithPieces(_ whole: WholeRelaxation) -> [Double] {
    let part = Double(costs.part)
    let perPart = 0.6 * part
    let seats = zip(whole.prices, whole.items).map { max(0, $0 - part) / Double($1.size) }
    return whole.prices.map { max(0, min($0, part) - perPart) } + seats + [perPart]
  }

  /// A bound from counting alone.
  ///
  /// Each term is bounded by itself, so their sum is a bound. *Unseated*: people beyond the open seats. *Parts, runs*: a
  /// group with a seat has at least one part, and at least as many runs as its people fill longest lines; groups may
  /// also stay out whole, at the cost of their people. *Precedence*: people in order of priority take the seats in
  /// order of depth, which by the rearrangement inequality no plan beats; who has no seat counts with depth D.
  ///
  /// - Complexity: O(seats log seats).
  func countingBound() -> Int {
    let everybody = shortage > 0 ? Int.max : piecesWhenAllSit
    return min(everybody, piecesWithAbsence) + precedenceBound(openSeats) * weight(.precedence)
  }

  /// The bound of counting for plans that leave somebody without a seat.
  func boundWithAbsence() -> Int {
    piecesWithAbsence + precedenceBound(openSeats) * weight(.precedence)
  }

  private func precedenceBound(_ seats: [Int]) -> Int {
    let available = seats.map { depths[$0] }.sorted()
    var next = 0
    var sum = 0
    for group in groups {
      for _ in group.members {
        sum += group.priority * (next < available.count ? available[next] : depthCount)
        next += 1
      }
    }
    return sum
  }

  /// Parts and runs when everybody sits: each group as few runs as its size allows.
  private var piecesWhenAllSit: Int {
    let longest = hall.lines(for: event.settings.hallMethod).values.map(\.count).max() ?? 1
    return groups.reduce(0) {
      $0 + weight(.part) + weight(.run) * (($1.members.count + longest - 1) / longest)
    }
  }

  /// Absence, parts and runs when somebody has no seat: k whole groups, the smallest, may be missing.
  private var piecesWithAbsence: Int {
    let sizes = groups.map(\.members.count).sorted()
    let shortage = shortage
    var least = Int.max
    var missing = 0
    for k in 0...sizes.count {
      let unseated = max(shortage, missing, 1)
      least = min(
        least, weight(.unseated) * unseated + (weight(.part) + weight(.run)) * (sizes.count - k))
      if k < sizes.count { missing += sizes[k] }
    }
    return least
  }
}
