import Assembly
import IntegerProgramming

/// How many parts there are at least when everybody sits: an integer program over sets of seats that hang together, its *components*.
/// Groups of one size that may sit in the same sections and have no pins are counted together, as a class k of m_k groups.
///
///     min  Σ whole[k,c] + Σ pieces[k,c]
///     s.t. class[k]   Σ_c whole[k,c] + cut[k] = m_k,          seats[c]  Σ_k (n_k whole[k,c] + people[k,c]) ≤ seats of c,
///          amount[k]  Σ_c people[k,c] = n_k cut[k],           holds[k,c] people[k,c] ≤ min(n_k − 1, seats of c) pieces[k,c],
///          several[k] Σ_c pieces[k,c] ≥ (components that hold n_k, but 2) cut[k],
///          pinned[k,c] whole[k,c] + pieces[k,c] ≥ 1 where somebody of k has a pin in c
///
/// and a part more for each pinned person of g too far from the others for the people of g to reach. A group that lies in one
/// component counts as whole there, whatever its parts. What a class has cut is counted together there; ``PartPatterns`` tells each
/// cut group by itself where no way is found to share so few parts out.
struct LeastParts {
  /// No plan in which everybody sits has fewer.
  let count: Int
  /// Not even if seats of one component that one group has counted as one part.
  let components: Int
  /// The components that each group uses in a way to share out so few parts, where one was found and some group is cut.
  let packing: [Set<Int>]?

  /// Groups times components beyond which whole groups are counted alone.
  private static let largestModel = 1_500
  private static let nodes = 2_000

  init(_ problem: HallProblem, _ interruption: Interruption?) {
    let open = Set(problem.openSeats)
    let components = problem.components(isOpen: open.contains).map { Array($0.joined()) }
    let pinned = PinnedParts(problem, components)
    let further = pinned.parts.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1 - 1 } }
    let whole = pinned.parts.reduce(0) { $0 + max(1, $1.count) }
    guard problem.groups.count * components.count <= LeastParts.largestModel,
      !LeastParts.canPack(problem, components.map(\.count), pinned.parts)
    else {
      self.components = whole
      packing = nil
      count = whole + further
      return
    }
    let classes = LeastParts.classes(of: problem, components, pinned.parts)
    let room = components.map(\.count)
    let (model, wholes) = LeastParts.model(room, classes)
    let solution = model.solve(
      SearchOptions(limits: Limits(nodes: LeastParts.nodes, interruption: interruption)))
    let bound = solution.bound.isFinite ? Int((solution.bound - 1e-6).rounded(.up)) : 0
    var least = max(whole, bound)
    var packing: [Set<Int>]?
    let isSmall = room.reduce(0, +) <= SeatSearch.smallHall
    if isSmall, let objective = solution.objective, Int(objective.rounded()) <= least {
      packing =
        PartPacking(classes, room, most: least) { k, c in
          wholes[k][c].map { Int(solution[$0].rounded()) } ?? 0
        }?.components ?? PartPacking(classes, room, most: least, whole: { _, _ in 0 })?.components
    }
    if isSmall, packing == nil, let patterns = PartPatterns(classes, room, most: least, interruption) {
      if patterns.isImpossible { least += 1 }
      packing = patterns.packing
    }
    self.components = least
    self.packing = packing.map { packing in
      // Those of a class take their turns.
      var next = packing.makeIterator()
      var ofGroup = problem.groups.map { _ in Set<Int>() }
      for group in classes.flatMap(\.groups) { ofGroup[group] = next.next()! }
      return ofGroup
    }
    count = least + further
  }

  /// Whether groups fit whole into the components, the largest first, each where it leaves least room; a group with pins in
  /// several components is no obstacle here.
  private static func canPack(_ problem: HallProblem, _ room: [Int], _ pinned: [[Int: Int]]) -> Bool {
    var room = room
    let order = problem.groups.indices.sorted {
      (pinned[$0].isEmpty ? 1 : 0, -problem.groups[$0].members.count, $0)
        < (pinned[$1].isEmpty ? 1 : 0, -problem.groups[$1].members.count, $1)
    }
    for group in order {
      let size = problem.groups[group].members.count
      let usable = room.indices.filter {
        room[$0] >= size && (pinned[group].isEmpty || pinned[group][$0] != nil)
      }
      guard pinned[group].count < 2, let best = usable.min(by: { (room[$0], $0) < (room[$1], $1) }) else {
        return false
      }
      room[best] -= size
    }
    return true
  }

  /// Groups that are alike.
  struct Class {
    /// People of each.
    let size: Int
    let groups: [Int]
    /// Components where any of them may sit.
    let usable: [Int]
    /// Components in which somebody of the group has a pin.
    let pinned: Set<Int>
    var count: Int { groups.count }
    /// A group has a part at least in each component where it has a pin.
    var fewestParts: Int { max(1, pinned.count) }

    /// Whether a group may lie in one component alone.
    func mayBeWhole(in component: Int) -> Bool { pinned.isEmpty || pinned == [component] }
  }

  private static func classes(of problem: HallProblem, _ components: [[Int]], _ pinned: [[Int: Int]])
    -> [Class]
  {
    let alike = Dictionary(grouping: problem.groups.indices) { g in
      [problem.groups[g].members.count, pinned[g].isEmpty ? -1 : g] + problem.groups[g].sections
    }
    return alike.map { key, groups in
      let pins = Set(pinned[groups[0]].keys)
      return Class(
        size: key[0], groups: groups,
        usable: components.indices.filter {
          problem.maySit(groups[0], in: components[$0][0]) || pins.contains($0)
        }, pinned: pins)
    }.sorted { $0.groups[0] < $1.groups[0] }
  }

  private static func model(_ room: [Int], _ classes: [Class]) -> (Model, whole: [[Int: Variable]]) {
    var model = Model(name: "parts")
    var inComponent = [[LinearTerm]](repeating: [], count: room.count)
    var wholes: [[Int: Variable]] = []
    for (k, kind) in classes.enumerated() {
      let (size, count) = (kind.size, Double(kind.count))
      let cut = model.addVariable("cut[\(k)]", in: .between(0...(size > 1 ? count : 0)), kind: .integer)
      var (groups, people, pieces) = ([1 * cut], [LinearTerm](), [LinearTerm]())
      wholes.append([:])
      for c in kind.usable {
        let whole = model.addVariable(
          "whole[\(k),\(c)]",
          in: .between(0...(kind.mayBeWhole(in: c) ? min(count, Double(room[c] / size)) : 0)),
          kind: .integer, objective: 1)
        let part = model.addVariable(
          "pieces[\(k),\(c)]", in: .between(0...(size > 1 ? count : 0)), kind: .integer, objective: 1)
        let most = Double(min(size - 1, room[c]))
        let held = model.addVariable("people[\(k),\(c)]", in: .between(0...most * count))
        model.addConstraint("holds[\(k),\(c)]", [1 * held, -most * part], .atMost(0))
        if kind.pinned.contains(c) {
          model.addConstraint("pinned[\(k),\(c)]", [1 * whole, 1 * part], .atLeast(1))
        }
        wholes[k][c] = whole
        groups.append(1 * whole)
        people.append(1 * held)
        pieces.append(1 * part)
        inComponent[c] += [Double(size) * whole, 1 * held]
      }
      model.addConstraint("class[\(k)]", groups, .equal(count))
      model.addConstraint("amount[\(k)]", people + [-Double(size) * cut], .equal(0))
      let fewest = LeastParts.fewest(of: kind.usable.map { room[$0] }, holding: size)
      model.addConstraint("several[\(k)]", pieces + [-Double(max(2, fewest)) * cut], .atLeast(0))
    }
    for (c, held) in inComponent.enumerated() {
      model.addConstraint("seats[\(c)]", held, .atMost(Double(room[c])))
    }
    return (model, wholes)
  }

  /// How many of the largest of some components hold so many people.
  private static func fewest(of seats: [Int], holding people: Int) -> Int {
    var left = people
    var count = 0
    for seats in seats.sorted(by: >) where left > 0 {
      left -= seats
      count += 1
    }
    return count
  }
}

extension HallProblem {
  /// Whether a group may sit in the section of a seat.
  func maySit(_ group: Int, in seat: Int) -> Bool {
    let sections = groups[group].sections
    return sections.isEmpty || sections.contains(hall.seats[seat].section)
  }
}

/// Into how many parts pins alone cut each group, by component: pinned people of one group no two of whom its people can
/// join, whatever way they take round the pinned people of other groups.
private struct PinnedParts {
  /// Parts by component, for each group.
  private(set) var parts: [[Int: Int]]

  init(_ problem: HallProblem, _ components: [[Int]]) {
    parts = Array(repeating: [:], count: problem.groups.count)
    guard !problem.pins.isEmpty else { return }
    var component: [Int: Int] = [:]
    for (number, seats) in components.enumerated() {
      for seat in seats { component[seat] = number }
    }
    let graph = SeatGraph(problem)
    let groupOfPin = Dictionary(
      problem.pins.map { ($0.value, problem.groupOfPerson[$0.key]!) }, uniquingKeysWith: { first, _ in first }
    )
    for (g, group) in problem.groups.enumerated() {
      var apart: [(seat: Int, reached: Set<Int>)] = []
      for seat in group.members.compactMap({ problem.pins[$0] }).sorted() {
        guard let number = component[seat], !apart.contains(where: { $0.reached.contains(seat) }) else {
          continue
        }
        let reached = graph.seats(from: seat, within: group.members.count - 1) {
          component[$0] != nil && groupOfPin[$0] ?? g == g
        }
        apart.append((seat, reached))
        parts[g][number, default: 0] += 1
      }
    }
  }
}

extension SeatGraph {
  /// The seats that a part of a group can reach from a seat in so many steps, over seats that it may have.
  fileprivate func seats(from start: Int, within steps: Int, over isUsable: (Int) -> Bool) -> Set<Int> {
    var seen: Set<Int> = [start]
    var front = [start]
    for _ in 0..<steps where !front.isEmpty {
      front = front.flatMap { reached(from: $0) }.filter { isUsable($0) && seen.insert($0).inserted }
    }
    return seen
  }
}
