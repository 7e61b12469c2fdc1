import Assembly
import Localization

// What the page of dining tables and the list of who eats where say.
extension Wording {
  static let tables = Phrase("餐桌安排", "Tables")
  static let mainTable = Phrase("主桌", "main table")
  static let stage = Phrase("台前", "Stage")
  static let withoutTable = Phrase("没有餐桌座位", "Without a seat at a table")
  static let byTable = Phrase("按餐桌", "By table")
  static let byName = Phrase("按姓名", "By name")
  static let searchTables = Phrase("查姓名、拼音首字母、单位或桌号", "Find a name, group or table")
  static let seatsFromHost = Phrase(
    "座次自主人起顺时针数，主人面向门", "Seats are counted clockwise from the host, who faces the door")

  static let tableListHeader = [
    Phrase("名单", "List"), Phrase("序号", "No."), Phrase("餐次", "Meal"), Phrase("桌号", "Table"),
    Phrase("座次", "Seat"), Phrase("姓名", "Name"), Phrase("单位/代表团", "Group"), Phrase("职务", "Title"),
    Phrase("饮食", "Diet"), Phrase("编号", "Id"),
  ]

  static func tablesSummary(people: Int, tables: Int, of all: Int) -> Phrase {
    Phrase(
      "\(people.inThrees) 人坐 \(tables.inThrees) 桌（共 \(all.inThrees) 桌）",
      "\(people.inThrees) people at \(tables.inThrees) of \(all.inThrees) tables")
  }

  static func diet(_ diet: Diet) -> Phrase {
    switch diet {
    case .halal: Phrase("清真", "halal")
    case .vegetarian: Phrase("素食", "vegetarian")
    case .other(let name): Phrase(name)
    }
  }

  /// The meal; where there is one plan for all of them, that.
  static func meal(_ name: String) -> Phrase { name.isEmpty ? Phrase("各餐", "All meals") : Phrase(name) }
}
