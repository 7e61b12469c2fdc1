import Assembly
import SolverShared

extension HallProblem {
  /// The weighted terms of the objective for these seats.
  ///
  /// - Parameter groupOfSeat: index in ``groups`` of who holds each seat, −1 for an empty one.
  /// - Complexity: O(seats log seats).
  func terms(_ groupOfSeat: [Int]) -> [Term: Int] {
    var seated = [Int](repeating: 0, count: groups.count)
    var precedence = 0
    for (seat, group) in groupOfSeat.enumerated() where group >= 0 {
      seated[group] += 1
      precedence += groups[group].priority * depths[seat]
    }
    var unseated = 0
    for (group, count) in zip(groups, seated) {
      unseated += group.members.count - count
      precedence += (group.members.count - count) * group.priority * depthCount
    }
    let pieces = pieces(groupOfSeat, seated: seated)
    let counts: [Term: Int] = [
      .hallUnseated: unseated, .hallPart: pieces.parts, .hallRun: pieces.runs, .hallLone: pieces.lone,
      .hallHole: holes(groupOfSeat), .hallPrecedence: precedence,
    ]
    return Dictionary(uniqueKeysWithValues: counts.map { ($0, $1 * weight($0)) })
  }

  /// Empty seats, open to all, in files in which somebody sits farther from the stage.
  private func holes(_ groupOfSeat: [Int]) -> Int {
    guard event.settings.hallMethod != .horizontal else { return 0 }
    return hall.lines(for: event.settings.hallMethod).values.reduce(0) { count, file in
      let farthest = file.filter { groupOfSeat[$0] >= 0 }.map { hall.seats[$0].y }.max() ?? -.infinity
      return count + file.count { groupOfSeat[$0] < 0 && isHole($0, before: farthest) }
    }
  }

  /// Whether a seat, when it is empty, is a hole in a file where somebody sits this far from the stage.
  private func isHole(_ seat: Int, before y: Double) -> Bool {
    let place = hall.seats[seat]
    return place.y < y && !place.isHeld && place.role == nil && !place.isWheelchairPlace
  }

  /// How the groups' seats fall into runs, lone seats and parts.
  private func pieces(_ groupOfSeat: [Int], seated: [Int]) -> (parts: Int, runs: Int, lone: Int) {
    let method = event.settings.hallMethod
    let lines = hall.lines(for: method)
    var sets = DisjointSets(count: groupOfSeat.count)
    var runs = 0
    var lone = 0
    for (key, line) in lines {
      var start = 0
      while start < line.count {
        let group = groupOfSeat[line[start]]
        var end = start + 1
        while end < line.count, groupOfSeat[line[end]] == group,
          hall.areNeighbours(line[end - 1], line[end], method)
        {
          if group >= 0 { sets.join(line[end - 1], line[end]) }
          end += 1
        }
        if group >= 0 {
          runs += 1
          if end - start == 1, seated[group] > 1 { lone += 1 }
        }
        start = end
      }
      if let next = lines[HallLineKey(section: key.section, number: key.number + 1)] {
        hall.forEachLink(from: line, to: next, method) { one, other in
          if groupOfSeat[one] >= 0, groupOfSeat[one] == groupOfSeat[other] { sets.join(one, other) }
        }
      }
    }
    let occupied = groupOfSeat.indices.filter { groupOfSeat[$0] >= 0 }
    return (occupied.count { sets.root(of: $0) == $0 }, runs, lone)
  }
}
