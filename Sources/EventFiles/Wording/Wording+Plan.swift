public import Assembly
public import Localization
import Tables

// Sentences about plans.
extension Wording {
  /// Why somebody has no place.
  static func message(of reason: Unplaced.Reason) -> Phrase {
    switch reason {
    case .rostrumFull(let seats, let due):
      Phrase(
        "主席台共 \(seats) 座，应就座 \(due) 人；座位不足，按位次未能安排",
        "the rostrum has \(counted(seats, "seat")) for \(counted(due, "person", "people")); those ranked last have none"
      )
    case .hallFull(let seats, let due):
      Phrase(
        "会场可用 \(seats) 座，应就座 \(due) 人；座位不足，未能安排",
        "the hall has \(counted(seats, "free seat")) for \(counted(due, "person", "people"))")
    case .wheelchairPlacesFull(let places, let due):
      Phrase(
        "会场有 \(places) 个轮椅位，需要的有 \(due) 人；轮椅位不足，未能安排",
        "the hall has \(counted(places, "wheelchair place")) for \(counted(due, "person", "people"))")
    case .sectionsFull(let sections):
      Phrase(
        "本组只能坐在 \(sections.joined(separator: "、")) 区，该区座位不足，未能安排",
        "the group may only sit in section \(sections.joined(separator: ", ")), which is full")
    case .orderKeepsOut:
      Phrase(
        "按严格顺序，余下的座位都会打乱分组次序，未能安排；也许可将“顺序”改为“就近”",
        "with a strict order every seat left would break the order of groups; maybe set hall_order to near")
    case .vehiclesShort(let missing, let kind, let seats, let from, let until, let place):
      Phrase(
        "车辆不足，未能安排；\(from) 至 \(until) 在\(shown(place))再有 \(missing) 辆\(seats) 座\(vehicle(kind).chinese)即可",
        "the vehicles are elsewhere or full; \(counted(missing, "more \(vehicle(kind).english)")) of \(counted(seats, "seat")) between \(from) and \(until) at \(shown(place)) would be enough"
      )
    case .vehicleTaken(let id):
      Phrase(
        "指定的车辆 \(shown(id)) 已满或不在，未能安排", "the vehicle given by name, \(shown(id)), is full or elsewhere")
    case .ridesElsewhere:
      Phrase("同一时间已乘另一趟车，未能安排", "the person rides in another run at that time")
    case .noVehicleFits(let needsAccessible):
      needsAccessible
        ? Phrase("没有可用的无障碍车辆，未能安排", "there is no accessible vehicle")
        : Phrase("没有可用的车辆，未能安排", "there is no vehicle with a seat")
    case .roomsFull(let shortage): message(of: shortage)
    case .roomTooSmall(let people, let beds): tooManySharers(people, beds: beds)
    case .tablesFull(let shortage): message(of: shortage)
    case .noDiscussionRoom(let sessions, let people, areTaken: true):
      Phrase(
        "\(sessions.map(shown).joined(separator: "、"))可容 \(people) 人的讨论室都已给了别的组，未能安排",
        "in \(sessions.map(shown).joined(separator: ", ")) other groups have all rooms of \(counted(people, "seat")) or more"
      )
    case .noDiscussionRoom(let sessions, let people, areTaken: false):
      Phrase(
        "\(sessions.map(shown).joined(separator: "、"))没有可容 \(people) 人的讨论室，未能安排",
        "there is no room of \(counted(people, "seat")) in \(sessions.map(shown).joined(separator: ", "))")
    case .searchStopped:
      Phrase("计算中途停止，尚未得出安排", "the search was stopped before there was a plan")
    case .told(let reason): Phrase(reason)
    }
  }

  private static func message(of shortage: RoomShortage) -> Phrase {
    let kind = shortage.entitlement.roomType.name
    let sharers: (chinese: String, english: String) =
      switch shortage.gender {
      case .male: ("男", " for men")
      case .female: ("女", " for women")
      case nil: ("", "")
      }
    let chineseHotels = shortage.hotels.isEmpty ? "" : shortage.hotels.map(shown).joined(separator: "、")
    let englishHotels =
      shortage.hotels.isEmpty ? "" : " in \(shortage.hotels.map(shown).joined(separator: ", "))"
    guard let rooms = shortage.rooms else {
      return Phrase(
        "\(chineseHotels)未能找到床位；是否确实缺房尚未证明" + spare(shortage.spare).chinese,
        "no bed was found\(englishHotels); it is not proven that rooms are lacking"
          + spare(shortage.spare).english)
    }
    let chinese = (shortage.isAccessible ? "无障碍" : "") + sharers.chinese + kind.chinese
    let english =
      (shortage.isAccessible ? "accessible " : "") + kind.english + (rooms == 1 ? "" : "s")
    return Phrase(
      "\(chineseHotels)房间不足，未能安排；\(shortage.night) 当晚再有 \(rooms) 间\(chinese)即可"
        + spare(shortage.spare).chinese,
      "too few rooms\(englishHotels); \(rooms.inThrees) more \(english)\(sharers.english) "
        + "on \(shortage.night) would be enough" + spare(shortage.spare).english)
  }

  /// That rooms are kept spare which could be given up.
  private static func spare(_ rooms: Int) -> Phrase {
    guard rooms > 0 else { return Phrase("") }
    return Phrase(
      "；留作机动房的房间中有 \(rooms) 间可住，也许可以让出（调小“机动房”）",
      "; \(counted(rooms, "room that is", "rooms that are")) kept spare would do: maybe lower room_spare")
  }

  static func orderParts(from group: String) -> Phrase {
    Phrase(
      "严格顺序与座位不能兼得，从“\(group)”起有人未能安排",
      "strict order and seats for all cannot both be had: from “\(group)” on somebody has no seat")
  }

  static func reservedSeatsEmpty(_ count: Int) -> Phrase {
    Phrase(
      "有人未能安排，而 \(count) 个预留座位没有指定给任何人",
      "somebody has no seat while \(count == 1 ? "a reserved seat is" : "\(count) reserved seats are") given to nobody"
    )
  }

  static func withoutAisle(name: String, id: String) -> Phrase {
    Phrase(
      "\(shown(name))（\(shown(id))）需要靠走道的座位，未能安排",
      "\(shown(name)) (\(shown(id))) needs a seat on the aisle and has none")
  }

  static func wish(header: String, cell: String) -> Phrase {
    Phrase("\(shown(header))“\(shown(cell))”", "\(shown(header)) “\(shown(cell))”")
  }

  static let oneSidedCouple = Phrase(
    "两人性别不同，而只有一方填了同住；若是一家人，请在对方一行也填上",
    "the two are of different sexes, and only one names the other; a family may share when each names the other"
  )

  static func tooManySharers(_ people: Int, beds: Int) -> Phrase {
    Phrase(
      "要同住一间的共 \(people) 人，而最大的房间只有 \(beds) 个床位",
      "\(people) people are to share one room, and the largest has \(counted(beds, "bed"))")
  }

  static let rowInConflict = Phrase("此行与上下各项不能同时满足", "this row cannot hold together with the others")
  static let conflictAdvice = Phrase(
    "也许可以放宽其中任意一项：少了任何一项，其余各项都能同时满足",
    "Maybe one of these can be given up: without any one of them the others hold together")

  static let damagedEarlierFile = Phrase(
    "原有文件已损坏，其中其他部分的记录未能保留", "the earlier file is damaged; what it said of other modules is not kept")

  static func plannedAnew(_ module: Module) -> Phrase {
    Phrase(
      "\(module.name.chinese)：在原方案附近无法满足全部要求，已重新安排",
      "\(module.name.english): near to the earlier plan not every wish can be kept, so it was planned anew")
  }

  static let noRoomsForVehicles = Phrase(
    "没有住宿安排：接送以名单和分组表指定的酒店为准，没有指定的送到会场",
    "without a plan of rooms vehicles go to the hotels that people and groups name, else to the venue")

  // MARK: Reading a plan

  static let missingPlanFile = Phrase("方案中缺少此文件", "the plan lacks this file")
  static func moduleNotReported(_ module: Module) -> Phrase {
    Phrase("没有\(module.name.chinese)的数字", "it has no figures of the \(module.name.english)")
  }
  static let noReport = Phrase("不是方案报告", "this is no report of a plan")
  static let unknownPersonOfPlan = Phrase("名单中没有此编号的人", "nobody in the list has this id")
  static let otherNameOfPlan = Phrase("与名单上的姓名不符", "the list has another name for this person")
  static let otherGroupOfPlan = Phrase("与名单上的分组不符", "the list has another group for this person")
  static let unknownModule = Phrase("没有这个模块", "there is no such module")

  static let noSuchRoomOfPlan = Phrase("该酒店没有这个房间", "the hotel has no such room")
  static let otherFloorOfPlan = Phrase("与房间表上的楼层不符", "the table of rooms has another floor for this room")
  static let otherNightsOfPlan = Phrase("与名单上的入住、离店日期不符", "the list has other nights for this person")
  static let noRoomsOfPlan = Phrase("会议没有房间表", "the event has no table of rooms")
  static let noVehiclesOfPlan = Phrase("会议没有车辆表", "the event has no table of vehicles")
  static let unknownRunOfPlan = Phrase("runs.csv 中没有这一趟", "runs.csv has no such run")
  static let unknownVehicleOfPlan = Phrase("车辆表中没有这辆车", "the table of vehicles has no such vehicle")
  static let unknownTransferOfPlan = Phrase(
    "应为用车表中的编号，或 pickup、dropoff", "expected the id of a transfer, or pickup or dropoff")

  static func runTwiceInPlan(firstRow: Int) -> Phrase {
    Phrase("第 \(firstRow) 行已有这一趟", "this run stands in row \(firstRow) already")
  }

  static func otherNumberOfRun(_ number: Int) -> Phrase {
    Phrase("这一趟的车号是 \(number)", "the vehicle of this run is number \(number)")
  }

  static func otherNumberOfVehicle(_ number: Int) -> Phrase {
    Phrase("按次序，这辆车是 \(number) 号", "by protocol this vehicle is number \(number)")
  }

  static func otherCountOfRiders(_ count: Int) -> Phrase {
    Phrase("riders.csv 中这一趟有 \(count) 人", "riders.csv has \(counted(count, "rider")) in this run")
  }

  static func otherLeaderOfRun(_ id: String?) -> Phrase {
    id.map { Phrase("这一趟的车长应为 \(shown($0))", "the leader of this run is \(shown($0))") }
      ?? Phrase("这一趟没有乘车人", "nobody rides in this run")
  }

  static func wrongFigure(_ key: String) -> Phrase {
    Phrase("“\(shown(key))”的数值不可能", "“\(shown(key))” is an impossible figure")
  }

  static func objectiveIsNoSum(_ module: Module) -> Phrase {
    Phrase(
      "\(module.rawValue) 的 objective 不等于各项之和",
      "the objective of \(module.rawValue) is not the sum of its terms")
  }

  static func wrongBound(_ module: Module, _ bound: Int, _ objective: Int) -> Phrase {
    Phrase(
      "\(module.name.chinese)：程序算出的下界 \(bound) 高于方案的目标值 \(objective)，这是程序的错误，"
        + "下界作废；方案本身经核验符合全部规则，可以使用。请向开发者报告",
      "\(module.name.english): the bound \(bound) that was computed is above the objective \(objective) of the plan. "
        + "This is a fault of the program, and the bound is void; the plan itself keeps every rule and can be used. "
        + "Please report it")
  }

  static func wrongLeastMoves(_ module: Module, _ least: Int, _ moves: Int) -> Phrase {
    Phrase(
      "\(module.name.chinese)：程序算出至少须变动 \(least) 人次，方案只变动 \(moves) 人次，这是程序的错误，"
        + "下界作废；方案本身经核验符合全部规则，可以使用。请向开发者报告",
      "\(module.name.english): at least \(least) moves were computed to be needed, and the plan makes \(moves). "
        + "This is a fault of the program, and the bound is void; the plan itself keeps every rule and can be used. "
        + "Please report it")
  }

  private static func vehicle(_ kind: String) -> Phrase {
    kind.isEmpty ? Phrase("车", "vehicle") : Vehicle.name(ofKind: shown(kind))
  }
}

extension PlanningNote {
  /// What kind of note it is, as programs read it.
  public var code: String {
    switch self {
    case .names(.strokeTableMissing): "stroke-table-missing"
    case .names(.charactersWithoutCode): "characters-without-strokes"
    case .wrongBound, .wrongLeastMoves: "wrong-bound"
    case .plannedAnew: "planned-anew"
    case .noRoomsForVehicles: "no-rooms-for-vehicles"
    case .emptyTransfer: "empty-transfer"
    }
  }

  /// The note in words.
  public var phrase: Phrase {
    switch self {
    case .names(let note): note.phrase
    case .wrongBound(let module, let bound, let objective): Wording.wrongBound(module, bound, objective)
    case .wrongLeastMoves(let module, let least, let moves): Wording.wrongLeastMoves(module, least, moves)
    case .plannedAnew(let module): Wording.plannedAnew(module)
    case .noRoomsForVehicles: Wording.noRoomsForVehicles
    case .emptyTransfer(let id):
      Phrase("用车“\(shown(id))”没有人乘坐", "nobody rides in the transfer “\(shown(id))”")
    }
  }
}
