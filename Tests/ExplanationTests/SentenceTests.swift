import Assembly
import Localization
import Testing

@Suite("What is said of a person")
struct SentenceTests {
  @Test func `On the rostrum: the place by rank, the wishes that moved it, and the cheapest exchange`() throws
  {
    #expect(
      try Example.rostrum.explanation(of: "C") == [
        "Cleo (C), rostrum",
        "Rostrum",
        "  Sits in row 1, seat 4: place 2 of the rostrum.",
        "  Is number 3 of the 5 people due there: rank 3 of the list.",
        "  Row 1 has 5 seats: an odd row: the highest in the middle, the next at the left hand, then on both sides "
          + "in turn.",
        "  Wishes moved this person 1 place up. Those of others: Ben (B) is given row 1, seat 1.",
        // Dan goes down from 3 to 2 and is then 2 away from his place, 4; Cleo has hers.
        "  Next best: the cheapest single change that breaks no rule is to change with Dan (D) at place 3; it costs "
          + "2 more (displacement +2).",
      ])
  }

  @Test func `On the rostrum, in Chinese: who has a given seat cannot change it`() throws {
    #expect(
      try Example.rostrum.explanation(of: "B", in: .chinese) == [
        "Ben（B），主席台",
        "主席台",
        "  坐第 1 排 1 座，是主席台的第 5 位。",
        "  应上主席台的有 5 人；本人名单上的位次是 2，排第 2。",
        "  第 1 排有 5 座：单数，最高的居中，其次先在其左手边，再两边交替。",
        "  Ben（B）指定坐第 1 排 1 座。",
        "  因为这些要求，比自己的位次靠后 3 位。",
        "  座位是指定的，不能与别人对换。",
      ])
  }

  @Test func `Without wishes everybody has the place of their rank, and an exchange would cost`() throws {
    var example = Example.rostrum
    example.tables["people"] = "id,name,role\nA,Ada,rostrum\nB,Ben,rostrum\n"
    example.plan["rostrum"] = "person,name,row,seat,place\nA,Ada,1,3,1\nB,Ben,1,4,2\n"
    let lines = try example.explanation(of: "A")
    #expect(lines.contains("  Is number 1 of the 2 people due there: no rank, so after all who have one."))
    #expect(
      lines.contains(
        "  Nobody there has a seat given or wishes about neighbours: everybody has the place of their rank."))
    #expect(
      lines.last?.hasSuffix("to change with Ben (B) at place 2; it costs 2 more (displacement +2).") == true)
  }

  @Test
  func `After late changes a place that is not that of the rank was kept, which is no fault of the plan`()
    throws
  {
    var example = Example(
      ["people": "id,name,rank,role\n1,Ada,1,rostrum\n2,Ben,2,rostrum\n", "rostrum": "row,seats\n1,2\n"],
      plan: ["rostrum": "person,name,row,seat,place\n1,Ada,1,2,2\n2,Ben,1,1,1\n"])
    func says(_ text: String) throws -> Bool {
      try example.explanation(of: "1").contains { $0.contains(text) }
    }
    #expect(try says("not everybody has the place of their rank"))
    #expect(try says("so the plan can be made better"))
    example.replanned = [.rostrum]
    #expect(try says("as few people as can be were moved") && !says("can be made better"))
  }

  @Test
  func
    `In the hall: the group's order and block, the order of members, and the cheapest exchange of the seat`()
    throws
  {
    #expect(
      try Example.hall.explanation(of: "C") == [
        "Cleo (C), North",
        "Hall",
        "  Sits in section middle, row 1, seat 3: depth 1 of 2, counted from the stage.",
        "  “North” is number 1 of the 2 groups in the hall; earlier groups come first as far as tidiness allows.",
        "  The group's 3 people sit in section middle, row 1: 1 part, 1 run, 0 lone seats.",
        "  The group sits as listed (rows from the front, each from the middle outward); this person is number 3 of 3.",
        // A second run (200) of one seat (300) at depth 1 with priority 1, still connected with the first row.
        "  Next best: the cheapest single change that breaks no rule is for the group to have the empty seat in "
          + "section middle, row 2, seat 3 in place of this one; it costs 501 more (runs +200, lone seats +300, "
          + "precedence +1).",
      ])
  }

  @Test func `In the hall: what the person and the group are bound to`() throws {
    var example = Example.hall
    example.tables["people"] = """
      id,name,group,needs,beside,apart,seat
      A,Ada,North,,,,
      B,Ben,North,,C,,
      C,Cleo,North,wheelchair;aisle,,D,
      D,Dan,South,,,,
      E,Eva,South,,,,middle-2-1

      """
    example.tables["hall"] = "section,row,first,last,wheelchair\nmiddle,1,1,3,2\nmiddle,2,1,3,\n"
    example.tables["groups"] = "group,section\nNorth,middle\n"
    example.plan["hall"] = """
      person,name,group,section,row,seat
      A,Ada,North,middle,1,3
      B,Ben,North,middle,1,1
      C,Cleo,North,middle,1,2
      D,Dan,South,middle,2,2
      E,Eva,South,middle,2,1

      """
    let lines = try example.explanation(of: "C")
    for sentence in [
      "The group may only sit in section middle.", "Needs a wheelchair place; this is one.",
      "Needs an aisle seat; there was none to give.", "Is to sit beside Ben (B).",
      "Is not to sit beside Dan (D).",
      "For this the seat was chosen before those of the others of the group.",
      "Next best: none, every single change breaks a rule.",
    ] {
      #expect(lines.contains("  " + sentence), "\(lines)")
    }
    #expect(try example.explanation(of: "E").suffix(1) == ["  The seat is given: it cannot be exchanged."])
  }

  @Test func `In rooms: entitlement, room-mates, the group's floors, the price, and the cheapest exchange`()
    throws
  {
    #expect(
      try Example.rooms.explanation(of: "A") == [
        "Ada (A), North",
        "Room",
        "  Sleeps in Garden 101 (floor 1), a twin of 2 beds, from 2026-03-04 to 2026-03-06: 2 nights.",
        "  The entitlement is a twin, and this is one.",
        "  Shares it with Beth (B) (same group and gender).",
        "  Of the group's 4 people lodged: 4 on floor 1 of Garden.",
        "  The room is 300 yuan a night, 600 for these nights, whoever shares it.",
        // Each group has a second floor, and each of the two rooms a pair of strangers.
        "  Next best: the cheapest single change that breaks no rule is to change with Eva (E) in Garden 201 (floor 2); "
          + "it costs 1,400 yuan more (floors +600, strangers +800).",
      ])
    #expect(
      try Example.rooms.explanation(of: "C").contains(
        "  The entitlement is a single; the room is 1 level below, which counts 4,000 yuan."))
    #expect(
      try Example.rooms.explanation(of: "G", in: .chinese) == ["Gus（G），South", "住宿", "  不住会议的酒店。"])
  }

  @Test
  func `In vehicles: when one is ready, how long one waits, and what the runs before and after would be`()
    throws
  {
    #expect(
      try Example.rides.explanation(of: "B") == [
        "Beth (B), North",
        "Ride: pick-up",
        "  Rides in vehicle 1 (V2) from Airport at 2026-03-04 10:30 to Hall at 2026-03-04 11:15, with 2 of 6 seats "
          + "taken.",
        "  Arrives by CA1 at 2026-03-04 10:00, is ready at 2026-03-04 10:30, waits 0 minutes and may wait 30.",
        "  No earlier run has a free seat.",
        "  The run after with a free seat leaves at 2026-03-04 10:50 (vehicle 2): it costs 20 yuan more (waiting +20).",
        "  Next best: the cheapest single change that breaks no rule is to take the run at 2026-03-04 10:50 "
          + "(vehicle 2); it costs 20 yuan more (waiting +20).",
      ])
    // Of rank 1, she waits five minutes at most.
    #expect(
      try Example.rides.explanation(of: "A").contains(
        "  The run after with a free seat leaves at 2026-03-04 10:50 (vehicle 2): after 2026-03-04 10:35, the latest "
          + "for this person."))
    #expect(
      try Example.rides.explanation(of: "C", in: .chinese).contains(
        "  往前最近一趟有空位的车是 2026-03-04 10:30（1 号车），早于本人最早可以出发的 2026-03-04 10:50。"))
    #expect(
      try Example.rides.explanation(of: "D").suffix(2) == [
        "Rides", "  Has no trip for which a ride is asked.",
      ])
    #expect(
      try Example.rides.explanation(of: "E").suffix(3) == [
        "Rides", "  Has a trip without a ride:", "  there is no vehicle with a seat",
      ])
  }

  @Test func `In Chinese: hall, room and ride`() throws {
    #expect(
      try Example.hall.explanation(of: "C", in: .chinese) == [
        "Cleo（C），North",
        "会场",
        "  坐 middle 1 排 3 号；由前往后数，是 2 级中的第 1 级。",
        "  “North”在会场 2 个组中排第 1；次序在前的组尽量靠前，与整齐一并权衡。",
        "  本组 3 人坐在middle 1 排：连成 1 块、1 段，落单 0 人。",
        "  组内按名单顺序就座（由前排到后排、每排由中间往两边），本人在 3 人中排第 3。",
        "  次优：不违反规则的单个调换中，代价最小的是本组让出这个座位、换用空着的 middle 2 排 3 号，组内依次调整，"
          + "代价多 501（分段 +200，落单 +300，前后次序 +1）。",
      ])
    #expect(
      try Example.rooms.explanation(of: "A", in: .chinese) == [
        "Ada（A），North",
        "住宿",
        "  住 Garden 1 层 101，标间，2 床；2026-03-04 入住，2026-03-06 离店，2 晚。",
        "  标准是标间，正相符。",
        "  同住：Beth（B）（同组、同性别）。",
        "  本组入住的 4 人中：Garden 1 层 4 人。",
        "  房价每晚 300 元，这些晚上共 600 元，按房计。",
        "  次优：不违反规则的单个调换中，代价最小的是与Eva（E）对换，住 Garden 2 层 201，代价多 1,400 元"
          + "（分楼层 +600，与他组同住 +800）。",
      ])
    #expect(
      try Example.rides.explanation(of: "B", in: .chinese) == [
        "Beth（B），North",
        "乘车：接站",
        "  乘 1 号车（V2），2026-03-04 10:30 从Airport出发，2026-03-04 11:15 到Hall；车上 2 人，可坐 6 人。",
        "  CA1 2026-03-04 10:00 到达，2026-03-04 10:30 可以上车；等候 0 分钟，最多可等 30 分钟。",
        "  往前没有一趟车有空位。",
        "  往后最近一趟有空位的车是 2026-03-04 10:50（2 号车）：改乘代价多 20 元（等候 +20）。",
        "  次优：不违反规则的单个调换中，代价最小的是改乘 2026-03-04 10:50 的一趟（2 号车），代价多 20 元（等候 +20）。",
      ])
  }

  @Test func `Who is absent or has no seat, and what has no plan, is told`() throws {
    var example = Example.hall
    example.tables["people"] = "id,name,group,absent\nA,Ada,North,yes\nB,Ben,North,\nC,Cleo,North,\n"
    example.tables["rostrum"] = "row,seats\n1,3\n"
    example.plan = [
      "hall": "person,name,group,section,row,seat\nB,Ben,North,middle,1,2\n",
      "unplaced": "person,module,reason\nC,hall,the hall has 1 free seat for 2 people\n",
    ]
    #expect(
      try example.explanation(of: "A") == [
        "Ada (A), North", "Absent", "  The list says absent: no seat, no room and no ride is planned.",
      ])
    #expect(
      try example.explanation(of: "C") == [
        "Cleo (C), North", "Rostrum", "  There is no plan of it yet.", "Hall", "  Has no seat:",
        "  the hall has 1 free seat for 2 people",
      ])
    example.conflicts = [.rostrum]
    #expect(
      try example.explanation(of: "B").contains(
        "  Wishes conflict, so there is no plan; plenum plan names the rows."))
  }
}
