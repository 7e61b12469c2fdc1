import Assembly
import IntegerProgramming

/// How many parts there are at least when everybody sits: an integer program over sets of seats that hang together.
///
///     min  Σ part[g,c]
///     s.t. group[g]   Σ_c people[g,c] = n_g,     seats[c]  Σ_g people[g,c] ≤ seats of c,
///          holds[g,c] people[g,c] ≤ min(n_g, seats of c) part[g,c],     part[g,c] = 1 where somebody of g has a pin in c
///
/// and a part more for each pinned person of g too far from the others for the people of g to reach.
struct LeastParts {
  /// No plan in which everybody sits has fewer.
  let count: Int

  /// Groups times components beyond which whole groups are counted alone.
  private static let largestModel = 1_500
  private static let nodes = 2_000

  init(_ problem: HallProblem, isOpen: (Int) -> Bool, interruption: Interruption?) {
    let components = problem.components(isOpen: isOpen).map { Array($0.joined()) }
    let pinned = PinnedParts(problem, components)
    let further = pinned.parts.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1 - 1 } }
    let whole = pinned.parts.reduce(0) { $0 + max(1, $1.count) } + further
    guard problem.groups.count * components.count <= LeastParts.largestModel,
      !LeastParts.canPack(problem, components.map(\.count), pinned.parts)
    else {
      count = whole
      return
    }
    let model = LeastParts.model(problem, components, pinned.parts)
    let solution = model.solve(
      SearchOptions(limits: Limits(nodes: LeastParts.nodes, interruption: interruption)))
    let bound = solution.bound.isFinite ? Int((solution.bound - 1e-6).rounded(.up)) : 0
    count = max(whole, bound + further)
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

  private static func model(_ problem: HallProblem, _ components: [[Int]], _ pinned: [[Int: Int]]) -> Model {
    var model = Model(name: "parts")
    var inComponent = [[LinearTerm]](repeating: [], count: components.count)
    for (g, group) in problem.groups.enumerated() {
      var people: [LinearTerm] = []
      for (c, seats) in components.enumerated() where problem.maySit(g, in: seats[0]) || pinned[g][c] != nil {
        let most = Double(min(group.members.count, seats.count))
        let part = model.addBinary("part[\(g),\(c)]", objective: 1)
        let held = model.addVariable("people[\(g),\(c)]", in: .between(0...most))
        model.addConstraint("holds[\(g),\(c)]", [1 * held, -most * part], .atMost(0))
        if pinned[g][c] != nil { model.addConstraint("pinned[\(g),\(c)]", [1 * part], .atLeast(1)) }
        people.append(1 * held)
        inComponent[c].append(1 * held)
      }
      model.addConstraint("group[\(g)]", people, .equal(Double(group.members.count)))
    }
    for (c, held) in inComponent.enumerated() {
      model.addConstraint("seats[\(c)]", held, .atMost(Double(components[c].count)))
    }
    return model
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
