import Assembly
import Localization
import Tables

extension TableContract {
  /// What there is when.
  static let agenda = TableContract(
    .agenda, "日程", also: ["会议日程", "日程安排", "议程", "会议议程"],
    columns: [
      Column(
        "date", "日期", also: ["日子", "时间日期"], required: true, kind: .date,
        help: Phrase(
          "日期，如 2026-03-05；同一天的可只写第一行", "a day, such as 2026-03-05; blank: that of the line above"),
        example: Phrase("2026-03-05")),
      Column(
        "time", "时间", also: ["起止时间", "时段", "具体时间"],
        help: Phrase("如 08:30、8:30–11:00、下午", "such as 08:30, 8:30–11:00 or afternoon"),
        example: Phrase("09:00–11:00")),
      Column(
        "what", "内容", also: ["事项", "议程", "活动", "活动内容", "会议内容", "安排"], required: true,
        help: Phrase("印在会务手册的日程里", "printed in the handbook's agenda"), example: Phrase("开幕会", "Opening")),
      Column("place", "地点", also: ["场所", "会议地点"], help: Phrase("印在日程里", "printed"), example: Example.venue),
      Column(
        "who", "参加人员", also: ["参加人", "人员", "对象", "参会人员", "出席范围"],
        help: Phrase("印在日程里；留空为全体", "printed; blank: everybody"), example: Phrase("全体", "everybody")),
    ]
  ) { sheet, draft in
    let reader = AgendaReader(sheet)
    draft.agenda = reader.items
    return reader.diagnostics
  }
}
