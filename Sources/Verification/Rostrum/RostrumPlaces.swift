import Assembly

/// The protocol places of a rostrum's seats (rules.md R1–R8).
///
/// A place is a rank among seats: rows from the front; in a row from its centre, and of two seats equally far the one
/// on the high side first. Only where the centre of a row lies depends on the settings: an odd row has it at its
/// middle seat, an even one between its middle seats when the heads share them (`pair`), else at the one of the
/// two that leaves the other on the high side (`left`). Heads of equal level leave the middle of an odd front row
/// empty.
package struct RostrumPlaces: Sendable {
  /// Seats that have a place, the first place first.
  package let seats: [RostrumSeat]
  private let placeOf: [RostrumSeat: Int]

  package init(_ rostrum: Rostrum, settings: Settings) {
    seats = rostrum.rows.enumerated().flatMap { index, row in
      RostrumPlaces.seats(of: row, isFront: index == 0, settings)
    }
    placeOf = Dictionary(seats.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  /// Place of a seat, 1 the highest; nothing where there is no seat or its place is left empty.
  package func place(of seat: RostrumSeat) -> Int? {
    placeOf[seat]
  }

  /// The seats of a row from its centre outward to each end, the seat at the centre in both.
  package func sides(of row: RostrumRow, settings: Settings) -> [[RostrumSeat]] {
    let own = seats.filter { $0.row == row.number }
    let isFront = seats.first?.row == row.number
    let twice = Self.twiceCentre(of: row, headsAreEqual: isFront && settings.equalHeads, settings)
    return [
      own.filter { 2 * $0.seat >= twice }.sorted(),
      own.filter { 2 * $0.seat <= twice }.sorted().reversed(),
    ]
  }

  private static func twiceCentre(of row: RostrumRow, headsAreEqual: Bool, _ settings: Settings) -> Int {
    let isEven = row.seats % 2 == 0
    let rule =
      headsAreEqual ? .pair : row.seats == 2 ? settings.twoRule ?? settings.evenRule : settings.evenRule
    // A person's left hand is to the audience's right.
    return row.seats + 1 - (isEven && rule == .left ? (settings.highSide == .left ? 1 : -1) : 0)
  }

  private static func seats(of row: RostrumRow, isFront: Bool, _ settings: Settings) -> [RostrumSeat] {
    guard row.seats > 0 else { return [] }
    let headsAreEqual = isFront && settings.equalHeads
    let highDirection = settings.highSide == .left ? 1 : -1
    let twiceCentre = twiceCentre(of: row, headsAreEqual: headsAreEqual, settings)

    func precedes(_ left: Int, _ right: Int) -> Bool {
      let (first, second) = (2 * left - twiceCentre, 2 * right - twiceCentre)
      return abs(first) == abs(second)
        ? first * highDirection > second * highDirection : abs(first) < abs(second)
    }
    return (1...row.seats).filter { !headsAreEqual || 2 * $0 != twiceCentre }.sorted(by: precedes)
      .map { RostrumSeat(row: row.number, seat: $0) }
  }
}
