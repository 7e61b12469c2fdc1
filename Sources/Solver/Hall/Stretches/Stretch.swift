import Assembly

/// Open seats of one line, each next to the one before, that the same groups may have: an aisle, a pillar, a held seat or a
/// seat that is somebody's by a pin parts them.
struct Stretch {
  /// Index of its line in a row of all lines, component by component; lines of one component follow each other.
  let line: Int
  /// Whether its line is the first of a connected set of seats.
  let beginsComponent: Bool
  /// Whether its first seat is next to the last one of the stretch before.
  let joinsPrevious: Bool
  /// The group of the person who has this seat by a pin; nobody else may have it, and the group must.
  let pinned: Int?
  let section: Int
  /// The least depths of so many of its seats summed, for each number from 0 to all.
  let depthSum: [Int]

  var seats: Int { depthSum.count - 1 }
}

extension HallProblem {
  /// The stretches of the hall, in order of components, lines, and seats along the line.
  ///
  /// - Complexity: O(seats log seats).
  var stretches: [Stretch] {
    let open = Set(openSeats)
    let pinnedGroup = Dictionary(
      pins.map { ($0.value, groupOfPerson[$0.key]!) }, uniquingKeysWith: { first, _ in first })
    var stretches: [Stretch] = []
    var line = 0
    for component in components(isOpen: open.contains) {
      for (place, seats) in component.enumerated() {
        var rest = seats[...]
        var last: Int?
        while let first = rest.first {
          var end = rest.startIndex + 1
          while end < rest.endIndex, pinnedGroup[first] == nil, pinnedGroup[rest[end]] == nil,
            areNeighbours(rest[end - 1], rest[end])
          {
            end += 1
          }
          let stretch = rest[rest.startIndex..<end]
          stretches.append(
            Stretch(
              line: line, beginsComponent: place == 0,
              joinsPrevious: last.map { areNeighbours($0, first) } ?? false, pinned: pinnedGroup[first],
              section: hall.seats[first].section,
              depthSum: stretch.map { depths[$0] }.sorted().reduce(into: [0]) { $0.append($0.last! + $1) }))
          last = stretch.last
          rest = rest[end...]
        }
        line += 1
      }
    }
    return stretches
  }

  private func areNeighbours(_ seat: Int, _ next: Int) -> Bool {
    hall.areNeighbours(seat, next, event.settings.hallMethod)
  }
}
