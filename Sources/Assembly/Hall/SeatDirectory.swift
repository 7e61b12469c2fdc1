/// Finds the hall's seats by their printed names. Building it takes O(seats), a look-up O(1).
public struct SeatDirectory: Sendable {
  private struct Address: Hashable {
    let section: Int
    let row: PrintedName
    let number: PrintedName
  }

  private let sections: [String: Int]
  private let seats: [Address: Int]
  /// By row and number alone, in the order of sections.
  private let namesakes: [Address: [Int]]

  /// The directory of a hall.
  public init(_ hall: Hall) {
    sections = Dictionary(hall.sections.enumerated().map { ($1, $0) }) { first, _ in first }
    seats = Dictionary(
      hall.seats.enumerated().map { (Address(section: $1.section, row: $1.rowName, number: $1.number), $0) }
    ) { first, _ in first }
    namesakes = Dictionary(grouping: hall.seats.indices) {
      Address(section: 0, row: hall.seats[$0].rowName, number: hall.seats[$0].number)
    }
  }

  /// Index of the seat printed so, if the hall has it.
  public func seat(section: String, row: PrintedName, number: PrintedName) -> Int? {
    sections[section].flatMap { seats[Address(section: $0, row: row, number: number)] }
  }

  /// Indices of the seats of all sections that are printed so.
  public func seats(row: PrintedName, number: PrintedName) -> [Int] {
    namesakes[Address(section: 0, row: row, number: number)] ?? []
  }
}
