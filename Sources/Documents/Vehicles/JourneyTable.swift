import Assembly
import Localization

/// 接站安排表 or 送站安排表: who comes or goes when and where, and in which vehicle; people of one group who come with
/// one service and ride together stand in one line.
struct JourneyTable {
  private let pages: VehiclePages
  private let timetable: Timetable
  private let fleet: Fleet
  private let isPickup: Bool

  /// What people of one line have in common, in the order of the table.
  private struct Line: Hashable, Comparable {
    let time: Moment?
    let place: String
    let service: String
    let group: Int
    /// Index in ``VehiclePlan/runs``; nothing for who is not carried.
    let run: Int?

    static func < (left: Line, right: Line) -> Bool {
      let (first, second) = (left.time?.minutesSince1970 ?? .max, right.time?.minutesSince1970 ?? .max)
      return (first, left.place, left.service, left.group, left.run ?? .max)
        < (second, right.place, right.service, right.group, right.run ?? .max)
    }
  }

  enum Direction {
    case pickup, dropoff
  }

  init(_ pages: VehiclePages, _ timetable: Timetable, _ fleet: Fleet, _ direction: Direction) {
    self.pages = pages
    self.timetable = timetable
    self.fleet = fleet
    isPickup = direction == .pickup
  }

  func write(to writer: inout MarkupWriter) {
    let lines = lines()
    guard !lines.isEmpty else { return }
    writer.element("section", [("class", "journeys")]) { writer in
      writer.element("h2", text: pages.say(isPickup ? Wording.pickupTable : Wording.dropoffTable))
      writer.element("table") { writer in
        let header = Wording.journeyHeader(isPickup: isPickup)
        pages.header(header, &writer)
        writer.element("tbody") { writer in
          var day: Day?
          for (line, people) in lines {
            if let time = line.time, time.day != day {
              day = time.day
              writer.element("tr", [("class", "day")]) { writer in
                writer.element(
                  "td", [("colspan", .text(String(header.count)))], text: pages.say(Wording.fullDay(time.day))
                )
              }
            }
            writer.element("tr") { row(line, people, &$0) }
          }
        }
      }
    }
  }

  private func lines() -> [(key: Line, value: [Int])] {
    var runOf: [Int: Int] = [:]
    for (index, run) in pages.plan.runs.enumerated() where run.purpose == (isPickup ? .pickup : .dropoff) {
      for rider in run.riders { runOf[rider] = index }
    }
    let people = pages.event.people.indices.filter { index in
      let person = pages.event.people[index]
      return !person.isAbsent && (isPickup ? person.arrival : person.departure).isCarried
    }
    let lines = Dictionary(grouping: people) { index in
      let person = pages.event.people[index]
      let journey = isPickup ? person.arrival : person.departure
      return Line(
        time: journey.time, place: journey.place ?? "", service: journey.service ?? "", group: person.group,
        run: runOf[index])
    }
    return lines.sorted { $0.key < $1.key }
  }

  private func row(_ line: Line, _ people: [Int], _ writer: inout MarkupWriter) {
    let names = people.map(pages.name).joined(separator: pages.say(Phrase("、", ", ")))
    writer.element("td", [("class", "time")], text: line.time.map(pages.clock) ?? "")
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
        (isOtherDay ? pages.say(Wording.shortDay(run.depart.day)) + " " : "") + pages.clock(run.depart))
    }
    writer.element("td", text: (isPickup ? run.to : run.from).printable)
    writer.element("td") { writer in
      writer.element("b", [("class", "badge")], text: String(timetable.numbers[run.vehicle] ?? 0))
      writer.text(" " + (vehicle.plate.isEmpty ? vehicle.id : vehicle.plate).printable)
    }
    let driver = [vehicle.driver, vehicle.phone].filter { !$0.isEmpty }.joined(separator: " ")
    writer.element("td", text: driver.printable)
  }
}
