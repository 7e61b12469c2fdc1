import Assembly
import Localization

// Sentences about the duties of the staff.
extension Wording {
  static let noDutiesOfPlan = Phrase("会议没有分工表", "the event has no table of duties")
  static let noSuchKindOfPlan = Phrase(
    "应为 \(DutyKind.allCases.map(\.rawValue).joined(separator: "、")) 之一",
    "expected one of \(DutyKind.allCases.map(\.rawValue).joined(separator: ", "))")

  /// What is the matter.
  static func message(of fault: StaffFault) -> Phrase {
    switch fault {
    case .duplicateRule(let row):
      Phrase("第 \(row) 行已安排同样的岗位", "row \(row) asks for the same posts")
    case .postWithoutName: Phrase("其他岗位须填名称", "another post must have a name")
    case .endsBeforeItBegins: Phrase("结束应晚于开始", "to must come after from")
    case .longerThanADay:
      Phrase(
        "一班不能超过 24 小时；每天都有的岗位只写时刻", "one shift is a day at most; of a post of every day write the time alone")
    case .onlyOneTime: Phrase("开始和结束要么都填，要么都不填", "give both from and to, or neither")
    case .noDays:
      Phrase("会议表没有起止日期，不知道是哪几天", "the table event has no start or end: nobody knows which days these are")
    case .nobodyCanDoIt:
      Phrase("没有人可以承担，岗位将缺人", "nobody is there who could do it: the posts will lack people")
    case .hoursBindNothing:
      Phrase("这类岗位的时间由方案决定，此处的时间不起作用", "the times of such posts come from the plans: these bind nothing")
    }
  }
}
