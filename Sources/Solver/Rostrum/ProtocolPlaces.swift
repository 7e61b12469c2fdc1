public import Assembly

/// The protocol places of a rostrum: place 1 in the middle of the front row, from there outward by turns, then
/// the next row from its own middle (rules.md R1–R8).
///
/// Under `equal_heads` the centre of an odd front row has no place and stays empty; the seats beside it are not
/// next to each other.
public struct ProtocolPlaces: Sendable, Hashable {
  /// The seats that have a place: row by row from the front, in a row from the audience's left to right.
  public let seats: [RostrumSeat]
  /// Place of each seat of ``seats``, 1 the highest.
  public let places: [Int]
  /// Unbroken runs of seats: ranges of ``seats``. Two seats of one run are next to each other when their indices
  /// follow each other.
  public let runs: [Range<Int>]

  private let indexOfPlace: [Int]
  private let indexOfSeat: [RostrumSeat: Int]

  /// Counts the places of a rostrum.
  ///
  /// - Complexity: O(*s* log *s*) for *s* seats.
  public init(_ rostrum: Rostrum, _ settings: Settings) {
    var seats: [RostrumSeat] = []
    var places: [Int] = []
    var runs: [Range<Int>] = []
    for (index, row) in rostrum.rows.enumerated() {
      let numbers = row.numbersByPlace(settings, hasEqualHeads: index == 0 && settings.equalHeads)
      let placed = zip(numbers, places.count + 1..<places.count + 1 + numbers.count)
      for (number, place) in placed.sorted(by: { $0.0 < $1.0 }) {
        let isNext = seats.last == RostrumSeat(row: row.number, seat: number - 1)
        let start = isNext ? runs.removeLast().lowerBound : seats.count
        seats.append(RostrumSeat(row: row.number, seat: number))
        places.append(place)
        runs.append(start..<seats.count)
      }
    }
    self.seats = seats
    self.places = places
    self.runs = runs
    indexOfPlace = places.indices.sorted { places[$0] < places[$1] }
    indexOfSeat = Dictionary(uniqueKeysWithValues: zip(seats, seats.indices))
  }

  /// How many places there are; they are 1 … `count`.
  public var count: Int { seats.count }

  /// The seat that has `place`, nil beyond the last.
  public func seat(of place: Int) -> RostrumSeat? {
    (1...max(1, count)).contains(place) && count > 0 ? seats[indexOfPlace[place - 1]] : nil
  }

  /// The place of `seat`; nil for the empty centre between two equal heads, and where there is no such seat.
  public func place(of seat: RostrumSeat) -> Int? {
    indexOfSeat[seat].map { places[$0] }
  }
}

extension RostrumRow {
  /// Numbers of the row's seats, the highest place first: by distance from the middle, at equal distance the one
  /// on the high hand.
  fileprivate func numbersByPlace(_ settings: Settings, hasEqualHeads: Bool) -> [Int] {
    guard seats > 0 else { return [] }
    // Two points of each half seat width keep the middle of an even row a whole number.
    let middle = seats % 2 == 0 && rule(settings, hasEqualHeads: hasEqualHeads) == .left ? seats : seats + 1
    // The seated person's left is the reader's right: higher numbers.
    let outward = (1...seats).sorted { first, second in
      let (near, far) = (abs(2 * first - middle), abs(2 * second - middle))
      return near == far ? first > second : near < far
    }
    let order = hasEqualHeads ? outward.filter { 2 * $0 != middle } : outward
    return settings.highSide == .left ? order : order.map { seats + 1 - $0 }
  }

  private func rule(_ settings: Settings, hasEqualHeads: Bool) -> EvenRule {
    if hasEqualHeads { return .pair }
    return seats == 2 ? settings.twoRule ?? settings.evenRule : settings.evenRule
  }
}
