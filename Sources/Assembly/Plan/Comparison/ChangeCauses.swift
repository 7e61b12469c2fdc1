/// Why people are elsewhere, or new, or gone: what the tables changed of them and of their places comes first, then who has
/// their old place, and whose they have.
struct ChangeCauses {
  typealias Change = PlanComparison.Change

  /// Where people were put by hand meanwhile.
  var placesByHand: [PlanComparison.Key: PrintedPlace] = [:]

  private let tables: ComparedTables
  private let now: Event
  private let hotels: Set<String>
  /// Who had each seat, and who has it.
  private let holderBefore: [PrintedPlace: Int]
  private let holderNow: [PrintedPlace: Int]
  /// Who came into each room.
  private let newInRoom: [PrintedPlace: Int]
  /// The changes of seats by the person of now, and by the one of the earlier event.
  private let seatChanges: (now: [Int: Change], before: [Int: Change])
  private let placesBefore: [PrintedPlace: AnyHashable]
  private let placesNow: [PrintedPlace: AnyHashable]
  /// Whom the plans leave without a place.
  private let unplacedBefore: [Module: Set<Int>]
  private let unplacedNow: [Module: Set<Int>]
  /// Who sleeps in another hotel, or in none.
  private let movedHotel: Set<Int>
  /// Of the earlier plan, by the number that was shown.
  private let vehicles: [Int: EarlierVehicle]
  /// Changes of tables, by meal.
  private let dining: DiningChanges

  private enum EarlierVehicle { case same, changed, gone }

  init(
    of changes: [Change], from earlier: EventPlan, to plan: EventPlan, _ tables: ComparedTables,
    _ old: GivenPlaces, _ new: GivenPlaces
  ) {
    self.tables = tables
    now = tables.change.event
    hotels = now.hotels
    // Few places change in a replan: of all others nothing is asked.
    let asked = Set(changes.flatMap { [$0.from, $0.to].compactMap(\.self) })
    holderBefore = Self.seats(old, among: asked)
    holderNow = Self.seats(new, among: asked)
    let rooms = changes.filter { $0.use.kind == .room }
    newInRoom = Dictionary(
      rooms.compactMap { change in change.to.flatMap { to in change.person.map { (to, $0) } } }
    ) { first, _ in first }
    let seats = changes.filter { $0.use.kind == .seat }
    seatChanges = (
      Dictionary(seats.compactMap { change in change.person.map { ($0, change) } }) { first, _ in first },
      Dictionary(seats.compactMap { change in change.earlierPerson.map { ($0, change) } }) { first, _ in
        first
      }
    )
    var (before, after): ([PrintedPlace: AnyHashable], [PrintedPlace: AnyHashable]) = ([:], [:])
    for module in Module.allCases {
      func places(_ event: Event) -> [PrintedPlace: AnyHashable] {
        module.plan.places(of: event).filter { asked.contains($0.key) }
      }
      before.merge(places(tables.event(of: module))) { first, _ in first }
      after.merge(places(tables.change.event)) { first, _ in first }
    }
    (placesBefore, placesNow) = (before, after)
    unplacedBefore = Dictionary(
      uniqueKeysWithValues: Module.allCases.map { module in
        (module, Set(earlier.unplaced(in: module).compactMap { tables.person($0.person, of: module) }))
      })
    unplacedNow = Dictionary(
      uniqueKeysWithValues: Module.allCases.map { ($0, Set(plan.unplaced(in: $0).map(\.person))) })
    movedHotel = Self.movedHotel(earlier, plan, tables)
    vehicles = Self.vehicles(earlier, tables)
    dining = DiningChanges(changes, tables)
  }

  /// Who has each of the seats asked for; of two people the one who stands later on the list.
  private static func seats(_ places: GivenPlaces, among asked: Set<PrintedPlace>) -> [PrintedPlace: Int] {
    var holders: [PrintedPlace: Int] = [:]
    for (person, given) in places.ofPerson.enumerated() {
      for entry in given where entry.use.kind == .seat && asked.contains(entry.place) {
        holders[entry.place] = person
      }
    }
    return holders
  }

  private static func movedHotel(
    _ earlier: EventPlan, _ plan: EventPlan, _ tables: ComparedTables
  ) -> Set<Int> {
    let (old, event) = (tables.event(of: .rooms), tables.change.event)
    guard let before = earlier.rooms, let after = plan.rooms, let stock = old.roomStock,
      let stockNow = event.roomStock
    else { return [] }
    let hotelNow = Dictionary(after.assignments.map { ($0.person, stockNow.rooms[$0.room].hotel) }) {
      first, _ in
      first
    }
    return Set(
      before.assignments.compactMap { assignment -> Int? in
        guard let common = tables.person(assignment.person, of: .rooms),
          let person = tables.change.people[common]
        else { return nil }
        return hotelNow[person] == stock.rooms[assignment.room].hotel ? nil : person
      })
  }

  private static func vehicles(_ earlier: EventPlan, _ tables: ComparedTables) -> [Int: EarlierVehicle] {
    let event = tables.event(of: .vehicles)
    guard let plan = earlier.vehicles, let fleet = event.fleet else { return [:] }
    let now = Dictionary((tables.change.event.fleet?.vehicles ?? []).map { ($0.id, $0) }) { first, _ in first
    }
    return plan.numbers(in: event).reduce(into: [:]) { vehicles, entry in
      let old = fleet.vehicles[entry.key]
      guard let new = now[old.id] else { return vehicles[entry.value] = .gone }
      let isSame =
        (old.seats, old.base, old.shifts, old.isAccessible, old.number)
        == (new.seats, new.base, new.shifts, new.isAccessible, new.number)
      vehicles[entry.value] = isSame ? .same : .changed
    }
  }

  // MARK: Causes

  func cause(of change: Change) -> PlanComparison.Cause {
    guard let person = change.person else { return .removed }
    guard let before = change.earlierPerson else { return .new }
    let (old, new) = (tables.entry(of: before, in: change.module), now.people[person])
    if change.to == nil, new.isAbsent { return .absent }
    if change.from == nil, old.isAbsent { return .present }
    if let own = ownCause(of: change, old, new) { return own }
    guard change.module.plan.isDue else { return .rearranged }
    guard let to = change.to else {
      return unplacedNow[change.module]?.contains(person) ?? false ? .unplaced : .notDue
    }
    guard let from = change.from else {
      return unplacedBefore[change.module]?.contains(before) ?? false ? .placed : .due
    }
    if placesByHand[PlanComparison.Key(person: person, use: change.use)] == to { return .byHand }
    return switch change.use.kind {
    case .rides: vehicles[from.ride?.number ?? 0] == .changed ? .vehicleChanged : .rearranged
    case .room: newInRoom[from].map(PlanComparison.Cause.takenBy) ?? .rearranged
    case .seat: seatCause(of: change, from, to)
    case .table: dining.cause(of: change) { ownCause(of: $0) != nil }
    default: .rearranged
    }
  }

  /// What the tables changed of somebody who is in both lists, or of their place.
  private func ownCause(of change: Change) -> PlanComparison.Cause? {
    guard let person = change.person, let before = change.earlierPerson else { return nil }
    return ownCause(of: change, tables.entry(of: before, in: change.module), now.people[person])
  }

  /// What the tables changed of somebody or of their place.
  private func ownCause(of change: Change, _ old: Person, _ new: Person) -> PlanComparison.Cause? {
    if let journey = journeyCause(of: change, old, new) { return journey }
    let plan = change.module.plan
    if change.to != nil {
      let given = plan.given(to: new)
      if given != nil, given != plan.given(to: old) { return .pinned }
    }
    if let from = change.from, from.ride == nil, plan.isDue {
      guard let place = placesNow[from] else { return .placeGone }
      if let before = placesBefore[from], before != place { return .placeChanged }
    }
    if let ride = change.from?.ride, vehicles[ride.number] == .gone, change.to != nil { return .vehicleGone }
    return isSameEntry(old, new) && plan.isGivenAlike(old, new) ? nil : .entryChanged
  }

  private func journeyCause(of change: Change, _ old: Person, _ new: Person) -> PlanComparison.Cause? {
    func isSame(_ one: Journey, _ other: Journey) -> Bool {
      (one.time, one.place, one.isCarried, one.isByTrain)
        == (other.time, other.place, other.isCarried, other.isByTrain)
    }
    var isAtHotel = true
    switch change.use {
    case .pickup: if !isSame(old.arrival, new.arrival) { return .journeyChanged }
    case .dropoff: if !isSame(old.departure, new.departure) { return .journeyChanged }
    default:
      guard let id = change.use.transfer else { return nil }
      func row(_ event: Event) -> Transfer? {
        event.fleet?.transfers.first { $0.id == id }.map {
          var plain = $0
          (plain.row, plain.name) = (0, "")
          return plain
        }
      }
      let transfer = row(now)
      if row(tables.event(of: .vehicles)) != transfer { return .transferChanged }
      isAtHotel = transfer.map { !hotels.isDisjoint(with: [$0.from, $0.to]) } ?? false
    }
    return isAtHotel && change.person.map(movedHotel.contains) ?? false ? .hotelChanged : nil
  }

  /// Whether the list says the same of somebody, as far as it decides on the places of every module.
  private func isSameEntry(_ old: Person, _ new: Person) -> Bool {
    func names(_ one: KeyPath<PersonEntry, [String]>) -> Bool {
      Set(old[dynamicMember: one]) == Set(new[dynamicMember: one])
    }
    return (old.groupName, old.needs, old.rank, old.role) == (new.groupName, new.needs, new.rank, new.role)
      && names(\.besideNames) && names(\.apartNames)
  }

  // MARK: Seats

  /// Whoever has been moved by the tables pushes those whose seats are taken one after another; an empty seat draws the next
  /// ones into it.
  private func seatCause(of change: Change, _ from: PrintedPlace, _ to: PrintedPlace) -> PlanComparison.Cause
  {
    if let taker = holderNow[from], isPushed(change) { return .takenBy(taker) }
    if isDrawn(change), let holder = holderBefore[to] { return .inPlaceOf(holder) }
    return .rearranged
  }

  /// Whether the chain of those who took each other's seats begins with somebody whom the tables moved.
  private func isPushed(_ change: Change) -> Bool {
    var seen: Set<PrintedPlace> = []
    var from = change.from
    while let place = from, seen.insert(place).inserted, let taker = holderNow[place],
      let other = seatChanges.now[taker]
    {
      guard other.earlierPerson != nil, other.from != nil else { return true }
      if ownCause(of: other) != nil { return true }
      from = other.from
    }
    return false
  }

  /// Whether the chain of those whose seats were taken ends with somebody who has none any more.
  private func isDrawn(_ change: Change) -> Bool {
    var seen: Set<PrintedPlace> = []
    var to = change.to
    while let place = to, seen.insert(place).inserted, let holder = holderBefore[place] {
      guard let other = seatChanges.before[holder] else { return false }
      to = other.to
      if to == nil { return true }
    }
    return false
  }
}
