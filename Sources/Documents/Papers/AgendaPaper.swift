import Assembly
import Localization
import Printing

extension Paper {
  /// For everybody: what there is when and where.
  static let agenda = Paper("agenda", Wording.agenda, by: [.days]) { _, event in
    !event.agenda.isEmpty
  } _: { desk in
    let list = ListPages(desk: desk, title: Wording.agenda)
    let blocks = desk.agendaBlocks(width: list.width)
    return blocks.isEmpty ? [] : list.pages([ListPages.Chapter(lines: [desk.datesAndPlace], blocks: blocks)])
  }
}

extension Wording {
  static let agenda = Phrase("日程", "Agenda")
}

extension PaperDesk {
  /// The agenda day by day; columns in which nothing stands are left out.
  func agendaBlocks(width: Double) -> [PrintedBlock] {
    let items = event.agenda.filter { item in selection.day.map { item.day == $0 } ?? true }
    typealias Part = (column: ListTable.Column, cell: (AgendaItem) -> String)
    let all: [Part] = [
      (.init(title: Phrase("时间", "Time"), width: 28, style: .number.sized(10)), { $0.time }),
      (.init(title: Phrase("内容", "What"), style: .name, wraps: true), { $0.what }),
      (.init(title: Phrase("地点", "Place"), width: 38, wraps: true), { $0.place }),
      (.init(title: Phrase("参加人员", "Who"), width: 40, wraps: true), { $0.who }),
    ]
    let used = all.filter { part in items.contains { !part.cell($0).isEmpty } }
    let table = ListTable(self, used.map(\.column), width: width, rowHeight: 7.5)
    return items.byDay.flatMap { day, items -> [PrintedBlock] in
      [.space(3), table.heading(say(Wording.fullDay(day))), table.headerBlock]
        + items.map { item in
          table.row(
            used.map { $0.cell(item).printable }, repeated: table.continuation(of: say(Wording.fullDay(day))))
        }
    }
  }
}
