import Assembly

/// Open seats of one line, each next to the one before, that the same groups may have: an aisle, a pillar, a held seat or a
/// seat that is somebody's by a pin parts them.
struct Stretch {
  /// Index of its connected set of seats; stretches lie component by component.
  let component: Int
  /// Index of its line in a row of all lines; lines of one component follow each other.
  let line: Int
  /// Whether its first seat is next to the last one of the stretch before.
  let joinsPrevious: Bool
  /// The group of the person who has this seat by a pin; nobody else may have it, and the group must.
  let pinned: Int?
  let section: Int
  /// Its seats along the line.
  let places: [Int]
  /// The least depths of so many of its seats summed, for each number from 0 to all.
  let depthSum: [Int]
  /// For each seat the links that it has to stretches of the line before and of the line behind, as bits: a pair of stretches
  /// of which a part may reach from one into the other is a link.
  fileprivate(set) var links: [Links]

  struct Links: Equatable {
    var before: UInt64 = 0
    var behind: UInt64 = 0

    static func | (left: Links, right: Links) -> Links {
      Links(before: left.before | right.before, behind: left.behind | right.behind)
    }

    func contains(_ other: Links) -> Bool {
      other.before & ~before == 0 && other.behind & ~behind == 0
    }
  }

  var seats: Int { depthSum.count - 1 }
}

extension Stretch {
  /// The same stretch when all links but the first few count as one. What that connects may be apart, so nothing costs more.
  func withLinks(_ most: Int) -> Stretch {
    func folded(_ bits: UInt64) -> UInt64 {
      let last: UInt64 = 1 << UInt64(most - 1)
      return (bits & (last - 1)) | (bits >= last ? last : 0)
    }
    var stretch = self
    stretch.links = links.map { Links(before: folded($0.before), behind: folded($0.behind)) }
    return stretch
  }
}

extension HallProblem {
  /// The stretches of the hall, in order of components, lines, and seats along the line.
  ///
  /// - Parameter longest: seats beyond which a stretch is cut into several.
  /// - Complexity: O(seats log seats).
  func stretches(longest: Int = .max) -> [Stretch] {
    let open = Set(openSeats)
    let pinnedGroup = Dictionary(
      pins.map { ($0.value, groupOfPerson[$0.key]!) }, uniquingKeysWith: { first, _ in first })
    var stretches: [Stretch] = []
    var line = 0
    for (component, lines) in components(isOpen: open.contains).enumerated() {
      var before: (seats: [Int], stretches: Range<Int>) = ([], 0..<0)
      for seats in lines {
        let first = stretches.count
        var rest = seats[...]
        var last: Int?
        while let start = rest.first {
          var end = rest.startIndex + 1
          while end < rest.endIndex, end - rest.startIndex < longest, pinnedGroup[start] == nil,
            pinnedGroup[rest[end]] == nil,
            areNeighbours(rest[end - 1], rest[end])
          {
            end += 1
          }
          let stretch = rest[rest.startIndex..<end]
          stretches.append(
            Stretch(
              component: component, line: line,
              joinsPrevious: last.map { areNeighbours($0, start) } ?? false, pinned: pinnedGroup[start],
              section: hall.seats[start].section, places: Array(stretch),
              depthSum: stretch.map { depths[$0] }.sorted().reduce(into: [0]) { $0.append($0.last! + $1) },
              links: stretch.map { _ in Stretch.Links() }))
          last = stretch.last
          rest = rest[end...]
        }
        let current = (seats, first..<stretches.count)
        link(before, current, in: &stretches)
        before = current
        line += 1
      }
    }
    return stretches
  }

  /// Numbers the links between the stretches of two lines; those beyond the bits share the last one.
  private func link(
    _ line: (seats: [Int], stretches: Range<Int>), _ next: (seats: [Int], stretches: Range<Int>),
    in stretches: inout [Stretch]
  ) {
    func places(_ range: Range<Int>) -> [(stretch: Int, seat: Int)] {
      range.flatMap { stretch in stretches[stretch].links.indices.map { (stretch, $0) } }
    }
    let placeOf = Dictionary(
      uniqueKeysWithValues: zip(
        line.seats + next.seats, places(line.stretches) + places(next.stretches)))
    var number: [[Int]: UInt64] = [:]
    hall.forEachLink(from: line.seats, to: next.seats, event.settings.hallMethod) { one, other in
      let (from, to) = (placeOf[one]!, placeOf[other]!)
      let bit = number[[from.stretch, to.stretch], default: min(UInt64(number.count), 63)]
      number[[from.stretch, to.stretch]] = bit
      stretches[from.stretch].links[from.seat].behind |= 1 << bit
      stretches[to.stretch].links[to.seat].before |= 1 << bit
    }
  }

  private func areNeighbours(_ seat: Int, _ next: Int) -> Bool {
    hall.areNeighbours(seat, next, event.settings.hallMethod)
  }
}
