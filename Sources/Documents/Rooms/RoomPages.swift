public import Assembly
import Localization

/// The hotels of an event on paper: who sleeps in which room, floor by floor, what is free on which night, and what it
/// costs. A page that needs nothing but itself, with a search; each hotel begins on a sheet of its own.
///
/// Same event and plan, same bytes.
public struct RoomPages: Sendable, EventPage {
  let event: Event
  let edition: Edition?
  let occupancy: Occupancy?
  /// How many people who sleep at the hotels bear each name.
  let bearers: [String: Int]
  /// What each person is looked up by besides the name.
  let findWords: [String]

  /// The hotels of a plan of rooms.
  public init(event: Event, plan: RoomPlan, edition: Edition? = nil) {
    self.event = event
    self.edition = edition
    occupancy = Occupancy(event, plan)
    findWords = zip(event.people, event.spellingsInPinyin).map { $1 + " " + ($0.groupName ?? "") }
    bearers = event.people.filter { $0.stay != nil }.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
  }

  /// The page.
  ///
  /// - Complexity: O(people log people + rooms × nights of the event).
  public func html() -> String {
    searchPage(
      of: Wording.rooms, search: Wording.searchRooms, style: PackageResources.Rooms_css
    ) { writer in
      for group in event.groups.indices {
        writer.verbatim(".g\(group) { background: \(Palette.fill(of: group).hexadecimal); }\n".utf8)
      }
    } body: { writer in
      guard let occupancy else { return }
      if occupancy.roomStock.hotels.count > 1 { hotels(occupancy, &writer) }
      if !occupancy.unplaced.isEmpty { unplaced(occupancy, &writer) }
      for hotel in occupancy.roomStock.hotels.indices {
        HotelSection(self, occupancy, hotel: hotel).write(to: &writer)
      }
    }
  }

  private func hotels(_ occupancy: Occupancy, _ writer: inout MarkupWriter) {
    let totals = occupancy.roomStock.hotels.indices.map { HotelTotals(occupancy, hotel: $0) }
    writer.element("table", [("class", "totals")]) { writer in
      row("th", Wording.hotelHeader.map(say), &writer)
      for (hotel, totals) in totals.enumerated() {
        writer.element("tr") { writer in
          writer.element("td") { writer in
            let name = say(Phrase(occupancy.roomStock.hotels[hotel]))
            writer.element("a", [("href", .text("#hotel-\(hotel + 1)"))], text: name)
          }
          cells(of: [totals], &writer)
        }
      }
      writer.element("tr", [("class", "sum")]) { writer in
        writer.element("td", text: say(Wording.sum))
        cells(of: totals, &writer)
      }
    }
  }

  /// A group that is in several hotels is one in their sum.
  private func cells(of totals: [HotelTotals], _ writer: inout MarkupWriter) {
    let groups = Set(totals.flatMap { $0.groups.map(\.group) }).count
    func sum(_ number: KeyPath<HotelTotals, Int>) -> Int {
      totals.reduce(0) { $0 + $1[keyPath: number] }
    }
    for number in [sum(\.rooms), sum(\.used), sum(\.people), groups, sum(\.cost)] {
      writer.element("td", text: number.inThrees)
    }
  }

  private func unplaced(_ occupancy: Occupancy, _ writer: inout MarkupWriter) {
    writer.element("section", [("class", "unplaced")]) { writer in
      writer.element("h3", text: "\(say(Wording.withoutBed)) \(occupancy.unplaced.count)")
      writer.element("ul") { writer in
        for index in occupancy.unplaced {
          let person = event.people[index]
          let nights = person.stay.map { say(Wording.nights($0)) } ?? ""
          let name = person.shownName + (isNamesake(index) ? " (\(person.id.printable))" : "")
          let words = [name, groupName(person.group), person.title.printable, nights]
          writer.element("li", text: words.filter { !$0.isEmpty }.joined(separator: " · "))
        }
      }
    }
  }

  // MARK: For all sections

  func row(_ cell: StaticString, _ texts: [String], _ writer: inout MarkupWriter) {
    writer.element("tr") { writer in
      for text in texts { writer.element(cell, text: text) }
    }
  }

  /// Whether others who sleep at the hotels bear the person's name, so that the id is told with it.
  func isNamesake(_ person: Int) -> Bool {
    bearers[event.people[person].name, default: 0] > 1
  }
}

extension RoomPlan: DocumentedPlan {
  /// The hotels by floor, and the list of rooms.
  public static var documents: [DocumentKind] {
    [
      .page(Phrase("住宿", "rooms"), Phrase("住宿安排", "rooms")) { plan, event, edition in
        plan.rooms.map { RoomPages(event: event, plan: $0, edition: edition).html() }
      },
      .list(Phrase("房号表", "room-list"), Phrase("房号表", "list of rooms")) { plan, event in
        plan.rooms.map { RoomList(event: event, plan: $0).csv() }
      },
    ]
  }
}
