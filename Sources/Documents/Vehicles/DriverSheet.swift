import Assembly
import Localization

/// A vehicle's sheet: for the driver when to be where, and for the leaders who rides.
struct DriverSheet {
  private let pages: VehiclePages
  private let duty: Timetable.Duty
  private let vehicle: Vehicle

  init(_ pages: VehiclePages, _ duty: Timetable.Duty, _ fleet: Fleet) {
    self.pages = pages
    self.duty = duty
    vehicle = fleet.vehicles[duty.vehicle]
  }

  func write(to writer: inout MarkupWriter) {
    writer.element("section", [("class", "vehicle"), ("id", .text("vehicle-\(duty.number)"))]) { writer in
      writer.element("h2") { writer in
        writer.element("b", [("class", "badge")], text: String(duty.number))
        let seats = pages.say(Wording.seats(vehicle.seats))
        let words = [vehicle.plate, pages.say(Vehicle.name(ofKind: vehicle.kind)), seats, vehicle.id].filter {
          !$0.isEmpty
        }
        writer.element("span", text: words.joined(separator: " · ").printable)
        writer.element("small", text: "\(pages.say(Wording.driver)) \(vehicle.contact.printable)")
      }
      for day in duty.days { write(day, &writer) }
      riders(&writer)
    }
  }

  // MARK: For the driver

  private func write(_ day: Day, _ writer: inout MarkupWriter) {
    let driven = pages.say(Wording.atTheWheel(minutes: duty.minutesDriven(on: day)))
    writer.element("h3") { writer in
      writer.text(pages.say(Wording.fullDay(day)))
      writer.element("small", text: driven)
    }
    writer.element("table") { writer in
      pages.header(Wording.driverHeader, &writer)
      writer.element("tbody") { writer in
        for leg in duty.legs where leg.day == day && leg.kind != .waiting { write(leg, &writer) }
      }
    }
  }

  private func write(_ leg: Timetable.Leg, _ writer: inout MarkupWriter) {
    guard case .loaded(let index) = leg.kind else {
      writer.element("tr", [("class", "empty")]) { writer in
        times(leg, &writer)
        writer.element("td", [("colspan", "4")], text: pages.say(Wording.emptyDrive))
      }
      return
    }
    let run = pages.plan.runs[index]
    let leader = run.leader(in: pages.event)
    writer.element("tr") { writer in
      times(leg, &writer)
      writer.element("td", text: pages.name(of: run.purpose))
      writer.element("td", [("class", "count")], text: String(run.riders.count))
      writer.element("td", text: leader.map(pages.name) ?? "")
      writer.element("td", text: leader.map { pages.event.people[$0].phone.printable } ?? "")
    }
  }

  private func times(_ leg: Timetable.Leg, _ writer: inout MarkupWriter) {
    writer.element("td", [("class", "time")], text: Moment(minutesSince1970: leg.start).clock)
    writer.element("td", text: leg.from.printable)
    writer.element("td", text: leg.to.printable)
    writer.element("td", [("class", "time")], text: Moment(minutesSince1970: leg.end).clock)
  }

  // MARK: For the leaders

  private func riders(_ writer: inout MarkupWriter) {
    for leg in duty.legs {
      guard case .loaded(let index) = leg.kind else { continue }
      let run = pages.plan.runs[index]
      let leader = run.leader(in: pages.event)
      writer.element("div", [("class", "riders")]) { writer in
        writer.element("h4") { writer in
          let time = "\(pages.say(Wording.shortDay(run.depart.day))) \(run.depart.clock)"
          writer.element("b", text: time)
          writer.text(" \(run.from) → \(run.to) · \(pages.name(of: run.purpose))".printable)
          writer.element("small", text: pages.say(Wording.people(run.riders.count)))
        }
        writer.element("ul") { writer in
          for rider in inOrder(run.riders) {
            writer.element("li", [("data-find", .text(pages.findWords[rider]))]) { writer in
              writer.element("span", text: pages.name(of: rider) + (rider == leader ? " ★" : ""))
              writer.element("small", text: pages.groupName(pages.event.people[rider].group))
            }
          }
        }
      }
    }
  }

  /// Group by group, in each as listed.
  private func inOrder(_ riders: [Int]) -> [Int] {
    riders.sorted { (pages.event.people[$0].group, $0) < (pages.event.people[$1].group, $1) }
  }
}
