import Localization

// What papers say.
extension Wording {
  static func page(_ number: Int, of count: Int) -> Phrase {
    Phrase("第 \(number) 页 共 \(count) 页", "page \(number) of \(count)")
  }

  static func total(_ count: Int) -> Phrase {
    Phrase("共 \(count) 人", "\(counted(count, "person", "people"))")
  }

  static func onRostrum(_ count: Int) -> Phrase {
    Phrase("主席台 \(count) 人", "\(count) on the rostrum")
  }

  static func inHall(_ count: Int) -> Phrase { Phrase("会场 \(count) 人", "\(count) in the hall") }

  static func lodged(_ count: Int) -> Phrase { Phrase("住宿 \(count) 人", "\(count) lodged") }

  static func absentPeople(_ names: String) -> Phrase { Phrase("请假：\(names)", "Absent: \(names)") }

  static func expected(_ count: Int, absent: Int) -> Phrase {
    Phrase(
      "应到 \(count) 人　实到 ____ 人" + (absent > 0 ? "　请假 \(absent) 人" : ""),
      "\(count) expected, ____ present" + (absent > 0 ? ", \(absent) absent" : ""))
  }
}
