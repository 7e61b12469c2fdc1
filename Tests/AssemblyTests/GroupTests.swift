import Assembly
import Testing

@Suite struct GroupTests {
  private func entry(_ name: String, row: Int, order: Double? = nil) -> GroupEntry {
    GroupEntry(row: row, name: name, order: order)
  }

  @Test func `Groups stand by order, then those with a delegate, then by role`() throws {
    // Name of the group, role of its one person, in listed order.
    let people: [(String?, Role)] = [
      ("工作", .staff), (nil, .staff), ("记者团", .press), (nil, .observer), ("特邀", .guest), ("乙", .delegate),
      (nil, .delegate), ("甲", .delegate), ("主席", .rostrum), ("先", .staff), ("次", .press),
    ]
    var draft = EventDraft(settings: Settings(name: "会议"))
    for (index, (group, role)) in people.enumerated() {
      var person = PersonEntry(row: index + 2, id: "\(index)", name: "人\(index)")
      (person.groupName, person.role) = (group, role)
      draft.people.append(person)
    }
    draft.groups = [entry("次", row: 2, order: 2), entry("先", row: 3, order: 1.5), entry("甲", row: 4)]
    let groups = try Event(draft).groups.map(\.kind)
    #expect(
      groups == [
        .named("先"), .named("次"), .named("乙"), .role(.delegate), .named("甲"), .named("主席"), .named("特邀"),
        .role(.observer), .named("记者团"), .named("工作"), .role(.staff),
      ])
  }

  @Test func `A group of several roles stands where its delegate does`() throws {
    let event = try Event(
      draft("张三", "李四", "王五") { draft in
        (draft.people[0].groupName, draft.people[0].role) = ("甲", .staff)
        draft.people[1].groupName = "乙"
        draft.people[2].groupName = "甲"
      })
    #expect(event.groups.map(\.kind) == [.named("甲"), .named("乙")])
    #expect(event.groups.map(\.members) == [[0, 2], [1]])
    #expect(event.people.map(\.group) == [0, 1, 0])
  }

  @Test func `A group that is listed twice is a defect`() {
    let twice = defects { draft in
      draft.people[0].groupName = "甲"
      draft.groups = [entry("甲", row: 2), entry("甲", row: 3)]
    }
    #expect(twice == [Defect(.groups, row: 3, column: "group", .duplicateGroup(firstRow: 2))])
  }

  @Test func `Equal orders and empty groups are only noted`() {
    let notes = defects { draft in
      draft.people[0].groupName = "甲"
      draft.people[1].groupName = "乙"
      draft.groups = [entry("甲", row: 2, order: 1), entry("乙", row: 3, order: 1), entry("丙", row: 4)]
    }
    #expect(
      notes == [
        Defect(.groups, row: 3, column: "order", .equalOrders(rows: [2, 3])),
        Defect(.groups, row: 4, column: "group", .groupWithoutPeople),
      ])
    #expect(notes.allSatisfy { $0.isNote })
  }

  @Test func `Sections of a group are sections of the hall`() throws {
    var bound = entry("甲", row: 2)
    bound.sectionNames = ["右", "上"]
    let draft = draft("张三") { draft in
      draft.people[0].groupName = "甲"
      draft.hall = [line("左", 1, 1, 2), line("右", 1, 1, 2)]
      draft.groups = [bound]
    }
    #expect(Event.defects(of: draft) == [Defect(.groups, row: 2, column: "section", .unknownSection("上"))])
    bound.sectionNames = ["右"]
    var mended = draft
    mended.groups = [bound]
    #expect(try Event(mended).groups[0].sections == [1])
  }

  @Test func `Protocol order is by rank, then as listed, who has none last`() throws {
    let event = try Event(
      draft("一", "二", "三", "四") { draft in
        for person in 0...3 { draft.people[person].role = .rostrum }
        draft.people[1].rank = 7.1
        draft.people[2].rank = 7
        draft.people[3].rank = 7.1
      })
    #expect(event.inProtocolOrder([0, 1, 2, 3]) == [2, 1, 3, 0])
    #expect(event.dueOnRostrum == [2, 1, 3, 0])
  }

  @Test func `Who is absent or wants no seat is due nowhere`() throws {
    let event = try Event(
      draft("一", "二", "三", "四") { draft in
        draft.people[0].isAbsent = true
        draft.people[1].seat = SeatWish.none
        draft.people[2].role = .rostrum
      })
    #expect(event.people.map(\.isDueInHall) == [false, false, false, true])
    #expect(event.people.map(\.isDueOnRostrum) == [false, false, true, false])
  }
}
