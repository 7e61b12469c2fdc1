import Assembly
public import Localization

extension Violation {
  /// The violation in words. People are told by their row of the list and their id, never by name.
  ///
  /// - Parameter event: the event whose plan was judged.
  public func phrase(in event: Event) -> Phrase {
    Phrase(
      Wording(event: event, language: .chinese).sentence(self),
      Wording(event: event, language: .english).sentence(self))
  }
}

/// Says violations in one language.
private struct Wording {
  let event: Event
  let language: Language

  func sentence(_ violation: Violation) -> String {
    switch violation {
    // Who is in the plan
    case .tableMissing(let module):
      say(
        "会议没有\(name(module))表，却有其方案",
        "there is a plan of \(name(module)) but no such table")
    case .unknownPerson(let index, let module):
      say(
        "\(name(module))方案中有名单之外的人（序号 \(index)）",
        "the plan of \(name(module)) names nobody of the list (index \(index))")
    case .notDue(let person, let module):
      say(
        "\(who(person))不应列入\(name(module))方案",
        "\(who(person)) is not due in \(name(module))")
    case .namedTwice(let person, let module):
      say(
        "\(who(person))在\(name(module))方案中出现两次",
        "\(who(person)) appears twice in \(name(module))")
    case .seatedAndUnplaced(let person, let module):
      say(
        "\(who(person))在\(name(module))已有安排，又列为未安排",
        "\(who(person)) has a place in \(name(module)) and is told to have none")
    case .forgotten(let person, let module):
      say(
        "\(name(module))方案遗漏\(who(person))",
        "the plan of \(name(module)) leaves out \(who(person)) without a word")
    case .entryOfOtherModule(let person, let other, let module):
      say(
        "\(name(module))方案把\(who(person))列为\(name(other))未安排",
        "the plan of \(name(module)) tells \(who(person)) unplaced in \(name(other))")

    // Who may sit where
    case .noSuchSeat(let person, let seat):
      say(
        "\(who(person))的座位\(place(seat))不存在",
        "\(who(person)) has seat \(place(seat)), which does not exist")
    case .seatShared(let people, let seat):
      say(
        "座位\(place(seat))同时安排给\(whoAll(people))",
        "seat \(place(seat)) is given to \(whoAll(people))")
    case .pinNotKept(let person, let pin, let seat):
      say(
        "\(who(person))指定座位为\(place(pin))，却在\(place(seat))",
        "\(who(person)) is pinned to \(place(pin)) but sits at \(place(seat))")
    case .pinnedLeftOut(let person, let seat):
      say(
        "\(who(person))指定座位为\(place(seat))，却未安排",
        "\(who(person)) is pinned to \(place(seat)) but has no seat")
    case .notBeside(let one, let other, .rooms):
      say(
        "\(who(one))应与\(who(other))住同一楼层，却不在",
        "\(who(one)) does not sleep on the floor of \(who(other))")
    case .notApart(let one, let other, .rooms):
      say(
        "\(who(one))与\(who(other))应避开却同住一间",
        "\(who(one)) and \(who(other)) are to be apart but share a room")
    case .notBeside(let one, let other, let module):
      say(
        "\(who(one))与\(who(other))在\(name(module))应相邻而未相邻",
        "\(who(one)) and \(who(other)) do not sit side by side in \(name(module))")
    case .notApart(let one, let other, let module):
      say(
        "\(who(one))与\(who(other))在\(name(module))应避开却相邻",
        "\(who(one)) and \(who(other)) sit side by side in \(name(module))")
    case .leftOutThoughSeatIsFree(let person, let seat):
      say(
        "\(who(person))未安排，但座位\(place(seat))可用",
        "\(who(person)) has no seat although \(place(seat)) is free")

    // The rostrum
    case .wrongPlace(let person, let seat, let told, let actual?):
      say(
        "\(who(person))的座位\(place(.rostrum(seat)))是第 \(actual) 位，方案写作第 \(told) 位",
        "\(who(person)): seat \(place(.rostrum(seat))) has place \(actual), not \(told)")
    case .wrongPlace(let person, let seat, _, nil):
      say(
        "\(who(person))的座位\(place(.rostrum(seat)))应空着",
        "\(who(person)): seat \(place(.rostrum(seat))) has no place and stays empty")
    case .notOwnPlace(let person, let place, let own):
      say(
        "\(who(person))应在第 \(own) 位，却在第 \(place) 位",
        "\(who(person)) has place \(own) by rank but sits at place \(place)")
    case .protocolOrderBroken(let higher, let lower):
      say(
        "\(who(lower))的座位高于位次在前的\(who(higher))",
        "\(who(lower)) has a better place than \(who(higher)), who is ranked higher")
    case .leftOutBeforeLower(let person, let seated):
      say(
        "\(who(person))未安排，位次在后的\(who(seated))却有座位",
        "\(who(person)) has no seat but \(who(seated)), who is ranked lower, has one")

    case .behindLower(let person, let lower):
      say(
        "\(who(person))坐在位次在后的\(who(lower))后排",
        "\(who(person)) sits in a row behind \(who(lower)), who is ranked lower")
    case .outsideLower(let person, let lower):
      say(
        "\(who(person))坐在同侧位次在后的\(who(lower))外侧",
        "\(who(person)) sits farther out than \(who(lower)), who is ranked lower")
    case .chairEmptyBetween(let seat):
      say(
        "座位\(place(.rostrum(seat)))空着，两侧有人",
        "seat \(place(.rostrum(seat))) is empty between two people")

    // The hall
    case .gapNotClosed(let person, let seat):
      say(
        "座位\(place(seat))空着，\(who(person))本应前来补位",
        "seat \(place(seat)) is empty, which \(who(person)) was to close up")
    case .heldSeatTaken(let person, let seat):
      say(
        "\(who(person))占用预留座位\(place(seat))",
        "\(who(person)) takes the reserved seat \(place(seat))")
    case .seatOfOtherRole(let person, let seat):
      say(
        "座位\(place(seat))留给其他类别，\(who(person))不应坐",
        "seat \(place(seat)) is for another role than that of \(who(person))")
    case .outsideSections(let person, let seat):
      say(
        "\(who(person))的座位\(place(seat))不在本组区域内",
        "\(who(person)) sits at \(place(seat)), outside the sections of the group")
    case .noWheelchairPlace(let person, let seat):
      say(
        "\(who(person))需要轮椅位，\(place(seat))不是",
        "\(who(person)) needs a wheelchair place, which \(place(seat)) is not")
    case .wheelchairPlaceWithheld(let person, let holder, let seat):
      say(
        "\(who(person))需要轮椅位而未安排，\(place(seat))却给了\(who(holder))",
        "\(who(person)) needs a wheelchair place but \(who(holder)), who does not, has \(place(seat))")
    case .wheelchairPlaceTaken(let person, let seat, let other):
      say(
        "\(who(person))不需要轮椅位，\(place(other))空着，却坐在轮椅位\(place(seat))",
        "\(who(person)), who needs none, has the wheelchair place \(place(seat)) though \(place(other)) is free"
      )
    case .keptLineNotUsed(let person, let seat, let other):
      say(
        "\(who(person))坐在\(place(seat))，留给该类别的\(place(other))却空着",
        "\(who(person)) sits at \(place(seat)) though \(place(other)), kept for this role, is free")
    case .deeperThanLaterGroup(let person, let later):
      say(
        "严格顺序被打破：\(who(person))比后面分组的\(who(later))深一排以上",
        "strict order is broken: \(who(person)) sits deeper by more than one than \(who(later)) of a later group"
      )
    case .outOfMemberOrder(let person, let expected, let seat):
      say(
        "组内顺序有误：\(place(seat))应为\(who(expected))，却是\(who(person))",
        "out of member order: \(place(seat)) is for \(who(expected)) but \(who(person)) sits there")
    case .aisleNotTold(let person):
      say(
        "\(who(person))未得到走道座位，方案未说明",
        "\(who(person)) has no aisle seat and the plan does not say so")
    case .aisleToldWrongly(let person):
      say(
        "方案称\(who(person))未得到走道座位，与事实不符",
        "the plan wrongly says that \(who(person)) misses an aisle seat")
    case .aisleSeatWithheld(let person, let holder, let seat):
      say(
        "\(who(person))需要走道座位，同组\(who(holder))却坐在\(place(seat))",
        "\(who(person)) needs an aisle seat but \(who(holder)) of the same group has \(place(seat))")

    // Rooms
    case .noSuchRoom(let person, let room):
      say(
        "\(who(person))的房间\(self.room(room))不存在",
        "\(who(person)) has room \(self.room(room)), which does not exist")
    case .moreThanBeds(let room, let night, let people):
      say(
        "\(self.room(room)) 在 \(night) 夜住 \(people) 人，超过床位 \(beds(room))",
        "\(self.room(room)) has \(people) people on the night of \(night) and \(beds(room)) beds")
    case .notAlone(let one, let other, let room):
      say(
        "\(self.room(room)) 为套房或单间，\(who(one))与\(who(other))不是家属却同住",
        "\(self.room(room)) is for one person, but \(who(one)) and \(who(other)), no family, share it")
    case .gendersMixed(let one, let other, let room):
      say(
        "\(who(one))与\(who(other))不是家属、性别不同（或不明）却同住 \(self.room(room))",
        "\(who(one)) and \(who(other)), no family and not of one gender, share \(self.room(room))")
    case .roommatesParted(let one, let other):
      say(
        "\(who(one))与\(who(other))应同住一间，却分开",
        "\(who(one)) and \(who(other)) must share a room but do not")
    case .roomWishNotKept(let person, let room):
      say(
        "\(who(person))没有住在指定房间，却在 \(self.room(room))",
        "\(who(person)) has \(self.room(room)), which is not what room says")
    case .outsideHotels(let person, let room):
      say(
        "\(who(person))的房间 \(self.room(room)) 不在本组酒店",
        "\(who(person)) has \(self.room(room)), outside the hotels of the group")
    case .roomNotAvailable(let person, let room):
      say(
        "\(who(person))住宿期间 \(self.room(room)) 不是每晚可用",
        "\(self.room(room)) cannot be used on every night of \(who(person))")
    case .noAccessibleRoom(let person, let room):
      say(
        "\(who(person))需要无障碍房间，\(self.room(room)) 不是",
        "\(who(person)) needs an accessible room, which \(self.room(room)) is not")
    case .spareRoomsUsed(let hotel, let used, let usable):
      say(
        "\(self.hotel(hotel))留出机动房后可用 \(usable) 间，却用了 \(used) 间",
        "\(self.hotel(hotel)) has \(usable) rooms apart from the spare ones, but \(used) are used")
    case .withoutBedBeforeLower(let person, let lodged):
      say(
        "\(who(person))没有床位，情况相同、位次在后的\(who(lodged))却有",
        "\(who(person)) has no bed but \(who(lodged)), who is alike and ranked lower, has one")

    // Vehicles
    case .noSuchVehicle(let run):
      say("\(self.run(run))的车不存在", "\(self.run(run)) has a vehicle that does not exist")
    case .numberNotKept(let vehicle, let number, let before):
      say(
        "车辆 \(self.vehicle(vehicle)) 原为 \(before) 号车，现为 \(number) 号车",
        "vehicle \(self.vehicle(vehicle)) shows number \(number) and showed \(before) before")
    case .numberOfAnother(let vehicle, let number, let owner):
      say(
        "车辆 \(self.vehicle(vehicle)) 为 \(number) 号车，这是车辆 \(self.vehicle(owner)) 的车号",
        "vehicle \(self.vehicle(vehicle)) shows number \(number), which is that of vehicle "
          + self.vehicle(owner))
    case .noRoute(let run, let from, let to):
      say("\(self.run(run))：线路表没有\(from)到\(to)", "\(self.run(run)): no route leads from \(from) to \(to)")
    case .wrongArrival(let run, let actual):
      say(
        "\(self.run(run))报告 \(run.arrive) 到达，应为 \(actual)",
        "\(self.run(run)) is told to arrive at \(run.arrive) and does so at \(actual)")
    case .nobodyRides(let run):
      say("\(self.run(run))没有乘车人", "nobody rides in \(self.run(run))")
    case .moreThanSeats(let run, let usable):
      say(
        "\(self.run(run))载 \(run.riders.count) 人，可用座位 \(usable)",
        "\(self.run(run)) has \(run.riders.count) riders and \(usable) seats for them")
    case .noAccessibleVehicle(let person, let run):
      say(
        "\(who(person))需要无障碍车辆，\(self.run(run))不是",
        "\(who(person)) needs an accessible vehicle, which that of \(self.run(run)) is not")
    case .vehicleWishNotKept(let person, let run):
      say(
        "\(who(person))没有乘坐指定车辆，却在\(self.run(run))",
        "\(who(person)) rides in \(self.run(run)), which is not the vehicle given")
    case .notToRide(let person, let run):
      say("\(who(person))不应乘坐\(self.run(run))", "\(who(person)) is not to ride in \(self.run(run))")
    case .wrongWay(let person, let run, let from, let to):
      say(
        "\(who(person))应从\(from)到\(to)，却在\(self.run(run))",
        "\(who(person)) is to go from \(from) to \(to) but rides in \(self.run(run))")
    case .wrongTime(let person, let run, let earliest, let latest):
      say(
        "\(who(person))应在 \(earliest) 至 \(latest) 之间出发，却在\(self.run(run))",
        "\(who(person)) is to leave between \(earliest) and \(latest) but rides in \(self.run(run))")
    case .sharesOwnVehicle(let person, let owner, let run):
      say(
        "\(who(owner))坐专车，\(who(person))却同在\(self.run(run))",
        "\(who(owner)) has a vehicle of their own but shares \(self.run(run)) with \(who(person))")
    case .cannotBeThere(let run, let moment):
      say(
        "\(self.run(run))的车最早 \(moment) 才能发车",
        "the vehicle of \(self.run(run)) cannot leave there before \(moment)")
    case .unloadsTooLate(let run, let end):
      say(
        "\(self.run(run))在车辆可用止 \(end) 之前下不完客",
        "\(self.run(run)) is not unloaded by \(end), when the vehicle must be free")
    case .onTwoRuns(let person, let first, let second):
      say(
        "\(who(person))同时在\(self.run(first))和\(self.run(second))",
        "\(who(person)) is on \(self.run(first)) and \(self.run(second)) at once")
    case .twoFixedVehicles(let person, let first, let second):
      say(
        "\(who(person))对号乘车只有一辆车，却在\(self.run(first))和\(self.run(second))",
        "\(who(person)) has one vehicle for all fixed transfers but rides in \(self.run(first)) and "
          + self.run(second))
    case .carriedTwice(let person):
      say("\(who(person))同一行程乘了两次车", "\(who(person)) makes one trip twice")
    case .uncarriedTripsDiffer(let person, let told, let actual):
      say(
        "\(who(person))有 \(actual) 次行程没有车，报告为 \(told) 次",
        "\(who(person)) has \(actual) trips that are not carried and is told to have \(told)")

    // Tables
    case .noSuchTable(let person, let table):
      say(
        "\(who(person))的餐桌 #\(table) 不存在",
        "\(who(person)) has table #\(table), which does not exist")
    case .moreThanSeatsAtTable(let table, let people):
      say(
        "\(self.table(table))坐 \(people) 人，超过座位 \(seats(table))",
        "\(self.table(table)) has \(people) people and \(seats(table)) seats")
    case .otherDietAtTable(let person, let table):
      say(
        "\(who(person))的饮食与\(self.table(table))不同，不能同桌",
        "\(who(person)) sits at \(self.table(table)), which is for another diet")
    case .notMeantByTable(let person, let table):
      say(
        "\(self.table(table))不是给\(who(person))的",
        "\(who(person)) sits at \(self.table(table)), which is for others")
    case .notAtMainTable(let person, let table):
      say(
        "\(who(person))按位次应坐主桌（\(self.table(table))）",
        "\(who(person)) is to sit at the main table, \(self.table(table)), by rank")
    case .seatForSomeLeftEmpty(let person, let table):
      say(
        "\(self.table(table))是给\(who(person))的，还有空座，却坐在别处",
        "\(self.table(table)) is for \(who(person)) and has seats, but they sit elsewhere")
    case .noSeatAtTableBeforeLower(let person, let seated):
      say(
        "\(who(person))没有餐桌座位，情况相同、位次在后的\(who(seated))却有",
        "\(who(person)) has no seat but \(who(seated)), who is alike and ranked lower, has one")

    // Discussion
    case .noSuchDiscussion(let group, let room):
      say(
        "讨论组 #\(group) 或房间 #\(room) 不存在",
        "there is no discussion group #\(group), or no room #\(room)")
    case .twoDiscussionRooms(let group, let session):
      say(
        "\(self.discussionGroup(group))在一个场次（第 \(session + 1) 场）有两个房间",
        "\(self.discussionGroup(group)) has two rooms in session \(session + 1)")
    case .discussionRoomShared(let groups, let room):
      say(
        "\(self.discussionRoom(room))同时给了\(groups.map(discussionGroup).joined(separator: "、"))",
        "\(self.discussionRoom(room)) is given to \(groups.map(discussionGroup).joined(separator: ", "))")
    case .discussionRoomUnfit(let group, let room):
      say(
        "\(self.discussionRoom(room))容不下\(self.discussionGroup(group))，或不便轮椅出入",
        "\(self.discussionRoom(room)) has too few seats for \(self.discussionGroup(group)), or keeps wheelchairs out"
      )

    // Staff
    case .noSuchPost(let post):
      say(
        "没有“\(self.post(post))”这个岗位，或时间地点不同、重复",
        "no plan asks for the post “\(self.post(post))”, or at other times, or it is told twice")
    case .postForgotten(let post):
      say("分工遗漏岗位“\(self.post(post))”", "the post “\(self.post(post))” is left out without a word")
    case .peopleOfPostDiffer(let post, let told, let due):
      say(
        "岗位“\(self.post(post))”需 \(due) 人，写了 \(told) 人，缺额不符",
        "the post “\(self.post(post))” needs \(due) and has \(told), and those missing are told otherwise")
    case .twiceAtPost(let post):
      say("岗位“\(self.post(post))”有人写了两次", "somebody is told twice at the post “\(self.post(post))”")
    case .cannotBeAtPost(let person, let post):
      say(
        "\(who(person))不能在岗位“\(self.post(post))”",
        "\(who(person)) cannot be at the post “\(self.post(post))”")
    case .atTwoPosts(let person, let one, let other):
      say(
        "\(who(person))同时在“\(post(one))”和“\(post(other))”",
        "\(who(person)) is at “\(post(one))” and “\(post(other))” at once")
    case .namedForPostLeftOut(let post):
      say(
        "岗位“\(self.post(post))”占了指定人员的名额",
        "others are at the post “\(self.post(post))” in the place of who is named for it")

    // Figures
    case .termDiffers(let term, let told, let actual):
      say(
        "\(term.rawValue) 报告为 \(told)，重新计算为 \(actual)",
        "\(term.rawValue) is told as \(told) and computes to \(actual)")
    case .boundAboveObjective(let module, let bound, let objective):
      say(
        "\(name(module))的下界 \(bound) 大于目标值 \(objective)",
        "\(name(module)): the bound \(bound) is above the objective \(objective)")
    case .optimalWithGap(let module, let bound, let objective):
      say(
        "\(name(module))标为最优，但下界 \(bound) 小于目标值 \(objective)",
        "\(name(module)): told optimal, but the bound \(bound) is below the objective \(objective)")
    case .gapClosedButNotOptimal(let module, let status):
      say(
        "\(name(module))的间隙为 0，状态却为 \(status.rawValue)",
        "\(name(module)): the gap is 0 but the status is \(status.rawValue)")
    case .movesDiffer(let module, let told, let actual):
      say(
        "\(name(module))：写作变动 \(told) 人次，实为 \(actual) 人次",
        "\(name(module)): \(told) moves are told, \(actual) were made")
    case .leastMovesAboveMoves(let module, let least, let moves):
      say(
        "\(name(module))：写作至少变动 \(least) 人次，实际只变动 \(moves) 人次",
        "\(name(module)): at least \(least) moves are told to be needed, \(moves) were made")
    case .planDespiteConflict(let module):
      say(
        "\(name(module))标为要求冲突，却有方案",
        "\(name(module)): told infeasible, but there is a plan")
    }
  }

  // MARK: Parts of sentences

  private func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  private func who(_ person: Int) -> String {
    guard event.people.indices.contains(person) else { return say("未知人员", "somebody unknown") }
    let (row, id) = (event.people[person].row, event.people[person].id)
    return say("名单第 \(row) 行（编号 \(id)）", "row \(row) of people (id \(id))")
  }

  private func whoAll(_ people: [Int]) -> String {
    people.map(who).joined(separator: say("、", ", "))
  }

  private func place(_ seat: Violation.Seat) -> String {
    switch seat {
    case .rostrum(let seat): return "rostrum:\(seat.row)-\(seat.seat)"
    case .hall(let index):
      guard let hall = event.hall, hall.seats.indices.contains(index) else { return "#\(index)" }
      let seat = hall.seats[index]
      return "\(hall.sections[seat.section])-\(seat.rowName)-\(seat.number)"
    }
  }

  private func room(_ index: Int) -> String {
    guard let roomStock = event.roomStock, roomStock.rooms.indices.contains(index) else { return "#\(index)" }
    return "\(roomStock.rooms[index].hotel)-\(roomStock.rooms[index].number)"
  }

  private func beds(_ room: Int) -> Int {
    guard let roomStock = event.roomStock, roomStock.rooms.indices.contains(room) else { return 0 }
    return roomStock.rooms[room].beds
  }

  private func hotel(_ index: Int) -> String {
    guard let roomStock = event.roomStock, roomStock.hotels.indices.contains(index) else {
      return "#\(index)"
    }
    return roomStock.hotels[index]
  }

  private func discussionRoom(_ index: Int) -> String {
    guard let discussion = event.discussion, discussion.rooms.indices.contains(index) else {
      return "#\(index)"
    }
    return PrintedPlace.discussion(discussion.rooms[index]).phrase[language]
  }

  private func discussionGroup(_ index: Int) -> String {
    guard let discussion = event.discussion, discussion.groups.indices.contains(index) else {
      return "#\(index)"
    }
    return discussion.groups[index].name[language]
  }

  private func post(_ id: StaffPost.ID) -> String { shown(id.title) + " " + shown(id.subject) }

  private func table(_ index: Int) -> String {
    guard let hall = event.diningHall, hall.tables.indices.contains(index) else { return "#\(index)" }
    return PrintedPlace.table(hall.tables[index]).phrase[language]
  }

  private func seats(_ table: Int) -> Int {
    guard let hall = event.diningHall, hall.tables.indices.contains(table) else { return 0 }
    return hall.tables[table].seats
  }

  private func vehicle(_ index: Int) -> String {
    let vehicles = event.fleet?.vehicles ?? []
    return vehicles.indices.contains(index) ? vehicles[index].id : "#\(index)"
  }

  /// A run by its vehicle, departure and way.
  private func run(_ run: VehicleRun) -> String {
    let id = vehicle(run.vehicle)
    return say(
      "车辆 \(id) 在 \(run.depart) 从\(run.from)到\(run.to)的一趟",
      "the run of vehicle \(id) at \(run.depart) from \(run.from) to \(run.to)")
  }

  private func name(_ module: Module) -> String {
    module.name[language]
  }
}
