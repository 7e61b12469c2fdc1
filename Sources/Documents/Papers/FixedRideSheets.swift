import Assembly
import Localization
import Printing

extension PaperDesk {
  /// Runs of fixed transfers by vehicle, as they leave, of vehicles that make several: these have people of their own.
  var fixedRuns: [Int: [Int]] {
    guard let plan = plan.vehicles, let fleet = event.fleet else { return [:] }
    return plan.fixedRuns(in: fleet).filter { $0.value.count > 1 }
  }

  /// The number of the vehicle in which a person rides several fixed transfers.
  func numberOfFixedVehicle(of person: Int) -> Int? {
    guard let plan = plan.vehicles, let timetable, let fleet = event.fleet else { return nil }
    let fixed = rides[person].map { plan.runs[$0] }.filter { fleet.isFixed($0.purpose) }
    guard fixed.count > 1 else { return nil }
    return timetable.duties.first { $0.vehicle == fixed[0].vehicle }?.number
  }

  /// A sheet for the leader of each vehicle with people of its own, and where it goes more than once for a transfer, for those
  /// who leave first, second and so on: names once, by unit, and a box to tick for each drive.
  func fixedRideSheets() -> [Page] {
    guard let plan = plan.vehicles, let timetable, let fleet = event.fleet else { return [] }
    let fixed = fixedRuns
    let list = ListPages(desk: self, title: Phrase("乘车表", "Ride lists"), areHandedOut: true)
    let chapters = timetable.duties.flatMap { duty -> [ListPages.Chapter] in
      let vehicle = fleet.vehicles[duty.vehicle]
      let about = [vehicle.mark, say(Wording.seats(vehicle.seats)), vehicle.driver, vehicle.phone]
        .filter { !$0.isEmpty }.joined(separator: "　").printable
      let companies = companies(of: fixed[duty.vehicle] ?? [], plan)
      return companies.compactMap { place, people in
        let people = people.filter(isSelected)
        let runs = (fixed[duty.vehicle] ?? []).map { plan.runs[$0] }.filter { run in
          isSelected(run, timetable) && run.riders.contains(where: people.contains)
        }
        guard !runs.isEmpty else { return nil }
        let name = vehicleName(duty.number)
        let drives = runs.enumerated().map { drive($0.offset, $0.element) }
        return fitted(list) { height in
          ListPages.Chapter(
            name: companies.count == 1 ? name : say(Wording.trip(place + 1, of: name)),
            lines: [about] + drives,
            blocks: tickTable(of: people, runs, list.width, rowHeight: height))
        }
      }
    }
    return list.pages(chapters)
  }

  /// People of a vehicle by their place among its runs for the first transfer that they ride: those who leave first, second …
  private func companies(of runs: [Int], _ plan: VehiclePlan) -> [(place: Int, people: [Int])] {
    var runsOfTransfer: [RunPurpose: [Int]] = [:]
    var placeOfPerson: [Int: Int] = [:]
    for index in runs {
      let run = plan.runs[index]
      let place = runsOfTransfer[run.purpose, default: []].count
      runsOfTransfer[run.purpose, default: []].append(index)
      for rider in run.riders where placeOfPerson[rider] == nil { placeOfPerson[rider] = place }
    }
    return Dictionary(grouping: placeOfPerson.keys) { placeOfPerson[$0]! }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.sorted()) }
  }

  /// A chapter with the highest rows that need no more pages than the lowest.
  private func fitted(_ list: ListPages, _ chapter: (Double) -> ListPages.Chapter) -> ListPages.Chapter {
    let least = list.content(chapter(5)).count
    let heights = stride(from: 6.5, through: 5, by: -0.25)
    return heights.lazy.map(chapter).first { list.content($0).count == least } ?? chapter(5)
  }

  /// A drive as it is told over the table: its number there, when, from where to where, and who counts heads.
  private func drive(_ place: Int, _ run: VehicleRun) -> String {
    let leader = run.leader(in: event).map { "　★ \(name(of: $0).replacing(" ", with: "\u{A0}"))" } ?? ""
    let time = dayAndClock(run.depart)
    return "\(place + 1). \(time)　\(run.from) → \(run.to)".printable
      + "　\(name(of: run.purpose))　\(say(Wording.people(run.riders.count)))\(leader)"
  }

  private func tickTable(
    of people: [Int], _ runs: [VehicleRun], _ width: Double, rowHeight: Double
  ) -> [PrintedBlock] {
    let hasPhones = people.contains { !phone(of: $0).isEmpty }
    let groups = byGroup(people)
    func unit(_ group: Int, _ members: [Int]) -> String { "\(groupName(group))（\(members.count)）" }
    let widest = groups.map { typesetter.width(of: unit($0.group, $0.people), .body) }.max() ?? 0
    var columns: [ListTable.Column] = [
      .init(title: Phrase("序", "No."), width: 9, alignment: .centre, style: .number),
      .init(title: Phrase("单位", "Unit"), width: min(60, max(20, widest + 3)), wraps: true),
      .init(title: Phrase("姓名", "Name"), style: .name),
    ]
    if hasPhones { columns.append(.init(title: Phrase("电话", "Phone"), width: 27, style: .number)) }
    // Drives are told by their times where there is room, else by their numbers above the table.
    let tick = max(5.0, min(20.0, 90 / Double(runs.count)))
    for (place, run) in runs.enumerated() {
      let title = tick >= 18 ? dayAndClock(run.depart) : String(place + 1)
      columns.append(.init(title: Phrase(title), width: tick, alignment: .centre, style: .number))
    }
    let table = ListTable(self, columns, width: width, rowHeight: rowHeight)
    var blocks = [table.headerBlock]
    for (group, members) in groups {
      for (place, person) in members.enumerated() {
        let unit = place == 0 ? unit(group, members) : ""
        let boxes = runs.map { $0.riders.contains(person) ? "□" : "—" }
        let phone = hasPhones ? [phone(of: person)] : []
        blocks.append(table.row([String(blocks.count), unit, listName(of: person)] + phone + boxes))
      }
    }
    return blocks
  }
}
