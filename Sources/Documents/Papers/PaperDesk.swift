public import Assembly
import Foundation
import Localization
public import Printing

/// All that papers are made from: a plan and what it gives to each person, of whom and of what is to be printed, and how
/// text is set.
public struct PaperDesk: EventPage {
  /// The event that is planned.
  public let event: Event
  let plan: EventPlan
  /// Of whom and of what papers are printed.
  public private(set) var selection: PaperSelection
  let edition: Edition?
  /// Sets all texts.
  public private(set) var typesetter: Typesetter
  let key: [UInt8]
  /// What each module's plan costs, and how much less any could.
  let figures: [Module: Figures]
  let seating: SeatHolders
  let occupancy: Occupancy?
  let timetable: Timetable?
  /// The runs that each person rides in as they leave; indices in `VehiclePlan.runs`.
  let rides: [[Int]]
  /// Whether anybody rides more than once.
  let somebodyRidesAgain: Bool
  /// The tables of each person, a meal after the other; indices in `DiningHall.tables`.
  let tablesOfPerson: [[Int]]
  /// The rooms in which each person discusses, a session after the other; indices in `Discussion.rooms`.
  let discussionsOfPerson: [[Int]]
  private let numbersOfRides: [String]
  private let namedVehicles: [[Phrase]]
  private let fixedDepartures: FixedDepartures?
  /// How many people of the list bear each name.
  private let bearers: [String: Int]

  /// A desk.
  ///
  /// - Parameters:
  ///   - plan: what is printed.
  ///   - event: the event that is planned.
  ///   - selection: of whom and of what papers are printed.
  ///   - edition: the version, and who approved it.
  ///   - key: what codes on badges are signed with.
  ///   - typesetter: sets all texts.
  ///   - figures: what the plan costs, and its bounds.
  /// - Complexity: O(people + seats + rooms + rides).
  public init(
    _ plan: EventPlan, of event: Event, _ selection: PaperSelection = PaperSelection(),
    _ edition: Edition,
    key: [UInt8], _ typesetter: Typesetter, figures: [Module: Figures] = [:]
  ) {
    self.event = event
    self.plan = plan
    self.selection = selection
    self.edition = edition
    self.key = key
    self.figures = figures
    self.typesetter = typesetter
    seating = SeatHolders(event: event, rostrum: plan.rostrum, hall: plan.hall)
    occupancy = plan.rooms.flatMap { Occupancy(event, $0) }
    timetable = plan.vehicles.flatMap { plan in event.fleet.map { Timetable(plan, of: event, $0) } }
    var rides = [[Int]](repeating: [], count: event.people.count)
    for (index, run) in (plan.vehicles?.runs ?? []).enumerated() {
      for rider in run.riders { rides[rider].append(index) }
    }
    self.rides = rides
    somebodyRidesAgain = rides.contains { $0.count > 1 }
    var tables = event.people.map { _ in [Int]() }
    for assignment in plan.tables?.assignments ?? [] { tables[assignment.person].append(assignment.table) }
    tablesOfPerson = tables
    var discussions = event.people.map { _ in [Int]() }
    for assignment in plan.discussion?.assignments ?? [] {
      for person in event.discussion?.groups[assignment.group].members ?? [] {
        discussions[person].append(assignment.room)
      }
    }
    discussionsOfPerson = discussions
    numbersOfRides = plan.vehicles?.numbersOfRides(in: event) ?? []
    namedVehicles = plan.vehicles?.namedVehicles(in: event) ?? []
    fixedDepartures = plan.vehicles.flatMap { plan in event.fleet.map { FixedDepartures(plan, $0) } }
    bearers = event.people.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
  }

  /// The same desk for other people, days or vehicles.
  func selecting(_ selection: PaperSelection) -> PaperDesk {
    var desk = self
    desk.selection = selection
    return desk
  }

  /// The same desk with another typesetter: each thread needs its own.
  public func setting(by typesetter: Typesetter) -> PaperDesk {
    var desk = self
    desk.typesetter = typesetter
    return desk
  }

  // MARK: Who

  /// Whether a person is of those whose papers are printed.
  func isSelected(_ person: Int) -> Bool { selection.people?.contains(person) ?? true }

  /// Whether a person is there and of those whose papers are printed.
  func isDue(_ person: Int) -> Bool { isSelected(person) && !event.people[person].isAbsent }

  /// The selected members of every group that has any, absent ones too.
  var delegations: [(group: Int, members: [Int])] {
    event.groups.indices.map { ($0, event.groups[$0].members.filter(isSelected)) }.filter {
      !$0.1.isEmpty
    }
  }

  /// Everybody due, group by group.
  var people: [Int] { delegations.flatMap(\.members).filter(isDue) }

  /// People by group, groups and members in their order.
  func byGroup(_ people: [Int]) -> [(group: Int, people: [Int])] {
    Dictionary(grouping: people) { event.people[$0].group }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.sorted()) }
  }

  // MARK: What is said of a person

  /// The name as it stands on a card: one of two characters is as wide as one of three.
  func cardName(of person: Int) -> String {
    event.people[person].shownName.spaced
  }

  /// The name in a column of names, with the id where others bear the same.
  func listName(of person: Int) -> String { cardName(of: person) + mark(of: person) }

  /// The name in a sentence, with the id where others bear the same.
  func name(of person: Int) -> String { event.people[person].shownName + mark(of: person) }

  private func mark(of person: Int) -> String {
    bearers[event.people[person].name, default: 0] > 1
      ? "(\(event.people[person].id.printable))" : ""
  }

  func title(of person: Int) -> String { event.people[person].title.printable }

  func phone(of person: Int) -> String { event.people[person].phone.printable }

  func groupName(of person: Int) -> String { groupName(event.people[person].group) }

  /// What the table says in a column that is not known; by its place in `Event.extraColumns`.
  func extra(_ column: Int, of person: Int) -> String {
    let cells = event.people[person].extra
    return cells.indices.contains(column) ? cells[column].printable : ""
  }

  /// The note, and what the table says in columns that are not known.
  func remarks(of person: Int) -> String {
    let extras = event.extraColumns.enumerated().map { place, name -> String in
      let text = extra(place, of: person)
      return text.isEmpty ? "" : name.printable + say(Phrase("：", ": ")) + text
    }
    return ([event.people[person].note.printable] + extras).filter { !$0.isEmpty }
      .joined(separator: say(Phrase("；", "; ")))
  }

  /// Section and seat, or why there is none.
  func seatName(of person: Int) -> String {
    guard let seat = seating.seat(of: person) else {
      return say(seating.reasonForNoSeat(of: person))
    }
    return say(seating.section(of: seat)) + Phrase("", " ")[language] + say(seating.name(of: seat))
  }

  /// Hotel and room; blank without one.
  func roomName(of person: Int) -> String {
    if let name = occupancy?.roomName(of: person) { return name }
    return event.people[person].stay != nil && occupancy != nil && !event.people[person].isAbsent
      ? say(Wording.withoutBed) : ""
  }

  /// Hotel and room on what the person is handed: that no bed is found yet is for the organizer to know.
  func givenRoom(of person: Int) -> String { occupancy?.roomName(of: person) ?? "" }

  /// Names of those who share the room on some night.
  func roomMates(of person: Int) -> String {
    guard let occupancy, let room = occupancy.room(of: person) else { return "" }
    let stay = occupancy.stay(of: person)
    return occupancy.guests[room].filter { $0 != person && occupancy.stay(of: $0).overlaps(stay) }
      .map(name)
      .joined(separator: separator)
  }

  /// Numbers of the vehicles of a person's rides as they leave; one where all are the same.
  func vehicleNumbers(of person: Int) -> String {
    numbersOfRides.isEmpty ? "" : numbersOfRides[person]
  }

  /// The vehicles of a person's rides, each once after what it is for: `接站 4号车`.
  func vehiclesByUse(of person: Int) -> [String] {
    namedVehicles.isEmpty ? [] : namedVehicles[person].map(say)
  }

  /// `5号车 第2趟　1.12 08:08 11:58 · 1.15 08:08 11:28`: when a person leaves in the vehicle of their fixed transfers; blank where its
  /// number is enough.
  func departures(of person: Int) -> String {
    let times = (fixedDepartures?.times(of: person) ?? []).map(say)
    guard !times.isEmpty else { return "" }
    let vehicle = numberOfFixedVehicle(of: person).map(vehicleName)
    let trips = fixedTrips(of: person)
    let name = vehicle.map { trips.count == 1 ? say(Wording.trip(trips[0], of: $0)) : $0 }
    return [name, times.joined(separator: " · ")].compactMap(\.self).joined(separator: space)
  }

  /// `5号 1.12 08:08 11:58 1.15 08:08 11:28`, not to be broken but between days.
  func departuresByDay(of person: Int) -> String {
    let times = (fixedDepartures?.times(of: person) ?? []).map(say)
    guard let first = times.first else { return "" }
    let vehicle = numberOfFixedVehicle(of: person).map { say(Phrase("\($0)号 ", "No. \($0) ")) } ?? ""
    return ([vehicle + first] + times.dropFirst()).map { $0.replacing(" ", with: "\u{A0}") }
      .joined(separator: " ")
  }

  /// `5 第2趟`: the vehicle of somebody's fixed transfers and which of its trips, where it goes again; blank where none does.
  func fixedTrip(of person: Int) -> String {
    let trips = fixedTrips(of: person)
    guard let number = numberOfFixedVehicle(of: person), !departures(of: person).isEmpty else { return "" }
    if trips.isEmpty { return String(number) }
    return say(Wording.trip(trips.map(String.init).joined(separator: "·"), of: String(number)))
  }

  /// Which trips of that vehicle a person rides in, one number where it is the same each time.
  private func fixedTrips(of person: Int) -> [Int] { fixedDepartures?.trips(of: person) ?? [] }

  /// When a vehicle leaves for fixed transfers; blank where it goes once for each.
  func departures(ofVehicle vehicle: Int) -> String {
    (fixedDepartures?.times(ofVehicle: vehicle) ?? []).map(say).joined(separator: " · ")
  }

  /// The number of the vehicle by which a person is met.
  func pickupVehicle(of person: Int) -> String { vehicles(of: person) { $0 == .pickup } }

  /// The number of the vehicle by which a person is seen off.
  func dropoffVehicle(of person: Int) -> String { vehicles(of: person) { $0 == .dropoff } }

  /// Numbers of the vehicles of a person's transfers, each once; blank where ``departures(of:)`` tells them.
  func transferVehicles(of person: Int) -> String {
    guard departures(of: person).isEmpty else { return "" }
    return vehicles(of: person) { if case .transfer = $0 { true } else { false } }
  }

  private func vehicles(of person: Int, for isMeant: (RunPurpose) -> Bool) -> String {
    guard let plan = plan.vehicles, let timetable else { return "" }
    return rides[person].map { plan.runs[$0] }.filter { isMeant($0.purpose) }
      .map { String(timetable.numbers[$0.vehicle] ?? 0) }.distinct.joined(separator: "·")
  }

  // MARK: Words

  /// The language of the event.
  public var language: Language { event.settings.language }

  /// Names as words of a line that are not broken, each with its separator. One that is read from the right is kept apart
  /// from what stands beside it.
  func words(_ names: [String]) -> [String] {
    names.enumerated().map { place, name in
      (name.isReadFromTheRight ? "\u{2068}\(name)\u{2069}" : name)
        + (place < names.count - 1 ? separator : "")
    }
  }

  /// The name of the event for a width, each line a little squeezed rather than broken for its last characters.
  func eventLines(_ style: TextStyle, width: Double) -> [String] {
    let natural = typesetter.width(of: eventName, style)
    let count = max(1, (natural / width / 1.25).rounded(.up))
    return typesetter.lines(ofPhrase: eventName, style, width: max(width, natural / count + style.em))
  }

  /// The days of the event and its place.
  var datesAndPlace: String {
    [
      Wording.dates(event.settings.start, event.settings.end).map(say),
      event.settings.place.printable,
    ]
    .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  // MARK: Runs

  /// `3.4 14:05`.
  func dayAndClock(_ moment: Moment) -> String { "\(say(Wording.shortDay(moment.day))) \(moment.clock)" }

  /// The runs of a vehicle that are to be printed, as they leave; indices.
  func runs(of vehicle: Int) -> [Int] {
    guard let plan = plan.vehicles, let timetable else { return [] }
    return plan.runs.indices.filter { index in
      let run = plan.runs[index]
      return run.vehicle == vehicle && isSelected(run, timetable)
    }
  }

  /// Whether a run is of those to be printed.
  func isSelected(_ run: VehicleRun, _ timetable: Timetable) -> Bool {
    (selection.day.map { run.depart.day == $0 } ?? true)
      && (selection.vehicles?.contains(timetable.numbers[run.vehicle] ?? 0) ?? true)
      && (selection.runs?.contains(run) ?? true)
      && (selection.people.map { people in run.riders.contains(where: people.contains) } ?? true)
  }
}

extension PaperDesk {
  /// People with characters that no font has, which would be printed as boxes.
  ///
  /// - Complexity: O(people).
  public func charactersWithoutFont() -> [(person: Int, characters: [Character])] {
    event.people.indices.filter(isSelected).compactMap { index in
      let person = event.people[index]
      let words = [person.name, groupName(person.group), person.title, person.phone]
      let characters = typesetter.charactersWithoutFont(
        in: words.map(\.printable).joined(separator: " "))
      return characters.isEmpty ? nil : (index, characters)
    }
  }
}

extension Sequence<String> {
  /// Each once, as they come first.
  var distinct: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

extension String {
  /// Whether some of it is Hebrew, Arabic (as Uyghur is written) or one of their kin.
  fileprivate var isReadFromTheRight: Bool {
    unicodeScalars.contains { scalar in
      (0x0590...0x08FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
        || (0xFE70...0xFEFC).contains(scalar.value)
    }
  }
}
