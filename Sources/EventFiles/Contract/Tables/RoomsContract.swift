import Assembly
import Localization
import Tables

extension TableContract {
  /// The rooms of the hotels.
  static let rooms = TableContract(
    .rooms, "房间", also: ["客房", "住房", "住宿", "房间清单"],
    columns: [
      Column(
        "hotel", "酒店", also: hotelNames, required: true, help: Phrase("酒店名称", "name of the hotel"),
        example: Example.hotel),
      Column("floor", "楼层", also: ["层", "楼"], help: Phrase("楼层", "floor"), example: Phrase("3")),
      Column(
        "room", "房号", also: ["房间号", "房间号码", "房间"], required: true,
        help: Phrase("房号，一行一间", "number of the room, one a row"), example: Phrase("301")),
      Column(
        "type", "房型", also: ["房间类型", "房间类别", "类型"], required: true, from: .words(Words.roomType.words),
        help: Phrase("套房、单间、标间等", "suite, single, twin or another"), example: Phrase("单间", "single")),
      Column(
        "beds", "床位", also: ["床位数", "床数", "床"], kind: .number,
        help: Phrase("床位数；留空按房型", "beds; blank goes by the type"), example: Phrase("1")),
      Column(
        "price", "房价", also: ["价格", "单价", "房费", "门市价", "协议价"], kind: .number,
        help: Phrase("每晚房价（元）", "price a night"), example: Phrase("400")),
      Column(
        "accessible", "无障碍", from: .yesOrNo, help: Phrase("是 = 轮椅可用", "yes: for wheelchair users"),
        example: Wording.yesOrNo(false)),
      Column("from", "可用起", kind: .date, help: Phrase("从哪天起可用", "first night")),
      Column("to", "可用止", kind: .date, help: Phrase("可用到哪天（当晚不可用）", "day after the last night")),
      Column(
        "contact", "联络员", also: ["楼层联络员", "楼层服务"],
        help: Phrase("负责这一层的工作人员", "who of the staff looks after the floor")),
    ]
  ) { sheet, draft in
    let reader = RoomsReader(sheet)
    draft.rooms = reader.rooms
    draft.offersAccessibleRooms = sheet.positions["accessible"] != nil
    return reader.diagnostics
  }
}
