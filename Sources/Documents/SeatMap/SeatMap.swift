public import Assembly
public import Foundation
import Localization

/// The seat map of an event: rostrum on top, the hall below, as one drawing to look at, to search and to hang up.
///
/// Same event and plans, same bytes.
public struct SeatMap: Sendable, EventPage {
  let event: Event
  let edition: Edition?
  let seating: SeatHolders
  private let occupancy: Occupancy?
  private let vehicles: [[Phrase]]
  private let fixedDepartures: FixedDepartures?
  /// What each person is looked up by in pinyin.
  let findWords: [String]

  /// The map of an event's plans; without a plan the seats are drawn empty.
  ///
  /// - Parameters:
  ///   - event: whose rostrum and hall there are.
  ///   - plan: rostrum and hall are drawn; rooms and vehicles are told on the cards of seats.
  ///   - edition: the version and approval that the page tells; nothing for a page of neither.
  public init(event: Event, _ plan: EventPlan, edition: Edition? = nil) {
    self.event = event
    self.edition = edition
    seating = SeatHolders(event: event, rostrum: plan.rostrum, hall: plan.hall)
    occupancy = plan.rooms.flatMap { Occupancy(event, $0) }
    vehicles = plan.vehicles?.namedVehicles(in: event) ?? []
    fixedDepartures = plan.vehicles.flatMap { plan in event.fleet.map { FixedDepartures(plan, $0) } }
    findWords = event.spellingsInPinyin
  }

  /// The map of plans of rostrum and hall.
  public init(event: Event, rostrum: RostrumPlan?, hall: HallPlan?, edition: Edition? = nil) {
    self.init(event: event, EventPlan(rostrum: rostrum, hall: hall), edition: edition)
  }

  /// Where else a person of a seat belongs: room and vehicles, a line each.
  func otherPlaces(of person: Int) -> [String] {
    let room = occupancy?.roomName(of: person).map { say(Phrase("住房：\($0)", "Room: \($0)")) }
    let named = (vehicles.isEmpty ? [] : vehicles[person]).map(say).joined(separator: say(Phrase("；", "; ")))
    let vehicle = named.isEmpty ? nil : say(Phrase("用车：\(named)", "Vehicles: \(named)"))
    let times = (fixedDepartures?.times(of: person) ?? []).map(say).joined(separator: " · ")
    let departures = times.isEmpty ? nil : say(Phrase("对号车发车：\(times)", "Leaves: \(times)"))
    return [room, vehicle, departures].compactMap(\.self)
  }

  /// The page and the drawing alone, each a file of its own. Both show one drawing, which is made once: it is most of the work.
  ///
  /// - Complexity: O(s log s) for s seats.
  public var files: (page: Data, drawing: Data) {
    let drawing = SeatMapDrawing(self)
    let markup = drawing.markup
    var writer = MarkupWriter()
    SeatMapPage(self, drawing, markup).write(to: &writer)
    return (Data(writer.bytes), Data(markup + "\n".utf8))
  }

  /// The drawing alone.
  public func svg() -> String { String(decoding: files.drawing, as: UTF8.self) }

  /// A page that needs nothing but itself: the drawing with search, seat cards, zoom, and print on one sheet of A3 or
  /// on pages of A4.
  public func html() -> String { String(decoding: files.page, as: UTF8.self) }

  /// Printed number of a group: its place in the order of groups.
  func number(of group: Int) -> String {
    String(group + 1)
  }

  func person(on seat: Seat) -> Int? {
    switch seat {
    case .rostrum(let seat): seating.personOnRostrum[seat]
    case .hall(let index): seating.personInHall[index]
    }
  }

  /// Whether the seat's person is another than in the plan that was out.
  func isChanged(_ seat: Seat) -> Bool {
    guard let changed = edition?.changedSeats, !changed.isEmpty else { return false }
    switch seat {
    case .rostrum(let seat): return changed.contains(.rostrum(seat))
    case .hall(let index): return event.hall.map { changed.contains(.seat(index, of: $0)) } ?? false
    }
  }

  func group(on seat: Seat) -> Int? {
    person(on: seat).map { event.people[$0].group }
  }

  /// How many people of each group sit in the hall and on the rostrum, by index of the group.
  var counts: [(hall: Int, rostrum: Int)] {
    var counts = Array(repeating: (hall: 0, rostrum: 0), count: event.groups.count)
    for case let person? in seating.personInHall { counts[event.people[person].group].hall += 1 }
    for person in seating.personOnRostrum.values { counts[event.people[person].group].rostrum += 1 }
    return counts
  }

  /// Wording of a group's people, as far as the modules are drawn.
  func people(hall: Int, rostrum: Int) -> String {
    say(Wording.people(hall: event.hall == nil ? nil : hall, rostrum: event.rostrum == nil ? nil : rostrum))
  }

  /// Wording of everybody's number.
  var total: String {
    let (hall, rostrum) = counts.reduce((0, 0)) { ($0.0 + $1.hall, $0.1 + $1.rostrum) }
    return say(
      Wording.total(
        hall: event.hall == nil ? nil : hall, rostrum: event.rostrum == nil ? nil : rostrum,
        unplaced: seating.unplaced.count))
  }
}
