public import Assembly
import Foundation
import Localization
import Tables

/// Whom to tell of a late change: what changed on top, then group by group everybody who is elsewhere, new or gone, who
/// convenes a discussion now, and who drives or leads runs that changed. A page that needs nothing but itself, no script either.
///
/// Same events and plans, same bytes.
public struct ChangeNotice: Sendable, EventPage {
  let event: Event
  let edition: Edition?
  let earlier: Event
  let plan: EventPlan
  let comparison: PlanComparison
  let runs: RunChanges
  let officers: OfficerChanges
  private let tables: [Phrase]
  /// Chains of several changes; of one alone the number says nothing.
  private let longChains: Set<Int>

  /// The notice of a comparison.
  ///
  /// - Parameters:
  ///   - comparison: of the earlier plan with the new one.
  ///   - earlier: the event of the earlier plan.
  ///   - event: the event of the new plan.
  ///   - plan: the new plan.
  ///   - before: the earlier plan.
  ///   - change: the tables of which a module of it is planned, and those of the new plan.
  ///   - tables: what changed in the tables, a line each.
  ///   - edition: what the page tells of the version.
  public init(
    _ comparison: PlanComparison, from earlier: Event, to event: Event, _ plan: EventPlan,
    since before: EventPlan, tables: [Phrase], edition: Edition? = nil, change: (Module) -> TableChange
  ) {
    self.comparison = comparison
    self.earlier = earlier
    self.event = event
    self.edition = edition
    self.plan = plan
    self.tables = tables
    runs = RunChanges(from: before.vehicles, to: plan.vehicles, since: change(.vehicles))
    officers = OfficerChanges(from: before.discussion, to: plan.discussion, since: change(.discussion))
    longChains = Set(Dictionary(grouping: comparison.changes, by: \.chain).filter { $1.count > 1 }.keys)
  }

  /// The page and the table for a spreadsheet.
  public var documents: [Document] {
    let name = Self.name[event.settings.language]
    return [
      Document(name: name, title: Wording.notice, format: .html, bytes: Data(html().utf8)),
      Document(name: name, title: Wording.notice, format: .csv, bytes: csv()),
    ]
  }

  /// The name of both without the ending.
  static let name = Phrase("变动通知", "notice-of-changes")

  /// The files of both, in every language.
  public static var fileNames: [String] {
    Language.allCases.flatMap { language in ["html", "csv"].map { "\(name[language]).\($0)" } }
  }

  /// The page.
  ///
  /// - Complexity: O(changes log changes).
  public func html() -> String {
    var writer = MarkupWriter()
    frame(of: Wording.notice).write(to: &writer) {
      $0.verbatim(PackageResources.Report_css)
      $0.verbatim(PackageResources.Changes_css)
    } body: {
      body(&$0)
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The table: UTF-8 with a byte order mark; formulas are neutralised.
  public func csv() -> Data {
    var table = TableWriter(header: Wording.noticeHeader.map(say), for: .spreadsheets)
    for (_, changes) in byGroup {
      for change in changes { table.append(cells(of: change)) }
    }
    return table.data
  }

  // MARK: Parts

  private func body(_ writer: inout MarkupWriter) {
    head(of: Wording.notice, &writer)
    writer.element("ul", [("class", "summary")]) { writer in
      for line in summary { writer.element("li", text: say(line)) }
    }
    for (group, changes) in byGroup {
      writer.element("section") { writer in
        writer.element("h3", text: group)
        list(changes, &writer)
      }
    }
    section(Wording.officers, Wording.officersHeader, officerRows, &writer)
    section(Wording.driversAndLeaders, Wording.runsHeader, runRows, &writer)
  }

  /// What changed in the tables; which vehicles are replaced; how many moved, are new and are gone, module by module; what is
  /// short.
  var summary: [Phrase] {
    let all = Dictionary(grouping: comparison.changes, by: \.module)
    let lines = Module.allCases.compactMap { module in
      all[module].map { changes in
        Wording.changed(
          module, moved: ChangeCount(changes.filter(\.isMove)),
          new: ChangeCount(changes.filter { $0.from == nil }),
          gone: ChangeCount(changes.filter { $0.to == nil }))
      }
    }
    let isNone = lines.isEmpty && runs.changed.isEmpty && officers.changes.isEmpty
    return tables + runs.successions.map(phrase) + (isNone ? [Wording.nobodyConcerned] : lines) + shortages
  }

  /// `2号车：“中2”改为“中4”（测中1004、周亮 6506）`.
  private func phrase(of succession: RunChanges.Succession) -> Phrase {
    let old = runs.tables.earlier.fleet?.vehicles[succession.old].id.printable ?? ""
    let new = succession.new.flatMap { event.fleet?.vehicles[$0] }
    guard let new else { return Wording.gone(old, number: succession.number) }
    let facts = [new.plate, new.contact].filter { !$0.isEmpty }.joined(separator: separator).printable
    return Wording.replaced(old, by: new.id.printable, facts, number: succession.number)
  }

  /// What people are told, by group as its name is shown, in the order of groups, then by person; those who are gone by their
  /// old group.
  var byGroup: [(group: String, changes: [ToldChange])] {
    var names: [String] = event.groups.indices.map(groupName)
    var changes: [String: [ToldChange]] = [:]
    for (_, own) in byPerson {
      let name = groupName(of: own[0])
      if changes[name] == nil, !names.contains(name) { names.append(name) }
      changes[name, default: []] += own
    }
    return names.compactMap { name in changes.removeValue(forKey: name).map { (name, $0) } }
  }

  /// What each person is told, those who are gone last.
  private var byPerson: [(key: [Int?], changes: [ToldChange])] {
    var changes: [[Int?]: [ToldChange]] = [:]
    for (key, own) in Dictionary(grouping: comparison.changes, by: { [$0.person, $0.earlierPerson] }) {
      let person = key[0].map { event.people[$0] } ?? earlier.people[key[1] ?? 0]
      changes[key] = ToldChange.all(own, of: person, inNotice: self)
    }
    let keys = Dictionary(changes.keys.map { ($0[0], $0) }) { first, _ in first }
    for var change in officers.told(in: event.settings.language) {
      change.key = keys[change.key[0]] ?? change.key
      changes[change.key, default: []].append(change)
    }
    return changes.map { ($0, $1) }.sorted { one, other in
      (one.0[0] ?? .max, one.0[1] ?? .max) < (other.0[0] ?? .max, other.0[1] ?? .max)
    }
  }

  /// That of the person now, or before where they are gone.
  private func groupName(of change: ToldChange) -> String {
    let tables = change.key[0] == nil ? earlier : event
    return say(Wording.group(tables.groups[change.person.group]))
  }

  /// What is in a row of the table.
  func cells(of change: ToldChange) -> [String] {
    [
      groupName(of: change), change.person.name.closedUp, change.person.phone, say(change.subject),
      say(change.from),
      say(change.to),
      say(change.cause), change.papers.map(say).joined(separator: separator),
      change.chain.map(String.init) ?? "", change.person.id,
    ]
  }

  /// A row for each change; name and telephone stand once, beside all of a person.
  private func list(_ changes: [ToldChange], _ writer: inout MarkupWriter) {
    table(Wording.pageHeader, &writer) { writer in
      for own in changes.byPerson {
        let rows: MarkupWriter.Attribute = ("rowspan", .number(Double(own.count)))
        for (place, change) in own.enumerated() {
          let cells = cells(of: change).map(\.printable)
          writer.element("tr") { writer in
            if place == 0 {
              writer.element("td", [("class", "name"), rows], text: cells[1])
              writer.element("td", [("class", "phone"), rows], text: cells[2])
            }
            writer.element("td", text: cells[3])
            writer.element("td", [("class", "from")], text: cells[4])
            writer.element("td", [("class", "to")], text: cells[5])
            for cell in cells[6...7] { writer.element("td", text: cell) }
            writer.element("td", text: change.chain.map(longChains.contains) ?? false ? cells[8] : "")
          }
        }
      }
    }
  }

  private func table(
    _ titles: [Phrase], _ writer: inout MarkupWriter, rows: (inout MarkupWriter) -> Void
  ) {
    writer.element("table") { writer in
      header(titles, &writer)
      writer.element("tbody", [], rows)
    }
  }

  /// A table of those who serve others, where there are any to tell.
  private func section(
    _ title: Phrase, _ header: [Phrase], _ rows: [[String]], _ writer: inout MarkupWriter
  ) {
    guard !rows.isEmpty else { return }
    writer.element("section") { writer in
      writer.element("h3", text: say(title))
      table(header, &writer) { writer in
        for cells in rows {
          writer.element("tr") { writer in
            for cell in cells { writer.element("td", text: cell.printable) }
          }
        }
      }
    }
  }

  /// A row for each duty in a discussion group that has passed to somebody else: group, duty, who had it, who has it and their
  /// telephones.
  var officerRows: [[String]] {
    officers.changes.map { change in
      let group = officers.tables.event.discussion?.groups[change.group]
      let now = change.now.map { officers.tables.event.people[$0] }
      func list(_ texts: [String]) -> String { texts.filter { !$0.isEmpty }.joined(separator: separator) }
      return [
        group.map { say($0.name.capitalized) } ?? "", say(change.duty),
        list(change.before.map { officers.tables.earlier.people[$0].name }),
        now.isEmpty ? say(Wording.nobody) : list(now.map(\.name)), list(now.map(\.phone)),
      ]
    }
  }

  /// A row for each run that changed or is cancelled: number, departure, way, riders, driver and leader with telephones; and one
  /// for each driver who drives no longer what is driven still. By number, so that each is called once.
  var runRows: [[String]] {
    let numbers = plan.vehicles?.numbers(in: event) ?? [:]
    let places = Set(comparison.changes.compactMap(\.to) + comparison.changes.compactMap(\.from))
    let changed = (plan.vehicles?.runs ?? []).filter {
      runs.changed.contains($0) || places.contains(.ride($0, showing: numbers[$0.vehicle] ?? 0))
    }
    let cancelled = runs.cancelled.map {
      cells(of: $0, runs.numbersBefore, in: runs.tables.earlier, say(Wording.cancelledRun))
    }
    let rows =
      runs.relieved.map(cells) + changed.map { cells(of: $0, numbers, in: event, String($0.riders.count)) }
      + cancelled
    return rows.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
      .map(\.element.cells)
  }

  private func cells(of relieved: RunChanges.Relieved) -> (number: Int, cells: [String]) {
    let (first, count) = (relieved.runs[0], relieved.runs.count)
    let vehicle = runs.tables.earlier.fleet?.vehicles[first.vehicle]
    let number = runs.numbersBefore[first.vehicle] ?? 0
    return (
      number,
      [
        String(number), first.depart.withoutYear + (count == 1 ? "" : say(Wording.andMore(count))),
        count == 1 ? first.from : "", count == 1 ? first.to : "",
        say(relieved.isOtherVehicle ? Wording.otherVehicle : Wording.otherDriver),
        vehicle?.driver ?? "", vehicle?.phone ?? "", "", "",
      ]
    )
  }

  private func cells(
    of run: VehicleRun, _ numbers: [Int: Int], in event: Event, _ riders: String
  ) -> (number: Int, cells: [String]) {
    let vehicle = event.fleet?.vehicles[run.vehicle]
    let leader = run.leader(in: event).map { event.people[$0] }
    let number = numbers[run.vehicle] ?? 0
    return (
      number,
      [
        String(number), run.depart.withoutYear, run.from, run.to, riders,
        vehicle?.driver ?? "", vehicle?.phone ?? "", leader?.shownName ?? "", leader?.phone ?? "",
      ]
    )
  }
}

extension Wording {
  static let notice = Phrase("变动通知", "Notice of changes")
  fileprivate static let nobodyConcerned = Phrase("没有人需要通知", "Nobody is concerned")
  fileprivate static let cancelledRun = Phrase("取消", "cancelled")
  fileprivate static let otherVehicle = Phrase("换车", "relieved")
  fileprivate static let otherDriver = Phrase("换人", "relieved")
  fileprivate static func andMore(_ runs: Int) -> Phrase { Phrase(" 起 \(runs) 趟", ", \(runs) runs") }
  static let driversAndLeaders = Phrase("司机和带车人", "Drivers and leaders")
  static let officers = Phrase("讨论组的召集人和服务人员", "Conveners and staff of discussions")
  fileprivate static let nobody = Phrase("无", "nobody")
  fileprivate static let noticeHeader = [
    Phrase("单位", "Group"), Phrase("姓名", "Name"), Phrase("电话", "Phone"), Phrase("事项", "Subject"),
    Phrase("原来", "From"), Phrase("现在", "To"), Phrase("原因", "Cause"), Phrase("须重印", "Reprint"),
    Phrase("连带", "Chain"), Phrase("编号", "Id"),
  ]
  /// The columns of the page: the group stands above, and no id is needed to telephone.
  fileprivate static let pageHeader = Array(noticeHeader.dropFirst().dropLast())
  fileprivate static let runsHeader = [
    Phrase("车号", "Vehicle"), Phrase("发车", "Depart"), Phrase("起点", "From"), Phrase("终点", "To"),
    Phrase("人数", "Riders"), Phrase("司机", "Driver"), Phrase("电话", "Phone"), Phrase("带车人", "Leader"),
    Phrase("电话", "Phone"),
  ]

  fileprivate static let officersHeader = [
    Phrase("讨论组", "Group"), Phrase("分工", "Duty"), Phrase("原来", "From"), Phrase("现在", "To"),
    Phrase("电话", "Phone"),
  ]

  fileprivate static func replaced(_ old: String, by new: String, _ facts: String, number: Int) -> Phrase {
    Phrase(
      "\(number)号车：“\(old)”改为“\(new)”" + (facts.isEmpty ? "" : "（\(facts)）"),
      "No. \(number): “\(new)”" + (facts.isEmpty ? "" : " (\(facts))") + " in place of “\(old)”")
  }

  fileprivate static func gone(_ old: String, number: Int) -> Phrase {
    Phrase(
      "\(number)号车：“\(old)”停用，车号不再使用", "No. \(number): “\(old)” is gone, and no vehicle shows its number")
  }

  /// `车辆：变动 44 人 186 趟，新增 3 人 9 趟`.
  fileprivate static func changed(_ module: Module, moved: ChangeCount, new: ChangeCount, gone: ChangeCount)
    -> Phrase
  {
    let parts = [
      (Phrase("变动", "moved"), moved), (Phrase("新增", "new"), new), (Phrase("取消", "gone"), gone),
    ].filter { $0.1.people > 0 }
    return Phrase(
      "\(module.name.chinese)：" + parts.map { "\($0.chinese) \($1.phrase.chinese)" }.joined(separator: "，"),
      "\(module.name.english): " + parts.map { "\($1.phrase.english) \($0.english)" }.joined(separator: ", "))
  }
}

/// Whom changes concern, and how many rides, meals or sessions, where these are more.
private struct ChangeCount {
  let people: Int
  private let all: Int
  private let kind: PlaceUse.Kind?

  init(_ changes: [PlanComparison.Change]) {
    people = Set(changes.map { [$0.person, $0.earlierPerson] }).count
    all = changes.count
    kind = changes.first?.use.kind
  }

  /// `44 人 186 趟`.
  var phrase: Phrase {
    let each =
      switch kind {
      case .rides: Wording.rides(all)
      case .table: Phrase("\(all) 餐次", counted(all, "meal"))
      case .discussion: Phrase("\(all) 场次", counted(all, "session"))
      case .duty: Phrase("\(all) 个岗位", counted(all, "post"))
      default: Phrase("\(all) 次", counted(all, "time"))
      }
    return all == people
      ? Phrase("\(people) 人", counted(people, "person", "people"))
      : Phrase("\(people) 人 \(each.chinese)", "\(counted(people, "person", "people")) (\(each.english))")
  }
}
