import Assembly
import Localization
import Tables

// Sentences about dining tables and discussion rooms.
extension Wording {
  static let expectedAudience = Phrase(
    "应为 all（全体）、group:分组、role:类别、hotel:酒店 或 rank:1-12（位次），可用 & 连接",
    "expected all, group:NAME, role:ROLE, hotel:NAME or rank:1-12, combined with &")

  static let noTablesOfPlan = Phrase("会议没有餐桌表", "the event has no table of dining tables")
  static let noSuchTableOfPlan = Phrase("这一餐没有这张桌", "the meal has no such table")

  static let noDiscussionOfPlan = Phrase("会议没有讨论室表", "the event has no table of discussion rooms")
  static let noSuchDiscussionGroupOfPlan = Phrase("没有这个讨论组", "there is no such discussion group")
  static let noSuchDiscussionRoomOfPlan = Phrase("这一场没有这个房间", "the session has no such room")

  static func otherCountOfDiscussion(_ people: Int) -> Phrase {
    Phrase("这个讨论组有 \(people) 人", "the group has \(counted(people, "person", "people"))")
  }

  /// What is the matter.
  static func message(of fault: DiningFault) -> Phrase {
    switch fault {
    case .duplicateTable(let row):
      Phrase("同一餐次的此桌号已在第 \(row) 行", "row \(row) has the same table of this meal")
    case .dietNotServed(let people):
      Phrase(
        "没有餐桌供应 \(people) 人的饮食，与其他人同桌",
        "no table serves the diet of \(people == 1 ? "1 person" : "\(people) people"): they sit with the others"
      )
    case .duplicateRoom(let row):
      Phrase("同一场次的此房间已在第 \(row) 行", "row \(row) has the same room in this session")
    case .accessibleRoomsNotOffered(let people):
      Phrase(
        "讨论室表没有“无障碍”列，\(people) 人的轮椅需求无法安排",
        "the rooms have no column accessible: the need of \(people == 1 ? "1 person" : "\(people) people") binds nothing"
      )
    }
  }

  /// Why somebody has no seat at a table.
  static func message(of shortage: TableShortage) -> Phrase {
    let diet = shortage.diet.map(name)
    let meal = shortage.meal.isEmpty ? "" : shown(shortage.meal)
    let (seats, due) = (shortage.seats, shortage.due)
    let english = meal.isEmpty ? "" : "\(meal): "
    return Phrase(
      "\(meal.isEmpty ? "" : meal + "：")可坐的\(diet?.chinese ?? "")餐桌共 \(seats) 座，应就座 \(due) 人；座位不足，未能安排",
      "\(english)the \(diet.map { $0.english + " " } ?? "")tables have \(counted(seats, "seat")) for "
        + counted(due, "person", "people"))
  }

  private static func name(of diet: Diet) -> Phrase {
    switch diet {
    case .halal: Phrase("清真", "halal")
    case .vegetarian: Phrase("素食", "vegetarian")
    case .other(let name): Phrase(shown(name))
    }
  }
}
