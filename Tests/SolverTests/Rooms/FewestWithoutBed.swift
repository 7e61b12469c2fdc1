import Assembly

/// The fewest people that any plan leaves without a bed, where nobody has a wish, and those with a rank count twice.
///
/// Exact: people come in order of their first night, and of all ways in which the beds could be taken by then the best is
/// kept for each.
struct FewestWithoutBed {
  /// In this order: number of beds, whether for one person, gender of who is there (0 nobody), then until when each bed is
  /// taken (0: free), the latest first.
  private typealias Chamber = [UInt8]
  private typealias State = [Chamber]

  /// Those of no plan, if all plans leave out at least as many as the limit.
  let count: Int?

  init(_ event: Event, below limit: Int) {
    var states: [State: Int] = [
      event.roomStock!.rooms.map { room in
        let isForOne = room.type == .single || room.type == .suite
        return [UInt8(room.beds), isForOne ? 1 : 0, 0] + [UInt8](repeating: 0, count: room.beds)
      }.sorted(by: FewestWithoutBed.precedes): 0
    ]
    let origin = event.people.compactMap { $0.stay?.nights.lowerBound }.min() ?? 0
    let guests = event.people.filter { $0.stay != nil }.map { person in
      (
        nights: person.stay!.nights, gender: person.gender == .female ? UInt8(1) : 2,
        weight: person.rank == nil ? 1 : 2
      )
    }
    .sorted { ($0.nights.lowerBound, $0.nights.upperBound) < ($1.nights.lowerBound, $1.nights.upperBound) }
    for guest in guests {
      let first = UInt8(guest.nights.lowerBound - origin + 1)
      let end = UInt8(guest.nights.upperBound - origin + 1)
      var next: [State: Int] = [:]
      func keep(_ state: State, _ leftOut: Int) {
        if leftOut < next[state] ?? limit { next[state] = leftOut }
      }
      for (state, leftOut) in states {
        let atDawn = state.map { FewestWithoutBed.chamber($0, at: first) }.sorted(
          by: FewestWithoutBed.precedes)
        keep(atDawn, leftOut + guest.weight)
        for (place, chamber) in atDawn.enumerated() where place == 0 || chamber != atDawn[place - 1] {
          guard let taken = FewestWithoutBed.chamber(chamber, with: guest.gender, until: end) else {
            continue
          }
          var other = atDawn
          other[place] = taken
          keep(other.sorted(by: FewestWithoutBed.precedes), leftOut)
        }
      }
      states = next
    }
    count = states.values.min()
  }

  private static func precedes(_ one: Chamber, _ other: Chamber) -> Bool {
    one.lexicographicallyPrecedes(other)
  }

  /// A room when those who leave by a night have left.
  private static func chamber(_ chamber: Chamber, at night: UInt8) -> Chamber {
    let ends = chamber[3...].map { $0 > night ? $0 : 0 }.sorted(by: >)
    return [chamber[0], chamber[1], ends[0] == 0 ? 0 : chamber[2]] + ends
  }

  /// A room with one person more; nothing if that cannot be.
  private static func chamber(_ chamber: Chamber, with gender: UInt8, until end: UInt8) -> Chamber? {
    guard chamber.last == 0, chamber[2] == 0 || chamber[2] == gender && chamber[1] == 0 else { return nil }
    return [chamber[0], chamber[1], gender] + (chamber[3...].dropLast() + [end]).sorted(by: >)
  }
}
