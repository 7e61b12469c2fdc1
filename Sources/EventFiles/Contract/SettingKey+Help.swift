import Localization

// What is written behind each setting in a template.
extension SettingKey {
  /// What the setting means, and what may stand there.
  var help: Phrase {
    switch self {
    case .name: Phrase("必填，印在每份材料上", "required: printed on every paper")
    case .start: Phrase("会议第一天，如 2026-03-05", "the first day, such as 2026-03-05")
    case .end: Phrase("会议最后一天", "the last day")
    case .report:
      Phrase(
        "报到的日子；留空为开始那天。没写入住和到达的人从这天住起", "when people without a journey of their own arrive; blank: the start")
    case .leave: Phrase("离会的日子；留空为结束次日", "when they leave; blank: the day after the end")
    case .place: Phrase("会场的名称，须与“线路”表写法一致", "name of the venue, as in the table routes")
    case .language: Phrase("材料和提示用的语言：中文 或 英文", "of papers and messages: zh or en")
    case .highSide:
      Phrase("左：1 号左手边为尊（国内惯例）；右：国际惯例", "left: the seat on No. 1's left hand is next; right: international")
    case .evenRule: Phrase("主席台人数为双数时：居左，或 并列", "of an even number on the rostrum: left or pair")
    case .twoRule: Phrase("只有两人时；留空与双数规则相同", "of two people; blank: as even_rule")
    case .equalHeads: Phrase("是 = 前两位并列首席，居中两座", "yes: the first two sit in the middle together")
    case .hallMethod: Phrase("横排：一组占几排；竖排：一组占几列；左右排列：由中间向两边", "horizontal, vertical or outward")
    case .hallOrder:
      Phrase("分组次序：严格、就近（可略变动，使各组坐在一起）、自由", "how far the order of groups may be bent: strict, near or free")
    case .closeUp:
      Phrase("是 = 临时有人缺席时，由本组最后一位补到空出的座位", "yes: on replanning, people move up into seats that were left")
    case .memberOrder: Phrase("组内先后：按名单、按位次、按笔画、按拼音", "inside a group: listed, rank, stroke or pinyin")
    case .strokeBlankFirst: Phrase("按笔画时，单名在前", "by strokes, names of one character first")
    case .maxWait: Phrase("接站时旅客最多等几分钟", "minutes that a traveller may wait")
    case .vipWait: Phrase("位次 1–10 和坐专车的人最多等几分钟", "minutes that people of rank 1–10 or with own may wait")
    case .readyFlight: Phrase("航班落地后几分钟能上车", "minutes from a landing to the kerb")
    case .readyTrain: Phrase("火车到站后几分钟能上车", "minutes from a train to the kerb")
    case .leadFlight: Phrase("起飞前几分钟到机场", "minutes to be at the airport before a flight")
    case .leadTrain: Phrase("开车前几分钟到车站", "minutes to be at the station before a train")
    case .maxEarly: Phrase("送站时最多再早到几分钟", "further minutes that one may be made to come early")
    case .vehicleSpare: Phrase("每辆车空出座位的比例，如 10%", "share of a vehicle's seats kept free, such as 10%")
    case .roomSpare: Phrase("每家酒店留出几间房", "rooms of each hotel kept free")
    case .notice: Phrase("印在会务手册前面，一行一条", "printed at the beginning of the handbook, a line each")
    case .mealPrice: Phrase("每人每天的用餐标准（元），计入预算", "yuan for the meals of a person and day, for the budget")
    case .phone:
      Phrase("否 = 发给大家的通讯录不印电话", "no: the contacts that everybody is given tell no telephone numbers")
    }
  }

  /// What may be chosen for it; nothing where it is free.
  var choices: [Phrase]? {
    switch self {
    case .language: Words.language.words
    case .highSide: Words.side.words
    case .evenRule, .twoRule: Words.evenRule.words
    case .hallMethod: Words.hallMethod.words
    case .hallOrder: Words.hallOrder.words
    case .memberOrder: Words.memberOrder.words
    case .equalHeads, .closeUp, .strokeBlankFirst, .phone: [true, false].map(Wording.yesOrNo)
    default: nil
    }
  }
}
