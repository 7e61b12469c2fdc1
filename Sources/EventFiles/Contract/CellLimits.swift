/// The largest numbers that a cell may hold: far above any real event, and far below what could overflow.
enum CellLimits {
  static let rowNumber = 100_000
  static let seatNumber = 1_000_000
  static let seatsOfRow = 1_000
  static let minutes = 10_000
  static let rooms = 10_000
  static let beds = 100
  static let price = 1_000_000
  static let floor = 1_000
  static let staffOfPost = 1_000
  static let position = 1e6
}
