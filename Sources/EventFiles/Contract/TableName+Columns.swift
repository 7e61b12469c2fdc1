import Assembly
import Tables

extension TableName {
  /// The name that a table's file has in Chinese.
  public var chinese: String {
    switch self {
    case .event: "会议"
    case .people: "人员"
    case .groups: "分组"
    case .rostrum: "主席台"
    case .hall: "会场"
    case .rooms: "房间"
    case .vehicles: "车辆"
    case .routes: "线路"
    case .transfers: "用车"
    case .tables: "餐桌"
    case .discussion: "讨论室"
    case .duties: "分工"
    case .agenda: "日程"
    }
  }

  /// Whether an event cannot be without the table.
  var isRequired: Bool {
    self == .event || self == .people
  }

  /// The columns of the table in the order of the template.
  var columns: [Column] {
    switch self {
    case .event:
      [
        Column("key", "项目", also: ["设置", "设置项"], required: true),
        Column("value", "内容", also: ["值"], required: true),
        Column("note", "说明", also: ["备注"]),
      ]
    case .people: Self.peopleColumns
    case .groups:
      [
        Column("group", "分组", "代表团", "单位", also: ["代表团名称", "单位名称", "团组"], required: true),
        Column("order", "顺序", also: ["次序", "排序", "序号"], kind: .number),
        Column("section", "区域", also: ["区", "分区", "座区"], from: .column("section", of: .hall)),
        Column("hotel", "酒店", also: Self.hotelNames, from: .column("hotel", of: .rooms)),
        Column("discussion", "讨论组", also: Self.discussionNames), Column("note", "备注"),
        Column("contact", "联络员", also: ["联系人", "工作人员"]),
      ]
    case .rostrum:
      [
        Column("row", "排", also: ["排号"], required: true),
        Column("seats", "座位数", also: ["座数", "人数", "座位"], required: true, kind: .number),
      ]
    case .hall: Self.hallColumns
    case .rooms:
      [
        Column("hotel", "酒店", also: Self.hotelNames, required: true),
        Column("floor", "楼层", also: ["层", "楼"]),
        Column("room", "房号", also: ["房间号", "房间号码", "房间"], required: true),
        Column(
          "type", "房型", also: ["房间类型", "房间类别", "类型"], required: true, from: .words(Words.roomType.words)),
        Column("beds", "床位", also: ["床位数", "床数", "床"], kind: .number),
        Column("price", "房价", also: ["价格", "单价", "房费", "门市价", "协议价"], kind: .number),
        Column("accessible", "无障碍", from: Self.yesOrNo), Column("from", "可用起", kind: .date),
        Column("to", "可用止", kind: .date), Column("contact", "联络员", also: ["楼层联络员", "楼层服务"]),
      ]
    case .vehicles:
      [
        Column("id", "编号", also: ["车辆编号", "序号"], required: true), Column("kind", "车型", also: ["车辆类型", "类型"]),
        Column(
          "seats", "座位数", also: ["座位", "座数", "核载", "核载人数", "核定载客", "载客数"], required: true, kind: .number),
        Column("fixed", "固定费用", also: ["租金", "固定费", "费用"], kind: .number),
        Column("per_minute", "每分钟费用", kind: .number),
        Column("base", "起点", also: ["出发点", "停放地点"]), Column("from", "可用起", kind: .dateTime),
        Column("to", "可用止", kind: .dateTime),
        Column("plate", "车牌", also: ["车牌号", "车牌号码"]), Column("driver", "司机", also: ["驾驶员", "司机姓名"]),
        Column("phone", "电话", also: ["司机电话", "驾驶员电话", "手机", "联系电话"]),
        Column("accessible", "无障碍", from: Self.yesOrNo),
        Column("number", "车号"), Column("leader", "车长", also: ["随车人员", "随车", "带车人员", "跟车人员"]),
      ]
    case .routes:
      [
        Column("from", "起点", also: ["出发地", "出发地点", "始发地"], required: true),
        Column("to", "终点", also: ["目的地", "到达地", "到达地点"], required: true),
        Column("minutes", "分钟", also: ["车程", "用时", "时长", "时间", "行车时间"], required: true, kind: .number),
      ]
    case .transfers:
      [
        Column("id", "编号", also: ["序号"], required: true), Column("name", "名称", also: ["用途", "事项"]),
        Column("from", "起点", also: ["出发地", "出发地点", "上车地点"], required: true),
        Column("to", "终点", also: ["目的地", "到达地点", "下车地点"], required: true),
        Column("earliest", "最早发车", also: ["最早发车时间", "最早出发"], required: true, kind: .dateTime),
        Column("latest", "最晚发车", also: ["最晚发车时间", "最晚出发"], required: true, kind: .dateTime),
        Column("who", "乘车人", also: ["乘车人员", "乘车对象", "人员"], required: true),
        Column("fixed", "对号", also: ["对号乘车", "固定车辆", "定车"], from: Self.yesOrNo),
      ]
    case .tables:
      [
        Column("table", "桌号", also: ["餐桌", "餐桌号", "桌次", "台号"], required: true),
        Column("seats", "座位数", also: ["座位", "座数", "人数"], required: true, kind: .number),
        Column("order", "次序", also: ["顺序", "桌序"], kind: .number),
        Column("diet", "饮食", also: ["餐食", "饮食类别"], from: .words(Self.servedDiets)),
        Column("meal", "餐次", also: ["用餐", "餐别"]),
        Column("for", "对象", also: ["就餐对象", "就餐人员", "用餐对象"]),
        Column("x", "横位", kind: .number), Column("y", "纵位", kind: .number),
      ]
    case .discussion:
      [
        Column("room", "房间", also: ["讨论室", "会议室", "房号"], required: true),
        Column("session", "场次", also: ["时段", "时间", "讨论场次"], required: true),
        Column("seats", "座位数", also: ["座位", "座数", "可容人数"], required: true, kind: .number),
        Column("place", "地点", also: ["位置", "楼层"]),
        Column("accessible", "无障碍", from: Self.yesOrNo), Column("equipment", "设备", inTemplate: false),
      ]
    case .duties:
      [
        Column(
          "duty", "分工", also: ["工作", "任务", "工作内容", "岗位类别"], required: true, from: .words(Words.duty.words)),
        Column("post", "岗位", also: ["岗位名称", "名称"]), Column("people", "人数", kind: .number),
        Column("each", "每多少人", kind: .number), Column("least", "起配人数", kind: .number),
        Column("place", "地点", also: ["位置", "场所"]), Column("from", "开始", also: ["开始时间", "上岗时间"]),
        Column("to", "结束", also: ["结束时间", "下岗时间"]),
        Column("who", "可用人员", also: ["人员范围", "承担人员"]),
        Column("gender", "性别", from: .words(Words.gender.words)),
        Column("names", "指定人员", also: ["姓名", "人员", "负责人", "联络员", "责任人"]),
      ]
    case .agenda:
      [
        Column("date", "日期", also: ["日子", "时间日期"], required: true, kind: .date),
        Column("time", "时间", also: ["起止时间", "时段", "具体时间"]),
        Column("what", "内容", also: ["事项", "议程", "活动", "活动内容", "会议内容", "安排"], required: true),
        Column("place", "地点", also: ["场所", "会议地点"]),
        Column("who", "参加人员", also: ["参加人", "人员", "对象", "参会人员", "出席范围"]),
      ]
    }
  }

  private static let discussionNames = ["讨论分组", "讨论小组", "讨论组别"]

  private static let hotelNames = ["宾馆", "饭店", "酒店名称", "宾馆名称", "饭店名称", "住宿酒店", "入住酒店"]

  private static let servedDiets = Words.diet.entries.filter {
    if case .served = $0.value { true } else { false }
  }.map(\.word)

  private static let yesOrNo = Column.Choices.words([true, false].map(Wording.yesOrNo))

  private static let peopleColumns = [
    // Rows are counted anew in every list.
    Column("no", "序号", inTemplate: false),
    Column("id", "编号", also: ["人员编号", "代表证号"]),
    Column("name", "姓名", also: ["名字", "人员姓名", "参会人员", "参会人", "代表姓名", "参会人姓名"], required: true),
    Column("pinyin", "拼音", also: ["姓名拼音", "拼音姓名", "读音", "姓名读音", "name pinyin"]),
    Column(
      "group", "分组", "代表团", "单位", also: ["工作单位", "所在单位", "单位名称", "所属单位", "代表团名称", "组别", "团组", "部门"],
      from: .column("group", of: .groups)),
    Column("rank", "位次", also: ["排名", "序位", "排序", "礼宾次序", "礼宾顺序"], kind: .number),
    Column("role", "类别", also: ["身份", "人员类别", "参会身份", "参会类别"], from: .words(Words.role.words)),
    Column("title", "职务", also: ["职位", "职务职称", "职称"]),
    Column("gender", "性别", from: .words(Words.gender.words)),
    Column("absent", "请假", "缺席", also: ["是否请假", "是否缺席"], from: yesOrNo),
    Column("attending", "是否参会", also: ["参会", "是否参加", "是否出席", "是否到会", "参会情况"], inTemplate: false),
    Column("ethnicity", "民族"),
    Column("diet", "饮食", also: ["饮食要求", "饮食习惯", "饮食禁忌"]),
    Column("needs", "需求", also: ["特殊需求", "特殊需要"], from: .words(Words.need.words)),
    Column(
      "room_type", "住房", also: ["房间类型", "房型", "住房类型", "住宿类型", "房间类别", "住宿标准"],
      from: .words(Words.entitlement.words)),
    Column("lodging", "是否住宿", also: ["是否安排住宿", "是否需要住宿"], inTemplate: false),
    Column("check_in", "入住", also: ["入住日期", "入住时间"], kind: .date),
    Column("check_out", "离店", also: ["离店日期", "离店时间", "退房日期", "退房时间"], kind: .date),
    Column("arrival", "到达时间", also: ["抵达时间", "到站时间", "来程时间", "到达日期时间"], kind: .dateTime),
    Column("arrival_place", "到达地点", also: ["抵达地点", "到达站", "到达机场", "到达站点", "到达车站", "接站地点"]),
    Column(
      "arrival_service", "到达班次",
      also: [
        "到达车次", "到达航班", "到达航班车次", "航班/车次", "车次/航班", "抵达航班", "抵达车次", "来程车次", "来程航班", "到达航班/车次", "航班号", "车次",
      ]),
    Column("arrival_date", "到达日期", also: ["抵达日期", "来程日期"], inTemplate: false),
    Column("pickup", "接站", also: ["是否接站", "需接站", "是否需要接站", "接机", "是否接机", "接站接机"], from: yesOrNo),
    Column("departure", "返程时间", also: ["离开时间", "返程出发时间", "返程日期时间"], kind: .dateTime),
    Column("departure_place", "返程地点", also: ["返程站", "离开地点", "返程机场", "返程车站", "送站地点"]),
    Column("departure_service", "返程班次", also: ["返程车次", "返程航班", "返程航班/车次", "返程航班车次"]),
    Column("departure_date", "返程日期", also: ["离开日期"], inTemplate: false),
    Column("dropoff", "送站", also: ["是否送站", "需送站", "是否需要送站", "送机", "是否送机"], from: yesOrNo),
    Column("seat", "指定座位", also: ["座位要求", "座位号", "座号", "座位", "会场座位"]),
    Column("beside", "挨着", also: ["相邻", "邻座", "希望与谁相邻"]),
    Column("apart", "避开", also: ["回避", "不与谁相邻"]),
    Column("room", "指定房间", also: ["房间要求", "房号", "房间号", "房间号码", "房间"], from: .column("hotel", of: .rooms)),
    Column("hotel", "酒店", also: hotelNames, inTemplate: false),
    Column("roommate", "同住", also: ["同住人", "同住人员", "合住", "合住人", "合住人员", "同屋", "同房", "室友"]),
    Column("vehicle", "指定车辆", also: ["乘坐车辆", "车辆"]),
    Column("discussion", "讨论组", also: discussionNames),
    Column("phone", "电话", also: ["手机", "手机号", "手机号码", "联系电话", "联系方式", "移动电话"]),
    Column("note", "备注"),
  ]

  private static let hallColumns = [
    Column("section", "区", also: ["区域", "分区", "座区"], required: true),
    Column("row", "排", also: ["排号", "排次"], required: true),
    Column(
      "first", "起号", also: ["开始号", "起始号", "起始座号", "开始座号", "起"], required: true, unless: "numbers",
      kind: .number),
    Column(
      "last", "止号", also: ["结束号", "终止号", "终止座号", "结束座号", "止"], required: true, unless: "numbers",
      kind: .number),
    Column("step", "间隔", kind: .number), Column("numbers", "座号", also: ["座位号"]),
    Column("x", "横位", kind: .number), Column("y", "纵位", kind: .number),
    Column("floor", "楼层", also: ["层"]), Column("reserved", "预留", also: ["预留座位", "保留"]),
    Column("wheelchair", "轮椅位"),
  ]
}
