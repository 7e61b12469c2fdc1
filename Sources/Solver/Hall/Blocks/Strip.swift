import Assembly

/// A stretch of lines that follow one another in one section, in order of depth: where groups can lie connected.
///
/// `horizontal`: rows from the front. `vertical`: files from the left. `outward`: files from the centre outward; a
/// section on both sides of the centre makes two strips, and a part may reach from one into the other.
///
/// Seats are counted by *positions* 0 ..< capacity: lines in order, in each line as many as it has open seats. The depth
/// of a position is the one that remains when all seats of the strip are sorted by depth, which no plan beats.
final class Strip: Sendable {
  let section: Int
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
  init(section: Int, lines: [[Int]], reachesAcrossCentre: Bool, depths: [Int]) {
    self.section = section
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
        && self[$0].section == self[$0 + 1].section
    }
  }
}

extension HallProblem {
  /// The strips of the hall; seats that `isOpen` denies are left out.
  func strips(isOpen: (Int) -> Bool) -> [Strip] {
    let method = event.settings.hallMethod
    let lines = hall.lines(for: method)
    var strips: [Strip] = []
    for (section, keys) in Dictionary(grouping: lines.keys, by: \.section).sorted(by: { $0.key < $1.key }) {
      var stretch: [HallLineKey] = []
      for key in keys.sorted(by: { $0.number < $1.number }) {
        if let last = stretch.last, key.number != last.number + 1 {
          strips += self.strips(section, stretch.map { lines[$0]! }, isOpen)
          stretch = []
        }
        stretch.append(key)
      }
      strips += self.strips(section, stretch.map { lines[$0]! }, isOpen)
    }
    return strips.filter { $0.capacity > 0 }
  }

  /// Orders a stretch of lines by depth; one that falls toward the centre and rises again is parted there.
  private func strips(_ section: Int, _ stretch: [[Int]], _ isOpen: (Int) -> Bool) -> [Strip] {
    let depth = stretch.map { line in line.map { depths[$0] }.min() ?? 0 }
    let shallowest = depth.indices.min { (depth[$0], $0) < (depth[$1], $1) } ?? 0
    func strip(_ lines: [[Int]], across: Bool) -> Strip {
      Strip(
        section: section, lines: lines.map { $0.filter(isOpen) }, reachesAcrossCentre: across, depths: depths)
    }
    if event.settings.hallMethod == .outward, shallowest > 0, shallowest < stretch.count - 1 {
      return [
        strip(Array(stretch[shallowest...]), across: true),
        strip(stretch[..<shallowest].reversed(), across: true),
      ]
    }
    let isFalling = (depth.first ?? 0) > (depth.last ?? 0)
    return [strip(isFalling ? stretch.reversed() : stretch, across: false)]
  }
}
