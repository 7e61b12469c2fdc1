import Assembly
import EventFiles
import Localization

/// What was read of an event, so that a wrong table is seen before its plan: people by role, then what each module has
/// to give, then the agenda.
struct EventOverview {
  private let event: Event

  init(_ event: Event) {
    self.event = event
  }

  /// A line for the people, and one for each table of places that is there.
  func lines(in language: Language) -> [String] {
    let modules = Module.allCases.map { ($0.plan as? any SummarizedPlan.Type)?.offer(of: event) }
    return ([people] + modules + [agenda]).compactMap { $0?[language] }
  }

  private var people: Phrase {
    var present: [Role: Int] = [:]
    var absent = 0
    for person in event.people {
      if person.isAbsent { absent += 1 } else { present[person.role, default: 0] += 1 }
    }
    let roles = Role.allCases.compactMap { role in present[role].map { Wording.role(role, $0) } }
    let all = roles + (absent == 0 ? [] : [Wording.absent(absent)])
    return Wording.overview(people: event.people.count, groups: event.groups.count, parts: all)
  }

  private var agenda: Phrase? {
    let days = event.agenda.byDay.count
    return days == 0 ? nil : Wording.overview(agenda: event.agenda.count, days: days)
  }
}

// What the lines say.
extension Wording {
  fileprivate static func role(_ role: Role, _ count: Int) -> Phrase {
    switch role {
    case .rostrum: Phrase("主席台 \(count)", "\(count) on the rostrum")
    case .delegate: Phrase("代表 \(count)", counted(count, "delegate"))
    case .observer: Phrase("列席 \(count)", counted(count, "observer"))
    case .guest: Phrase("特邀 \(count)", counted(count, "guest"))
    case .press: Phrase("记者 \(count)", "\(count) of the press")
    case .staff: Phrase("工作人员 \(count)", "\(count) of the staff")
    }
  }

  fileprivate static func absent(_ count: Int) -> Phrase {
    Phrase("请假 \(count)", "\(count) absent")
  }

  fileprivate static func overview(people: Int, groups: Int, parts: [Phrase]) -> Phrase {
    Phrase(
      "名单：\(people) 人（\(joined(parts).chinese)），\(groups) 个分组",
      "list: \(counted(people, "person", "people")) (\(joined(parts).english)) in \(counted(groups, "group"))"
    )
  }

  fileprivate static func overview(agenda items: Int, days: Int) -> Phrase {
    Phrase("日程：\(items) 项，\(days) 天", "agenda: \(counted(items, "item")) on \(counted(days, "day"))")
  }

  static func joined(_ parts: [Phrase]) -> Phrase {
    Phrase(parts.map(\.chinese).joined(separator: "、"), parts.map(\.english).joined(separator: ", "))
  }
}
