import Assembly
import Localization

/// A board for each place: what leaves when, in which vehicle, with whom.
struct DepartureBoards {
  private let pages: VehiclePages
  private let timetable: Timetable
  private let fleet: Fleet

  init(_ pages: VehiclePages, _ timetable: Timetable, _ fleet: Fleet) {
    self.pages = pages
    self.timetable = timetable
    self.fleet = fleet
  }

  func write(to writer: inout MarkupWriter) {
    var places: [String] = []
    let runs = Dictionary(grouping: pages.plan.runs, by: \.from)
    for run in pages.plan.runs where !places.contains(run.from) { places.append(run.from) }
    for place in places {
      writer.element("section", [("class", "board")]) { writer in
        writer.element("h2", text: "\(pages.say(Wording.departures)) · \(place.printable)")
        writer.element("table") { writer in
          pages.header(Wording.boardHeader, &writer)
          writer.element("tbody") { rows(runs[place] ?? [], &$0) }
        }
      }
    }
  }

  private func rows(_ runs: [VehicleRun], _ writer: inout MarkupWriter) {
    var day: Day?
    for run in runs {
      if run.depart.day != day {
        day = run.depart.day
        writer.element("tr", [("class", "day")]) { writer in
          let columns = String(Wording.boardHeader.count)
          writer.element(
            "td", [("colspan", .text(columns))], text: pages.say(Wording.fullDay(run.depart.day)))
        }
      }
      writer.element("tr") { writer in
        writer.element("td", [("class", "time")], text: run.depart.clock)
        writer.element("td", [("class", "time")]) { writer in
          writer.element("b", [("class", "badge")], text: String(timetable.numbers[run.vehicle] ?? 0))
        }
        writer.element("td", text: fleet.vehicles[run.vehicle].mark.printable)
        writer.element("td", text: run.to.printable)
        writer.element("td", [("class", "time")], text: run.arrive.clock)
        writer.element("td", text: pages.name(of: run.purpose))
        writer.element("td", [("class", "count")], text: String(run.riders.count))
        writer.element("td", [("class", "who")], text: pages.groups(of: run.riders))
        writer.element("td", text: run.leader(in: pages.event).map(pages.name) ?? "")
      }
    }
  }
}
