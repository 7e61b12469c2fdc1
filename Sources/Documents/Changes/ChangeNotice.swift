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

  /// What changed in the tables; which vehicles are replaced; how many moved, are new and are gone, module by module.
  var summary: [Phrase] {
    let all = Dictionary(grouping: comparison.changes, by: \.module)
    let lines = Module.allCases.compactMap { module in
      all[module].map { changes in
        Wording.changed(
          module, moved: changes.count { $0.isMove }, new: changes.count { $0.from == nil },
          gone: changes.count { $0.to == nil })
      }
    }
    let isNone = lines.isEmpty && runs.changed.isEmpty && officers.changes.isEmpty
    return tables + runs.successions.map(phrase) + (isNone ? [Wording.nobodyConcerned] : lines)
  }

  /// `2号车：“中2”改为“中4”（测中1004、周亮 6506）`.
  private func phrase(of succession: RunChanges.Succession) -> Phrase {
    let old = runs.tables.earlier.fleet?.vehicles[succession.old].id.printable ?? ""
    let new = succession.new.flatMap { event.fleet?.vehicles[$0] }
    guard let new else { return Wording.gone(old, number: succession.number) }
    let facts = [new.plate, new.contact].filter { !$0.isEmpty }.joined(separator: separator).printable
    return Wording.replaced(old, by: new.id.printable, facts, number: succession.number)
  }

  /// Changes by group as its name is shown, in the order of groups, then by person; those of people who are gone by their
  /// old group.
  var byGroup: [(group: String, changes: [PlanComparison.Change])] {
    var names: [String] = event.groups.indices.map(groupName)
    var changes: [String: [PlanComparison.Change]] = [:]
    for change in comparison.changes {
      let name = group(of: change)
      if changes[name] == nil, !names.contains(name) { names.append(name) }
      changes[name, default: []].append(change)
    }
    return names.compactMap { name in
      changes.removeValue(forKey: name).map { changes in
        let inOrder = changes.enumerated().sorted { one, other in
          (one.element.person ?? .max, one.element.earlierPerson ?? .max, one.offset)
            < (other.element.person ?? .max, other.element.earlierPerson ?? .max, other.offset)
        }
        return (name, inOrder.map(\.element))
      }
    }
  }

  private func group(of change: PlanComparison.Change) -> String {
    if let person = change.person { return groupName(event.people[person].group) }
    return say(Wording.group(earlier.groups[earlier.people[change.earlierPerson ?? 0].group]))
  }

  private func person(of change: PlanComparison.Change) -> Person {
    change.person.map { event.people[$0] } ?? earlier.people[change.earlierPerson ?? 0]
  }

  func cells(of change: PlanComparison.Change) -> [String] {
    let person = person(of: change)
    return [
      group(of: change), person.name, person.phone, say(change.module.name),
      change.from.map { say($0.phrase) } ?? "",
      change.to.map { say($0.phrase) } ?? "",
      say(comparison.phrase(for: change.cause, from: earlier, to: event)),
      change.papers.map(say).joined(separator: separator), String(change.chain),
      person.id,
    ]
  }

  /// A row for each change; name and telephone stand once, beside all of a person.
  private func list(_ changes: [PlanComparison.Change], _ writer: inout MarkupWriter) {
    table(Wording.pageHeader, &writer) { writer in
      var rest = changes[...]
      while let first = rest.first {
        let own = rest.prefix { $0.person == first.person && $0.earlierPerson == first.earlierPerson }
        rest = rest.dropFirst(own.count)
        let rows: MarkupWriter.Attribute = ("rowspan", .number(Double(own.count)))
        for (place, change) in own.enumerated() {
          let cells = cells(of: change).map(\.printable)
          writer.element("tr") { writer in
            if place == 0 {
              writer.element("td", [("class", "name"), rows], text: cells[1])
              writer.element("td", [rows], text: cells[2])
            }
            writer.element("td", text: cells[3])
            writer.element("td", [("class", "from")], text: cells[4])
            writer.element("td", [("class", "to")], text: cells[5])
            for cell in cells[6...7] { writer.element("td", text: cell) }
            writer.element("td", text: longChains.contains(change.chain) ? cells[8] : "")
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

  /// A row for each run that changed or is cancelled: number, departure, way, riders, driver and leader with telephones.
  var runRows: [[String]] {
    let numbers = plan.vehicles?.numbers(in: event) ?? [:]
    let places = Set(comparison.changes.compactMap(\.to) + comparison.changes.compactMap(\.from))
    let changed = (plan.vehicles?.runs ?? []).filter {
      runs.changed.contains($0) || places.contains(.ride($0, showing: numbers[$0.vehicle] ?? 0))
    }
    return changed.map { cells(of: $0, numbers, in: event, String($0.riders.count)) }
      + runs.cancelled.map {
        cells(of: $0, runs.numbersBefore, in: runs.tables.earlier, say(Wording.cancelledRun))
      }
  }

  private func cells(
    of run: VehicleRun, _ numbers: [Int: Int], in event: Event, _ riders: String
  ) -> [String] {
    let vehicle = event.fleet?.vehicles[run.vehicle]
    let leader = run.leader(in: event).map { event.people[$0] }
    return [
      String(numbers[run.vehicle] ?? 0), run.depart.description, run.from, run.to, riders,
      vehicle?.driver ?? "", vehicle?.phone ?? "", leader?.name ?? "", leader?.phone ?? "",
    ]
  }
}

extension Wording {
  static let notice = Phrase("变动通知", "Notice of changes")
  fileprivate static let nobodyConcerned = Phrase("没有人需要通知", "Nobody is concerned")
  fileprivate static let cancelledRun = Phrase("取消", "cancelled")
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

  fileprivate static func changed(_ module: Module, moved: Int, new: Int, gone: Int) -> Phrase {
    Phrase(
      "\(module.name.chinese)：变动 \(moved)，新增 \(new)，取消 \(gone)",
      "\(module.name.english): \(moved) moved, \(new) new, \(gone) gone")
  }
}
