public import Localization

/// A plan that is compared with an earlier one, and made so that it moves few people since then.
public protocol ComparedPlan: ModulePlan {
  /// Where people were, in the event as it is now.
  associatedtype Earlier: Sendable

  /// What it gives people one of, or several.
  static var gives: PlaceUse.Kind { get }

  /// The places that people have by it.
  func placings(in event: Event) -> [Placing]

  /// The places that the tables of an event have, each with what it is to who sits or sleeps there; none where a plan makes
  /// them.
  static func places(of event: Event) -> [PrintedPlace: AnyHashable]

  /// What the tables give somebody of their own; nothing where they leave it to the plan.
  static func given(to person: Person) -> AnyHashable?

  /// Whether the list says the same of somebody who is in two of them, as far as it decides on these places alone: group,
  /// rank, role, needs and whom they are to be near decide on those of every module.
  static func isGivenAlike(_ old: Person, _ new: Person) -> Bool

  /// Whether such a place is due to anybody; posts go to whoever is free.
  static var isDue: Bool { get }

  /// Papers of somebody that are void when their place is another.
  static var papers: [Phrase] { get }

  /// The rows of the module's tables in an event.
  static func rows(of event: Event) -> [ComparedRows]

  /// Where people were by this plan, now that tables have changed.
  func earlier(since change: TableChange) -> Earlier

  /// How many people, of vehicles how many trips, it moves.
  func moves(since earlier: Earlier, in event: Event) -> Int
}

extension ComparedPlan {
  /// It is due.
  public static var isDue: Bool { true }

  /// What decides on the places of every module decides on these.
  public static func isGivenAlike(_ old: Person, _ new: Person) -> Bool { true }

  /// How many people, of vehicles how many trips, it moves since an earlier plan; 0 where that says nothing of it.
  public func moves(since earlier: EarlierPlan, in event: Event) -> Int {
    earlier[Self.self].map { moves(since: $0, in: event) } ?? 0
  }
}

extension Module {
  /// Papers of somebody that are void when their place is another.
  public var papers: [Phrase] { plan.papers }
}

extension Phrase {
  /// What opens doors.
  fileprivate static let badge = Phrase("证件", "badge")
  /// At the desk at the door.
  fileprivate static let signIn = Phrase("签到表", "sign-in sheet")
}

extension PlanComparison.Change {
  /// Papers of the person that are void: a badge tells the number of a vehicle, and seldom when it leaves; the sheet of the
  /// group at the door tells who is to come.
  public var papers: [Phrase] {
    let isOneVehicle = from?.ride != nil && from?.ride?.number == to?.ride?.number
    let own = isOneVehicle && !isDepartureTold ? module.papers.filter { $0 != .badge } : module.papers
    return own + (cause.isOfAttendance ? [.signIn] : [])
  }
}

// MARK: Rostrum

extension RostrumPlan: ComparedPlan {
  /// Seats.
  public static var gives: PlaceUse.Kind { .seat }

  /// Seats.
  public func placings(in event: Event) -> [Placing] {
    assignments.map { Placing(person: $0.person, use: PlaceUse(.seat), place: .rostrum($0.seat)) }
  }

  /// Every seat.
  public static func places(of event: Event) -> [PrintedPlace: AnyHashable] {
    var places: [PrintedPlace: AnyHashable] = [:]
    for row in event.rostrum?.rows ?? [] where row.seats > 0 {
      for seat in 1...row.seats { places[.rostrum(RostrumSeat(row: row.number, seat: seat))] = true }
    }
    return places
  }

  /// A pin.
  public static func given(to person: Person) -> AnyHashable? { person.seat }

  /// A pin decides.
  public static func isGivenAlike(_ old: Person, _ new: Person) -> Bool { old.seat == new.seat }

  /// Rows with their seats.
  public static func rows(of event: Event) -> [ComparedRows] {
    [ComparedRows(.rostrum, event.rostrum?.rows.map { [$0.number, $0.seats] }) { $0[0] }]
  }

  /// The card on the table, and the badge, which tells the seat.
  public static var papers: [Phrase] { [Phrase("桌签", "card"), .badge] }

  /// By row and seat.
  public func earlier(since change: TableChange) -> EarlierPlaces<RostrumSeat> {
    EarlierPlaces(assignments.map { ($0.person, $0.seat) }, since: change) { seat in
      change.event.rostrum?.contains(seat) ?? false ? seat : nil
    }
  }

  /// People who have another seat.
  public func moves(since earlier: EarlierPlaces<RostrumSeat>, in event: Event) -> Int {
    assignments.count { earlier.hasMoved($0.person, to: $0.seat) }
  }
}

extension PrintedPlace {
  /// A seat of the rostrum.
  public static func rostrum(_ seat: RostrumSeat) -> PrintedPlace {
    PrintedPlace(
      Phrase("主席台\(seat.row)排\(seat.seat)座", "Rostrum row \(seat.row) seat \(seat.seat)"))
  }
}

// MARK: Hall

extension HallPlan: ComparedPlan {
  /// Seats.
  public static var gives: PlaceUse.Kind { .seat }

  /// Seats.
  public func placings(in event: Event) -> [Placing] {
    guard let hall = event.hall else { return [] }
    return assignments.map {
      Placing(person: $0.person, use: PlaceUse(.seat), place: .seat($0.seat, of: hall))
    }
  }

  /// Every seat, with whom it is kept for.
  public static func places(of event: Event) -> [PrintedPlace: AnyHashable] {
    guard let hall = event.hall else { return [:] }
    return Dictionary(
      hall.seats.enumerated().map { index, seat in (.seat(index, of: hall), AnyHashable(SeatKind(seat))) }
    ) { first, _ in first }
  }

  /// Whom a seat is kept for.
  private struct SeatKind: Hashable {
    let isHeld: Bool
    let isWheelchairPlace: Bool
    let role: Role?

    init(_ seat: HallSeat) {
      (isHeld, isWheelchairPlace, role) = (seat.isHeld, seat.isWheelchairPlace, seat.role)
    }
  }

  /// A pin.
  public static func given(to person: Person) -> AnyHashable? { person.seat }

  /// A pin decides.
  public static func isGivenAlike(_ old: Person, _ new: Person) -> Bool { old.seat == new.seat }

  /// Each seat by its name, and what it is.
  public static func rows(of event: Event) -> [ComparedRows] {
    let seats = event.hall.map { hall in
      hall.seats.map { seat in
        ComparedSeat(
          name: "\(hall.sections[seat.section])-\(seat.rowName)-\(seat.number)", kind: SeatKind(seat))
      }
    }
    return [ComparedRows(.hall, seats) { $0.name }]
  }

  private struct ComparedSeat: Hashable {
    let name: String
    let kind: SeatKind
  }

  /// What bears the seat.
  public static var papers: [Phrase] { [.badge, Phrase("入场券", "ticket")] }

  /// By section, row and seat as they are printed.
  public func earlier(since change: TableChange) -> EarlierPlaces<Int> {
    let directory = change.event.hall.map(SeatDirectory.init)
    return EarlierPlaces(assignments.map { ($0.person, $0.seat) }, since: change) { seat in
      guard let hall = change.earlier.hall else { return nil }
      let old = hall.seats[seat]
      return directory?.seat(section: hall.sections[old.section], row: old.rowName, number: old.number)
    }
  }

  /// People who have another seat.
  public func moves(since earlier: EarlierPlaces<Int>, in event: Event) -> Int {
    assignments.count { earlier.hasMoved($0.person, to: $0.seat) }
  }
}

extension PrintedPlace {
  /// A seat of the hall by its index.
  public static func seat(_ index: Int, of hall: Hall) -> PrintedPlace {
    let seat = hall.seats[index]
    let section = hall.sections[seat.section]
    return PrintedPlace(
      Phrase(
        "\(section)\(seat.rowName)排\(seat.number)号", "\(section) row \(seat.rowName) seat \(seat.number)"))
  }
}

// MARK: Rooms

extension RoomPlan: ComparedPlan {
  /// Rooms.
  public static var gives: PlaceUse.Kind { .room }

  /// Rooms.
  public func placings(in event: Event) -> [Placing] {
    guard let stock = event.roomStock else { return [] }
    return assignments.map {
      Placing(person: $0.person, use: PlaceUse(.room), place: .room(stock.rooms[$0.room]))
    }
  }

  /// Every room, whatever it costs.
  public static func places(of event: Event) -> [PrintedPlace: AnyHashable] {
    Dictionary(
      (event.roomStock?.rooms ?? []).map { room in
        var plain = room
        (plain.row, plain.price, plain.contacts) = (0, 0, [])
        return (.room(room), AnyHashable(plain))
      }
    ) { first, _ in first }
  }

  /// A hotel or a room of their own choice.
  public static func given(to person: Person) -> AnyHashable? { person.room }

  /// What somebody is due, with whom, for which nights, and what they asked for.
  public static func isGivenAlike(_ old: Person, _ new: Person) -> Bool {
    Set(old.roommateNames) == Set(new.roommateNames) && old.gender == new.gender
      && old.entitlement == new.entitlement && old.stay == new.stay && old.room == new.room
  }

  /// Rooms by hotel and number.
  public static func rows(of event: Event) -> [ComparedRows] {
    [ComparedRows(.rooms, numbered: \.row, event.roomStock?.rooms) { [$0.hotel, $0.number] }]
  }

  /// The names on the door, and the badge, on whose back the room stands.
  public static var papers: [Phrase] { [Phrase("房门贴", "door"), .badge] }

  /// By hotel and number.
  public func earlier(since change: TableChange) -> EarlierPlaces<Int> {
    let directory = change.event.roomStock.map(RoomDirectory.init)
    return EarlierPlaces(assignments.map { ($0.person, $0.room) }, since: change) { room in
      guard let old = change.earlier.roomStock?.rooms[room] else { return nil }
      return directory?.room(hotel: old.hotel, number: old.number)
    }
  }

  /// People who have another room.
  public func moves(since earlier: EarlierPlaces<Int>, in event: Event) -> Int {
    assignments.count { earlier.hasMoved($0.person, to: $0.room) }
  }
}

extension PrintedPlace {
  /// A room.
  public static func room(_ room: Room) -> PrintedPlace {
    PrintedPlace(Phrase("\(room.hotel)\(room.number)", "\(room.hotel) \(room.number)"))
  }
}

// MARK: Vehicles

extension VehiclePlan: ComparedPlan {
  /// Rides.
  public static var gives: PlaceUse.Kind { .rides }

  /// Rides.
  public func placings(in event: Event) -> [Placing] {
    guard let fleet = event.fleet else { return [] }
    let numbers = numbers(in: event)
    return runs.flatMap { run in
      let place = PrintedPlace.ride(run, showing: numbers[run.vehicle] ?? 0)
      let use = run.purpose.use(in: fleet)
      return run.riders.map { Placing(person: $0, use: use, place: place) }
    }
  }

  /// None: runs are made by a plan.
  public static func places(of event: Event) -> [PrintedPlace: AnyHashable] { [:] }

  /// A vehicle of their own, or one by name.
  public static func given(to person: Person) -> AnyHashable? { person.vehicle }

  /// The vehicle and the hotel that the list gives; journeys are compared apart.
  public static func isGivenAlike(_ old: Person, _ new: Person) -> Bool {
    old.vehicle == new.vehicle && old.givenHotel == new.givenHotel
  }

  /// Vehicles and transfers by their ids.
  public static func rows(of event: Event) -> [ComparedRows] {
    [
      ComparedRows(.vehicles, numbered: \.row, event.fleet?.vehicles) { $0.id },
      ComparedRows(.transfers, numbered: \.row, event.fleet?.transfers) { $0.id },
    ]
  }

  /// The list of a bus, and the badge, which tells the numbers of buses.
  public static var papers: [Phrase] { [Phrase("乘车表", "bus list"), .badge] }

  /// Runs by their names, numbers, places and times; those for transfers that are no longer there are left out.
  public func earlier(since change: TableChange) -> EarlierRides {
    let (old, now) = (change.earlier, change.event)
    guard let oldFleet = old.fleet, let fleet = now.fleet else { return EarlierRides([]) }
    let numbers = numbers(in: old)
    let vehicles = Dictionary(fleet.vehicles.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let transfers = Dictionary(fleet.transfers.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var rides = EarlierRides(
      runs.enumerated().compactMap { index, run in
        var purpose = run.purpose
        if case .transfer(let transfer) = purpose {
          guard let known = transfers[oldFleet.transfers[transfer].id] else { return nil }
          purpose = .transfer(known)
        }
        return EarlierRides.Run(
          id: run.id ?? index + 1, number: numbers[run.vehicle] ?? 0,
          vehicle: vehicles[oldFleet.vehicles[run.vehicle].id], purpose: purpose, from: run.from,
          depart: run.depart, riders: run.riders.compactMap { change.people[$0] },
          leader: run.leader(in: old).flatMap { change.people[$0] })
      })
    rides.isOfSameTables = old.settings == now.settings && oldFleet == fleet && old.people == now.people
    return rides
  }

  /// Trips that show another number, or begin elsewhere or at another time.
  public func moves(since earlier: EarlierRides, in event: Event) -> Int {
    let numbers = numbers(in: event)
    return runs.reduce(0) { sum, run in
      sum + run.riders.count { earlier.hasMoved($0, in: run, showing: numbers[run.vehicle]) }
    }
  }
}

extension RunPurpose {
  /// What a ride for the purpose is for.
  public func use(in fleet: Fleet) -> PlaceUse {
    switch self {
    case .pickup: .pickup
    case .dropoff: .dropoff
    case .transfer(let index): .transfer(fleet.transfers[index].id)
    }
  }
}

extension PlaceUse {
  /// The ride from where somebody arrives.
  static let pickup = PlaceUse(.rides, "pickup")
  /// The ride to where somebody departs.
  static let dropoff = PlaceUse(.rides, "dropoff")
  private static let transferWord = "transfer "

  /// The ride of a transfer.
  static func transfer(_ id: String) -> PlaceUse { PlaceUse(.rides, transferWord + id) }

  /// The id of the transfer that a ride is for; nothing for another use.
  var transfer: String? {
    kind == .rides && id.hasPrefix(Self.transferWord) ? String(id.dropFirst(Self.transferWord.count)) : nil
  }
}

extension PrintedPlace {
  /// A ride.
  public static func ride(_ run: VehicleRun, showing number: Int) -> PrintedPlace {
    let depart = run.depart.withoutYear
    return PrintedPlace(
      Phrase("\(number)号车 \(depart) \(run.from)", "vehicle \(number) \(depart) \(run.from)"),
      ride: Ride(number: number, depart: run.depart, from: run.from))
  }
}
