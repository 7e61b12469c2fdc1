import Assembly
import Localization
import Tables

extension TableContract {
  /// Rides of many at once.
  static let transfers = TableContract(
    .transfers, "用车", also: ["用车安排", "用车计划"],
    columns: [
      Column(
        "id", "编号", also: ["序号"], required: true, help: Phrase("唯一的编号，如 T1", "unique, such as T1"),
        example: Phrase("T1")),
      Column(
        "name", "名称", also: ["用途", "事项"], help: Phrase("印在乘车表上", "printed"),
        example: Phrase("赴开幕会", "To the opening")),
      Column(
        "from", "起点", also: ["出发地", "出发地点", "上车地点"], required: true,
        help: Phrase("起点，与“线路”表写法一致", "as in the table routes"), example: Example.hotel),
      Column(
        "to", "终点", also: ["目的地", "到达地点", "下车地点"], required: true,
        help: Phrase("终点，与“线路”表写法一致", "as in the table routes"), example: Example.venue),
      Column(
        "earliest", "最早发车", also: ["最早发车时间", "最早出发"], required: true, kind: .dateTime,
        help: Phrase("最早发车时间", "earliest departure"), example: Phrase("2026-03-05 07:30")),
      Column(
        "latest", "最晚发车", also: ["最晚发车时间", "最晚出发"], required: true, kind: .dateTime,
        help: Phrase("最晚发车时间", "latest departure"), example: Phrase("2026-03-05 08:10")),
      Column(
        "who", "乘车人", also: ["乘车人员", "乘车对象", "人员"], required: true,
        help: Phrase(
          "全体，或分组、类别、酒店的名称；两个条件用 且 连接", "all, or names of groups, roles or hotels; & joins two conditions"),
        example: Example.group),
      Column(
        "fixed", "对号", also: ["对号乘车", "固定车辆", "定车", "是否对号"], from: .yesOrNo,
        help: Phrase(
          "是：乘几趟的人每趟都坐同一辆车，有固定车号", "yes: whoever rides several of these has one vehicle for all of them"),
        example: Wording.yesOrNo(true)),
    ]
  ) { sheet, draft in
    let reader = TransfersReader(sheet, names: SelectorNames(draft))
    draft.transfers = reader.transfers
    return reader.diagnostics
  }
}
