import Assembly
import SolverShared

/// Lines that follow one another in one section and hang together, in order of depth: where groups can lie connected.
///
/// Wings of a section, which aisles part in every row, are strips of their own; of a row that only some pillar parts, all
/// seats are one line. `horizontal`: rows from the front. `vertical`: files from the left. `outward`: files from the centre outward; a
/// section on both sides of the centre makes two strips, and a part may reach from one into the other.
///
/// Seats are counted by *positions* 0 ..< capacity: lines in order, in each line as many as it has open seats. The depth
/// of a position is the one that remains when all seats of the strip are sorted by depth, which no plan beats.
final class Strip: Sendable {
  let section: Int
  /// Number of the strip's connected set of seats; two strips of one set meet at the centre.
  let component: Int
  /// Open seats of each line, in order along the line.
  let lines: [[Int]]
  /// First position of each line, and the capacity at the end.
  let lineStart: [Int]
  /// Line of each position.
  let lineOfPosition: [Int]
  /// Depths of positions 0 ..< p summed, for each p from 0 to the capacity.
  let depthSum: [Int]
  /// Lines of one seat before each line, and in all: whoever sits there sits alone.
  let singleSeatLines: [Int]
  /// Whether parts may reach beyond the first line into the strip on the other side of the centre.
  let reachesAcrossCentre: Bool

  var capacity: Int { lineOfPosition.count }

  /// The depth of a position.
  func depth(at position: Int) -> Int { depthSum[position + 1] - depthSum[position] }

  /// The depth at which a line begins; that of the line behind it where it has no open seat.
  func depth(ofLine line: Int) -> Int {
    lineStart[line] < capacity ? depth(at: lineStart[line]) : .max
  }

  /// Whether a position is the start of a line, or the end of the strip: where blocks may begin and end.
  func isLineStart(_ p: Int) -> Bool {
    p == capacity || lineStart[lineOfPosition[p]] == p
  }

  /// Lines that end inside a stretch of positions, and lines of one seat in it.
  func passed(_ positions: Range<Int>) -> (lineEnds: Int, singleSeats: Int) {
    let (first, last) = (lineOfPosition[positions.lowerBound], lineOfPosition[positions.upperBound - 1])
    return (last - first, singleSeatLines[last + 1] - singleSeatLines[first])
  }

  /// A strip of these lines in order.
  init(section: Int, component: Int = 0, lines: [[Int]], reachesAcrossCentre: Bool, depths: [Int]) {
    self.section = section
    self.component = component
    self.lines = lines
    self.reachesAcrossCentre = reachesAcrossCentre
    var starts = [0]
    var lineOfPosition: [Int] = []
    for (index, line) in lines.enumerated() {
      lineOfPosition += Array(repeating: index, count: line.count)
      starts.append(lineOfPosition.count)
    }
    lineStart = starts
    singleSeatLines = lines.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1.count == 1 ? 1 : 0)) }
    self.lineOfPosition = lineOfPosition
    var sum = [0]
    for depth in Strip.sortedDepths(lines.map { $0.map { depths[$0] } }) {
      sum.append(sum[sum.count - 1] + depth)
    }
    depthSum = sum
  }

  /// Depths by position. Where a later line has a shallower seat, depths before it are lowered to that: a block of whole
  /// lines then never counts more than its seats sorted by depth.
  private static func sortedDepths(_ lines: [[Int]]) -> [Int] {
    var ceiling = Int.max
    var lowered: [[Int]] = []
    for line in lines.reversed() {
      lowered.append(line.map { min($0, ceiling) })
      ceiling = min(ceiling, line.min() ?? ceiling)
    }
    return lowered.reversed().flatMap { $0 }.sorted()
  }
}

extension [Strip] {
  /// Indices of those strips that the next one meets at the centre.
  var centres: [Int] {
    indices.dropLast().filter {
      self[$0].reachesAcrossCentre && self[$0 + 1].reachesAcrossCentre
        && self[$0].component == self[$0 + 1].component
    }
  }
}

extension HallProblem {
  /// The strips of the hall; seats that `isOpen` denies are left out.
  ///
  /// - Complexity: O(seats log seats).
  func strips(isOpen: (Int) -> Bool) -> [Strip] {
    components(isOpen: isOpen).enumerated().flatMap { strips(of: $1, number: $0) }
  }

  /// Sets of open seats that hang together: no part has seats of two of them. Each set line by line.
  func components(isOpen: (Int) -> Bool) -> [[[Int]]] {
    let method = event.settings.hallMethod
    let lines = hall.lines(for: method).mapValues { $0.filter(isOpen) }
    var sets = DisjointSets(count: hall.seats.count)
    let keys = lines.keys.sorted { ($0.section, $0.number) < ($1.section, $1.number) }
    for key in keys {
      let line = lines[key]!
      for (one, other) in zip(line, line.dropFirst()) where hall.areNeighbours(one, other, method) {
        sets.join(one, other)
      }
      if let next = lines[HallLineKey(section: key.section, number: key.number + 1)] {
        hall.forEachLink(from: line, to: next, method) { sets.join($0, $1) }
      }
    }
    var number: [Int: Int] = [:]
    var components: [[[Int]]] = []
    for key in keys {
      for (root, seats) in lines[key]!.groupedInOrder(by: { sets.root(of: $0) }) {
        let known = number[root, default: components.count]
        if known == components.count {
          number[root] = known
          components.append([])
        }
        components[known].append(seats)
      }
    }
    return components
  }

  /// Orders the lines of a component by depth; where depth falls toward the centre and rises again they are parted there.
  private func strips(of lines: [[Int]], number: Int) -> [Strip] {
    let depth = lines.map { line in line.map { depths[$0] }.min() ?? 0 }
    let shallowest = depth.indices.min { (depth[$0], $0) < (depth[$1], $1) } ?? 0
    func strip(_ lines: [[Int]], across: Bool) -> Strip {
      Strip(
        section: hall.seats[lines[0][0]].section, component: number, lines: lines,
        reachesAcrossCentre: across, depths: depths)
    }
    if event.settings.hallMethod == .outward, shallowest > 0, shallowest < lines.count - 1 {
      return [
        strip(Array(lines[shallowest...]), across: true),
        strip(lines[..<shallowest].reversed(), across: true),
      ]
    }
    let isFalling = (depth.first ?? 0) > (depth.last ?? 0)
    return [strip(isFalling ? lines.reversed() : lines, across: false)]
  }
}

extension [Int] {
  /// Elements of one key together, keys in order of their first elements.
  fileprivate func groupedInOrder(by key: (Int) -> Int) -> [(key: Int, elements: [Int])] {
    var place: [Int: Int] = [:]
    var groups: [(key: Int, elements: [Int])] = []
    for element in self {
      let key = key(element)
      if let known = place[key] {
        groups[known].elements.append(element)
      } else {
        place[key] = groups.count
        groups.append((key, [element]))
      }
    }
    return groups
  }
}
