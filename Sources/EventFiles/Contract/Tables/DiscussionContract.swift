import Assembly
import Localization
import Tables

extension TableContract {
  /// The rooms of the discussions.
  static let discussion = TableContract(
    .discussion, "讨论室", also: ["分组讨论", "讨论安排", "讨论室安排"],
    columns: [
      Column(
        "room", "房间", also: ["讨论室", "会议室", "房号"], required: true,
        help: Phrase("房间名称，一行一间一场", "the room, one and one session a row"), example: Phrase("第一会议室", "Room 1")
      ),
      Column(
        "session", "场次", also: ["时段", "时间", "讨论场次"], required: true,
        help: Phrase("场次，如 第一次分组讨论", "the session, such as First discussion"),
        example: Phrase("第一次分组讨论", "First discussion")),
      Column(
        "seats", "座位数", also: ["座位", "座数", "可容人数"], required: true, kind: .number,
        help: Phrase("座位数", "seats"), example: Phrase("20")),
      Column(
        "place", "地点", also: ["位置", "楼层"], help: Phrase("楼或楼层，印在名单上", "building or floor, printed"),
        example: Phrase("会场二楼", "Upstairs")),
      Column(
        "accessible", "无障碍", from: .yesOrNo, help: Phrase("是 = 轮椅可进", "yes: for wheelchair users"),
        example: Wording.yesOrNo(true)),
      Column("equipment", "设备", inTemplate: false),
    ]
  ) { sheet, draft in
    let reader = DiscussionReader(sheet)
    draft.discussion = reader.rooms
    draft.offersAccessibleDiscussionRooms = sheet.positions["accessible"] != nil
    return reader.diagnostics
  }
}
