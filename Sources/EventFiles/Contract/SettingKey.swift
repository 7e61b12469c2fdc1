import Assembly
import Localization

/// A key of the table `event`, apart from the weights.
enum SettingKey: String, Sendable, Hashable, CaseIterable {
  case name, start, end, report, leave, place, language
  case highSide = "high_side"
  case evenRule = "even_rule"
  case twoRule = "two_rule"
  case equalHeads = "equal_heads"
  case hallMethod = "hall_method"
  case hallOrder = "hall_order"
  case closeUp = "close_up"
  case memberOrder = "member_order"
  case strokeBlankFirst = "stroke_blank_first"
  case maxWait = "max_wait"
  case vipWait = "vip_wait"
  case readyFlight = "ready_flight"
  case readyTrain = "ready_train"
  case leadFlight = "lead_flight"
  case leadTrain = "lead_train"
  case maxEarly = "max_early"
  case vehicleSpare = "vehicle_spare"
  case roomSpare = "room_spare"
  case phone, notice
  case mealPrice = "meal_price"

  /// The Chinese key.
  var chinese: String {
    switch self {
    case .name: "名称"
    case .start: "开始"
    case .end: "结束"
    case .report: "报到"
    case .leave: "离会"
    case .place: "地点"
    case .language: "语言"
    case .highSide: "尊位"
    case .evenRule: "双数规则"
    case .twoRule: "两人规则"
    case .equalHeads: "并列首席"
    case .hallMethod: "排座方法"
    case .hallOrder: "顺序"
    case .closeUp: "补位"
    case .memberOrder: "组内顺序"
    case .strokeBlankFirst: "单名优先"
    case .maxWait: "最长等候"
    case .vipWait: "贵宾等候"
    case .readyFlight: "出港分钟"
    case .readyTrain: "出站分钟"
    case .leadFlight: "航班提前"
    case .leadTrain: "火车提前"
    case .maxEarly: "最多提前"
    case .vehicleSpare: "车辆余量"
    case .roomSpare: "机动房"
    case .phone: "电话"
    case .notice: "须知"
    case .mealPrice: "餐标"
    }
  }
}

extension SettingKey {
  /// Further names that people give to it.
  var synonyms: [String] {
    switch self {
    case .name: ["会议名称", "活动名称", "标题"]
    case .start: ["开始日期", "会议开始", "开始时间", "开会日期", "开幕"]
    case .end: ["结束日期", "会议结束", "结束时间", "闭幕"]
    case .report: ["报到日期", "报到时间"]
    case .leave: ["离会日期", "离会时间"]
    case .place: ["会议地点", "会场", "会场名称"]
    case .notice: ["会议须知", "注意事项", "参会须知"]
    case .mealPrice: ["用餐标准", "餐费标准", "伙食标准"]
    case .hallMethod: ["排座方式"]
    case .hallOrder: ["分组顺序"]
    default: []
    }
  }
}

extension Term {
  /// The key of the table `event` that changes the term's weight.
  var key: String { "weights." + rawValue }

  /// The Chinese key.
  var chineseKey: String { "权重.\(module.table.chinese).\(title.chinese)" }

  /// All keys that are read.
  var keys: [String] { [chineseKey, key, "权重." + rawValue] }

  private var module: Module { Module(rawValue: String(rawValue.prefix { $0 != "." }))! }
}
