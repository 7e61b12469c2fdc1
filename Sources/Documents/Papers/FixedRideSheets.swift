import Assembly
import Localization
import Printing

extension PaperDesk {
  /// Runs of fixed transfers by vehicle, as they leave, of vehicles that make several: these have people of their own.
  var fixedRuns: [Int: [Int]] {
    guard let plan = plan.vehicles, let fleet = event.fleet else { return [:] }
    let fixed = plan.runs.indices.filter { isFixed(plan.runs[$0], fleet) }
    return Dictionary(grouping: fixed) { plan.runs[$0].vehicle }.filter { $0.value.count > 1 }
  }

  private func isFixed(_ run: VehicleRun, _ fleet: Fleet) -> Bool {
    guard case .transfer(let transfer) = run.purpose else { return false }
    return fleet.transfers[transfer].isFixed
  }

  /// The number of the vehicle in which a person rides several fixed transfers.
  func numberOfFixedVehicle(of person: Int) -> Int? {
    guard let plan = plan.vehicles, let timetable, let fleet = event.fleet else { return nil }
    let fixed = rides[person].map { plan.runs[$0] }.filter { isFixed($0, fleet) }
    guard fixed.count > 1 else { return nil }
    return timetable.duties.first { $0.vehicle == fixed[0].vehicle }?.number
  }

  /// A sheet for the leader of each vehicle with people of its own: names once, by unit, and a box to tick for each drive.
  func fixedRideSheets() -> [Page] {
    guard let plan = plan.vehicles, let timetable, let fleet = event.fleet else { return [] }
    let fixed = fixedRuns
    let list = ListPages(desk: self, title: Phrase("乘车表", "Ride lists"), areHandedOut: true)
    let chapters = timetable.duties.compactMap { duty -> ListPages.Chapter? in
      let runs = (fixed[duty.vehicle] ?? []).filter { isSelected(plan.runs[$0], timetable) }
      guard !runs.isEmpty else { return nil }
      let vehicle = fleet.vehicles[duty.vehicle]
      let people = Set(runs.flatMap { plan.runs[$0].riders }).filter(isSelected).sorted()
      let about = [vehicle.mark, say(Wording.seats(vehicle.seats)), vehicle.driver, vehicle.phone]
        .filter { !$0.isEmpty }.joined(separator: "　").printable
      let drives = runs.enumerated().map { drive($0.offset, plan.runs[$0.element]) }
      return ListPages.Chapter(
        name: vehicleName(duty.number), lines: [about] + drives,
        blocks: tickTable(of: people, runs.map { plan.runs[$0] }, list.width))
    }
    return list.pages(chapters)
  }

  /// A drive as it is told over the table: its number there, when, from where to where, and who counts heads.
  private func drive(_ place: Int, _ run: VehicleRun) -> String {
    let leader = run.leader(in: event).map { "　★ \(name(of: $0))" } ?? ""
    let time = dayAndClock(run.depart)
    return "\(place + 1). \(time)　\(run.from) → \(run.to)".printable
      + "　\(name(of: run.purpose))　\(say(Wording.people(run.riders.count)))\(leader)"
  }

  private func tickTable(of people: [Int], _ runs: [VehicleRun], _ width: Double) -> [PrintedBlock] {
    var columns: [ListTable.Column] = [
      .init(title: Phrase("序", "No."), width: 9, alignment: .centre, style: .number),
      .init(title: Phrase("单位", "Unit")), .init(title: Phrase("姓名", "Name"), width: 26),
      .init(title: Phrase("电话", "Phone"), width: 27, style: .number),
    ]
    let tick = max(5.0, min(12.0, 90 / Double(runs.count)))
    for place in runs.indices {
      columns.append(
        .init(title: Phrase(String(place + 1)), width: tick, alignment: .centre, style: .number))
    }
    let table = ListTable(self, columns, width: width)
    var blocks = [table.headerBlock]
    for (group, members) in byGroup(people) {
      for (place, person) in members.enumerated() {
        let unit = place == 0 ? "\(groupName(group))（\(members.count)）" : ""
        let boxes = runs.map { $0.riders.contains(person) ? "□" : "—" }
        let cells: [String] = [String(blocks.count), unit, listName(of: person), phone(of: person)] + boxes
        blocks.append(table.row(cells))
      }
    }
    return blocks
  }
}
