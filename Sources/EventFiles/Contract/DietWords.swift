import Assembly
import Tables

/// What a cell says somebody eats, or a table serves.
struct DietCell {
  /// Empty: anything, of a table anything but halal.
  var diets: [Diet] = []
  /// Whether the person eats with the others.
  var dines = true

  /// Any cell says something: what is no word of the contract is a diet of that name.
  init(_ cell: String) {
    for word in CellParsing.list(cell) {
      switch Words.diet.value(of: word) {
      case .served(let diet): add(diet)
      case .anything: continue
      case .nothing: dines = false
      case nil: add(.other(foldName(word)))
      }
    }
  }

  private mutating func add(_ diet: Diet) {
    if !diets.contains(diet) { diets.append(diet) }
  }
}

/// What a word for a diet stands for.
enum DietWord: Sendable, Hashable {
  case served(Diet)
  case anything
  /// The person does not eat with the others.
  case nothing
}

extension Words {
  static let diet = Vocabulary<DietWord>([
    .init(.served(.halal), "halal", "清真", also: "清真餐", "清真饮食", "回民", "回餐"),
    .init(.served(.vegetarian), "vegetarian", "素食", also: "素餐", "素", "吃素", "纯素", "vegan", "veggie"),
    .init(.nothing, "none", "不就餐", also: "不用餐", "不吃", "不在会议用餐"),
    .init(.anything, "any", "无", also: "无要求", "无忌口", "无特殊要求", "普通", "正常", "常规", "normal", "regular", "no"),
  ])

  /// What stands in a column of with whom somebody discusses, where it is no name.
  static let noMeeting = Vocabulary<Bool>([
    .init(true, "none", "不参加", also: "不讨论", "不参加讨论", "无", "no", "否")
  ])
}
