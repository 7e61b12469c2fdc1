import Assembly
import Localization
import Tables

/// The words that a cell may hold, in both languages, and what each stands for.
struct Vocabulary<Value: Sendable>: Sendable {
  /// One meaning and its words.
  struct Entry: Sendable {
    let value: Value
    let english: String
    let chinese: String
    /// Further words that are understood and not advertised.
    let others: [String]

    init(_ value: Value, _ english: String, _ chinese: String, also others: String...) {
      self.value = value
      self.english = english
      self.chinese = chinese
      self.others = others
    }

    /// The usual word.
    var word: Phrase { Phrase(chinese, english) }
  }

  let entries: [Entry]
  /// The words, each in its language.
  let expected: Phrase
  private let values: [String: Value]

  init(_ entries: [Entry]) {
    self.entries = entries
    expected = Phrase(
      Expectation.oneOf(entries.map(\.chinese)).message.chinese,
      Expectation.oneOf(entries.map(\.english)).message.english)
    values = Dictionary(
      entries.flatMap { entry in
        ([entry.english, entry.chinese] + entry.others).map { (foldHeader($0), entry.value) }
      }
    ) { first, _ in first }
  }

  /// The usual word of each meaning.
  var words: [Phrase] { entries.map(\.word) }

  /// What a word stands for, whatever its letter case and width.
  func value(of word: String) -> Value? {
    values[word] ?? values[foldHeader(word)]
  }

  /// The advice that one of the words may have been meant.
  func hint(for word: String) -> Phrase? {
    suggestion(for: word, among: entries.flatMap { [$0.chinese, $0.english] }).map(didYouMean)
  }
}

extension Vocabulary where Value: Equatable {
  /// The word for a value.
  func word(for value: Value, in language: Language) -> String {
    entries.first { $0.value == value }?.word[language] ?? ""
  }
}

/// The vocabularies of the contract.
enum Words {
  static let role = Vocabulary<Role>([
    .init(.rostrum, "rostrum", "主席台"), .init(.delegate, "delegate", "代表"), .init(.observer, "observer", "列席"),
    .init(.guest, "guest", "特邀"), .init(.press, "press", "记者"), .init(.staff, "staff", "工作人员"),
  ])
  static let gender = Vocabulary<Gender>([
    .init(.male, "M", "男", also: "male", "男性"), .init(.female, "F", "女", also: "female", "女性"),
  ])
  static let need = Vocabulary<Need>([.init(.wheelchair, "wheelchair", "轮椅"), .init(.aisle, "aisle", "靠走道")])
  static let entitlement = Vocabulary<Entitlement>([
    .init(.suite, "suite", "套房", also: "套间"),
    .init(.single, "single", "单间", also: "单人间", "单住", "标间单住"),
    .init(
      .twin, "twin", "标间", also: "标准间", "双人间", "双床房", "合住", "triple", "三人间", "double", "大床房"),
    .init(.none, "none", "不住", also: "本地", "本地不住", "不住宿", "不住会", "自理"),
  ])
  /// The types of rooms that the contract names; a hotel may have others.
  static let roomType = Vocabulary<RoomType>([
    .init(.suite, "suite", "套房", also: "套间"), .init(.single, "single", "单间", also: "单人间"),
    .init(.twin, "twin", "标间", also: "标准间", "双人间", "双床房"), .init(.triple, "triple", "三人间"),
    .init(.double, "double", "大床房"),
  ])
  static let language = Vocabulary<Language>([
    .init(.chinese, "zh", "中文", also: "chinese", "汉语"), .init(.english, "en", "英文", also: "english", "英语"),
  ])
  static let side = Vocabulary<Side>([.init(.left, "left", "左"), .init(.right, "right", "右")])
  static let evenRule = Vocabulary<EvenRule>([
    .init(.left, "left", "居左", also: "左"), .init(.pair, "pair", "并列"),
  ])
  static let hallMethod = Vocabulary<HallMethod>([
    .init(.horizontal, "horizontal", "横排"), .init(.vertical, "vertical", "竖排"),
    .init(.outward, "outward", "左右排列"),
  ])
  static let hallOrder = Vocabulary<HallOrder>([
    .init(.strict, "strict", "严格"), .init(.near, "near", "就近"), .init(.free, "free", "自由"),
  ])
  static let memberOrder = Vocabulary<MemberOrder>([
    .init(.listed, "listed", "按名单"), .init(.rank, "rank", "按位次"),
    .init(.stroke, "stroke", "按笔画", also: "姓氏笔画"), .init(.pinyin, "pinyin", "按拼音", also: "拼音"),
  ])

  /// What stands in a column of who is absent.
  static let absence = Vocabulary<Bool>([
    .init(true, "absent", "请假", also: "缺席", "病假", "事假", "公假", "公差", "出差", "不参会", "不参加", "不出席"),
    .init(false, "present", "参会", also: "参加", "出席", "到会", "不请假"),
  ])
  /// What stands in a column of who attends.
  static let attendance = Vocabulary<Bool>([
    .init(true, "attends", "参会", also: "参加", "出席", "到会", "能参会", "可参会"),
    .init(
      false, "absent", "不参会", also: "不参加", "不出席", "不到会", "不能参会", "请假", "缺席", "病假", "事假", "公假"),
  ])
  /// What stands in a column of who is met or seen off.
  static let carriage = Vocabulary<Bool>([
    .init(true, "needed", "需要", also: "需接", "需送", "要接", "要送", "接", "送", "接站", "送站", "接机", "送机"),
    .init(
      false, "own", "不用", also: "不用接", "不用送", "不需接", "不需送", "不接", "不送", "自驾", "自行前往", "自行返回", "自行", "自理"),
  ])

  /// The id of a vehicle as cells write it; 专车 is the word for a vehicle that is shared with nobody.
  static func vehicleID(_ text: String) -> String {
    [Vehicle.own, "专车"].contains(foldHeader(text)) ? Vehicle.own : text
  }
}
