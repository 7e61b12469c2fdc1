import Assembly

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
    }
  }

  /// Whether an event cannot be without the table.
  var isRequired: Bool {
    self == .event || self == .people
  }

  /// Whether this version plans with the table, or only knows that it is there.
  var isRead: Bool {
    switch self {
    case .event, .people, .groups, .rostrum, .hall, .rooms, .vehicles, .routes, .transfers: true
    case .tables, .discussion: false
    }
  }

  /// The columns of the table in the order of the template.
  var columns: [Column] {
    switch self {
    case .event: [Column("key", "项目", required: true), Column("value", "内容", required: true)]
    case .people: Self.peopleColumns
    case .groups:
      [
        Column("group", "分组", "代表团", "单位", required: true), Column("order", "顺序"), Column("section", "区域"),
        Column("hotel", "酒店"), Column("note", "备注"),
      ]
    case .rostrum: [Column("row", "排", required: true), Column("seats", "座位数", required: true)]
    case .hall: Self.hallColumns
    case .rooms:
      [
        Column("hotel", "酒店", required: true), Column("floor", "楼层"), Column("room", "房号", required: true),
        Column("type", "房型", required: true), Column("beds", "床位"), Column("price", "房价"),
        Column("accessible", "无障碍"), Column("from", "可用起"), Column("to", "可用止"),
      ]
    case .vehicles:
      [
        Column("id", "编号", required: true), Column("kind", "车型"), Column("seats", "座位数", required: true),
        Column("fixed", "固定费用"), Column("per_minute", "每分钟费用"), Column("base", "起点"),
        Column("from", "可用起"), Column("to", "可用止"), Column("plate", "车牌"), Column("driver", "司机"),
        Column("phone", "电话"), Column("accessible", "无障碍"), Column("number", "车号"),
      ]
    case .routes:
      [
        Column("from", "起点", required: true), Column("to", "终点", required: true),
        Column("minutes", "分钟", required: true),
      ]
    case .transfers:
      [
        Column("id", "编号", required: true), Column("name", "名称"), Column("from", "起点", required: true),
        Column("to", "终点", required: true), Column("earliest", "最早发车", required: true),
        Column("latest", "最晚发车", required: true), Column("who", "乘车人", required: true),
      ]
    case .tables:
      [
        Column("table", "桌号", required: true), Column("seats", "座位数", required: true), Column("order", "次序"),
        Column("diet", "饮食"),
      ]
    case .discussion:
      [
        Column("room", "房间", required: true), Column("session", "场次", required: true),
        Column("seats", "座位数", required: true), Column("place", "地点"), Column("equipment", "设备"),
      ]
    }
  }

  private static let peopleColumns = [
    Column("id", "编号"),
    Column("name", "姓名", also: ["名字", "人员姓名", "参会人员", "参会人", "代表姓名", "参会人姓名"], required: true),
    Column("group", "分组", "代表团", "单位", also: ["工作单位", "所在单位", "单位名称", "所属单位", "代表团名称", "组别", "团组"]),
    Column("rank", "位次", also: ["排名", "序位", "排序", "礼宾次序", "礼宾顺序"]),
    Column("role", "类别", also: ["身份", "人员类别", "参会身份", "参会类别"]),
    Column("title", "职务", also: ["职位", "职务职称", "职称"]), Column("gender", "性别"),
    Column("absent", "缺席", "请假", also: ["是否请假", "是否缺席"]), Column("ethnicity", "民族"),
    Column("diet", "饮食", also: ["饮食要求", "饮食习惯", "饮食禁忌"]), Column("needs", "需求", also: ["特殊需求", "特殊需要"]),
    Column("room_type", "住房", also: ["房间类型", "房型", "住房类型", "住宿类型", "房间类别", "住宿标准"]),
    Column("lodging", "是否住宿", also: ["是否安排住宿", "是否需要住宿"], inTemplate: false),
    Column("check_in", "入住", also: ["入住日期", "入住时间"]),
    Column("check_out", "离店", also: ["离店日期", "离店时间", "退房日期", "退房时间"]),
    Column("arrival", "到达时间", also: ["抵达时间", "到站时间", "来程时间", "到达日期时间"]),
    Column("arrival_place", "到达地点", also: ["抵达地点", "到达站", "到达机场", "到达站点", "到达车站", "接站地点"]),
    Column(
      "arrival_service", "到达班次",
      also: [
        "到达车次", "到达航班", "到达航班车次", "航班/车次", "车次/航班", "抵达航班", "抵达车次", "来程车次", "来程航班", "到达航班/车次", "航班号", "车次",
      ]),
    Column("arrival_date", "到达日期", also: ["抵达日期", "来程日期"], inTemplate: false),
    Column("pickup", "接站", also: ["是否接站", "需接站", "是否需要接站", "接机", "是否接机", "接站接机"]),
    Column("departure", "返程时间", also: ["离开时间", "返程出发时间", "返程日期时间"]),
    Column("departure_place", "返程地点", also: ["返程站", "离开地点", "返程机场", "返程车站", "送站地点"]),
    Column("departure_service", "返程班次", also: ["返程车次", "返程航班", "返程航班/车次", "返程航班车次"]),
    Column("departure_date", "返程日期", also: ["离开日期"], inTemplate: false),
    Column("dropoff", "送站", also: ["是否送站", "需送站", "是否需要送站", "送机", "是否送机"]),
    Column("seat", "指定座位", also: ["座位要求"]),
    Column("beside", "挨着", also: ["相邻", "邻座", "希望与谁相邻"]),
    Column("apart", "避开", also: ["回避", "不与谁相邻"]), Column("room", "指定房间"),
    Column("roommate", "同住", also: ["同住人", "合住人", "室友"]),
    Column("vehicle", "指定车辆"), Column("phone", "电话", also: ["手机", "手机号", "手机号码", "联系电话", "联系方式", "移动电话"]),
    Column("note", "备注"),
  ]

  private static let hallColumns = [
    Column("section", "区", required: true), Column("row", "排", required: true),
    Column("first", "起号", required: true, unless: "numbers"),
    Column("last", "止号", required: true, unless: "numbers"), Column("step", "间隔"), Column("numbers", "座号"),
    Column("x", "横位"), Column("y", "纵位"), Column("floor", "楼层"), Column("reserved", "预留"),
    Column("wheelchair", "轮椅位"),
  ]
}
