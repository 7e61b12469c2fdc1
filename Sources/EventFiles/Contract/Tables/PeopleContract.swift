import Assembly
import Localization
import Tables

extension TableContract {
  /// Who takes part.
  static let people = TableContract(
    .people, "人员", also: ["人员名单", "人员名册", "人员信息", "参会人员", "参会人员名单", "参会名单", "名单", "报名表"], isRequired: true,
    columns: [
      // Rows are counted anew in every list.
      Column("no", "序号", inTemplate: false),
      Column(
        "id", "编号", also: ["人员编号", "代表证号"],
        help: Phrase("唯一的编号，如 P001；改名单时保持不变", "unique, such as P001; keep it when the list changes"),
        example: Phrase("P001")),
      Column(
        "name", "姓名", also: ["名字", "人员姓名", "参会人员", "参会人", "代表姓名", "参会人姓名"], required: true,
        help: Phrase("必填，一行一人", "required, one person a row"), example: Phrase("张三", "Ada Smith")),
      Column(
        "pinyin", "拼音", also: ["姓名拼音", "拼音姓名", "读音", "姓名读音", "name pinyin"],
        help: Phrase(
          "可不填：姓名的读音，多音字按它排序和查找，如 Zēng Xiǎomíng",
          "optional: how the name is read, such as Zēng Xiǎomíng, for sorting and looking up")),
      Column(
        "group", "分组", "代表团", "单位", also: ["工作单位", "所在单位", "单位名称", "所属单位", "代表团名称", "组别", "团组", "部门"],
        from: .column("group", of: .groups),
        help: Phrase("代表团或单位，与“分组”表写法一致", "delegation or unit, as in the table groups"),
        example: Example.group),
      Column(
        "rank", "位次", also: ["排名", "序位", "排序", "礼宾次序", "礼宾顺序"], kind: .number,
        help: Phrase(
          "礼宾位次，1 最高；可用小数（7.1 在 7 之后）；留空排在最后", "protocol place, 1 highest; decimals allowed; blank comes last"
        ), example: Phrase("1")),
      Column(
        "role", "类别", also: ["身份", "人员类别", "参会身份", "参会类别"], from: .words(Words.role.words),
        help: Phrase("只有“主席台”坐主席台；留空为代表", "only rostrum sits on the rostrum; blank is delegate"),
        example: Phrase("代表", "delegate")),
      Column(
        "title", "职务", also: ["职位", "职务职称", "职称"], help: Phrase("印在名单和桌签上", "printed"),
        example: Phrase("团长", "Head of delegation")),
      Column(
        "gender", "性别", from: .words(Words.gender.words),
        help: Phrase("男或女；住标间必填", "M or F; required for a twin"), example: Phrase("女", "F")),
      Column(
        "absent", "请假", "缺席", also: ["是否请假", "是否缺席"], from: .yesOrNo,
        help: Phrase("是 = 请假，不作任何安排，名单上保留", "yes: nothing is planned, the name stays on the lists"),
        example: Wording.yesOrNo(false)),
      Column("attending", "是否参会", also: ["参会", "是否参加", "是否出席", "是否到会", "参会情况"], inTemplate: false),
      Column("ethnicity", "民族", help: Phrase("民族，如汉族、回族", "printed"), example: Phrase("汉族", "")),
      Column(
        "diet", "饮食", also: ["饮食要求", "饮食习惯", "饮食禁忌", "用餐要求", "就餐要求", "餐饮要求"],
        help: Phrase("清真、素食或其他；不在会议就餐填 不就餐", "halal, vegetarian or anything else; none: eats elsewhere"),
        example: Phrase("素食", "vegetarian")),
      Column(
        "needs", "需求", also: ["特殊需求", "特殊需要"], from: .words(Words.need.words),
        help: Phrase("轮椅、靠走道，可填两项，用分号分隔", "wheelchair, aisle, or both with a semicolon between"),
        example: Phrase("靠走道", "aisle")),
      Column(
        "room_type", "住房", also: ["房间类型", "房型", "住房类型", "住宿类型", "房间类别", "住宿标准", "住宿要求", "住房要求", "住宿需求"],
        from: .words(Words.entitlement.words),
        help: Phrase(
          "套房、单间、标间或不住；留空而有入住日期为标间", "suite, single, twin or none; blank with a check-in is a twin"),
        example: Phrase("单间", "single")),
      Column("lodging", "是否住宿", also: ["是否安排住宿", "是否需要住宿"], inTemplate: false),
      Column(
        "check_in", "入住", also: ["入住日期", "入住时间"], kind: .date,
        help: Phrase("入住日期，如 2026-03-04", "a date, such as 2026-03-04"), example: Phrase("2026-03-04")),
      Column(
        "check_out", "离店", also: ["离店日期", "离店时间", "退房日期", "退房时间"], kind: .date,
        help: Phrase("离店日期，当晚不住", "the day after the last night"), example: Phrase("2026-03-08")),
      Column(
        "arrival", "到达时间", also: ["抵达时间", "到站时间", "来程时间", "到达日期时间"], kind: .dateTime,
        help: Phrase("航班或火车的到达时间，如 2026-03-04 14:35", "scheduled arrival, such as 2026-03-04 14:35"),
        example: Phrase("2026-03-04 14:35")),
      Column(
        "arrival_place", "到达地点", also: ["抵达地点", "到达站", "到达机场", "到达站点", "到达车站", "接站地点", "到站"],
        help: Phrase("机场或车站，与“线路”表写法一致", "airport or station, as in the table routes"),
        example: Example.airport),
      Column(
        "arrival_service", "到达班次",
        also: [
          "到达车次", "到达航班", "到达航班车次", "航班/车次", "车次/航班", "抵达航班", "抵达车次", "来程车次", "来程航班", "到达航班/车次", "航班号", "车次",
        ], help: Phrase("航班号或车次，如 CA1234、G102", "flight or train, such as CA1234 or G102"),
        example: Phrase("CA1234")),
      Column("arrival_date", "到达日期", also: ["抵达日期", "来程日期", "报到日期", "到会日期"], inTemplate: false),
      Column(
        "pickup", "接站", also: ["是否接站", "需接站", "是否需要接站", "接机", "是否接机", "接站接机"], from: .yesOrNo,
        help: Phrase("是 = 需要接站", "yes: to be picked up"), example: Wording.yesOrNo(false)),
      Column(
        "departure", "返程时间", also: ["离开时间", "返程出发时间", "返程日期时间"], kind: .dateTime,
        help: Phrase("航班或火车的出发时间", "scheduled departure"), example: Phrase("2026-03-08 10:20")),
      Column(
        "departure_place", "返程地点", also: ["返程站", "离开地点", "返程机场", "返程车站", "送站地点"],
        help: Phrase("机场或车站，与“线路”表写法一致", "airport or station, as in the table routes"),
        example: Example.station),
      Column(
        "departure_service", "返程班次", also: ["返程车次", "返程航班", "返程航班/车次", "返程航班车次"],
        help: Phrase("航班号或车次", "flight or train"), example: Phrase("G102")),
      Column("departure_date", "返程日期", also: ["离开日期", "离会日期"], inTemplate: false),
      Column(
        "dropoff", "送站", also: ["是否送站", "需送站", "是否需要送站", "送机", "是否送机"], from: .yesOrNo,
        help: Phrase("是 = 需要送站", "yes: to be dropped off"), example: Wording.yesOrNo(false)),
      Column(
        "seat", "指定座位", also: ["座位要求", "座位号", "座号", "座位", "会场座位"],
        help: Phrase("指定座位：中区-4-7、主席台:1-5，或 无（不安排座位）", "SECTION-ROW-SEAT, rostrum:ROW-SEAT, or none"),
        example: Phrase("\(Example.section.chinese)-1-1", "\(Example.section.english)-1-1")),
      Column(
        "beside", "挨着", also: ["相邻", "邻座", "希望与谁相邻"],
        help: Phrase("要挨着坐的人，填编号或姓名，用分号分隔", "ids or names to sit beside, with semicolons between")),
      Column(
        "apart", "避开", also: ["回避", "不与谁相邻"], help: Phrase("不能挨着的人，填编号或姓名", "ids or names not to sit beside")),
      Column(
        "room", "指定房间", also: ["房间要求", "房号", "房间号", "房间号码", "房间"], from: .column("hotel", of: .rooms),
        help: Phrase("指定酒店，或 酒店-房号", "HOTEL or HOTEL-ROOM"), example: Example.hotel),
      Column("hotel", "酒店", also: hotelNames, inTemplate: false),
      Column(
        "roommate", "同住", also: ["同住人", "同住人员", "合住", "合住人", "合住人员", "同屋", "同房", "室友"],
        help: Phrase("同住的人，填编号或姓名；一家人互相填写", "ids or names to share with; a family names one another")),
      Column(
        "vehicle", "指定车辆", also: ["乘坐车辆", "车辆"], help: Phrase("指定车辆的编号，或 专车", "the id of a vehicle, or own")),
      Column(
        "discussion", "讨论组", also: discussionNames,
        help: Phrase(
          "讨论组的名称；留空随本组；不参加填 不参加", "the discussion group; blank: that of the own group; none: takes no part")),
      Column(
        "phone", "电话", also: ["手机", "手机号", "手机号码", "联系电话", "联系方式", "移动电话"], help: Phrase("印在名单上", "printed"),
        example: Phrase("13800000000", "555-0100")),
      Column(
        "note", "备注", help: Phrase("印在名单上", "printed"), example: Phrase("示例，请替换", "An example: replace it")),
    ])
}
