import Assembly
import IntegerProgramming
import SolverShared

/// A lower bound on the objective of every plan.
///
/// Plans fall into three branches: somebody has no seat; everybody sits and every group lies in one part; everybody sits
/// and some group is cut. The first is bounded by ``HallCount``, the others by column generation (Formulation.md), with
/// `strict` both by ``BandBound``, in small halls both by ``StretchBound`` too. The least of them bounds all plans. No plan
/// is looked at but to know when to stop.
struct HallBound {
  /// No plan costs less.
  private(set) var value: Int
  /// Iterations of column generation.
  private(set) var iterations = 0
  private let count: HallCount
  /// A branch ends where one part of so many of the gap is left to it: the masters after that take longer than all before them.
  private static let shareOfGap = 50

  /// Bounds the plans of a hall.
  ///
  /// - Parameters:
  ///   - parts: how many parts there are at least.
  ///   - relaxation: the branch of whole groups, where its relaxation covers every plan of it.
  ///   - objective: what the best plan costs: the search for a bound of a branch ends there.
  init(
    _ problem: HallProblem, _ parts: LeastParts, whole relaxation: WholeRelaxation?, objective: Int,
    interruption: Interruption?
  ) {
    value = 0
    count = HallCount(problem, parts)
    guard !problem.isStrict else {
      let everybody = BandBound(problem, open: problem.openSeats).value(of: problem.groups)
      value = max(count.everyPlan, min(count.withAbsence, max(count.everybodySits, everybody ?? .max)))
      return
    }
    guard count.absent == 0, count.everybodySits < min(count.withAbsence, objective), problem.isWithinReach,
      interruption?.isInterrupted != true || !problem.isVast
    else {
      value = count.everyPlan
      return
    }
    var least = count.withAbsence
    /// A branch need not be bounded higher: the other branches bound no plan more, or a fiftieth of the gap.
    func enough() -> Int {
      least < objective ? least - (objective - least) / HallBound.shareOfGap : objective
    }
    let mayBeWhole = count.parts == problem.groups.count
    let whole = relaxation ?? problem.wholeBranch(isBounded: mayBeWhole, interruption)
    iterations += whole.iterations
    if mayBeWhole {
      least = min(least, wholeBound(whole.bound))
      if !whole.strips.centres.isEmpty {
        let across = problem.branch(.across, after: whole, enough: enough(), interruption)
        iterations += across.iterations
        least = min(least, wholeBound(across.bound))
      }
    }
    // A cut group has a part more than groups that are whole.
    let parts = max(count.parts, problem.groups.count + 1)
    let counted = count.everybodySits + (parts - count.parts) * problem.weight(.hallPart)
    var cutBound = counted
    if enough() > counted {
      let cut = problem.branch(.cut, parts: parts, after: whole, enough: enough(), interruption)
      iterations += cut.iterations
      cutBound = max(cutBound, wholeBound(cut.bound))
    }
    least = min(least, cutBound)
    value = max(count.everyPlan, least)
  }

  /// No plan costs less, a bound over stretches considered, which holds for whoever seats everybody, in whatever order or pieces.
  func value(with stretches: StretchBound?) -> Int {
    guard let stretches, count.absent == 0 else { return value }
    return max(value, min(count.withAbsence, wholeBound(stretches.value)))
  }
}

extension HallProblem {
  /// Seats that somebody may have; a held seat counts only for the person pinned to it.
  var openSeats: [Int] {
    let pinned = Set(pins.values)
    return hall.seats.indices.filter { !hall.seats[$0].isHeld || pinned.contains($0) }
  }

  /// Whether column generation over the whole hall ends in reasonable time.
  fileprivate var isWithinReach: Bool {
    groups.count * openSeats.count <= BlockSeating.largestTask
  }

  /// The relaxation of plans that keep every group whole, over all open seats; of more use than its prices where there are such plans.
  fileprivate func wholeBranch(isBounded: Bool, _ interruption: Interruption?) -> WholeRelaxation {
    let open = Set(openSeats)
    let items = groups.enumerated().map { BlockItem(group: $0, size: $1.members.count) }
    var search = BlockSearch(
      self, strips: strips(isOpen: open.contains), items: items, gap: 0, interruption: interruption)
    return search.run(seeksPlan: isBounded)
  }

  /// Rows times iterations of the simplex that a branch beside that of whole groups may take. The last masters, which take
  /// longest, raise the bound by some hundredths of a per cent.
  private static let workOfBranch = 8_000_000

  /// Whether the branches of cut groups get two masters only: a pass takes seconds there.
  fileprivate var isVast: Bool { groups.count > 400 }

  /// The relaxation of another branch, begun with the prices of whole groups.
  fileprivate func branch(
    _ branch: Branch, parts: Int = 0, after whole: WholeRelaxation, enough: Int, _ interruption: Interruption?
  ) -> BlockGeneration {
    let pricing: any BlockPricing =
      branch == .cut
      ? PiecePricing(strips: whole.strips.map { StripPricing($0, items: whole.items, of: self) })
      : CentrePricing(
        whole.strips.map { StripCompletion($0, items: whole.items, of: self) }, items: whole.items, of: self)
    let generation = BlockGeneration(
      BlockMaster(self, strips: whole.strips, items: whole.items, branch: branch, parts: parts),
      pricing: pricing,
      prices: branch == .cut ? pricesWithPieces(whole) : whole.prices, interruption: interruption)
    generation.run(
      halfWidth: 500, enough: Double(enough), iterationLimit: isVast ? 2 : 60,
      steadiness: branch == .cut ? 0.7 : 0.5,
      workLimit: HallProblem.workOfBranch)
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
}
