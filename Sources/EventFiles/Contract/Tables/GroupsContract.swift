import Assembly
import Localization
import Tables

extension TableContract {
  /// Delegations and units.
  static let groups = TableContract(
    .groups, "分组", also: ["代表团", "分组名单"],
    columns: [
      Column(
        "group", "分组", "代表团", "单位", also: ["代表团名称", "单位名称", "团组"], required: true,
        help: Phrase("代表团或单位，一行一个", "delegation or unit, one a row"), example: Example.group),
      Column(
        "order", "顺序", also: ["次序", "排序", "序号"], kind: .number,
        help: Phrase("排列次序，1 最先；留空按名单先后", "1 comes first; blank follows the list"), example: Phrase("1")),
      Column(
        "section", "区域", also: ["区", "分区", "座区"], from: .column("section", of: .hall),
        help: Phrase("只坐这些区，可填几个，用分号分隔", "only these sections, with semicolons between"),
        example: Example.section),
      Column(
        "hotel", "酒店", also: hotelNames, from: .column("hotel", of: .rooms),
        help: Phrase("住这些酒店，可填几个", "only these hotels"), example: Example.hotel),
      Column(
        "discussion", "讨论组", also: discussionNames,
        help: Phrase("同名的几个分组在一室讨论；留空自成一组", "groups of one name discuss together; blank: by itself")),
      Column(
        "note", "备注", help: Phrase("印在名单上", "printed"), example: Phrase("示例，请替换", "An example: replace it")),
      Column(
        "contact", "联络员", also: ["联系人", "工作人员"],
        help: Phrase("服务本组讨论的工作人员", "who of the staff serves its discussions")),
    ]
  ) { sheet, draft in
    let reader = GroupsReader(sheet)
    draft.groups = reader.groups
    return reader.diagnostics
  }
}
