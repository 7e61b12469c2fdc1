import Assembly
import Localization
import Tables

extension TableContract {
  /// The work of the staff.
  static let duties = TableContract(
    .duties, "分工", also: ["工作分工", "人员分工", "岗位", "岗位安排", "值班", "值班安排"],
    columns: [
      Column(
        "duty", "分工", also: ["工作", "任务", "工作内容", "岗位类别"], required: true, from: .words(Words.duty.words),
        help: Phrase(
          "车长、楼层、讨论室、接站、送站：岗位由方案得出；其他岗位填名称和时间",
          "vehicle, floor, discussion, arrival, departure: posts come from the plans; other: give it a name and hours"
        ), example: Phrase("车长", "vehicle")),
      Column(
        "post", "岗位", also: ["岗位名称", "名称"],
        help: Phrase("印在分工表上的名称，如 记录员；留空按分工", "printed, such as Recorder; blank: by the duty")),
      Column(
        "people", "人数", kind: .number, help: Phrase("每个岗位几人，默认 1", "people at each post, default 1"),
        example: Phrase("1")),
      Column(
        "each", "每多少人", kind: .number,
        help: Phrase("每服务多少人再加同样人数", "as many people again for each further so many served")),
      Column(
        "least", "起配人数", kind: .number, help: Phrase("服务人数不到此数的不设岗位", "no post where fewer are served"),
        example: Phrase("10")),
      Column(
        "place", "地点", also: ["位置", "场所"],
        help: Phrase(
          "只管这一处：车、酒店、场次、车站；其他岗位为所在地点",
          "only this vehicle, hotel, session or station; of another post where it is")),
      Column(
        "from", "开始", also: ["开始时间", "上岗时间"],
        help: Phrase("开始：日期和时间，或每天的时刻如 08:00", "a date and time, or a time of every day such as 08:00")),
      Column("to", "结束", also: ["结束时间", "下岗时间"], help: Phrase("结束", "likewise")),
      Column(
        "who", "可用人员", also: ["人员范围", "承担人员"],
        help: Phrase("谁可以承担：类别、分组、酒店；留空为工作人员", "who can do it: roles, groups, hotels; blank: the staff")),
      Column("gender", "性别", from: .words(Words.gender.words), help: Phrase("只由男或女承担", "only M or F")),
      Column(
        "names", "指定人员", also: ["姓名", "人员", "负责人", "联络员", "责任人"],
        help: Phrase("指定的人，填编号或姓名；多于人数时从中安排", "ids or names: they do it; of more than are needed some")),
    ]
  ) { sheet, draft in
    let reader = DutiesReader(sheet, names: SelectorNames(draft))
    draft.duties = reader.rules
    return reader.diagnostics
  }
}
