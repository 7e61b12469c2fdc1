import Assembly
import Localization
import Printing

extension Paper {
  /// On dining tables.
  static let tableCards = Paper(
    "table-cards", Phrase("餐桌签", "Table cards"), reprintedAs: .tableCard, sizes: [.tableTent, .tableStand],
    orFitting: { $0.width >= 90 && $0.height >= 60 }
  ) { plan, event in
    plan.tables != nil && event.diningHall != nil
  } _: {
    $0.tableCards($1)
  }

  /// At the door of the dining hall: everybody by table, then by name.
  static let tableLists = Paper("table-lists", Phrase("就餐名单", "Dining lists")) { plan, event in
    plan.tables != nil && event.diningHall != nil
  } _: {
    $0.tableLists()
  }
}

extension CardSheet {
  /// Folded in the middle, to be read from both sides.
  static let tableTent = CardSheet("190×277", Size(190, 277), columns: 1, rows: 1, cutMarks: false)
  /// For stands.
  static let tableStand = CardSheet("140×95", Size(140, 95), on: Size.a4.turned, columns: 2, rows: 2)
}

extension PaperDesk {
  // MARK: Who dines where

  /// The number of a person's table; of several meals each with its meal.
  func tableName(of person: Int) -> String {
    guard let hall = event.diningHall else { return "" }
    return tablesOfPerson[person].map { hall.tables[$0] }.map { table in
      table.meal.isEmpty ? table.number.printable : "\(table.meal.printable) \(table.number.printable)"
    }.joined(separator: separator)
  }

  // MARK: 餐桌签

  fileprivate func tableCards(_ sheet: CardSheet) -> [Page] {
    guard let plan = plan.tables, let hall = event.diningHall else { return [] }
    let people = plan.people(of: hall)
    let cards = hall.tablesOfMeal.flatMap { hall.inOrder($0) }
      .filter { people[$0].contains(where: isDue) }
      .map { table -> [Mark] in
        let card = Rectangle(sheet.card)
        guard sheet.name == CardSheet.tableTent.name else {
          return tableSide(table, hall, people[table], card.inset(6, 4))
        }
        let half = card.height / 2
        let lower = Rectangle(card.x, card.y + half, card.width, half)
        let upper = Rectangle(card.x, card.y, card.width, half)
        func side(_ box: Rectangle) -> [Mark] { tableSide(table, hall, people[table], box.inset(10, 8)) }
        return [.line(Point(0, half), Point(card.width, half), .fold), .turned(side(upper), in: upper)]
          + side(lower)
      }
    return edged(sheet.pages(cards), Phrase("餐桌签", "Table cards"))
  }

  /// The number as large as the side allows, what table it is, and who sits there by unit.
  private func tableSide(
    _ index: Int, _ hall: DiningHall, _ people: [Int], _ box: Rectangle
  ) -> [Mark] {
    let table = hall.tables[index]
    let scale = box.height / 122
    let isMain = hall.isMain(index)
    let isNamedSo = table.number.printable == say(Wording.mainTable)
    let kinds =
      (isMain && !isNamedSo ? [say(Wording.mainTable)] : []) + table.diets.map { say(Wording.diet($0)) }
    let head = [table.meal.printable, kinds.joined(separator: separator)].filter { !$0.isEmpty }
    var marks: [Mark] = [
      .text(Text(eventName, .small.sized(9 * scale + 2), in: box.band(0, 7 * scale))),
      .text(
        Text(
          head.joined(separator: " · "), TextStyle(.kai, 16 * scale), in: box.band(0, 9 * scale), .trailing)),
      .text(
        Text(
          table.number.printable, TextStyle(.hei, 170 * scale, bold: true),
          in: box.band(10 * scale, 62 * scale), .centre)),
      .line(
        Point(box.x, box.y + 75 * scale), Point(box.maxX, box.y + 75 * scale), .rule),
    ]
    let top = 78 * scale
    let (lines, style) = namesByUnit(people, in: Size(box.width, box.height - top), 13 * scale)
    let pitch = min(style.em * 1.3, (box.height - top) / Double(lines.count))
    for (index, line) in lines.enumerated() {
      marks.append(.text(Text(line, style, in: box.band(top + Double(index) * pitch, pitch))))
    }
    return marks
  }

  /// Lines of names that fill a space, smaller where there are many, and their style: nobody is left out.
  private func namesByUnit(_ people: [Int], in space: Size, _ size: Double) -> ([String], TextStyle) {
    let styles = stride(from: 1, through: 0.5, by: -0.1).map { TextStyle(.song, size * $0) }
    for style in styles {
      let lines = namesByUnit(people, style, width: space.width)
      if Double(lines.count) * style.em * 1.3 <= space.height { return (lines, style) }
    }
    return (namesByUnit(people, styles.last!, width: space.width), styles.last!)
  }

  /// `湖北：张三、李四`, as many lines as it takes.
  private func namesByUnit(_ people: [Int], _ style: TextStyle, width: Double) -> [String] {
    byGroup(people).flatMap { group, members -> [String] in
      let names = words(event.inProtocolOrder(members).map(name))
      let colon = say(Phrase("：", ": "))
      return typesetter.lines(ofWords: [groupName(group) + colon] + names, style, width: width)
    }
  }

  // MARK: 就餐名单

  fileprivate func tableLists() -> [Page] {
    guard let plan = plan.tables, let hall = event.diningHall else { return [] }
    let list = ListPages(desk: self, title: Phrase("就餐名单", "Tables"), columns: 3, gap: 5)
    let people = plan.people(of: hall)
    let byTable = hall.tablesOfMeal.flatMap { tables -> [PrintedBlock] in
      let blocks = hall.inOrder(tables).flatMap { table in
        self.blocks(ofTable: table, hall, people[table].filter(isSelected), width: list.width)
      }
      let meal = hall.tables[tables[0]].meal.printable
      return meal.isEmpty || blocks.isEmpty
        ? blocks : [.space(4), band(meal, "", width: list.width)] + blocks
    }
    let rows = event.inOrderOfNames().filter { isSelected($0) && !tablesOfPerson[$0].isEmpty }
    guard !rows.isEmpty else { return [] }
    return list.pages([
      ListPages.Chapter(
        name: say(Wording.byTable), heading: say(Phrase("按餐桌  就餐名单", "Dining list by table")), blocks: byTable
      ),
      ListPages.Chapter(
        name: say(Wording.byName), heading: say(Phrase("按姓名  就餐名单", "Dining list by name")),
        blocks: linesByName(rows, width: list.width)),
    ])
  }

  /// A line a person: the table behind the name.
  private func linesByName(_ people: [Int], width: Double) -> [PrintedBlock] {
    let tables = people.map(tableName)
    let widest = tables.map { typesetter.width(of: $0, .number) }.max() ?? 0
    let table = ListTable(
      self,
      [
        .init(title: Phrase("姓名", "Name"), width: 19, style: .body),
        .init(title: Phrase("单位", "Group"), style: .body.sized(8.5)),
        .init(title: Phrase("桌号", "Table"), width: min(max(13, widest + 3), width * 0.45), style: .number),
      ], width: width, rowHeight: 4.6)
    return [table.headerBlock]
      + zip(people, tables).map { table.row([listName(of: $0), groupName(of: $0), $1]) }
  }

  /// The table, and its people by unit; of the main table by seat.
  private func blocks(
    ofTable index: Int, _ hall: DiningHall, _ people: [Int], width: Double
  ) -> [PrintedBlock] {
    guard !people.isEmpty else { return [] }
    let table = hall.tables[index]
    let name = say(PrintedPlace.table(table).phrase)
    let isMain = hall.isMain(index)
    let kinds =
      (isMain && name != say(Wording.mainTable) ? [say(Wording.mainTable)] : [])
      + table.diets.map { say(Wording.diet($0)) }
    let remark = (kinds + ["\(people.count) / \(table.seats)"]).joined(separator: " · ")
    let words =
      isMain
      ? self.words(seatsOfMainTable(index, hall, people))
      : unitWords(people, inOrder: event.inProtocolOrder)
    let heading = ListTable(self, [], width: width).heading(name, remark)
    var lines = lines(of: words, width: width, repeated: continuationLine(name, width: width))
    lines[lines.count - 1].holdsNext = true
    return [.space(1), heading] + lines + [entryRule(width: width)]
  }

  /// `1 张三、2 李四`: seats clockwise from the host.
  private func seatsOfMainTable(_ table: Int, _ hall: DiningHall, _ people: [Int]) -> [String] {
    event.roundSeats(of: people, at: hall.tables[table]).enumerated().compactMap { seat, person in
      person.map { "\(seat + 1) \(name(of: $0))" }
    }
  }
}
