import Assembly
import Localization

/// What kind of seat a seat is, and how it is taken.
struct SeatState {
  let isTaken: Bool
  let isHeld: Bool
  let role: Role?
  let isWheelchairPlace: Bool
  let isChanged: Bool

  /// An empty seat of a kind, for the legend.
  init(isHeld: Bool = false, role: Role? = nil, isWheelchairPlace: Bool = false, isChanged: Bool = false) {
    isTaken = false
    (self.isHeld, self.role) = (isHeld, role)
    (self.isWheelchairPlace, self.isChanged) = (isWheelchairPlace, isChanged)
  }

  init(_ seat: Seat, person: Int?, in map: SeatMap) {
    isTaken = person != nil
    isChanged = map.isChanged(seat)
    guard case .hall(let index) = seat, let hall = map.event.hall else {
      (isHeld, role, isWheelchairPlace) = (false, nil, false)
      return
    }
    isHeld = hall.seats[index].isHeld
    role = hall.seats[index].role
    isWheelchairPlace = hall.seats[index].isWheelchairPlace
  }

  /// Class names for the style of the drawing.
  var classes: String {
    var classes = isTaken ? "seat taken" : isHeld ? "seat held" : role != nil ? "seat role" : "seat empty"
    if isWheelchairPlace { classes += " wheelchair" }
    if isChanged { classes += " changed" }
    return classes
  }

  /// What an empty seat is kept for.
  var label: Phrase? {
    guard !isTaken else { return nil }
    return isHeld ? Wording.heldSeat : role.map(\.name.capitalized)
  }
}

extension Seat {
  /// Names the seat's element.
  var identifier: String {
    switch self {
    case .rostrum(let seat): "r\(seat.row)-\(seat.seat)"
    case .hall(let index): "h\(index)"
    }
  }

  var isOnRostrum: Bool {
    if case .rostrum = self { true } else { false }
  }

  /// Printed number of the seat.
  func number(in event: Event) -> String {
    switch self {
    case .rostrum(let seat): String(seat.seat)
    case .hall(let index): event.hall.map { $0.seats[index].number.description } ?? ""
    }
  }
}
