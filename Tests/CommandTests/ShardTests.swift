import Testing

@testable import PlenumKit

@Suite("Shares of many events")
struct ShardTests {
  @Test(arguments: [
    ("", 0xcbf2_9ce4_8422_2325 as UInt64), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
  ])
  func `A name's share follows from its published FNV-1a hash, folded`(name: String, hash: UInt64) throws {
    let share = Int((hash >> 32) ^ (hash & 0xffff_ffff)) % 1000 + 1
    #expect(try #require(Shard(share, of: 1000)).contains(name))
  }

  @Test func `Every name belongs to exactly one share, and no share has far more than others`() throws {
    for count in [1, 2, 3, 8, 10] {
      let shards = (1...count).compactMap { Shard($0, of: count) }
      let sizes = shards.map { shard in (0..<4000).count { shard.contains("event-\($0)") } }
      #expect(sizes.reduce(0, +) == 4000)
      #expect(sizes.allSatisfy { $0 * count < 5000 && $0 * count > 3000 }, "\(count): \(sizes)")
    }
  }

  @Test(arguments: ["0/4", "5/4", "1/0", "1", "/", "1/2/3", "a/b", "-1/2", "1/1000001", "1/", " 1/2"])
  func `What is no share is refused`(text: String) {
    #expect(Shard(text) == nil)
  }

  @Test func `A table takes two columns for a Chinese character and none for an accent set on a letter`() {
    var table = TextTable()
    table.append(["名", "n"])
    table.append(["e\u{301}ab", "10"])
    #expect(table.lines(numbersLast: true) == ["名    n", "e\u{301}ab  10"])
  }
}
