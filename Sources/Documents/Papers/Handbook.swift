import Assembly
import Localization
import Printing

extension Paper {
  /// For everybody: what there is, who is where, and what leaves when, with contents.
  static let handbook = Paper("handbook", Phrase("会务手册", "Handbook"), by: []) { _, _ in
    true
  } _: {
    $0.handbook()
  }
}

extension PaperDesk {
  private static let handbookTitle = Phrase("会务手册", "Handbook")

  /// The cover and the contents.
  private static let frontPages = 2

  /// A chapter, and short ones that follow it on its last page.
  private struct Part {
    /// Each with the page of the part on which it begins, counted from 0.
    var titles: [(title: Phrase, page: Int)]
    let list: ListPages
    let chapter: ListPages.Chapter
    var content: [[Mark]]
  }

  /// Millimetres between two chapters on a page.
  private static let betweenChapters = 8.0

  /// Cover and contents, then the chapters.
  fileprivate func handbook() -> [Page] {
    var parts: [Part] = []
    func add(
      _ title: Phrase, columns: Int = 1, onItsOwn: Bool = false, _ blocks: (Double) -> [PrintedBlock]
    ) {
      let list = ListPages(desk: self, title: title, columns: columns)
      let chapter = ListPages.Chapter(blocks: blocks(list.width))
      guard !chapter.blocks.isEmpty else { return }
      let content = list.content(chapter)
      if !onItsOwn, let last = parts.last?.content.last, content.count == 1,
        let offset = list.offset(of: content[0], under: last, apart: Self.betweenChapters)
      {
        let page = parts[parts.count - 1].content.count - 1
        parts[parts.count - 1].titles.append((title, page))
        parts[parts.count - 1].content[page].append(.placed(content[0], at: Point(0, offset)))
      } else {
        parts.append(Part(titles: [(title, 0)], list: list, chapter: chapter, content: content))
      }
    }
    add(Phrase("须知", "Notice"), noticeBlocks)
    add(Wording.agenda, agendaBlocks)
    add(Phrase("分组", "Groups"), groupBlocks)
    add(Phrase("分组讨论", "Discussions"), discussionBlocks)
    // Names and seats of other languages are too long for two columns.
    add(
      Phrase("人员一览", "People"), columns: language == .chinese ? 2 : 1, onItsOwn: true, peopleBlocks)
    add(Phrase("会场座位图", "Seat map"), onItsOwn: true) { HallChart(self, width: $0)?.blocks ?? [] }
    add(Phrase("用餐", "Meals"), columns: 2, mealBlocks)
    add(Phrase("会议用车", "Vehicles"), transferBlocks)
    add(Phrase("会务电话", "Whom to call"), staffBlocks)
    let total = parts.reduce(Self.frontPages) { $0 + $1.content.count }
    var contents: [(title: Phrase, page: Int)] = []
    var pages: [Page] = []
    for part in parts {
      let before = Self.frontPages + pages.count
      contents += part.titles.map { ($0.title, before + $0.page + 1) }
      pages += part.list.framed(part.content, part.chapter, after: before, of: total)
    }
    return [cover, contentsPage(contents)] + pages
  }

  private var cover: Page {
    let sheet = Rectangle(Size.a4)
    let area = sheet.inset(25, 0)
    let style = TextStyle(.song, 30, bold: true)
    let lines = eventLines(style, width: area.width)
    var marks: [Mark] = lines.enumerated().map { place, line in
      .text(Text(line, style, in: area.band(72 + Double(place) * 15, 15), .centre))
    }
    let below = 72 + Double(lines.count) * 15
    marks += [
      .line(Point(sheet.midX - 30, below + 10), Point(sheet.midX + 30, below + 10), Stroke(0.6)),
      .text(Text(say(Self.handbookTitle), TextStyle(.kai, 28), in: area.band(below + 16, 18), .centre)),
      .text(Text(datesAndPlace, TextStyle(.song, 14), in: area.band(225, 10), .centre)),
      .text(Text(version, .small.sized(10), in: area.band(238, 8), .centre)),
    ]
    return Page(.a4, marks)
  }

  private func contentsPage(_ contents: [(title: Phrase, page: Int)]) -> Page {
    let area = Rectangle(Size.a4).inset(35, 0)
    let style = TextStyle(.song, 14)
    var marks: [Mark] = [
      .text(Text(say(Phrase("目　录", "Contents")), .title, in: area.band(40, 12), .centre))
    ]
    for (place, entry) in contents.enumerated() {
      let line = area.band(66 + Double(place) * 12, 10)
      let width = typesetter.width(of: say(entry.title), style)
      marks += [
        .text(Text(say(entry.title), style, in: line)),
        .line(Point(line.x + width + 3, line.midY + 1), Point(line.maxX - 12, line.midY + 1), .fold),
        .text(Text("\(entry.page)", TextStyle(.hei, 13), in: line, .trailing)),
      ]
    }
    return Page(.a4, marks)
  }

  /// What everybody is to know, paragraph by paragraph.
  private func noticeBlocks(width: Double) -> [PrintedBlock] {
    let style = TextStyle(.song, 12)
    return event.settings.notice.split(whereSeparator: \.isNewline).flatMap { paragraph in
      typesetter.lines(of: String(paragraph).printable, style, width: width).map { line in
        PrintedBlock(PrintedStrip(7.5, [.text(Text(line, style, in: Rectangle(0, 0, width, 7.5)))]))
      } + [.space(2)]
    }
  }

  private func groupBlocks(width: Double) -> [PrintedBlock] {
    let table = ListTable(
      self,
      [
        .init(title: Phrase("单位", "Group"), width: 58, style: .name, wraps: true),
        .init(title: Phrase("人数", "People"), width: 16, alignment: .centre, style: .number),
        .init(title: Phrase("会场", "Sections"), wraps: true),
        .init(title: Phrase("住宿", "Hotels"), wraps: true),
      ], width: width)
    let rows = delegations.map { group, members -> PrintedBlock in
      let due = members.filter(isDue)
      let sections = due.compactMap(seating.seat).map { say(seating.section(of: $0)) }.distinct
      let hotels = due.compactMap { occupancy?.room(of: $0) }
        .map { occupancy!.roomStock.rooms[$0].hotel.printable }.distinct
      return table.row(
        [
          [groupName(group)], ["\(due.count)"], [sections.joined(separator: separator)],
          [hotels.joined(separator: separator)],
        ])
    }
    return [table.headerBlock] + rows
  }

  private func peopleBlocks(width: Double) -> [PrintedBlock] {
    let wide = width > 120
    let fields = used([
      Field(column: .init(title: Phrase("姓名", "Name"), style: .body, wraps: true), cell: listName),
      Field(
        column: .init(title: Phrase("座位", "Seat"), width: wide ? 46 : 26, style: .body.sized(8.5)),
        cell: seatName),
      Field(
        column: .init(title: Phrase("房间", "Room"), width: wide ? 40 : 24, style: .body.sized(8.5)),
        cell: givenRoom),
      Field(
        column: .init(title: Phrase("用车", "Vehicles"), width: 16, style: .number.sized(8)),
        cell: transferVehicles),
      Field(
        column: .init(title: Phrase("对号车", "Own vehicle"), width: 17, style: .number.sized(8)),
        cell: fixedTrip),
      Field(
        column: .init(title: Wording.dropoff, width: wide ? 16 : 10, style: .number.sized(8)),
        cell: dropoffVehicle),
      Field(
        column: .init(title: Phrase("桌号", "Table"), width: 12, style: .number.sized(8)), cell: onlyTable),
    ])
    let table = ListTable(self, fields.map(\.column), width: width, rowHeight: 5.2)
    return byGroup(people).flatMap { group, members in
      [
        PrintedBlock.space(2), table.heading(groupName(group), say(Wording.people(members.count))),
        table.headerBlock,
      ]
        + members.map { person in
          table.row(fields.map { $0.cell(person) }, repeated: table.continuation(of: groupName(group)))
        }
    }
  }

  /// Table by table which units dine there, at the main table who.
  private func mealBlocks(width: Double) -> [PrintedBlock] {
    guard let plan = plan.tables, let hall = event.diningHall else { return [] }
    let people = plan.people(of: hall)
    let table = ListTable(
      self,
      [
        .init(title: Phrase("桌号", "Table"), width: 17, style: TextStyle(.hei, 10, bold: true)),
        .init(title: Phrase("单位", "Groups"), wraps: true),
        .init(title: Phrase("人数", "People"), width: 12, alignment: .centre, style: .number),
      ], width: width, rowHeight: 5.6)
    return hall.tablesOfMeal.flatMap { tables -> [PrintedBlock] in
      let rows = hall.inOrder(tables).filter { !people[$0].isEmpty }.map { index -> PrintedBlock in
        let units = byGroup(people[index]).map { "\(groupName($0)) \($1.count)" }
        let who = hall.isMain(index) ? event.inProtocolOrder(people[index]).map(name) : units
        return table.row([[hall.tables[index].number.printable], words(who), ["\(people[index].count)"]])
      }
      guard !rows.isEmpty else { return [] }
      let meal = hall.tables[tables[0]].meal.printable
      return (meal.isEmpty ? [] : [.space(3), table.heading(meal)]) + [table.headerBlock] + rows
    }
  }

  /// The number of the table of all meals; blank where there are several.
  private func onlyTable(of person: Int) -> String {
    let numbers =
      (event.diningHall.map { hall in tablesOfPerson[person].map { hall.tables[$0].number.printable } }
      ?? []).distinct
    return numbers.count == 1 ? numbers[0] : ""
  }

  /// The transfers, day by day; who is met and seen off is told by other papers.
  private func transferBlocks(width: Double) -> [PrintedBlock] {
    guard let plan = plan.vehicles, let timetable else { return [] }
    let runs = plan.runs.filter { run in if case .transfer = run.purpose { true } else { false } }
    let table = ListTable(
      self,
      [
        .init(title: Phrase("发车", "Leaves"), width: 16, style: .number),
        .init(
          title: Phrase("车号", "No."), width: 14, alignment: .centre, style: TextStyle(.hei, 10.5, bold: true)),
        .init(title: Phrase("从", "From"), width: 38), .init(title: Phrase("到", "To"), width: 38),
        .init(title: Phrase("事由", "For")),
        .init(title: Phrase("人数", "People"), width: 14, alignment: .centre, style: .number),
      ], width: width, rowHeight: 5.6)
    return Dictionary(grouping: runs, by: \.depart.day).sorted { $0.key < $1.key }.flatMap {
      day, runs -> [PrintedBlock] in
      let again = table.continuation(of: say(Wording.fullDay(day)))
      return [PrintedBlock.space(3), table.heading(say(Wording.fullDay(day))), table.headerBlock]
        + runs.map { run in
          table.row(
            [
              run.depart.clock, "\(timetable.numbers[run.vehicle] ?? 0)", run.from.printable,
              run.to.printable,
              name(of: run.purpose), "\(run.riders.count)",
            ], repeated: again)
        }
    }
  }

  private func staffBlocks(width: Double) -> [PrintedBlock] {
    let staff = people.filter { event.people[$0].role == .staff && !event.people[$0].phone.isEmpty }
    guard !staff.isEmpty else { return [] }
    let hasDuties = staff.contains { !duties(of: $0).isEmpty }
    let duty = [ListTable.Column(title: Phrase("分工", "Duty"), width: 38, wraps: true)]
    let table = ListTable(
      self,
      [
        nameColumn(.name, least: 34, of: staff),
        .init(title: Phrase("职务", "Title"), wraps: true),
      ] + (hasDuties ? duty : []) + [
        .init(title: Phrase("电话", "Phone"), width: 44, style: .number.sized(10.5))
      ], width: width)
    return [table.headerBlock]
      + staff.map { person in
        table.row(
          [listName(of: person), title(of: person)] + (hasDuties ? [duties(of: person)] : [])
            + [phone(of: person)])
      }
  }
}
