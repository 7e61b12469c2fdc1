import Assembly
import Localization

/// A chart of the fleet for each day: a line a vehicle, loaded, empty or waiting over the hours.
struct FleetChart {
  private let pages: VehiclePages
  private let timetable: Timetable
  private let fleet: Fleet

  /// Vehicles of one drawing, which a sheet of paper holds.
  private static let linesOfSheet = 36
  private static let (width, left, pitch, top) = (1_000.0, 96.0, 15.0, 20.0)

  init(_ pages: VehiclePages, _ timetable: Timetable, _ fleet: Fleet) {
    self.pages = pages
    self.timetable = timetable
    self.fleet = fleet
  }

  func write(to writer: inout MarkupWriter) {
    let days = Set(timetable.duties.flatMap(\.days)).sorted()
    for day in days {
      let duties = timetable.duties.filter { $0.days.contains(day) }
      writer.element("section", [("class", "chart")]) { writer in
        writer.element("h2") { writer in
          writer.text("\(pages.say(Wording.fleetOverDay)) · \(pages.say(Wording.fullDay(day)))")
          legend(&writer)
        }
        let legs = duties.flatMap(\.legs).filter { $0.day == day }
        let hours = Self.hours(of: legs, on: day)
        for start in stride(from: 0, to: duties.count, by: Self.linesOfSheet) {
          let part = duties[start..<min(start + Self.linesOfSheet, duties.count)]
          drawing(Array(part), on: day, hours, &writer)
        }
      }
    }
  }

  private func legend(_ writer: inout MarkupWriter) {
    writer.element("small", [("class", "legend")]) { writer in
      for (style, title) in [
        ("pickup", Wording.pickup), ("dropoff", Wording.dropoff), ("transfer", Wording.transfer),
        ("empty", Wording.emptyDrive), ("waiting", Wording.waiting),
      ] {
        writer.element("span") { writer in
          writer.element("i", [("class", .text(style))])
          writer.text(pages.say(title))
        }
      }
    }
  }

  /// The hours of the day that hold all legs; those after midnight follow 24.
  private static func hours(of legs: [Timetable.Leg], on day: Day) -> ClosedRange<Int> {
    let midnight = day.number * 1_440
    let first = legs.map(\.start).min().map { ($0 - midnight) / 60 } ?? 0
    let last = legs.map(\.end).max().map { ($0 - midnight + 59) / 60 } ?? 24
    return first...max(last, first + 1)
  }

  private func drawing(
    _ duties: [Timetable.Duty], on day: Day, _ hours: ClosedRange<Int>, _ writer: inout MarkupWriter
  ) {
    let height = Self.top + Self.pitch * Double(duties.count) + 2
    func x(_ minute: Int) -> Double {
      let share = Double(minute - day.number * 1_440 - hours.lowerBound * 60) / Double(hours.count - 1) / 60
      return Self.left + share * (Self.width - Self.left - 16)
    }
    writer.element("svg", [("viewBox", .text("0 0 1000 \(Int(height))")), ("role", "img")]) { writer in
      for hour in hours {
        let position = x(day.number * 1_440 + hour * 60)
        writer.empty(
          "line",
          [
            ("class", "hour"), ("x1", .number(position)), ("x2", .number(position)),
            ("y1", .number(Self.top - 4)),
            ("y2", .number(height)),
          ])
        if hours.count <= 16 || hour % 2 == 0 {
          writer.element(
            "text", [("class", "clock"), ("x", .number(position)), ("y", .number(Self.top - 8))],
            text: "\(hour % 24):00")
        }
      }
      for (line, duty) in duties.enumerated() {
        write(duty, on: day, y: Self.top + Self.pitch * Double(line), x: x, &writer)
      }
    }
  }

  private func write(
    _ duty: Timetable.Duty, on day: Day, y: Double, x: (Int) -> Double, _ writer: inout MarkupWriter
  ) {
    let name = fleet.vehicles[duty.vehicle].mark.printable
    writer.element("text", [("class", "number"), ("x", 20), ("y", .number(y + 11))], text: "\(duty.number)")
    let fits = name.ems <= 8 ? name : String(name.prefix(10)) + "…"
    writer.element("text", [("class", "plate"), ("x", 26), ("y", .number(y + 11))], text: fits)
    for leg in duty.legs where leg.day == day && leg.start < leg.end {
      let (start, end) = (x(leg.start), x(leg.end))
      switch leg.kind {
      case .waiting: bar("waiting", start, end, y + 6, 2, [], &writer)
      case .empty:
        let times = "\(Moment(minutesSince1970: leg.start).clock) \(leg.from) → \(leg.to)"
        bar("empty", start, end, y + 4, 6, [pages.say(Wording.emptyDrive), times], &writer)
      case .loaded(let index):
        let run = pages.plan.runs[index]
        let way = "\(run.depart.clock) \(run.from) → \(run.to) \(run.arrive.clock)"
        let riders = pages.say(Wording.people(run.riders.count))
        bar(
          style(of: run.purpose), start, end, y + 1.5, 11, [pages.name(of: run.purpose), way, riders], &writer
        )
        let count = String(run.riders.count)
        if end - start > Double(count.count) * 5 + 3 {
          writer.element(
            "text", [("class", "count"), ("x", .number((start + end) / 2)), ("y", .number(y + 10.3))],
            text: count)
        }
      }
    }
  }

  private func bar(
    _ style: String, _ start: Double, _ end: Double, _ y: Double, _ height: Double, _ words: [String],
    _ writer: inout MarkupWriter
  ) {
    let attributes: [MarkupWriter.Attribute] = [
      ("class", .text(style)), ("x", .number(start)), ("y", .number(y)), ("width", .number(end - start)),
      ("height", .number(height)),
    ]
    writer.element("rect", attributes) { writer in
      if !words.isEmpty { writer.element("title", text: words.joined(separator: " · ").printable) }
    }
  }

  private func style(of purpose: RunPurpose) -> String {
    switch purpose {
    case .pickup: "pickup"
    case .dropoff: "dropoff"
    case .transfer: "transfer"
    }
  }
}
