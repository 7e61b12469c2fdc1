import Assembly

/// The nights of all stays, cut where somebody comes or goes and where a room opens or closes.
///
/// Inside a period every night is like the others, so that long stays cost no more work than short ones.
struct PeriodCalendar {
  /// First night of each period.
  let starts: [Int]
  /// Nights of each period.
  let lengths: [Int]
  private let cuts: [Int]

  init(stays: [Stay], rooms: [Room]) {
    let first = stays.map(\.nights.lowerBound).min() ?? 0
    let last = stays.map(\.nights.upperBound).max() ?? 0
    var cuts = Set(stays.flatMap { [$0.nights.lowerBound, $0.nights.upperBound] })
    cuts.formUnion(
      rooms.flatMap { [$0.from?.number, $0.to?.number] }.compactMap { $0 }.filter { first < $0 && $0 < last })
    self.cuts = cuts.sorted()
    starts = Array(self.cuts.dropLast())
    lengths = zip(self.cuts, self.cuts.dropFirst()).map { $1 - $0 }
  }

  /// The periods of a stay.
  func periods(of stay: Stay) -> Range<Int> {
    place(of: stay.nights.lowerBound)..<place(of: stay.nights.upperBound)
  }

  /// The periods in which a room can be used.
  func periods(of room: Room) -> Range<Int> {
    let first = room.from.map { place(of: $0.number) } ?? 0
    let last = room.to.map { place(of: $0.number) } ?? lengths.count
    return first..<max(first, last)
  }

  /// How many cuts lie before a night.
  private func place(of night: Int) -> Int {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] < night { low = middle + 1 } else { high = middle }
    }
    return min(low, lengths.count)
  }
}
