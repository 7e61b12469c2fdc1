import Assembly
import Localization
import Tables

extension TableContract {
  /// The settings of the event.
  static let event = TableContract(
    .event, "会议", also: ["会议信息", "会议设置", "会议基本信息", "设置"], isRequired: true,
    columns: [
      Column(
        "key", "项目", also: ["设置", "设置项"], required: true,
        help: Phrase("设置的名称；不需要的行可以删去", "the name of the setting; rows that are not needed may go")),
      Column(
        "value", "内容", also: ["值"], required: true,
        help: Phrase("设置的内容；留空为默认值", "its value; blank is the default")),
      Column("note", "说明", also: ["备注"], help: Phrase("这一项的意思，程序不读", "what it means; not read")),
    ])
}
