import Assembly
import Localization
import Printing

extension Paper {
  /// For stations and airports: who comes when with what, and which vehicle takes them.
  static let pickups = journeys("pickups", Wording.pickupTable, .pickup, reprintedAs: .busList) {
    $0.journeyList(.pickup)
  }

  /// For the desks of hotels: who leaves when with what.
  static let dropoffs = journeys("dropoffs", Wording.dropoffTable, .dropoff, reprintedAs: .busList) {
    $0.journeyList(.dropoff)
  }

  /// To be held up where people arrive: one sheet a group and place.
  static let stationSigns = journeys("station-signs", Phrase("接站牌", "Station signs"), .pickup) {
    $0.stationSigns()
  }

  /// A paper of those who are carried at one end of the event.
  private static func journeys(
    _ word: String, _ title: Phrase, _ direction: Journeys.Direction,
    reprintedAs reprint: PaperChanges.Reprint? = nil,
    _ draw: @escaping @Sendable (PaperDesk) -> [Page]
  ) -> Paper {
    Paper(
      word, title, by: [.people, .days, .vehicles], reprintedAs: reprint,
      of: { plan, event in
        plan.vehicles != nil
          && event.people.contains { direction.journey(of: $0).isCarried && !$0.isAbsent }
      }, draw)
  }
}

extension PaperDesk {
  private typealias Entry = (line: Journeys.Line, people: [Int])

  /// The lines that are to be printed, in the order of time.
  private func entries(_ direction: Journeys.Direction) -> [Entry] {
    guard let plan = plan.vehicles, let timetable else { return [] }
    return Journeys(plan, of: event, direction).lines.compactMap { entry -> Entry? in
      let people = entry.people.filter(isSelected)
      let run = entry.line.run.map { plan.runs[$0] }
      let day = direction == .pickup ? entry.line.time?.day : run?.depart.day ?? entry.line.time?.day
      guard !people.isEmpty, selection.day.map({ $0 == day }) ?? true else { return nil }
      if selection.vehicles != nil || selection.runs != nil {
        guard let run, isSelected(run, timetable) else { return nil }
      }
      return (entry.line, people)
    }
  }

  // MARK: 接站安排表, 送站安排表

  /// What the desk at a place is told at once: who comes with a service and leaves in one vehicle, or whom a vehicle takes
  /// from a hotel.
  private struct Departure: Hashable {
    let place: String
    /// When the service comes, or when the vehicle leaves.
    let time: Moment?
    /// Of those who come.
    let service: String
    /// Index in ``VehiclePlan/runs``; nothing for who is not carried.
    let run: Int?

    init(_ line: Journeys.Line, _ direction: Journeys.Direction, _ plan: VehiclePlan) {
      run = line.run
      let vehicle = direction == .dropoff ? line.run.map { plan.runs[$0] } : nil
      place = vehicle?.from ?? line.place
      time = vehicle?.depart ?? line.time
      service = direction == .dropoff ? "" : line.service
    }

    /// By place and day, then by time.
    var order: (String, Int, String, Int) {
      (place, time?.minutesSince1970 ?? .max, service, run ?? .max)
    }
  }

  /// Place by place and day by day, and everything runs on in two columns, names by unit.
  fileprivate func journeyList(_ direction: Journeys.Direction) -> [Page] {
    let entries = entries(direction)
    guard let plan = plan.vehicles, !entries.isEmpty else { return [] }
    let list = ListPages(
      desk: self, title: direction == .pickup ? Wording.pickupTable : Wording.dropoffTable, columns: 2,
      gap: 6, evenly: false)
    let departures = Dictionary(grouping: entries) { Departure($0.line, direction, plan) }
      .sorted { $0.key.order < $1.key.order }
    var blocks: [PrintedBlock] = []
    var open: (place: String, day: Day?)?
    for (departure, entries) in departures {
      let day = departure.time?.day
      let heading = [departure.place.printable, day.map { say(Wording.fullDay($0)) } ?? ""]
        .filter { !$0.isEmpty }.joined(separator: space)
      if open?.place != departure.place || open?.day != day {
        open = (departure.place, day)
        let those = departures.filter { $0.key.place == departure.place && $0.key.time?.day == day }
        let count = those.reduce(0) { $0 + $1.value.reduce(0) { $0 + $1.people.count } }
        blocks += [.space(4), band(heading, say(Wording.people(count)), width: list.width)]
      }
      blocks += self.blocks(of: departure, entries, direction, under: heading, width: list.width)
    }
    let all = entries.reduce(0) { $0 + $1.people.count }
    return list.pages([ListPages.Chapter(lines: [say(Wording.total(all))], blocks: blocks)])
  }

  /// When, with what and in which vehicle; then where it goes and who drives; then the names.
  private func blocks(
    of departure: Departure, _ entries: [Entry], _ direction: Journeys.Direction, under heading: String,
    width: Double
  ) -> [PrintedBlock] {
    let run = departure.run.flatMap { plan.vehicles?.runs[$0] }
    let time = departure.time.map(\.clock) ?? ""
    let subject =
      direction == .pickup ? departure.service : "→ " + (run?.to ?? entries[0].line.place)
    let vehicle = run.map { vehicleName(timetable?.numbers[$0.vehicle] ?? 0) } ?? say(Wording.notCarried)
    let count = entries.reduce(0) { $0 + $1.people.count }
    let head = TextStyle(.hei, 9.5, bold: true)
    let times = time.isEmpty ? 0 : typesetter.width(of: time, head) + 2
    let vehicles = typesetter.width(of: vehicle, head)
    let people = say(Wording.people(count))
    let counts = max(11, typesetter.width(of: people, .small) + 3)
    let title = PrintedStrip(
      5,
      [
        .text(Text(time, head, in: Rectangle(0, 0.6, times, 4.4))),
        .text(
          Text(
            subject.printable, .number.sized(9),
            in: Rectangle(times, 0.6, max(10, width - times - vehicles - counts - 2), 4.4))),
        .text(
          Text(vehicle, head, in: Rectangle(width - counts - vehicles, 0.6, vehicles, 4.4), .trailing)),
        .text(
          Text(people, .small, in: Rectangle(width - counts, 0.6, counts, 4.4), .trailing)
        ),
      ])
    var blocks = [
      PrintedBlock(title, holdsNext: true, repeated: continuationLine(heading, width: width))
    ]
    if let facts = facts(of: run, direction, on: departure.time?.day) {
      let line = Text(facts, .small, in: Rectangle(0, 0, width, 3.8))
      blocks.append(PrintedBlock(PrintedStrip(3.8, [.text(line)]), holdsNext: true))
    }
    let again = continuationLine(
      [heading, time, direction == .pickup ? departure.service.printable : vehicle].joined(separator: space),
      width: width)
    blocks += lines(of: names(of: entries, direction), width: width, repeated: again)
    blocks[blocks.count - 1].holdsNext = true
    return blocks + [entryRule(width: width)]
  }

  /// `14:00 发车 → 松林宾馆　京A·C1005　王延义 13900001005`; of drop-offs the vehicle and its driver alone.
  private func facts(of run: VehicleRun?, _ direction: Journeys.Direction, on day: Day?) -> String? {
    guard let run, let vehicle = event.fleet?.vehicles[run.vehicle] else { return nil }
    let leaves = run.depart.day == day ? run.depart.clock : dayAndClock(run.depart)
    let way = say(Phrase("\(leaves) 发车", "leaves \(leaves)")) + " → " + run.to
    let facts = [direction == .pickup ? way : "", vehicle.mark, vehicle.contact]
    return facts.filter { !$0.isEmpty }.joined(separator: space).printable
  }

  /// The names by unit; of drop-offs by what they leave with, which comes first.
  private func names(of entries: [Entry], _ direction: Journeys.Direction) -> [String] {
    guard direction == .dropoff else { return unitWords(entries.flatMap(\.people)) }
    let services = Dictionary(grouping: entries) { [$0.line.service, $0.line.time.map(\.clock) ?? ""] }
      .sorted { ($0.value[0].line, $0.key[0]) < ($1.value[0].line, $1.key[0]) }
    return runningOn(
      services.map { service, entries in
        let name = service.filter { !$0.isEmpty }.joined(separator: " ").printable
        let words = unitWords(entries.flatMap(\.people))
        return [(name.isEmpty ? "" : say(Phrase("【\(name)】", "[\(name)] "))) + words[0]] + words.dropFirst()
      })
  }

  // MARK: 接站牌

  fileprivate func stationSigns() -> [Page] {
    let sheet = Size.a4.turned
    let area = Rectangle(sheet).inset(15, 0)
    let byPlace = Dictionary(grouping: entries(.pickup)) { $0.line.place }.sorted { $0.key < $1.key }
    let pages = byPlace.flatMap { place, entries -> [Page] in
      byGroup(entries.flatMap(\.people)).map { group, people in
        let isAlone = people.count == 1
        let whom = isAlone ? cardName(of: people[0]) : groupName(group)
        let services = entries.filter { $0.line.group == group }.map { $0.line.service.printable }
        let below = [
          isAlone ? groupName(group) : say(Wording.people(people.count)),
          services.filter { !$0.isEmpty }.distinct.joined(separator: " "),
        ]
        return Page(
          sheet,
          [
            .text(
              Text(eventName, TextStyle(.song, 26, bold: true), in: area.band(16, 18), .centre)),
            .line(Point(area.x, 39), Point(area.maxX, 39), .rule),
            .text(
              Text(say(Phrase("接", "WELCOME")), TextStyle(.kai, 40), in: area.band(46, 20), .centre)
            ),
            .text(Text(whom, TextStyle(.hei, 150, bold: true), in: area.band(68, 80), .centre)),
            .text(
              Text(
                below.joined(separator: "　"), TextStyle(.hei, 26), in: area.band(156, 14), .centre)),
            .text(Text(place.printable, .subtitle.sized(16), in: area.band(178, 10), .centre)),
          ])
      }
    }
    return edged(pages, Phrase("接站牌", "Station signs"))
  }
}
