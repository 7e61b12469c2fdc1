import Assembly
import Localization
import Printing

/// Which papers are void since an earlier plan: whose, of which rooms, of which runs.
public struct PaperChanges: Sendable {
  let notice: ChangeNotice
  private let people: [Reprint: Set<Int>]
  /// Of groups in which anything changed for anybody.
  private let everybodyConcerned: Set<Int>
  /// Runs that are not as they were: another vehicle or driver, other times, places or riders.
  private let runs: Set<VehicleRun>

  /// What `reprint` of changes.csv calls a paper, in English.
  enum Reprint: String, CaseIterable {
    case card, badge, ticket, door
    /// The whole group's.
    case signIn = "sign-in sheet"
    case busList = "bus list"
    case tableCard = "table card"
    case discussionDoor = "discussion door"
    case dutyList = "duty list"
    /// Of drivers: no paper of anybody on the list.
    case driverSlip = "driver slip"
    /// On windscreens: likewise.
    case vehicleSign = "vehicle sign"
  }

  /// The papers that are void after the changes of a notice.
  ///
  /// - Complexity: O(changes + rooms + rides).
  public init(_ notice: ChangeNotice) {
    self.notice = notice
    var people: [Reprint: Set<Int>] = [:]
    for change in notice.comparison.changes {
      for paper in change.papers {
        guard let paper = Reprint(rawValue: paper.english), let person = change.person else { continue }
        people[paper, default: []].insert(person)
      }
    }
    let signs: [(Reprint, (any ComparedPlan)?)] = [
      (.door, notice.plan.rooms), (.tableCard, notice.plan.tables), (.discussionDoor, notice.plan.discussion),
    ]
    for case (let sign, let plan?) in signs {
      people[sign, default: []].formUnion(Self.peopleWhereSomebodyLeft(plan, notice))
    }
    for change in notice.officers.changes {
      let members = notice.event.discussion?.groups[change.group].members ?? []
      people[.discussionDoor, default: []].formUnion(members)
    }
    people[.signIn] = Self.peopleOfGroups(in: notice) { change in
      change.papers.contains { $0.english == Reprint.signIn.rawValue }
    }
    self.people = people
    everybodyConcerned = Self.peopleOfGroups(in: notice) { _ in true }
    runs = notice.runs.changed
  }

  /// What of a selection is void of a paper.
  ///
  /// - Parameter isByGroup: whether it is a sheet a group, whose others stay on it.
  func narrowing(_ selection: PaperSelection, to paper: Reprint?, isByGroup: Bool) -> PaperSelection {
    var selection = selection
    func narrow(_ numbers: Set<Int>) {
      selection.vehicles = selection.vehicles?.intersection(numbers) ?? numbers
    }
    switch paper {
    case .busList: selection.runs = runs
    case .driverSlip: narrow(notice.runs.numbersOfSlips)
    case .vehicleSign: narrow(notice.runs.numbersOfSigns)
    default:
      let concerned = isByGroup && paper == nil ? everybodyConcerned : people(of: paper)
      selection.people = selection.people?.intersection(concerned) ?? concerned
    }
    return selection
  }

  /// Whose paper of a kind is void; of other papers, whoever has anything else.
  private func people(of paper: Reprint?) -> Set<Int> {
    paper.map { people[$0] ?? [] } ?? people.values.reduce([]) { $0.union($1) }
  }

  /// Everybody of the groups of those whom some change concerns; of who is gone, of the group as it was.
  private static func peopleOfGroups(
    in notice: ChangeNotice, where isMeant: (PlanComparison.Change) -> Bool
  ) -> Set<Int> {
    let (event, earlier) = (notice.event, notice.earlier)
    let groups = notice.comparison.changes.filter(isMeant).flatMap { change -> [Int] in
      let old = change.earlierPerson.map { Wording.group(earlier.groups[earlier.people[$0].group]) }
      return [
        change.person.map { event.people[$0].group }, event.groups.firstIndex { Wording.group($0) == old },
      ].compactMap(\.self)
    }
    return Set(Set(groups).flatMap { event.groups[$0].members })
  }

  /// Whether nothing that was printed is void.
  public var isNone: Bool {
    notice.comparison.changes.isEmpty && runs.isEmpty && notice.runs.numbersOfSlips.isEmpty
      && notice.officers.changes.isEmpty
  }

  /// Who stays where a sign bears a name too many: of somebody who has another room or table, or none.
  private static func peopleWhereSomebodyLeft(_ plan: any ComparedPlan, _ notice: ChangeNotice) -> Set<Int> {
    let module = type(of: plan).module
    let places = Set(notice.comparison.changes.filter { $0.module == module }.compactMap(\.from))
    return Set(plan.placings(in: notice.event).filter { places.contains($0.place) }.map(\.person))
  }
}

extension Paper {
  /// Whom to tell of a late change, in print.
  static let notice = Paper("notice", Wording.notice, by: []) { _, _ in
    true
  } _: {
    $0.notice()
  }
}

extension PaperDesk {
  fileprivate func notice() -> [Page] {
    guard let notice = selection.changes?.notice else { return [] }
    let list = ListPages(desk: self, title: Wording.notice, sheet: Size.a4.turned)
    let changed = notice.byGroup.flatMap(\.1)
    let hasPhones = changed.contains { !notice.cells(of: $0)[2].isEmpty }
    let phone = ListTable.Column(title: Phrase("电话", "Phone"), width: 28, style: .number)
    let table = ListTable(
      self,
      [.init(title: Phrase("姓名", "Name"), width: 24, style: .name)] + (hasPhones ? [phone] : []) + [
        .init(title: Phrase("事项", "Subject"), width: 24, wraps: true),
        .init(title: Phrase("原来", "From"), wraps: true),
        .init(title: Phrase("现在", "To"), style: TextStyle(.song, 9.5, bold: true), wraps: true),
        .init(title: Phrase("原因", "Cause"), width: 34, wraps: true),
        .init(title: Phrase("须重印", "Reprint"), width: 32, wraps: true),
      ], width: list.width)
    var blocks = notice.byGroup.flatMap { group, changes -> [PrintedBlock] in
      let people = changes.byPerson
      // All of a person is called out at once, and never parted; the name stands once.
      let rows = people.map { changes in
        PrintedBlock.joined(
          changes.enumerated().map { place, change in
            var cells = notice.cells(of: change).map(\.printable)
            cells[1] = cells[1].spaced
            let who = place == 0 ? cells[1...(hasPhones ? 2 : 1)] : hasPhones ? ["", ""] : [""]
            return table.row(Array(who) + cells[3...7], repeated: table.continuation(of: group))
          })
      }
      return [.space(3), table.heading(group, say(Wording.people(people.count))), table.headerBlock] + rows
    }
    blocks += officerBlocks(notice.officerRows, width: list.width)
    blocks += runBlocks(notice.runRows, width: list.width)
    return list.pages([ListPages.Chapter(lines: notice.summary.map(say), blocks: blocks)])
  }

  /// Who does what in a discussion group now.
  private func officerBlocks(_ rows: [[String]], width: Double) -> [PrintedBlock] {
    guard !rows.isEmpty else { return [] }
    let table = ListTable(
      self,
      [
        .init(title: Phrase("讨论组", "Group"), width: 60, style: .name),
        .init(title: Phrase("分工", "Duty"), width: 26),
        .init(title: Phrase("原来", "From"), wraps: true),
        .init(title: Phrase("现在", "To"), style: TextStyle(.song, 9.5, bold: true), wraps: true),
        .init(title: Phrase("电话", "Phone"), width: 40, style: .number),
      ], width: width)
    return [.space(4), table.heading(say(Wording.officers)), table.headerBlock]
      + rows.map { table.row($0.map(\.printable)) }
  }

  /// Drivers and leaders of runs that changed.
  private func runBlocks(_ rows: [[String]], width: Double) -> [PrintedBlock] {
    guard !rows.isEmpty else { return [] }
    let table = ListTable(
      self,
      [
        .init(title: Phrase("车号", "No."), width: 14, alignment: .centre, style: .number),
        .init(title: Phrase("发车", "Leaves"), width: 34, style: .number),
        .init(title: Phrase("从", "From")), .init(title: Phrase("到", "To")),
        .init(title: Phrase("人数", "People"), width: 14, alignment: .centre, style: .number),
        .init(title: Phrase("司机", "Driver"), width: 26),
        .init(title: Phrase("电话", "Phone"), width: 28, style: .number),
        .init(title: Phrase("带车人", "Leader"), width: 26),
        .init(title: Phrase("电话", "Phone"), width: 28, style: .number),
      ], width: width)
    return [.space(4), table.heading(say(Wording.driversAndLeaders)), table.headerBlock]
      + rows.map {
        table.row($0.map(\.printable), repeated: table.continuation(of: say(Wording.driversAndLeaders)))
      }
  }
}
