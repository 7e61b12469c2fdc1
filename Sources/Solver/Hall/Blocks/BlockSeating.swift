import Assembly
import IntegerProgramming

/// Seats whole groups by blocks around seats that are given: the optimizing counterpart of ``Pouring``.
///
/// Prices come first: those of the rearrangement of people over depths, raised by ascent and, in halls that are not vast,
/// by column generation. At the first and at the last of them a beam search lays blocks.
struct BlockSeating {
  /// Seats of each group for its people, without those given beforehand; nothing when an interruption came too soon.
  private(set) var seatsOfGroup: [[Int]]?
  /// Counts of the search's work.
  private(set) var work: [String: Int] = [:]
  /// The relaxation of plans that keep every group whole.
  let relaxation: WholeRelaxation

  /// Groups times seats beyond which the tables take too much memory: such halls are poured.
  static let largestTask = 150_000_000

  /// Seats `people` (indices); nothing when the strips have too few seats for all of them, or the task is too large.
  ///
  /// - Parameter gap: the search ends once the plan costs no more than bound / (1 − gap).
  init?(
    _ problem: HallProblem, people: [Int], given: [Int: Int], gap: Double, interruption: Interruption?
  ) {
    let taken = Set(given.values)
    let strips = problem.strips { problem.isOpenToAll($0, given: taken) }
    let sizes = problem.sizes(of: people)
    let capacity = strips.reduce(0) { $0 + $1.capacity }
    guard people.count <= capacity, sizes.count * capacity <= BlockSeating.largestTask else { return nil }
    let items = BlockSeating.items(of: sizes, on: strips, problem, hasClaims: given.isEmpty)
    var search = BlockSearch(problem, strips: strips, items: items, gap: gap, interruption: interruption)
    relaxation = search.run()
    work = search.work
    guard let plan = search.plan else { return }
    var seatsOfGroup = [[Int]](repeating: [], count: sizes.count)
    for block in plan.blocks {
      for (share, seats) in zip(block.block.shares, block.layout.seats) {
        seatsOfGroup[items[share.item].group] += seats
      }
    }
    BlockSeating.fillUp(&seatsOfGroup, with: plan.missing.map { items[$0] }, strips, problem)
    self.seatsOfGroup = seatsOfGroup
  }

  /// Whether the relaxation is over all groups whole and over all seats that anybody may have.
  func coversEveryWholePlan(of problem: HallProblem) -> Bool {
    relaxation.items.map(\.size) == problem.groups.map(\.members.count)
      && problem.hall.seats.allSatisfy { $0.role == nil }
      && problem.pins.values.allSatisfy { !problem.hall.seats[$0].isHeld }
  }

  /// Groups that fit into no strip are cut: a whole strip, and what is left.
  private static func items(
    of sizes: [Int], on strips: [Strip], _ problem: HallProblem, hasClaims: Bool
  ) -> [BlockItem] {
    sizes.indices.flatMap { group -> [BlockItem] in
      let sections = problem.groups[group].sections
      let usable = strips.filter { sections.isEmpty || sections.contains($0.section) }
      let largest = max(1, usable.map(\.capacity).max() ?? 1)
      let whole = sizes[group] / largest
      let rest = sizes[group] % largest
      return Array(repeating: BlockItem(group: group, size: largest), count: whole)
        + (rest > 0
          ? [BlockItem(group: group, size: rest, claims: hasClaims ? problem.claims(of: group) : .init())]
          : [])
    }
  }

  /// Cuts items that found no block over the longest stretches of seats that are left.
  private static func fillUp(
    _ seatsOfGroup: inout [[Int]], with items: [BlockItem], _ strips: [Strip], _ problem: HallProblem
  ) {
    var taken = Set(seatsOfGroup.flatMap { $0 })
    for item in items {
      let sections = problem.groups[item.group].sections
      var wanted = item.size
      while wanted > 0 {
        let stretches = strips.filter { sections.isEmpty || sections.contains($0.section) }
          .flatMap { $0.freeStretches(taken) }
        guard let longest = stretches.max(by: { $0.count < $1.count }) else { break }
        let seats = longest.prefix(wanted)
        seatsOfGroup[item.group] += seats
        taken.formUnion(seats)
        wanted -= seats.count
      }
    }
  }
}

extension HallProblem {
  /// What the seats of a group should hold for its people with needs and pins.
  fileprivate func claims(of group: Int) -> BlockItem.Claims {
    let members = groups[group].members
    return BlockItem.Claims(
      wheelchairPlaces: members.count { needsWheelchairPlace($0) && pins[$0] == nil },
      seats: members.compactMap { pins[$0] }.sorted())
  }
}

extension Strip {
  /// Stretches of seats, along the lines in alternating direction, of which none is taken.
  fileprivate func freeStretches(_ taken: Set<Int>) -> [[Int]] {
    let path = lines.enumerated().flatMap { $0.isMultiple(of: 2) ? $1 : $1.reversed() }
    return path.split(whereSeparator: taken.contains).map(Array.init)
  }
}
