import Assembly
import Localization
import Tables

extension TableContract {
  /// The seats of the hall.
  static let hall = TableContract(
    .hall, "会场", also: ["会场座位", "座位"],
    columns: [
      Column(
        "section", "区", also: ["区域", "分区", "座区"], required: true,
        help: Phrase("过道之间的一区，如 中区", "a block between aisles"), example: Example.section),
      Column(
        "row", "排", also: ["排号", "排次"], required: true,
        help: Phrase("排号，或字母 A、B…", "row as printed: a number or letters"), example: Phrase("1")),
      Column(
        "first", "起号", also: ["开始号", "起始号", "起始座号", "开始座号", "起"], required: true, unless: "numbers",
        kind: .number, help: Phrase("从观众左手起第一个座位的号码", "number of the first seat from the audience's left"),
        example: Phrase("1")),
      Column(
        "last", "止号", also: ["结束号", "终止号", "终止座号", "结束座号", "止"], required: true, unless: "numbers",
        kind: .number, help: Phrase("最后一个座位的号码", "number of the last seat"), example: Phrase("12")),
      Column(
        "step", "间隔", kind: .number,
        help: Phrase(
          "相邻号码之差：1、-1；单双号厅为 2、-2；0 为中间单左双右", "1, -1; 2 or -2 in odd/even halls; 0 for the middle of one"),
        example: Phrase("1")),
      Column(
        "numbers", "座号", also: ["座位号"],
        help: Phrase(
          "可不填：号码不连续时，从观众左手起逐个列出，如 1-11,12,12a,14",
          "optional, where numbers do not run on: all seats from the audience's left, 1-11,12,12a,14")),
      Column(
        "x", "横位", kind: .number,
        help: Phrase("可不填：第一个座位的横向位置（座位宽）", "optional: position of the first seat in seat widths")),
      Column(
        "y", "纵位", kind: .number, help: Phrase("可不填：到台前的距离（排距）", "optional: distance from the stage in rows")),
      Column("floor", "楼层", also: ["层"], help: Phrase("楼层，默认 1", "default 1"), example: Phrase("1")),
      Column(
        "reserved", "预留", also: ["预留座位", "保留"],
        help: Phrase("留空不坐的号码，如 7,9-13；或一种类别，如 记者", "numbers kept empty, such as 7,9-13; or a role"),
        example: Phrase("11-12")),
      Column("wheelchair", "轮椅位", help: Phrase("轮椅位的号码", "numbers of wheelchair places")),
    ]
  ) { sheet, draft in
    let reader = HallReader(sheet)
    draft.hall = reader.lines
    return reader.diagnostics
  }
}
