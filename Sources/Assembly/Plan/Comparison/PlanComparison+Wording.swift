public import Localization

// What changed between two plans, for tables and pages alike.
extension PlanComparison {
  /// A change in one line: `湖北 李明：中区2排15号 → 中区2排16号（按表格指定）`.
  public func phrase(for change: Change, from earlier: Event, to now: Event) -> Phrase {
    let person = change.person.map { now.people[$0] } ?? earlier.people[change.earlierPerson ?? 0]
    let name = (person.groupName.map { $0 + " " } ?? "") + person.name
    let nowhere = Phrase("–", "–")
    let (from, to) = (change.from?.phrase ?? nowhere, change.to?.phrase ?? nowhere)
    let cause = phrase(for: change.cause, from: earlier, to: now)
    return Phrase(
      "\(name)：\(from.chinese) → \(to.chinese)（\(cause.chinese)）",
      "\(name): \(from.english) → \(to.english) (\(cause.english))")
  }

  /// Why somebody is elsewhere, or new, or gone.
  public func phrase(for cause: Cause, from earlier: Event, to now: Event) -> Phrase {
    switch cause {
    case .absent: Phrase("请假", "absent")
    case .removed: Phrase("已从名单中删去", "no longer on the list")
    case .new: Phrase("新增", "new on the list")
    case .present: Phrase("恢复参加", "no longer absent")
    case .placed: Phrase("此前未能安排", "had no place before")
    case .due: Phrase("新列入", "newly to have one")
    case .unplaced: Phrase("未能安排", "no place left")
    case .notDue: Phrase("不再列入", "no longer to have one")
    case .pinned: Phrase("按表格指定", "given by the table")
    case .entryChanged: Phrase("名单上的本人信息有变", "their line of the list changed")
    case .placeGone: Phrase("原位置已取消", "the place is no longer there")
    case .placeChanged: Phrase("原位置另有规定", "the place is of another kind now")
    case .takenBy(let person):
      Phrase("原位置给了\(now.people[person].name)", "the place went to \(now.people[person].name)")
    case .inPlaceOf(let person):
      Phrase("补\(earlier.people[person].name)的位", "in place of \(earlier.people[person].name)")
    case .journeyChanged: Phrase("行程有变", "the journey changed")
    case .hotelChanged: Phrase("换了酒店", "they sleep in another hotel")
    case .transferChanged: Phrase("接送安排有变", "the transfer changed")
    case .vehicleGone: Phrase("车辆停用", "the vehicle is no longer there")
    case .vehicleChanged: Phrase("车辆的座位或时间有变", "the vehicle has other seats or hours")
    case .byHand: Phrase("人工调整", "moved by hand")
    case .rearranged: Phrase("整体调整", "rearranged")
    }
  }
}
