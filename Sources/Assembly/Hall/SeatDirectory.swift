/// Finds the hall's seats by their printed names. Building it takes O(seats), a look-up O(1).
public struct SeatDirectory: Sendable {
  private struct Address: Hashable {
    let section: Int
    let row: PrintedName
    let number: PrintedName
  }

  private let sections: [String: Int]
  private let seats: [Address: Int]

  /// The directory of a hall.
  public init(_ hall: Hall) {
    sections = Dictionary(hall.sections.enumerated().map { ($1, $0) }) { first, _ in first }
    seats = Dictionary(
      hall.seats.enumerated().map { (Address(section: $1.section, row: $1.rowName, number: $1.number), $0) }
    ) { first, _ in first }
  }

  /// Index of the seat printed so, if the hall has it.
  public func seat(section: String, row: PrintedName, number: PrintedName) -> Int? {
    sections[section].flatMap { seats[Address(section: $0, row: row, number: number)] }
  }
}
