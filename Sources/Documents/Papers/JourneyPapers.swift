import Assembly
import Localization
import Printing

extension Paper {
  /// For stations and airports: who comes when with what, and which vehicle takes them.
  static let pickups = journeys("pickups", Wording.pickupTable, .pickup) {
    $0.journeyList(.pickup)
  }

  /// For the desks of hotels: who leaves when with what.
  static let dropoffs = journeys("dropoffs", Wording.dropoffTable, .dropoff) {
    $0.journeyList(.dropoff)
  }

  /// To be held up where people arrive: one sheet a group and place.
  static let stationSigns = journeys("station-signs", Phrase("接站牌", "Station signs"), .pickup) {
    $0.stationSigns()
  }

  /// A paper of those who are carried at one end of the event.
  private static func journeys(
    _ word: String, _ title: Phrase, _ direction: Journeys.Direction,
    _ draw: @escaping @Sendable (PaperDesk) -> [Page]
  ) -> Paper {
    Paper(
      word, title, by: [.people, .days, .vehicles],
      of: { plan, event in
        plan.vehicles != nil
          && event.people.contains { direction.journey(of: $0).isCarried && !$0.isAbsent }
      }, draw)
  }
}

extension PaperDesk {
  private typealias Entry = (line: Journeys.Line, people: [Int])

  /// The lines that are to be printed, by place, then by time.
  private func entries(_ direction: Journeys.Direction) -> [(place: String, entries: [Entry])] {
    guard let plan = plan.vehicles, let timetable else { return [] }
    let lines = Journeys(plan, of: event, direction).lines.compactMap { entry -> Entry? in
      let people = entry.people.filter(isSelected)
      guard !people.isEmpty, selection.day.map({ entry.line.time?.day == $0 }) ?? true else {
        return nil
      }
      if selection.vehicles != nil {
        guard let run = entry.line.run, isSelected(plan.runs[run], timetable) else { return nil }
      }
      return (entry.line, people)
    }
    return Dictionary(grouping: lines) { $0.line.place }.sorted { $0.key < $1.key }.map { ($0, $1) }
  }

  // MARK: 接站安排表, 送站安排表

  fileprivate func journeyList(_ direction: Journeys.Direction) -> [Page] {
    let isPickup = direction == .pickup
    let places = entries(direction)
    guard let plan = plan.vehicles, let timetable, let fleet = event.fleet, !places.isEmpty else {
      return []
    }
    let list = ListPages(
      desk: self, title: isPickup ? Wording.pickupTable : Wording.dropoffTable,
      sheet: Size.a4.turned,
      evenly: false)
    let table = ListTable(
      self,
      [
        .init(
          title: isPickup ? Phrase("到达", "Arrives") : Phrase("返程", "Departs"), width: 15,
          style: .number),
        .init(title: Phrase("班次", "Service"), width: 18, style: .number),
        .init(title: Phrase("单位", "Group"), width: 28),
        .init(title: Phrase("姓名", "Names"), style: .body.sized(9), wraps: true),
        .init(title: Phrase("人数", "People"), width: 11, alignment: .centre, style: .number),
        .init(title: Phrase("发车", "Leaves"), width: 24, style: .number),
        .init(title: isPickup ? Phrase("送往", "To") : Phrase("接自", "From"), width: 27),
        .init(
          title: Phrase("车号", "No."), width: 11, alignment: .centre,
          style: TextStyle(.hei, 10.5, bold: true)),
        .init(title: Phrase("车牌", "Plate"), width: 23, style: .number.sized(8.5)),
        .init(
          title: Phrase("司机、电话", "Driver, phone"), width: 24, style: .body.sized(8.5), wraps: true),
      ], width: list.width, rowHeight: 5.6)
    var blocks: [Block] = []
    for (place, entries) in places {
      var day: Day??
      var again = table.header
      for (line, people) in entries {
        if day != .some(line.time?.day) {
          day = .some(line.time?.day)
          let heading = [place.printable, line.time.map { say(Wording.fullDay($0.day)) } ?? ""]
          let those = entries.filter { $0.line.time?.day == line.time?.day }
          let count = those.reduce(0) { $0 + $1.people.count }
          again = table.continuation(of: heading.joined(separator: "　"))
          blocks += [
            .space(2), table.heading(heading.joined(separator: "　"), say(Wording.people(count))),
            table.headerBlock,
          ]
        }
        let run = line.run.map { plan.runs[$0] }
        let vehicle = run.map { fleet.vehicles[$0.vehicle] }
        let isOtherDay = run.map { $0.depart.day != line.time?.day } ?? false
        let leaves = run.map {
          (isOtherDay ? say(Wording.shortDay($0.depart.day)) + " " : "") + clock($0.depart)
        }
        blocks.append(
          table.row(
            [
              [line.time.map(clock) ?? ""], [line.service.printable], [groupName(line.group)],
              words(people.map(name)), ["\(people.count)"], [leaves ?? say(Wording.notCarried)],
              [run.map { (isPickup ? $0.to : $0.from).printable } ?? ""],
              [run.map { "\(timetable.numbers[$0.vehicle] ?? 0)" } ?? ""],
              [vehicle?.mark.printable ?? ""],
              [vehicle?.contact.printable ?? ""],
            ], repeated: again))
      }
    }
    let all = places.reduce(0) { $0 + $1.entries.reduce(0) { $0 + $1.people.count } }
    return list.pages([ListPages.Chapter(lines: [say(Wording.total(all))], blocks: blocks)])
  }

  // MARK: 接站牌

  fileprivate func stationSigns() -> [Page] {
    let sheet = Size.a4.turned
    let area = Rectangle(sheet).inset(15, 0)
    let pages = entries(.pickup).flatMap { place, entries -> [Page] in
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
