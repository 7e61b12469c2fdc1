import Assembly
import Localization

/// 接站安排表 or 送站安排表: who comes or goes when and where, and in which vehicle; people of one group who come with
/// one service and ride together stand in one line.
struct JourneyTable {
  private let pages: VehiclePages
  private let timetable: Timetable
  private let fleet: Fleet
  private let isPickup: Bool
  private let journeys: Journeys

  init(_ pages: VehiclePages, _ timetable: Timetable, _ fleet: Fleet, _ direction: Journeys.Direction) {
    self.pages = pages
    self.timetable = timetable
    self.fleet = fleet
    isPickup = direction == .pickup
    journeys = Journeys(pages.plan, of: pages.event, direction)
  }

  func write(to writer: inout MarkupWriter) {
    guard !journeys.lines.isEmpty else { return }
    writer.element("section", [("class", "journeys")]) { writer in
      writer.element("h2", text: pages.say(isPickup ? Wording.pickupTable : Wording.dropoffTable))
      writer.element("table") { writer in
        let header = Wording.journeyHeader(isPickup: isPickup)
        pages.header(header, &writer)
        writer.element("tbody") { writer in
          var day: Day?
          for (line, people) in journeys.lines {
            if let time = line.time, time.day != day {
              day = time.day
              writer.element("tr", [("class", "day")]) { writer in
                writer.element(
                  "td", [("colspan", .text(String(header.count)))], text: pages.say(Wording.fullDay(time.day))
                )
              }
            }
            let words = people.map { pages.findWords[$0] }.joined(separator: " ")
            writer.element("tr", [("data-find", .text(words))]) { row(line, people, &$0) }
          }
        }
      }
    }
  }

  private func row(_ line: Journeys.Line, _ people: [Int], _ writer: inout MarkupWriter) {
    let names = people.map(pages.name).joined(separator: pages.separator)
    writer.element("td", [("class", "time")], text: line.time.map(\.clock) ?? "")
    writer.element("td", text: line.place.printable)
    writer.element("td", text: line.service.printable)
    writer.element("td", text: pages.groupName(line.group))
    writer.element("td", [("class", "who")], text: names)
    writer.element("td", [("class", "count")], text: String(people.count))
    guard let index = line.run else {
      writer.element("td", [("class", "missing"), ("colspan", "4")], text: pages.say(Wording.notCarried))
      return
    }
    let run = pages.plan.runs[index]
    let vehicle = fleet.vehicles[run.vehicle]
    writer.element("td", [("class", "time")]) { writer in
      let isOtherDay = line.time.map { $0.day != run.depart.day } ?? false
      writer.text(
        (isOtherDay ? pages.say(Wording.shortDay(run.depart.day)) + " " : "") + run.depart.clock)
    }
    writer.element("td", text: (isPickup ? run.to : run.from).printable)
    writer.element("td") { writer in
      writer.element("b", [("class", "badge")], text: String(timetable.numbers[run.vehicle] ?? 0))
      writer.text(" " + vehicle.mark.printable)
    }
    writer.element("td", text: vehicle.contact.printable)
  }
}
