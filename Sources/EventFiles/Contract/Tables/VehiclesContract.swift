import Assembly
import Localization
import Tables

extension TableContract {
  /// The vehicles.
  static let vehicles = TableContract(
    .vehicles, "车辆", also: ["车辆清单", "车辆信息"],
    columns: [
      Column(
        "id", "编号", also: ["车辆编号", "序号"], required: true, help: Phrase("唯一的编号，如 V1", "unique, such as V1"),
        example: Phrase("V1")),
      Column(
        "kind", "车型", also: ["车辆类型", "类型"], help: Phrase("大巴、中巴、轿车等", "coach, minibus, sedan …"),
        example: Phrase("小巴", "minibus")),
      Column(
        "seats", "座位数", also: ["座位", "座数", "核载", "核载人数", "核定载客", "载客数"], required: true, kind: .number,
        help: Phrase("乘客座位数，不含司机", "passengers, without the driver"), example: Phrase("15")),
      Column(
        "fixed", "固定费用", also: ["租金", "固定费", "费用"], kind: .number,
        help: Phrase("用一次的固定费用（元）", "cost of using it at all"), example: Phrase("500")),
      Column(
        "per_minute", "每分钟费用", kind: .number, help: Phrase("每分钟费用（元）", "cost of a minute"),
        example: Phrase("4")),
      Column(
        "base", "起点", also: ["出发点", "停放地点"],
        help: Phrase("从哪里出发；留空为会场", "where it stands; blank is the venue"), example: Example.venue),
      Column(
        "from", "可用起", kind: .dateTime, help: Phrase("从何时起可用", "available from"),
        example: Phrase("2026-03-04 08:00")),
      Column(
        "to", "可用止", kind: .dateTime, help: Phrase("可用到何时", "available until"),
        example: Phrase("2026-03-08 20:00")),
      Column(
        "plate", "车牌", also: ["车牌号", "车牌号码"], help: Phrase("印在乘车表上", "printed"),
        example: Phrase("京A00001", "ABC 123")),
      Column(
        "driver", "司机", also: ["驾驶员", "司机姓名"], help: Phrase("印在乘车表上", "printed"),
        example: Phrase("李四", "Ben Jones")),
      Column(
        "phone", "电话", also: ["司机电话", "驾驶员电话", "手机", "联系电话"], help: Phrase("印在乘车表上", "printed"),
        example: Phrase("13900000000", "555-0101")),
      Column(
        "accessible", "无障碍", from: .yesOrNo, help: Phrase("是 = 可上轮椅", "yes: takes wheelchairs"),
        example: Wording.yesOrNo(false)),
      Column(
        "number", "车号", help: Phrase("车上挂的号码；留空由方案编号", "the number that it shows; blank: the plan gives one")),
      Column(
        "leader", "车长", also: ["随车人员", "随车", "带车人员", "跟车人员"],
        help: Phrase("车长，填编号或姓名", "who leads it: an id or a name")),
    ]
  ) { sheet, draft in
    let reader = VehiclesReader(sheet)
    draft.vehicles = reader.vehicles
    draft.offersAccessibleVehicles = sheet.positions["accessible"] != nil
    return reader.diagnostics
  }
}
