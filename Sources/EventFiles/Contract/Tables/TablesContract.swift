import Assembly
import Localization
import Tables

extension TableContract {
  /// The tables at which people dine.
  static let tables = TableContract(
    .tables, "餐桌", also: ["餐桌安排", "桌次", "桌次安排"],
    columns: [
      Column(
        "table", "桌号", also: ["餐桌", "餐桌号", "桌次", "台号"], required: true,
        help: Phrase("桌号，一行一桌", "number of the table, one a row"), example: Phrase("1")),
      Column(
        "seats", "座位数", also: ["座位", "座数", "人数"], required: true, kind: .number,
        help: Phrase("这一桌的座位数", "seats at the table"), example: Phrase("10")),
      Column(
        "order", "次序", also: ["顺序", "桌序"], kind: .number,
        help: Phrase("次序，1 为主桌；有位次的人按位次先坐主桌", "1 is the main table, which people with a rank fill by rank"),
        example: Phrase("1")),
      Column(
        "diet", "饮食", also: ["餐食", "饮食类别"], from: .words(servedDiets),
        help: Phrase("清真、素食；留空为清真以外都供应", "halal, vegetarian; blank: anything but halal")),
      Column(
        "meal", "餐次", also: ["用餐", "餐别"],
        help: Phrase("各餐分别排桌时填餐名；留空为每餐同桌", "the meal, where each has tables of its own; blank: every meal"),
        example: Phrase("欢迎晚宴", "Welcome dinner")),
      Column(
        "for", "对象", also: ["就餐对象", "就餐人员", "用餐对象"],
        help: Phrase(
          "这一桌坐谁：位次:1-12、分组、类别、酒店；两个条件用 且 连接",
          "who sits there: rank:1-12, or names of groups, roles or hotels; & joins two conditions"),
        example: Phrase("位次:1-10", "rank:1-10")),
      Column(
        "x", "横位", kind: .number, help: Phrase("可不填：桌子的横向位置", "optional: position from the left"),
        example: Phrase("1")),
      Column(
        "y", "纵位", kind: .number, help: Phrase("可不填：桌子到台前的距离", "optional: distance from the stage"),
        example: Phrase("1")),
    ]
  ) { sheet, draft in
    let reader = DiningTablesReader(sheet, names: SelectorNames(draft))
    draft.tables = reader.tables
    return reader.diagnostics
  }
}
