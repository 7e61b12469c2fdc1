import Assembly
import Localization

extension StaffPlan: SummarizedPlan {
  static func offer(of event: Event) -> Phrase? {
    event.staffing.map { staffing in
      Wording.overview(
        duties: staffing.rules.count, staff: event.people.count { $0.role == .staff && !$0.isAbsent })
    }
  }

  func summary(_ figures: Figures) -> PlanSummary {
    let (posts, people) = (assignments.count, Set(assignments.flatMap(\.people)).count)
    return PlanSummary(
      served: Phrase(
        "\(people) 人承担 \(posts) 个岗位", "\(counted(posts, "post")) by \(counted(people, "person", "people"))"),
      shortfall: missing == 0
        ? []
        : [
          Phrase(
            "岗位缺 \(missing) 人（见 staff.csv）",
            "posts lack \(counted(missing, "person", "people")) (see staff.csv)")
        ])
  }

  static var asBefore: Phrase { Phrase("分工", "works") }

  static func changed(elsewhere: Int, added: Int, removed: Int) -> Phrase {
    Phrase(
      "岗位 \(elsewhere) 人次改时间，\(added) 人次新到岗，\(removed) 人次离岗",
      "\(elsewhere) at a post at another time, \(added) newly at one, \(removed) no longer at one")
  }
}

extension Wording {
  fileprivate static func overview(duties: Int, staff: Int) -> Phrase {
    Phrase(
      "分工：\(duties) 类岗位，工作人员 \(staff) 人",
      "staff: \(counted(duties, "kind")) of posts, \(counted(staff, "person", "people")) of the staff")
  }
}
