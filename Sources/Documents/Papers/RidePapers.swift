import Assembly
import Localization
import Printing

extension Paper {
  private static func hasRides(_ plan: EventPlan, _ event: Event) -> Bool {
    plan.vehicles.map { !$0.runs.isEmpty } ?? false && event.fleet != nil
  }

  /// For the leader of a vehicle: who rides when.
  static let rideLists = Paper(
    "ride-lists", Phrase("乘车表", "Ride lists"), by: [.people, .days, .vehicles], reprintedAs: .busList,
    of: hasRides
  ) {
    $0.rideLists()
  }

  /// For drivers: where to be when, and no names but the leaders'.
  static let driverSlips = Paper(
    "driver-slips", Phrase("派车单", "Driver slips"), by: [.days, .vehicles], reprintedAs: .driverSlip,
    of: hasRides
  ) {
    $0.driverSlips()
  }

  /// For windscreens.
  static let vehicleSigns = Paper(
    "vehicle-signs", Phrase("车号牌", "Vehicle signs"), by: [.days, .vehicles], reprintedAs: .vehicleSign,
    of: hasRides
  ) {
    $0.vehicleSigns()
  }
}

extension PaperDesk {
  // MARK: 乘车表

  /// A sheet for each vehicle with people of its own; then vehicle by vehicle and run by run the others, in each the names
  /// by unit, and everything runs on.
  fileprivate func rideLists() -> [Page] {
    guard let plan = plan.vehicles, let timetable, let fleet = event.fleet else { return [] }
    let list = ListPages(
      desk: self, title: Phrase("乘车表", "Ride lists"), columns: 2, gap: 6, evenly: false)
    let fixed = Set(fixedRuns.values.joined())
    let sheets = fixedRideSheets()
    let blocks = timetable.duties.flatMap { duty -> [PrintedBlock] in
      let runs = runs(of: duty.vehicle).filter { !fixed.contains($0) }
      guard !runs.isEmpty else { return [] }
      let vehicle = fleet.vehicles[duty.vehicle]
      let facts = [vehicle.mark, say(Wording.seats(vehicle.seats)), vehicle.driver, vehicle.phone]
        .filter { !$0.isEmpty }.joined(separator: space).printable
      return [.space(4), band(vehicleName(duty.number), facts, width: list.width)]
        + runs.flatMap { riders(of: plan.runs[$0], duty.number, list.width) }
    }
    guard !blocks.isEmpty else { return sheets }
    let rides = plan.runs.indices.count { !fixed.contains($0) && isSelected(plan.runs[$0], timetable) }
    return sheets
      + list.pages([
        ListPages.Chapter(
          lines: [
            say(
              Phrase(
                "\(rides) 趟。每行前为单位及人数，★ 为车长。",
                "\(counted(rides, "run")). Each line begins with a group and how many of it ride; ★ leads."
              ))
          ], blocks: blocks)
      ])
  }

  func vehicleName(_ number: Int) -> String { say(Phrase("\(number)号车", "No. \(number)")) }

  private func riders(of run: VehicleRun, _ number: Int, _ width: Double) -> [PrintedBlock] {
    let time = dayAndClock(run.depart)
    let way = "\(run.from) → \(run.to)".printable
    let riders = run.riders.filter(isSelected)
    let head = TextStyle(.hei, 8.5, bold: true)
    let counts = say(Wording.people(riders.count))
    let ends = max(11, typesetter.width(of: counts, .small) + 1)
    let times = typesetter.width(of: time, head)
    let heading = PrintedStrip(
      5,
      [
        .text(Text(time, head, in: Rectangle(0, 0.6, times, 4.4))),
        .text(
          Text(
            "\(way) · \(name(of: run.purpose))", .small,
            in: Rectangle(times + 2, 0.6, width - times - ends - 3, 4.4))),
        .text(Text(counts, .small, in: Rectangle(width - ends, 0.6, ends, 4.4), .trailing)),
      ])
    let vehicle = vehicleName(number)
    let again = continuationLine([vehicle, time, way].joined(separator: space), width: width)
    var lines = lines(of: unitWords(riders, leader: run.leader(in: event)), width: width, repeated: again)
    lines[lines.count - 1].holdsNext = true
    return [PrintedBlock(heading, holdsNext: true, repeated: continuationLine(vehicle, width: width))] + lines
      + [entryRule(width: width)]
  }

  // MARK: 派车单

  /// Half an A4 a vehicle; where its drives need more, another half.
  fileprivate func driverSlips() -> [Page] {
    guard let plan = plan.vehicles, let timetable, let fleet = event.fleet else { return [] }
    let half = Size(Size.a4.width, Size.a4.height / 2)
    let flow = Flow(in: Rectangle(15, 33, half.width - 30, half.height - 43.5))
    let hasPhones = plan.runs.contains { run in run.leader(in: event).map { !phone(of: $0).isEmpty } ?? false
    }
    let columns: [ListTable.Column] = [
      .init(title: Phrase("发车", "Leaves"), width: 25, style: .number.sized(11)),
      .init(title: Phrase("从", "From"), style: .body.sized(11)),
      .init(title: Phrase("到", "To"), style: .body.sized(11)),
      .init(title: Phrase("到达", "Arrives"), width: 16, style: .number.sized(11)),
      .init(title: Phrase("人数", "People"), width: 13, alignment: .centre, style: .number.sized(11)),
      .init(
        title: Phrase("车长", "Leader"), width: hasPhones ? 24 : 34, style: .body.sized(hasPhones ? 9.5 : 11),
        wraps: true),
      .init(title: Phrase("车长电话", "Leader's phone"), width: 27, style: .number),
    ]
    let shown = hasPhones ? columns : columns.dropLast()
    let drives = timetable.duties.map { runs(of: $0.vehicle).count }
    let room = flow.area.height - ListTable(self, shown, width: flow.width).header.height
    let table = ListTable(
      self, shown, width: flow.width, rowHeight: Self.slipRowHeight(drives, room: room))
    let slips = timetable.duties.flatMap { duty -> [[Mark]] in
      let rows = runs(of: duty.vehicle).map { index -> PrintedBlock in
        let run = plan.runs[index]
        let leader = run.leader(in: event)
        let cells = [
          dayAndClock(run.depart), run.from.printable,
          run.to.printable,
          run.arrive.clock, "\(run.riders.count)", leader.map(name) ?? "", leader.map(phone) ?? "",
        ]
        return table.row(Array(cells.prefix(table.columns.count)))
      }
      guard !rows.isEmpty else { return [] }
      let contents = flow.pages(of: [table.headerBlock] + rows, evenly: true)
      return contents.enumerated().map { place, marks in
        slipHead(duty, fleet.vehicles[duty.vehicle], half, place + 1, of: contents.count) + marks
      }
    }
    return stride(from: 0, to: slips.count, by: 2).map { first in
      let halves = slips[first..<min(first + 2, slips.count)].enumerated().map { place, marks in
        Mark.placed(marks, at: Point(0, Double(place) * half.height))
      }
      return Page(
        .a4, halves + [.line(Point(0, half.height), Point(half.width, half.height), .fold)])
    }
  }

  /// The greatest height of a row, one for all slips, with which no more slips are needed than with the least.
  private static func slipRowHeight(_ drives: [Int], room: Double) -> Double {
    func slips(_ height: Double) -> Int {
      let rows = Int(room / height)
      return drives.reduce(0) { $0 + ($1 + rows - 1) / rows }
    }
    let heights = stride(from: 7, through: 5.2, by: -0.1)
    return heights.first { slips($0) == slips(5.2) } ?? 5.2
  }

  private func slipHead(
    _ duty: Timetable.Duty, _ vehicle: Vehicle, _ half: Size, _ number: Int, of count: Int
  ) -> [Mark] {
    let area = Rectangle(15, 0, half.width - 30, half.height)
    let driver = [say(Wording.driver), vehicle.contact].filter { !$0.isEmpty }
      .joined(separator: " ").printable
    let plate = [vehicle.mark, say(Vehicle.name(ofKind: vehicle.kind)), say(Wording.seats(vehicle.seats))]
      .filter { !$0.isEmpty }.joined(separator: " · ").printable
    let foot = area.band(half.height - 10, 4)
    return [
      .text(Text(eventName, .small, in: Rectangle(area.x, 9, 110, 4))),
      .text(Text(say(Phrase("派车单", "Driver slip")), .small, in: area.band(9, 4), .trailing)),
      .line(Point(area.x, 14), Point(area.maxX, 14), .hair),
      .text(
        Text(
          vehicleName(duty.number), TextStyle(.hei, 30, bold: true),
          in: Rectangle(area.x, 16, 60, 15))),
      .text(
        Text(
          plate, TextStyle(.hei, 13, bold: true),
          in: Rectangle(area.x + 62, 16, area.width - 62, 8),
          .trailing)),
      .text(
        Text(
          driver, TextStyle(.song, 11), in: Rectangle(area.x + 62, 24, area.width - 62, 7),
          .trailing)),
      .text(Text(version, .small, in: foot)),
      .text(Text(say(Wording.page(number, of: count)), .small, in: foot, .trailing)),
    ]
  }

  // MARK: 车号牌

  fileprivate func vehicleSigns() -> [Page] {
    guard let timetable, let fleet = event.fleet else { return [] }
    let sheet = Size.a4.turned
    let area = Rectangle(sheet).inset(15, 0)
    let pages = timetable.duties.filter { !runs(of: $0.vehicle).isEmpty }.map { duty in
      let plate = fleet.vehicles[duty.vehicle].plate.printable
      return Page(
        sheet,
        [
          .text(Text(eventName, TextStyle(.song, 24, bold: true), in: area.band(12, 18), .centre)),
          .line(Point(area.x, 33), Point(area.maxX, 33), .rule),
          .text(
            Text(
              "\(duty.number)", TextStyle(.hei, 490, bold: true), in: area.band(36, 140), .centre)),
          .text(Text(plate, TextStyle(.hei, 28), in: area.band(180, 14), .centre)),
          .text(
            Text(
              departures(ofVehicle: duty.vehicle), TextStyle(.hei, 16, bold: true), in: area.band(195, 8),
              .centre)),
        ])
    }
    return edged(pages, Phrase("车号牌", "Vehicle signs"))
  }
}
