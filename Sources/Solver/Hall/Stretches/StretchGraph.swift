/// All ways of a group over the stretches of a hall, as a graph in layers: a node for each way in which its seats so far may hang
/// together with those that come, an edge for each use of a stretch.
///
/// What the nodes tell apart decides how many parts and runs a group has; how many people sit already is counted beside them.
/// Parts are those of stretches that touch: a seat of one may be reached from some seat that is taken of the other. So no
/// seats have fewer runs, lone seats and parts in truth.
struct StretchGraph {
  struct Edge {
    let from: Int32
    let to: Int32
    let people: Int32
    let parts: Int8
    let runs: Int8
    let lone: Int8
  }

  /// How many nodes lie before each stretch, and behind the last.
  private(set) var nodes = [1]
  /// The edges over each stretch, in order of the nodes that they leave.
  private(set) var edges: [[Edge]] = []
  /// Behind the last stretch of a component, the node of who has used none of its stretches, where there is one.
  private(set) var unused: [Int?]

  /// Edges × people beyond which links are told apart less.
  private static let largestPass = 3_000_000

  /// - Parameter people: how many people all groups have together.
  init(_ stretches: [Stretch], people: Int) {
    let mostEdges = StretchGraph.largestPass / max(1, people)
    let seats = stretches.reduce(0) { $0 + $1.seats }
    unused = stretches.map { _ in nil }
    var start = 0
    while start < stretches.count {
      let component = stretches[start...].prefix { $0.component == stretches[start].component }
      let share = component.reduce(0) { $0 + $1.seats } * mostEdges / seats
      for links in [64, 12, 4, 1] {
        guard
          let layers = Layers(
            component.map { $0.withLinks(links) }, entries: nodes[start], limit: links == 1 ? .max : share)
        else { continue }
        nodes += layers.nodes
        edges += layers.edges
        unused[component.endIndex - 1] = layers.unused
        break
      }
      start = component.endIndex
    }
  }
}

/// The layers of one component.
private struct Layers {
  private(set) var nodes: [Int] = []
  private(set) var edges: [[StretchGraph.Edge]] = []
  private(set) var unused: Int?

  /// Nothing beyond a limit of edges.
  ///
  /// - Parameter entries: nodes before the first stretch, all alike.
  init?(_ stretches: [Stretch], entries: Int, limit: Int) {
    var edgeCount = 0
    var touches = [Touch](repeating: Touch(), count: entries)
    for (place, stretch) in stretches.enumerated() {
      let next = place + 1 < stretches.count ? stretches[place + 1] : nil
      let uses = StretchUse.all(of: stretch, joinsNext: next?.joinsPrevious ?? false)
      // Links from the line before to what is still to come of this line.
      let later = stretches[(place + 1)...].prefix { $0.line == stretch.line }
        .reduce(UInt64(0)) { $1.links.reduce($0) { $0 | $1.before } }
      let isNewLine = place > 0 && stretches[place - 1].line != stretch.line
      var numbers: [Touch: Int32] = [:]
      var reached: [Touch] = []
      var layer: [StretchGraph.Edge] = []
      func add(_ from: Int, _ touch: Touch, people: Int = 0, parts: Int = 0, runs: Int = 0, lone: Int = 0) {
        let touch = touch.seen(from: next, after: stretch, later: later)
        let to = numbers[touch, default: Int32(reached.count)]
        if Int(to) == reached.count {
          numbers[touch] = to
          reached.append(touch)
        }
        layer.append(
          StretchGraph.Edge(
            from: Int32(from), to: to, people: Int32(people), parts: Int8(parts), runs: Int8(runs),
            lone: Int8(lone)))
      }
      for (from, touch) in touches.enumerated() {
        guard edgeCount + layer.count <= limit else { return nil }
        let touch = isNewLine ? touch.inNextLine : touch
        add(from, touch.passing)
        for use in uses {
          let (reached, parts) = touch.using(use)
          let goesOn = use.goesOn && touch.run != .none
          // A run that goes on is paid already; one that was lone until now is so no longer.
          let first = goesOn && use.lone > 0 ? 1 : 0
          let lone = use.lone - first - (goesOn && touch.run == .lone ? 1 : 0)
          add(
            from, reached, people: use.people, parts: parts, runs: use.runs - (goesOn ? 1 : 0), lone: lone)
        }
      }
      edgeCount += layer.count
      edges.append(layer)
      nodes.append(reached.count)
      touches = reached
    }
    unused = touches.firstIndex { !$0.isUsed }
  }
}

/// How a group's seats so far touch what comes: sets of seats that hang together, and the run that may go on.
private struct Touch: Hashable {
  enum Run { case none, lone, long }

  struct Part: Hashable {
    var links: (before: UInt64, behind: UInt64)
    /// Whether the run that may go on is of this part.
    var hasRun: Bool

    static func == (left: Part, right: Part) -> Bool { left.key == right.key }
    func hash(into hasher: inout Hasher) {
      hasher.combine(links.before)
      hasher.combine(links.behind)
      hasher.combine(hasRun)
    }
    var key: (UInt64, UInt64, Int) { (links.before, links.behind, hasRun ? 1 : 0) }
  }

  /// Those of the line before by their links to this line, those of this line by their links to the next one.
  var parts: [Part] = []
  var run = Run.none
  /// Whether any seat of the component is taken.
  var isUsed = false

  /// The same, seen from the line behind.
  var inNextLine: Touch {
    var touch = self
    for index in parts.indices { touch.parts[index].links = (parts[index].links.behind, 0) }
    return touch
  }

  /// No seat of a stretch is taken.
  var passing: Touch {
    var touch = self
    touch.endRun()
    return touch
  }

  private mutating func endRun() {
    run = .none
    for index in parts.indices { parts[index].hasRun = false }
  }

  /// Seats of a stretch are taken; with that so many parts more, or fewer where it joins them.
  func using(_ use: StretchUse) -> (touch: Touch, parts: Int) {
    var touch = self
    touch.isUsed = true
    let goesOn = use.goesOn && run != .none
    var more = 0
    for (index, piece) in use.pieces.enumerated() {
      var joined = Part(links: (0, piece.behind), hasRun: false)
      more += 1
      touch.parts.removeAll { part in
        guard part.links.before & piece.before != 0 || (index == 0 && goesOn && part.hasRun) else {
          return false
        }
        joined.links.before |= part.links.before
        joined.links.behind |= part.links.behind
        more -= 1
        return true
      }
      touch.endRun()
      joined.hasRun = true
      touch.parts.append(joined)
    }
    // Of several runs the last may be the lone one.
    let isLone = use.runs == 1 ? use.lone == 1 && !goesOn : use.lone > 0
    touch.run = isLone ? .lone : .long
    if !use.mayGoOn { touch.endRun() }
    return (touch, more)
  }

  /// What of it still matters behind a stretch.
  func seen(from next: Stretch?, after stretch: Stretch, later: UInt64) -> Touch {
    guard let next else {
      var touch = Touch()
      touch.isUsed = isUsed
      return touch
    }
    var touch = self
    if !next.joinsPrevious { touch.endRun() }
    for index in touch.parts.indices {
      touch.parts[index].links.before &= next.line == stretch.line ? later : 0
    }
    touch.parts.removeAll { $0.links.before == 0 && $0.links.behind == 0 && !$0.hasRun }
    touch.parts.sort { $0.key < $1.key }
    return touch
  }
}
