/// One or two depths that follow each other, filled section by section: `strict` holds for any order of groups in them.
///
/// Lines of a section that follow each other make a *segment*, which is filled from one end to the other.
final class Band: Sendable {
  /// In which order the seats of a segment are taken.
  struct Style: Hashable {
    /// Across all lines of a segment at once, or line after line in alternating direction.
    let isAcross: Bool
    let isReversed: Bool

    static let ofOneLine = [false, true].map { Style(isAcross: false, isReversed: $0) }
    static let all = ofOneLine + ofOneLine.map { Style(isAcross: true, isReversed: $0.isReversed) }
  }

  struct Segment {
    let section: Int
    let seatCount: Int
    /// Indices of its lines, and the seats of each among the first so many seats of the segment.
    fileprivate let lines: [(line: Int, seats: Range<Int>, isReversed: Bool, taken: [Int])]
  }

  let depths: Range<Int>
  let segments: [Segment]

  init(_ depths: Range<Int>, style: Style, of hall: DepthLines) {
    self.depths = depths
    let lines = depths.flatMap { hall.linesOfDepth[$0] }.sorted {
      let (one, other) = (hall.lines[$0], hall.lines[$1])
      return (one.section, one.number) < (other.section, other.number)
    }
    var clusters: [[Int]] = []
    for line in lines {
      if let last = clusters.last?.last, hall.lines[last].section == hall.lines[line].section,
        hall.lines[line].number - hall.lines[last].number <= 1
      {
        clusters[clusters.count - 1].append(line)
      } else {
        clusters.append([line])
      }
    }
    segments = clusters.map { Band.segment($0, style, hall) }
  }

  private static func segment(_ lines: [Int], _ style: Style, _ hall: DepthLines) -> Segment {
    // Shallow lines first: they are filled first.
    let lines = lines.sorted { (hall.lines[$0].depth, $0) < (hall.lines[$1].depth, $1) }
    let isReversed = lines.indices.map {
      style.isAcross ? style.isReversed : style.isReversed == $0.isMultiple(of: 2)
    }
    var order = lines.indices.flatMap { k in
      hall.along[hall.lines[lines[k]].seats].map { (along: isReversed[k] ? -$0 : $0, line: k) }
    }
    order.sort {
      style.isAcross ? ($0.along, $0.line) < ($1.along, $1.line) : ($0.line, $0.along) < ($1.line, $1.along)
    }
    var taken = lines.map { _ in [0] }
    for (_, line) in order {
      for k in lines.indices { taken[k].append(taken[k][taken[k].count - 1] + (k == line ? 1 : 0)) }
    }
    return Segment(
      section: hall.lines[lines[0]].section, seatCount: order.count,
      lines: lines.indices.map { (lines[$0], hall.lines[lines[$0]].seats, isReversed[$0], taken[$0]) })
  }

  /// The seats of a segment from the one taken at `range.lowerBound` on.
  func stretches(of segment: Int, _ range: Range<Int>) -> [DepthLines.Stretch] {
    segments[segment].lines.compactMap { line, seats, isReversed, taken in
      let (first, end) = (taken[range.lowerBound], taken[range.upperBound])
      guard first < end else { return nil }
      return DepthLines.Stretch(
        line: line,
        seats: isReversed
          ? seats.upperBound - end..<seats.upperBound - first
          : seats.lowerBound + first..<seats.lowerBound + end)
    }
  }
}
