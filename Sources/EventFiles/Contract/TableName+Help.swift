import Assembly
import Localization

// What is written in each column, as the comment of its header in a template.
extension TableName {
  /// What a column holds; nothing for columns whose name says it.
  func help(_ column: String) -> Phrase? { Self.columnHelp[self]?[column] }

  private static let columnHelp: [TableName: [String: Phrase]] = [
    .event: eventHelp, .people: peopleHelp, .groups: groupsHelp, .rostrum: rostrumHelp, .hall: hallHelp,
    .rooms: roomsHelp, .vehicles: vehiclesHelp, .routes: routesHelp, .transfers: transfersHelp,
    .tables: tablesHelp, .discussion: discussionHelp, .duties: dutiesHelp, .agenda: agendaHelp,
  ]

  private static let eventHelp = [
    "key": Phrase("设置的名称；不需要的行可以删去", "the name of the setting; rows that are not needed may go"),
    "value": Phrase("设置的内容；留空为默认值", "its value; blank is the default"),
    "note": Phrase("这一项的意思，程序不读", "what it means; not read"),
  ]

  private static let peopleHelp = [
    "id": Phrase("唯一的编号，如 P001；改名单时保持不变", "unique, such as P001; keep it when the list changes"),
    "name": Phrase("必填，一行一人", "required, one person a row"),
    "pinyin": Phrase(
      "可不填：姓名的读音，多音字按它排序和查找，如 Zēng Xiǎomíng",
      "optional: how the name is read, such as Zēng Xiǎomíng, for sorting and looking up"),
    "group": Phrase("代表团或单位，与“分组”表写法一致", "delegation or unit, as in the table groups"),
    "rank": Phrase(
      "礼宾位次，1 最高；可用小数（7.1 在 7 之后）；留空排在最后", "protocol place, 1 highest; decimals allowed; blank comes last"),
    "role": Phrase("只有“主席台”坐主席台；留空为代表", "only rostrum sits on the rostrum; blank is delegate"),
    "title": Phrase("印在名单和桌签上", "printed"),
    "gender": Phrase("男或女；住标间必填", "M or F; required for a twin"),
    "absent": Phrase("是 = 请假，不作任何安排，名单上保留", "yes: nothing is planned, the name stays on the lists"),
    "ethnicity": Phrase("民族，如汉族、回族", "printed"),
    "diet": Phrase("清真、素食或其他；不在会议就餐填 不就餐", "halal, vegetarian or anything else; none: eats elsewhere"),
    "needs": Phrase("轮椅、靠走道，可填两项，用分号分隔", "wheelchair, aisle, or both with a semicolon between"),
    "room_type": Phrase(
      "套房、单间、标间或不住；留空而有入住日期为标间", "suite, single, twin or none; blank with a check-in is a twin"),
    "check_in": Phrase("入住日期，如 2026-03-04", "a date, such as 2026-03-04"),
    "check_out": Phrase("离店日期，当晚不住", "the day after the last night"),
    "arrival": Phrase("航班或火车的到达时间，如 2026-03-04 14:35", "scheduled arrival, such as 2026-03-04 14:35"),
    "arrival_place": Phrase("机场或车站，与“线路”表写法一致", "airport or station, as in the table routes"),
    "arrival_service": Phrase("航班号或车次，如 CA1234、G102", "flight or train, such as CA1234 or G102"),
    "pickup": Phrase("是 = 需要接站", "yes: to be picked up"),
    "departure": Phrase("航班或火车的出发时间", "scheduled departure"),
    "departure_place": Phrase("机场或车站，与“线路”表写法一致", "airport or station, as in the table routes"),
    "departure_service": Phrase("航班号或车次", "flight or train"),
    "dropoff": Phrase("是 = 需要送站", "yes: to be dropped off"),
    "seat": Phrase("指定座位：中区-4-7、主席台:1-5，或 无（不安排座位）", "SECTION-ROW-SEAT, rostrum:ROW-SEAT, or none"),
    "beside": Phrase("要挨着坐的人，填编号或姓名，用分号分隔", "ids or names to sit beside, with semicolons between"),
    "apart": Phrase("不能挨着的人，填编号或姓名", "ids or names not to sit beside"),
    "room": Phrase("指定酒店，或 酒店-房号", "HOTEL or HOTEL-ROOM"),
    "roommate": Phrase("同住的人，填编号或姓名；一家人互相填写", "ids or names to share with; a family names one another"),
    "discussion": Phrase(
      "讨论组的名称；留空随本组；不参加填 不参加", "the discussion group; blank: that of the own group; none: takes no part"),
    "vehicle": Phrase("指定车辆的编号，或 专车", "the id of a vehicle, or own"),
    "phone": Phrase("印在名单上", "printed"),
    "note": Phrase("印在名单上", "printed"),
  ]

  private static let groupsHelp = [
    "group": Phrase("代表团或单位，一行一个", "delegation or unit, one a row"),
    "order": Phrase("排列次序，1 最先；留空按名单先后", "1 comes first; blank follows the list"),
    "section": Phrase("只坐这些区，可填几个，用分号分隔", "only these sections, with semicolons between"),
    "hotel": Phrase("住这些酒店，可填几个", "only these hotels"),
    "discussion": Phrase("同名的几个分组在一室讨论；留空自成一组", "groups of one name discuss together; blank: by itself"),
    "contact": Phrase("服务本组讨论的工作人员", "who of the staff serves its discussions"),
    "note": Phrase("印在名单上", "printed"),
  ]

  private static let rostrumHelp = [
    "row": Phrase("第 1 排为最前排（离观众最近）", "row 1 is the front row, nearest the audience"),
    "seats": Phrase("这一排的座位数", "seats of the row"),
  ]

  private static let hallHelp = [
    "section": Phrase("过道之间的一区，如 中区", "a block between aisles"),
    "row": Phrase("排号，或字母 A、B…", "row as printed: a number or letters"),
    "numbers": Phrase(
      "可不填：号码不连续时，从观众左手起逐个列出，如 1-11,12,12a,14",
      "optional, where numbers do not run on: all seats from the audience's left, 1-11,12,12a,14"),
    "first": Phrase("从观众左手起第一个座位的号码", "number of the first seat from the audience's left"),
    "last": Phrase("最后一个座位的号码", "number of the last seat"),
    "step": Phrase(
      "相邻号码之差：1、-1；单双号厅为 2、-2；0 为中间单左双右", "1, -1; 2 or -2 in odd/even halls; 0 for the middle of one"),
    "x": Phrase("可不填：第一个座位的横向位置（座位宽）", "optional: position of the first seat in seat widths"),
    "y": Phrase("可不填：到台前的距离（排距）", "optional: distance from the stage in rows"),
    "floor": Phrase("楼层，默认 1", "default 1"),
    "reserved": Phrase("留空不坐的号码，如 7,9-13；或一种类别，如 记者", "numbers kept empty, such as 7,9-13; or a role"),
    "wheelchair": Phrase("轮椅位的号码", "numbers of wheelchair places"),
  ]

  private static let roomsHelp = [
    "hotel": Phrase("酒店名称", "name of the hotel"), "floor": Phrase("楼层", "floor"),
    "room": Phrase("房号，一行一间", "number of the room, one a row"),
    "type": Phrase("套房、单间、标间等", "suite, single, twin or another"),
    "beds": Phrase("床位数；留空按房型", "beds; blank goes by the type"),
    "price": Phrase("每晚房价（元）", "price a night"),
    "accessible": Phrase("是 = 轮椅可用", "yes: for wheelchair users"),
    "from": Phrase("从哪天起可用", "first night"), "to": Phrase("可用到哪天（当晚不可用）", "day after the last night"),
    "contact": Phrase("负责这一层的工作人员", "who of the staff looks after the floor"),
  ]

  private static let vehiclesHelp = [
    "id": Phrase("唯一的编号，如 V1", "unique, such as V1"), "kind": Phrase("大巴、中巴、轿车等", "coach, minibus, sedan …"),
    "seats": Phrase("乘客座位数，不含司机", "passengers, without the driver"),
    "fixed": Phrase("用一次的固定费用（元）", "cost of using it at all"),
    "per_minute": Phrase("每分钟费用（元）", "cost of a minute"),
    "base": Phrase("从哪里出发；留空为会场", "where it stands; blank is the venue"),
    "from": Phrase("从何时起可用", "available from"), "to": Phrase("可用到何时", "available until"),
    "plate": Phrase("印在乘车表上", "printed"), "driver": Phrase("印在乘车表上", "printed"),
    "phone": Phrase("印在乘车表上", "printed"), "accessible": Phrase("是 = 可上轮椅", "yes: takes wheelchairs"),
    "number": Phrase("车上挂的号码；留空由方案编号", "the number that it shows; blank: the plan gives one"),
    "leader": Phrase("车长，填编号或姓名", "who leads it: an id or a name"),
  ]

  private static let routesHelp = [
    "from": Phrase("地点：机场、车站、酒店、会场", "a place: airport, station, hotel, venue"),
    "to": Phrase("另一地点；往返相同时只填一行", "the other place; one row does for both ways"),
    "minutes": Phrase("车程（分钟）", "minutes by road"),
  ]

  private static let tablesHelp = [
    "table": Phrase("桌号，一行一桌", "number of the table, one a row"),
    "seats": Phrase("这一桌的座位数", "seats at the table"),
    "order": Phrase("次序，1 为主桌；有位次的人按位次先坐主桌", "1 is the main table, which people with a rank fill by rank"),
    "diet": Phrase("清真、素食；留空为清真以外都供应", "halal, vegetarian; blank: anything but halal"),
    "meal": Phrase("各餐分别排桌时填餐名；留空为每餐同桌", "the meal, where each has tables of its own; blank: every meal"),
    "for": Phrase(
      "这一桌坐谁：位次:1-12、分组、类别、酒店；两个条件用 且 连接",
      "who sits there: rank:1-12, or names of groups, roles or hotels; & joins two conditions"),
    "x": Phrase("可不填：桌子的横向位置", "optional: position from the left"),
    "y": Phrase("可不填：桌子到台前的距离", "optional: distance from the stage"),
  ]

  private static let discussionHelp = [
    "room": Phrase("房间名称，一行一间一场", "the room, one and one session a row"),
    "session": Phrase("场次，如 第一次分组讨论", "the session, such as First discussion"),
    "seats": Phrase("座位数", "seats"), "place": Phrase("楼或楼层，印在名单上", "building or floor, printed"),
    "accessible": Phrase("是 = 轮椅可进", "yes: for wheelchair users"),
  ]

  private static let dutiesHelp = [
    "duty": Phrase(
      "车长、楼层、讨论室、接站、送站：岗位由方案得出；其他岗位填名称和时间",
      "vehicle, floor, discussion, arrival, departure: posts come from the plans; other: give it a name and hours"
    ),
    "post": Phrase("印在分工表上的名称，如 记录员；留空按分工", "printed, such as Recorder; blank: by the duty"),
    "people": Phrase("每个岗位几人，默认 1", "people at each post, default 1"),
    "each": Phrase("每服务多少人再加同样人数", "as many people again for each further so many served"),
    "least": Phrase("服务人数不到此数的不设岗位", "no post where fewer are served"),
    "place": Phrase(
      "只管这一处：车、酒店、场次、车站；其他岗位为所在地点",
      "only this vehicle, hotel, session or station; of another post where it is"),
    "from": Phrase("开始：日期和时间，或每天的时刻如 08:00", "a date and time, or a time of every day such as 08:00"),
    "to": Phrase("结束", "likewise"),
    "who": Phrase("谁可以承担：类别、分组、酒店；留空为工作人员", "who can do it: roles, groups, hotels; blank: the staff"),
    "gender": Phrase("只由男或女承担", "only M or F"),
    "names": Phrase("指定的人，填编号或姓名；多于人数时从中安排", "ids or names: they do it; of more than are needed some"),
  ]

  private static let agendaHelp = [
    "date": Phrase("日期，如 2026-03-05；同一天的可只写第一行", "a day, such as 2026-03-05; blank: that of the line above"),
    "time": Phrase("如 08:30、8:30–11:00、下午", "such as 08:30, 8:30–11:00 or afternoon"),
    "what": Phrase("印在会务手册的日程里", "printed in the handbook's agenda"),
    "place": Phrase("印在日程里", "printed"), "who": Phrase("印在日程里；留空为全体", "printed; blank: everybody"),
  ]

  private static let transfersHelp = [
    "id": Phrase("唯一的编号，如 T1", "unique, such as T1"), "name": Phrase("印在乘车表上", "printed"),
    "from": Phrase("起点，与“线路”表写法一致", "as in the table routes"),
    "to": Phrase("终点，与“线路”表写法一致", "as in the table routes"),
    "earliest": Phrase("最早发车时间", "earliest departure"), "latest": Phrase("最晚发车时间", "latest departure"),
    "who": Phrase(
      "全体，或分组、类别、酒店的名称；两个条件用 且 连接", "all, or names of groups, roles or hotels; & joins two conditions"),
    "fixed": Phrase(
      "是：乘几趟的人每趟都坐同一辆车，有固定车号", "yes: whoever rides several of these has one vehicle for all of them"),
  ]
}
