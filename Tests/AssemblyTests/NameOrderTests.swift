import Assembly
import Foundation
import Localization
import ProcessorTime
import SeededRandomness
import Testing

private func sorted(_ names: [String], by order: any NameOrder) -> [String] {
  names.sorted { order.compare(PersonName($0), PersonName($1)) == .ascending }
}

/// A table of strokes that is there on every machine.
private let smallTable = Data(
  """
  # A comment
  name: stroke
  ...

  田\tszhsh
  由\tszhsh
  富\tnnzhszhszhsh
  大\thpn
  利\tphspnss
  万\thpz
  万\thzp
  王\thhsh
  大利\thpnphspnss
  毛\tphhz\r
  方\tnhz?
  """.utf8)

private func smallOrder(_ names: [String], blankFirst: Bool = true) -> StrokeOrder {
  StrokeOrder(names, codes: StrokeCodes(smallTable, for: names), blankFirst: blankFirst)
}

@Suite struct StrokeOrderTests {
  @Test func `Fewer strokes come first`() {
    #expect(sorted(["富", "田", "大"], by: smallOrder(["富", "田", "大"])) == ["大", "田", "富"])
  }

  @Test func `Of one stroke count the first stroke decides, then the next`() {
    #expect(sorted(["毛", "王"], by: smallOrder(["毛", "王"])) == ["王", "毛"])
  }

  @Test func `The last of several codes is the mainland form`() {
    // 横折撇 comes after this 横折横; the other code, 横撇折, would come before it.
    let codes = Data("大\thzh\n万\thpz\n万\thzp\n".utf8)
    let names = ["万", "大"]
    #expect(
      sorted(names, by: StrokeOrder(names, codes: StrokeCodes(codes, for: names), blankFirst: true)) == [
        "大", "万",
      ])
  }

  @Test func `With blank first a name of two characters comes before longer ones`() {
    let names = ["田大利", "田富"]
    #expect(sorted(names, by: smallOrder(names, blankFirst: true)) == ["田富", "田大利"])
  }

  @Test func `Without blank first names are compared character by character`() {
    let names = ["田富", "田大利"]
    #expect(sorted(names, by: smallOrder(names, blankFirst: false)) == ["田大利", "田富"])
  }

  @Test func `Surnames of the same strokes do not mingle`() {
    let names = ["由大", "田富", "由富", "田大"]
    let order = sorted(names, by: smallOrder(names)).map { $0.prefix(1) }
    #expect(order == ["由", "由", "田", "田"] || order == ["田", "田", "由", "由"])
  }

  @Test func `A character without a code stands after the others and is told`() {
    let names = ["方大", "富大", "王大"]
    let order = smallOrder(names)
    #expect(sorted(names, by: order) == ["王大", "富大", "方大"])
    #expect(order.charactersWithoutCode == ["方"])
  }

  @Test func `Latin names come last and are not told as missing`() {
    let names = ["smith", "王大", "Ångström", "Zhang", "约翰·Smith"]
    let order = smallOrder(names)
    #expect(sorted(names, by: order) == ["王大", "约翰·Smith", "Ångström", "smith", "Zhang"])
    #expect(order.charactersWithoutCode == ["约", "翰"])
  }

  @Test func `Blanks and dots in a Chinese name do not count`() {
    let names = ["田 富", "田大利", "大·利", "大利"]
    let order = smallOrder(names)
    #expect(sorted(names, by: order) == ["大·利", "大利", "田 富", "田大利"])
    #expect(order.compare("大利", "大·利") != .same)
  }

  @Test func `A name the order was not made for still has a place`() {
    let order = smallOrder(["田富"])
    #expect(order.compare("田富", "𠀀大") == .ascending)
    #expect(order.compare("𠀀大", "田富") == .descending)
    #expect(order.compare("", "") == .same)
  }

  @Test func `The order is total`() {
    var random = SeededGenerator(seed: 7)
    let letters = Array("田由富大利万王毛方a Z·é")
    let names = (0..<60).map { _ in
      String((0..<Int.random(in: 0...4, using: &random)).map { _ in letters.randomElement(using: &random)! })
    }
    let order = smallOrder(names)
    let inOrder = sorted(names, by: order)
    for (index, left) in inOrder.enumerated() {
      for right in inOrder[index...] {
        #expect(order.compare(PersonName(left), PersonName(right)) != .descending)
      }
    }
    #expect(sorted(names.shuffled(using: &random), by: order) == inOrder)
  }

  @Test func `A damaged table costs only its damaged lines`() {
    let table =
      Data([0xE7, 0x94, 0x0A, 0xFF, 0x09, 0x68, 0x0A, 0x09, 0x0A, 0xF0, 0x9F]) + Data("\n大\thpn".utf8)
    let names = ["大", "田"]
    #expect(
      StrokeOrder(names, codes: StrokeCodes(table, for: names), blankFirst: true).charactersWithoutCode == [
        "田"
      ])
  }
}

/// 10,000 names of surnames and frequent characters.
private func manyNames() -> [String] {
  var random = SeededGenerator(seed: 3)
  return (0..<10_000).map { _ in
    "王李张刘陈杨赵黄周吴徐孙马朱胡".map(String.init).randomElement(using: &random)!
      + String(
        (0..<Int.random(in: 1...2, using: &random)).map { _ in
          Character(Unicode.Scalar(UInt32.random(in: 0x4E00...0x6E00, using: &random))!)
        })
  }
}

@Suite struct PinyinOrderTests {
  @Test func `Names stand by pinyin, and by tone where it is one syllable`() {
    let names = ["张三", "李四", "王五", "安九", "马大", "麻大", "欧阳修", "赵六"]
    #expect(
      sorted(names, by: PinyinOrder(names.map { PersonName($0) })) == [
        "安九", "李四", "麻大", "马大", "欧阳修", "王五", "张三", "赵六",
      ])
  }

  @Test func `A shorter name comes before a longer one that begins like it`() {
    let names = ["王小明", "王小"]
    #expect(sorted(names, by: PinyinOrder(names.map { PersonName($0) })) == ["王小", "王小明"])
  }

  @Test func `Latin names come after Chinese ones, letters without case`() {
    let names = ["bob", "Alice", "安娜·Smith", "Carol", "张三"]
    #expect(
      sorted(names, by: PinyinOrder(names.map { PersonName($0) })) == [
        "安娜·Smith", "张三", "Alice", "bob", "Carol",
      ])
  }

  @Test func `A surname stands where it is read as a surname`() {
    let names = [
      "曾一", "岑一", "单一", "戴一", "查一", "陈一", "仇一", "程一", "解一", "江一", "翟一", "邓一", "尉迟一", "魏一", "万俟一", "王一",
    ]
    // cén chén chéng dài dèng jiāng mò qiú shàn wáng wèi xiè yù zēng zhā zhái
    #expect(
      sorted(names, by: PinyinOrder(names.map { PersonName($0) })) == [
        "岑一", "陈一", "程一", "戴一", "邓一", "江一", "万俟一", "仇一", "单一", "王一", "魏一", "解一", "尉迟一", "曾一", "查一", "翟一",
      ])
  }

  @Test(arguments: ["Céng Lǎoshi", "ceng laoshi", "ceng2 lao3 shi", "CENG LAO SHI", "cénglǎoshi"])
  func `A name stands where the list says that it is read`(reading: String) {
    let (given, usual, other) = (PersonName("曾老师", reading: reading), PersonName("曾老师"), PersonName("陈老师"))
    let order = PinyinOrder([given, usual, other])
    #expect(order.compare(given, other) == .ascending)
    #expect(order.compare(other, usual) == .ascending)
  }

  @Test func `A reading without tones keeps those that the characters have`() {
    let (one, other) = (PersonName("麻大", reading: "Ma Da"), PersonName("马大"))
    #expect(PinyinOrder([one, other]).compare(one, other) == .ascending)
  }

  @Test(arguments: [
    ("曾小明", "Zeng Xiaoming", true), ("曾小明", "zēngxiǎomíng", true), ("吕律", "LYU Lv", true),
    ("西安", "Xi'an", true), ("西安", "Xian", true),
    ("曾小明", "Zeng Xiao", false), ("曾小明", "曾晓明", false), ("曾小明", "Zeng Xiaoming Wang", false),
    ("Ada Smith", "Ada", true),
  ])
  func `A reading has a syllable for each character`(name: String, reading: String, fits: Bool) {
    let name = PersonName(name, reading: reading)
    #expect(NameReadings([name]).fitsReading(of: name) == fits)
  }

  @Test func `Chinese names that are no surnames stand as Unicode's collation has them`() {
    let names = Array(manyNames().map { String($0.dropFirst()) }.prefix(400))
    let locale = Locale(identifier: "zh@collation=pinyin")
    let inOrder = sorted(names, by: PinyinOrder(names.map { PersonName($0) }))
    let wrong = zip(inOrder, inOrder.dropFirst()).filter { left, right in
      left.compare(right, options: [], range: nil, locale: locale) == .orderedDescending
    }
    // Of few characters transform and collation of Unicode know different readings.
    #expect(wrong.count * 20 < names.count, "\(wrong)")
  }

  @Test func `Ten thousand names are sorted while one waits by pinyin`() {
    let names = manyNames()
    let seconds = processorSeconds { _ = sorted(names, by: PinyinOrder(names.map { PersonName($0) })) }
    #expect(seconds < 30)
  }
}

@Suite struct NameOrderingTests {
  private func event(_ order: MemberOrder, _ names: [String], strokes: StrokeCodes? = nil) throws -> Event {
    var settings = Settings(name: "会议")
    settings.memberOrder = order
    let people = names.enumerated().map { PersonEntry(row: $0 + 2, id: String($0 + 1), name: $1) }
    var draft = EventDraft(settings: settings, people: people)
    draft.strokeCodes = strokes
    return try Event(draft)
  }

  @Test func `Without the table of strokes a note says so`() throws {
    let ordering = try event(.stroke, ["王大", "丁大"]).nameOrdering()
    #expect(ordering.notes == [.strokeTableMissing])
    #expect(ordering.order.compare("丁大", "王大") == .ascending)
  }

  @Test func `Characters without a code are noted`() throws {
    let names = ["王大", "丁大"]
    let ordering = try event(.stroke, names, strokes: StrokeCodes(smallTable, for: names)).nameOrdering()
    #expect(ordering.notes == [.charactersWithoutCode(["丁"])])
    #expect(ordering.notes[0].phrase.english.hasSuffix(": 丁"))
  }

  @Test func `In listed order names decide nothing`() throws {
    let event = try event(.listed, ["王大", "丁大"])
    #expect(event.nameOrdering().order.compare("王大", "丁大") == .same)
    #expect(event.inMemberOrder([1, 0], names: event.nameOrdering().order) == [0, 1])
  }

  @Test func `The head of a group comes first, the others by pinyin`() throws {
    var draft = EventDraft(settings: Settings(name: "会议"))
    draft.settings.memberOrder = .pinyin
    draft.people = ["王", "李", "安", "赵"].enumerated().map { PersonEntry(row: $0 + 2, id: "\($0)", name: $1) }
    draft.people[3].rank = 5
    draft.people[0].rank = 6
    let event = try Event(draft)
    #expect(event.inMemberOrder([0, 1, 2, 3], names: event.nameOrdering().order) == [3, 2, 1, 0])
  }
}
