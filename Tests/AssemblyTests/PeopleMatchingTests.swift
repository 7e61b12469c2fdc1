import Assembly
import Testing

@Suite struct `People of an earlier event` {
  private func event(_ people: (id: String, name: String, group: String?)...) throws -> Event {
    var draft = draft()
    draft.people = people.enumerated().map { index, person in
      var entry = PersonEntry(row: index + 2, id: person.id, name: person.name)
      entry.groupName = person.group
      return entry
    }
    return try Event(draft)
  }

  @Test func `are found again by their ids, however they are called now`() throws {
    let earlier = try event(("A1", "张三", nil), ("A2", "李四", nil))
    let now = try event(("A2", "李四", "东区"), ("A1", "张珊", nil))
    #expect(now.people(of: earlier) == [1, 0])
  }

  @Test func `are found by ids that lost their zeros, where these mean one person`() throws {
    let earlier = try event(("007", "张三", nil), ("08", "李四", nil), ("9", "王五", nil))
    let now = try event(("7", "甲", nil), ("8", "乙", nil), ("008", "丙", nil), ("0009", "丁", nil))
    #expect(now.people(of: earlier) == [0, nil, 3])
  }

  @Test func `are found by name and unit, where nobody else is called so`() throws {
    let earlier = try event(("A1", "张三", "东区"), ("A2", "李四", "东区"), ("A3", "王五", nil))
    let now = try event(
      ("B1", "张三", "东区"), ("B2", "李四", "东区"), ("B3", "李四", "东区"), ("B4", "王五", "西区"))
    #expect(now.people(of: earlier) == [0, nil, nil])
  }

  @Test func `are found by name alone where ids are row numbers`() throws {
    let earlier = try event(("2", "张三", nil), ("3", "李四", nil))
    let now = try event(("2", "王五", nil), ("3", "张三", nil), ("4", "李四", nil))
    #expect(now.people(of: earlier) == [1, 2])
  }
}
