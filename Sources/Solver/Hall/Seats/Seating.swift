import Assembly

/// Which group holds each seat of a hall, and what that costs, kept up to date while seats change hands.
///
/// Changes are made by ``give(_:to:)`` and valued by ``settle()``; then they are kept, or all of them taken back.
/// Every term of the objective is exact. With `strict` each depth by which somebody sits too near the stage for the groups
/// before costs a fine besides, so that a search may pass through seatings that the order does not allow.
///
/// - Complexity: a change costs O(seats of the groups concerned), with `strict` O(groups) more.
struct Seating {
  let graph: SeatGraph
  /// Holder of a seat that is empty.
  let nobody: Int
  /// Group of each seat.
  private(set) var holder: [Int]
  /// Seats that each holder has, and the parts in which they lie.
  private(set) var count: [Int]
  private(set) var parts: [Int]
  /// The objective, but for what those without a seat cost and with the last depth as 0; and what is fined.
  private(set) var cost = 0
  /// Quarters of a seat width from the middle, over all seats that are held.
  private(set) var offCentre = 0

  /// Seats by holder, each holder's from its `first` on in no order that means anything.
  private var seats: [Int]
  private let first: [Int]
  private var place: [Int]
  private let costs: HallCosts
  private let priority: [Int]
  private let depth: [Int]
  private let isHole: [Bool]
  private var costOfGroup: [Int]
  /// Without parts, of groups that changed.
  private var piecesOfGroup: [Int]
  private var costOfFile: [Int]

  private var journal: [(seat: Int, holder: Int)] = []
  private var touchedGroups: [(group: Int, cost: Int, parts: Int, span: ClosedRange<Int>?)] = []
  private var touchedFiles: [(file: Int, cost: Int)] = []
  private var isTouched: [Bool]
  private var isFileTouched: [Bool]
  /// Whether all but parts is valued.
  private var isCounted = false
  private var costBefore = 0
  private var offCentreBefore = 0

  /// Whether who has a seat counts for the order that `strict` asks for; nothing without such an order.
  private let countsForOrder: [Bool]?
  private let depthIndex: [Int]
  /// From the shallowest to the deepest seat of each group that counts.
  private var span: [ClosedRange<Int>?]
  private let fineOfDepth: Int
  /// What the order that is broken costs.
  private var fine = 0
  private var fineBefore = 0

  private var visit: [Int]
  private var visits = 0
  private var queue: [Int]

  /// Whether no seat of a group is deeper by more than 1 than a seat of a later group, where that is asked for.
  var isInOrder: Bool { fine == 0 }

  /// The seating in which each seat has this group, −1 for none.
  ///
  /// - Parameter exempt: seats of people who do not count for the order of groups; nothing where no order is looked at.
  init(_ problem: HallProblem, _ groupOfSeat: [Int], exempt: Set<Int>? = nil) {
    graph = SeatGraph(problem)
    let nobody = problem.groups.count
    self.nobody = nobody
    costs = problem.costs
    priority = problem.groups.map(\.priority)
    depth = problem.depths.map { ($0 - problem.depthCount) * problem.costs.precedence }
    isHole = problem.hall.seats.map { !$0.isHeld && $0.role == nil && !$0.isWheelchairPlace }
    depthIndex = problem.depths
    countsForOrder = exempt.map { exempt in
      problem.hall.seats.indices.map { problem.hall.seats[$0].role == nil && !exempt.contains($0) }
    }
    fineOfDepth = max(problem.costs.part, problem.costs.run, problem.costs.lone, 2) / 2
    span = Array(repeating: nil, count: nobody)
    holder = groupOfSeat.map { $0 < 0 ? nobody : $0 }
    count = Array(repeating: 0, count: nobody + 1)
    parts = count
    costOfGroup = count
    piecesOfGroup = count
    place = Array(repeating: 0, count: groupOfSeat.count)
    // While groups change places one may hold its old seats and its new ones.
    first = (problem.groups.map { 2 * $0.members.count + 1 } + [groupOfSeat.count]).reduce(into: [0]) {
      $0.append($0[$0.count - 1] + $1)
    }
    seats = Array(repeating: 0, count: first[nobody + 1])
    costOfFile = Array(repeating: 0, count: graph.files.count)
    isTouched = Array(repeating: false, count: nobody + 1)
    isFileTouched = Array(repeating: false, count: graph.files.count)
    visit = Array(repeating: 0, count: groupOfSeat.count)
    queue = visit
    for (seat, group) in holder.enumerated() {
      append(seat, to: group)
      if group != nobody { offCentre += graph.offCentre[seat] }
    }
    for group in 0..<nobody {
      parts[group] = parts(ofGroup: group)
      costOfGroup[group] = pieces(ofGroup: group) + parts[group] * costs.part
    }
    for file in graph.files.indices { costOfFile[file] = value(ofFile: file) }
    if countsForOrder != nil {
      for group in 0..<nobody { span[group] = span(ofGroup: group) }
      fine = valueOfOrder
    }
    cost = costOfGroup.reduce(0, +) + costOfFile.reduce(0, +) + fine
  }

  /// The seats of a group, or of nobody.
  func seats(of group: Int) -> ArraySlice<Int> { seats[first[group]..<first[group] + count[group]] }

  /// One of them, counted from 0.
  func seat(_ index: Int, of group: Int) -> Int { seats[first[group] + index] }

  // MARK: Changing

  /// Gives a seat to a group, or to nobody.
  mutating func give(_ seat: Int, to group: Int) {
    let old = holder[seat]
    guard old != group else { return }
    if journal.isEmpty { (costBefore, offCentreBefore, fineBefore) = (cost, offCentre, fine) }
    isCounted = false
    journal.append((seat, old))
    touch(old)
    touch(group)
    if old == nobody || group == nobody {
      offCentre += old == nobody ? graph.offCentre[seat] : -graph.offCentre[seat]
      let file = graph.fileOf[seat]
      if file >= 0, !isFileTouched[file] {
        isFileTouched[file] = true
        touchedFiles.append((file, costOfFile[file]))
      }
    }
    move(seat, to: group)
  }

  private mutating func touch(_ group: Int) {
    guard group != nobody, !isTouched[group] else { return }
    isTouched[group] = true
    touchedGroups.append((group, costOfGroup[group], parts[group], span[group]))
  }

  private mutating func move(_ seat: Int, to group: Int) {
    let old = holder[seat]
    count[old] -= 1
    let last = seats[first[old] + count[old]]
    seats[first[old] + place[seat]] = last
    place[last] = place[seat]
    append(seat, to: group)
    holder[seat] = group
  }

  private mutating func append(_ seat: Int, to group: Int) {
    place[seat] = count[group]
    seats[first[group] + count[group]] = seat
    count[group] += 1
  }

  /// By how much the cost grows at least: as if every group were in one part.
  mutating func leastGrowth() -> Int {
    guard !journal.isEmpty else { return 0 }
    isCounted = true
    var growth = 0
    for touched in touchedGroups {
      piecesOfGroup[touched.group] = pieces(ofGroup: touched.group)
      growth += piecesOfGroup[touched.group] + min(1, count[touched.group]) * costs.part - touched.cost
    }
    for (file, old) in touchedFiles {
      costOfFile[file] = value(ofFile: file)
      growth += costOfFile[file] - old
    }
    if countsForOrder != nil {
      for touched in touchedGroups { span[touched.group] = span(ofGroup: touched.group) }
      fine = valueOfOrder
      growth += fine - fineBefore
    }
    return growth
  }

  /// Values what was changed: by how much the cost grows, and the distance from the centre.
  mutating func settle() -> (cost: Int, offCentre: Int) {
    guard !journal.isEmpty else { return (0, 0) }
    if !isCounted { _ = leastGrowth() }
    for touched in touchedGroups {
      let group = touched.group
      parts[group] = parts(ofGroup: group)
      costOfGroup[group] = piecesOfGroup[group] + parts[group] * costs.part
      cost += costOfGroup[group] - touched.cost
    }
    for (file, old) in touchedFiles { cost += costOfFile[file] - old }
    cost += fine - fineBefore
    return (cost - costBefore, offCentre - offCentreBefore)
  }

  /// Keeps what was changed.
  mutating func keep() {
    for touched in touchedGroups { isTouched[touched.group] = false }
    for (file, _) in touchedFiles { isFileTouched[file] = false }
    touchedGroups.removeAll(keepingCapacity: true)
    touchedFiles.removeAll(keepingCapacity: true)
    journal.removeAll(keepingCapacity: true)
  }

  /// Takes back what was changed.
  mutating func takeBack() {
    guard !journal.isEmpty else { return }
    for (seat, old) in journal.reversed() { move(seat, to: old) }
    for (group, cost, parts, span) in touchedGroups {
      (costOfGroup[group], self.parts[group], self.span[group]) = (cost, parts, span)
    }
    for (file, old) in touchedFiles { costOfFile[file] = old }
    (cost, offCentre, fine) = (costBefore, offCentreBefore, fineBefore)
    keep()
  }

  // MARK: Valuing

  /// Runs, lone seats and depths.
  private func pieces(ofGroup group: Int) -> Int {
    var (runs, lone, depths) = (0, 0, 0)
    holder.withUnsafeBufferPointer { holder in
      seats.withUnsafeBufferPointer { seats in
        for index in first[group]..<first[group] + count[group] {
          let seat = seats[index]
          depths += depth[seat]
          let before = graph.before[seat]
          guard before < 0 || holder[before] != group else { continue }
          runs += 1
          let after = graph.after[seat]
          if after < 0 || holder[after] != group { lone += 1 }
        }
      }
    }
    return costs.run * runs + (count[group] == 1 ? 0 : costs.lone * lone) + priority[group] * depths
  }

  /// From the shallowest to the deepest seat of a group that counts for the order; nothing where none does.
  private func span(ofGroup group: Int) -> ClosedRange<Int>? {
    guard let countsForOrder else { return nil }
    var (least, most) = (Int.max, Int.min)
    for seat in seats(of: group) where countsForOrder[seat] {
      least = min(least, depthIndex[seat])
      most = max(most, depthIndex[seat])
    }
    return least <= most ? least...most : nil
  }

  /// What is fined: the depths by which groups reach before the deepest seat of those before them, but for one.
  private var valueOfOrder: Int {
    var (deepest, missed) = (0, 0)
    for case let span? in span {
      missed += max(0, deepest - 1 - span.lowerBound)
      deepest = max(deepest, span.upperBound)
    }
    return fineOfDepth * missed
  }

  /// Counts the parts of a group; each seat is visited as the number of its part, and these are told apart by it until the
  /// group changes.
  private mutating func parts(ofGroup group: Int) -> Int {
    let (first, count, before) = (first[group], count[group], visits)
    let (seats, holder, reached, firstReached) = (seats, holder, graph.reached, graph.firstReached)
    visits += visit.withUnsafeMutableBufferPointer { visit in
      queue.withUnsafeMutableBufferPointer { queue in
        holder.withUnsafeBufferPointer { holder in
          reached.withUnsafeBufferPointer { reached in
            firstReached.withUnsafeBufferPointer { firstReached in
              var parts = 0
              for start in seats[first..<first + count] where visit[start] <= before {
                parts += 1
                visit[start] = before + parts
                queue[0] = start
                var waiting = 1
                while waiting > 0 {
                  waiting -= 1
                  let seat = queue[waiting]
                  for link in firstReached[seat]..<firstReached[seat + 1] {
                    let other = reached[link]
                    if holder[other] == group, visit[other] <= before {
                      visit[other] = before + parts
                      queue[waiting] = other
                      waiting += 1
                    }
                  }
                }
              }
              return parts
            }
          }
        }
      }
    }
    return visits - before
  }

  // MARK: One seat more

  /// By how much cost and distance from the centre grow with each of some seats for a group, those that somebody holds left
  /// out: as ``settle()`` says when that seat alone is given.
  ///
  /// - Complexity: O(seats of the group + seats asked · seats of a file).
  mutating func forEachGrowth(
    of group: Int, at seats: [Int], _ body: (_ seat: Int, _ cost: Int, _ offCentre: Int) -> Void
  ) {
    _ = parts(ofGroup: group)
    for seat in seats where holder[seat] == nobody {
      let cost =
        growthOfPieces(of: group, at: seat) + growthOfParts(of: group, at: seat) * costs.part
        + growthOfHoles(at: seat)
      body(seat, cost, graph.offCentre[seat])
    }
  }

  private func isOf(_ group: Int, _ seat: Int) -> Bool { seat >= 0 && holder[seat] == group }

  private func growthOfPieces(of group: Int, at seat: Int) -> Int {
    let (before, after) = (graph.before[seat], graph.after[seat])
    let (joinsBefore, joinsAfter) = (isOf(group, before), isOf(group, after))
    var (runs, lone) = (1, joinsBefore || joinsAfter ? 0 : 1)
    if joinsBefore {
      runs -= 1
      if !isOf(group, graph.before[before]) { lone -= 1 }
    }
    if joinsAfter {
      runs -= 1
      if !isOf(group, graph.after[after]) { lone -= 1 }
    }
    // Whoever is all of a group does not sit alone: its second seat tells of both.
    if count[group] < 2 { lone = count[group] * (1 + lone) }
    return costs.run * runs + costs.lone * lone + priority[group] * depth[seat]
  }

  /// The seat is a part of its own, or joins those that it reaches.
  private func growthOfParts(of group: Int, at seat: Int) -> Int {
    let links = graph.firstReached[seat]..<graph.firstReached[seat + 1]
    var joined = 0
    for link in links {
      let other = graph.reached[link]
      guard holder[other] == group else { continue }
      let isNew = !graph.reached[links.lowerBound..<link].contains {
        holder[$0] == group && visit[$0] == visit[other]
      }
      if isNew { joined += 1 }
    }
    return 1 - joined
  }

  private func growthOfHoles(at seat: Int) -> Int {
    let file = graph.fileOf[seat]
    guard file >= 0 else { return 0 }
    var isReached = false
    var holes = 0
    for other in graph.files[file] {
      if other == seat {
        // Behind others it was a hole; else those between it and the next that is held are.
        if isReached { return isHole[seat] ? -costs.hole : 0 }
        isReached = true
      } else if holder[other] != nobody {
        if isReached { break }
        return isHole[seat] ? -costs.hole : 0
      } else if isReached, isHole[other] {
        holes += 1
      }
    }
    return costs.hole * holes
  }

  private func value(ofFile file: Int) -> Int {
    var isReached = false
    var holes = 0
    for seat in graph.files[file] {
      if holder[seat] != nobody { isReached = true } else if isReached, isHole[seat] { holes += 1 }
    }
    return costs.hole * holes
  }
}
