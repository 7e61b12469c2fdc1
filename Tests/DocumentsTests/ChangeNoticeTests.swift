import Assembly
import Foundation
import Localization
import Printing
import Testing

@testable import Documents

/// What people, drivers and organizers are told after a late change.
@Suite struct `A notice of changes` {
  private func notice(
    from before: (event: Event, plan: EventPlan), to now: (event: Event, plan: EventPlan)
  ) -> ChangeNotice {
    let change = TableChange(from: before.event, to: now.event)
    let comparison = PlanComparison(from: before.plan, to: now.plan, since: change)
    return ChangeNotice(
      comparison, from: before.event, to: now.event, now.plan, since: before.plan, tables: [],
      edition: Edition(version: 2)
    ) { _ in change }
  }

  // MARK: Rides

  /// Three ride there and back in the second vehicle, or in another one.
  private func plan(in vehicle: Int, showing number: Int) throws -> EventPlan {
    let there = try #require(Example.vehiclePlan.runs.last)
    func run(_ transfer: Int, _ from: String, _ to: String, after minutes: Int) -> VehicleRun {
      VehicleRun(
        vehicle: vehicle, purpose: .transfer(transfer), from: from, to: to,
        depart: Moment(minutesSince1970: there.depart.minutesSince1970 + minutes),
        arrive: Moment(minutesSince1970: there.arrive.minutesSince1970 + minutes), riders: [0, 1, 2])
    }
    var plan = VehiclePlan(runs: [run(0, "酒店", "会场", after: 0), run(1, "会场", "酒店", after: 240)])
    plan.numbersShown = [vehicle: number]
    return EventPlan(vehicles: plan)
  }

  private func event(_ change: (inout EventDraft) -> Void = { _ in }) throws -> Event {
    try Example.fleet { draft in
      var back = draft.transfers[0]
      (back.row, back.id, back.name, back.from, back.to) = (3, "T2", "返回", "会场", "酒店")
      back.earliest = Moment(minutesSince1970: back.earliest.minutesSince1970 + 240)
      back.latest = Moment(minutesSince1970: back.latest.minutesSince1970 + 240)
      draft.transfers.append(back)
      (draft.vehicles![1].driver, draft.vehicles![1].phone) = ("周亮", "6506")
      change(&draft)
    }
  }

  @Test func `Who rides in another vehicle is told once of all rides, and the head counts people and rides`()
    throws
  {
    let event = try event()
    let notice = notice(
      from: (event, try plan(in: 1, showing: 2)), to: (event, try plan(in: 0, showing: 1)))
    let rows = notice.byGroup.map { ($0.group, $0.changes.map(notice.cells)) }
    #expect(rows.map { $0.0 } == ["城关镇", "石桥镇"] && rows.map { $0.1.count } == [2, 1])
    #expect(
      Array(rows[0].1[0][1...6]) == [
        "张三", "", "车辆：2 趟", "2号车 03-05 07:40 11:40", "1号车 03-05 07:40 11:40", "整体调整",
      ])
    #expect(notice.summary.map(\.chinese) == ["车辆：变动 3 人 6 趟"])
    // Page and table for telephoning have the same rows.
    #expect(String(decoding: notice.csv(), as: UTF8.self).split(separator: "\r\n").count == 4)
    #expect(notice.html().components(separatedBy: "车辆：2 趟").count == 4)
  }

  @Test func `A single ride is told with its name, and where it begins`() throws {
    let event = try event()
    var (before, now) = (try plan(in: 1, showing: 2), try plan(in: 0, showing: 1))
    before.vehicles?.runs.removeLast()
    now.vehicles?.runs.removeLast()
    let cells = try #require(
      notice(from: (event, before), to: (event, now)).byGroup.first.map { group in
        notice(from: (event, before), to: (event, now)).cells(of: group.changes[0])
      })
    #expect(Array(cells[3...5]) == ["车辆：赴会", "2号车 03-05 07:40 酒店", "1号车 03-05 07:40 酒店"])
  }

  @Test func `The driver of a vehicle that another one replaces is told that others drive`() throws {
    let now = try event { draft in
      draft.vehicles![1].id = "V3"
      (draft.vehicles![1].driver, draft.vehicles![1].phone) = ("孙强", "6507")
    }
    let notice = notice(
      from: (try event(), try plan(in: 1, showing: 2)), to: (now, try plan(in: 1, showing: 2)))
    #expect(notice.comparison.changes.isEmpty)
    let rows = notice.runRows
    #expect(rows.map { $0[5] } == ["周亮", "孙强", "孙强"])
    #expect(rows.first == ["2", "03-05 07:40 起 2 趟", "", "", "换车", "周亮", "6506", "", ""])
    // The same driver in another vehicle has the lists of the runs alone.
    let same = try event { $0.vehicles![1].id = "V3" }
    let again = self.notice(
      from: (try event(), try plan(in: 1, showing: 2)), to: (same, try plan(in: 1, showing: 2)))
    #expect(again.runRows.count == 2 && again.runRows.allSatisfy { $0[5] == "周亮" })
  }

  // MARK: Duties and sheets

  private func discussing(without absent: Int?) throws -> (event: Event, plan: EventPlan) {
    let event = try Example.small { draft in
      draft.discussion = [
        DiscussionRoom(row: 2, name: "一室", session: "上午", seats: 9),
        DiscussionRoom(row: 3, name: "二室", session: "上午", seats: 9),
      ]
      if let absent { draft.people[absent].isAbsent = true }
    }
    var plan = EventPlan(rostrum: Example.rostrumPlan(event), hall: Example.hallPlan(event))
    plan.discussion = DiscussionPlan(
      assignments: [0, 1].map { DiscussionAssignment(group: $0, room: $0) })
    return (event, plan)
  }

  @Test func `Who convenes a group in place of somebody absent is told so under the own unit`() throws {
    let (before, now) = (try discussing(without: nil), try discussing(without: 0))
    let notice = notice(from: before, to: now)
    let told = try #require(notice.byGroup.first { $0.group == "城关镇" }).changes
      .filter { $0.person.name == "主席2" }.map(notice.cells)
    #expect(told.contains { Array($0[3...6]) == ["讨论", "", "城关镇 召集人", "接替主席1"] }, "\(told)")
    // All that one person is told stands together.
    #expect(Set(told.map { $0[1] }).count == 1)
  }

  @Test func `Sign-in sheets are void of the groups of who comes or goes, and of no other`() throws {
    let (before, now) = (try discussing(without: nil), try discussing(without: 8))
    let changes = PaperChanges(notice(from: before, to: now))
    let group = try #require(now.event.groups.first { $0.members.contains(8) })
    var selection = PaperSelection()
    selection.changes = changes
    let desk = PaperDesk(
      now.plan, of: now.event, selection, Edition(version: 2), key: Array("key".utf8), Typesetter())
    #expect(Paper.signIn.isMeant(by: selection))
    let words = Paper.signIn.pages(desk).flatMap(\.texts).map(\.string)
    for person in now.event.people.indices {
      let isThere = words.contains(desk.listName(of: person))
      #expect(isThere == group.members.contains(person), "\(now.event.people[person].name)")
    }
    #expect(words.contains { $0.hasPrefix("应到 \(group.members.count - 1) 人") })
    // The sheet of a delegation has all of it, if it is asked for.
    let sheet = Paper.delegations.pages(desk).flatMap(\.texts).map(\.string)
    #expect(sheet.contains("王　五") && sheet.contains("城关镇  名单"))
  }
}
