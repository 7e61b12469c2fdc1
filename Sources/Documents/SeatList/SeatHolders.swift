import Assembly
import Localization

/// A seat of the rostrum or of the hall.
enum Seat: Hashable {
  case rostrum(RostrumSeat)
  /// By index in `Hall.seats`.
  case hall(Int)
}

/// Both plans of an event, seen from its people and from its seats.
struct SeatHolders: Sendable {
  let event: Event
  private(set) var personOnRostrum: [RostrumSeat: Int] = [:]
  private(set) var placeOnRostrum: [RostrumSeat: Int] = [:]
  /// The person of each seat of the hall.
  private(set) var personInHall: [Int?]
  private(set) var unplaced: [Int]
  /// Whether the plan of the rostrum, of the hall, is known.
  let plansRostrum: Bool
  let plansHall: Bool
  private var rostrumSeat: [Int: RostrumSeat] = [:]
  private var hallSeat: [Int: Int] = [:]

  init(event: Event, rostrum: RostrumPlan?, hall: HallPlan?) {
    self.event = event
    plansRostrum = rostrum != nil
    plansHall = hall != nil
    personInHall = Array(repeating: nil, count: event.hall?.seats.count ?? 0)
    unplaced = Set(((rostrum?.unplaced ?? []) + (hall?.unplaced ?? [])).map(\.person)).sorted()
    for assignment in rostrum?.assignments ?? [] {
      personOnRostrum[assignment.seat] = assignment.person
      placeOnRostrum[assignment.seat] = assignment.place
      rostrumSeat[assignment.person] = assignment.seat
    }
    for assignment in hall?.assignments ?? [] where personInHall.indices.contains(assignment.seat) {
      personInHall[assignment.seat] = assignment.person
      hallSeat[assignment.person] = assignment.seat
    }
  }

  /// Where a person sits.
  func seat(of person: Int) -> Seat? {
    rostrumSeat[person].map(Seat.rostrum) ?? hallSeat[person].map(Seat.hall)
  }

  /// `X排Y号`.
  func name(of seat: Seat) -> Phrase {
    switch seat {
    case .rostrum(let seat): Wording.seat(row: .number(seat.row), number: .number(seat.seat))
    case .hall(let index):
      event.hall.map { Wording.seat(row: $0.seats[index].rowName, number: $0.seats[index].number) }
        ?? Phrase("")
    }
  }

  /// The section of the hall, or the rostrum.
  func section(of seat: Seat) -> Phrase {
    switch seat {
    case .rostrum: Wording.rostrum
    case .hall(let index): event.hall.map { Phrase($0.sections[$0.seats[index].section]) } ?? Phrase("")
    }
  }

  /// What the list says of a person without a seat.
  func reasonForNoSeat(of index: Int) -> Phrase {
    let person = event.people[index]
    if person.isAbsent { return Wording.absent }
    if person.seat == SeatWish.none { return Wording.notSeated }
    let isPlanned = person.isDueOnRostrum ? plansRostrum : plansHall
    return isPlanned ? Wording.unplaced : Phrase("")
  }

  /// Everybody as they sit: the rostrum's rows from the front, then the hall by floor, row, section, and from the
  /// audience's left; at the end, in listed order, those without a seat.
  var peopleBySeat: [Int] {
    let rostrum = rostrumSeat.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    var hall: [Int] = []
    if let seats = event.hall?.seats {
      let occupied = seats.indices.filter { personInHall[$0] != nil }
      hall = occupied.sorted { left, right in
        let (first, second) = (seats[left], seats[right])
        return (first.floor, first.row, first.section, first.x, left)
          < (second.floor, second.row, second.section, second.x, right)
      }.compactMap { personInHall[$0] }
    }
    let waiting = event.people.indices.filter { seat(of: $0) == nil }
    return rostrum + hall + waiting
  }
}
