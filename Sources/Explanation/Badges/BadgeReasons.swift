public import Assembly
public import Localization

extension BadgePlan: ExplainedPlan {
  /// The badge.
  public static var title: Phrase { Phrase("胸牌", "Badge") }
  /// No badge.
  public static var nothing: Phrase { Phrase("没有胸牌：", "Has no badge:") }

  /// By protocol.
  public static func sections(of person: Int, _ judged: JudgedPlan) -> [Explanation.Section]? {
    guard let plan = judged.plan[BadgePlan.self] else { return nil }
    guard let number = plan.numbers[person] else {
      return [Explanation.Section(unplaced: plan.unplaced.filter { $0.person == person }, in: .badges)]
    }
    return [
      Explanation.Section(
        title: title, sentences: [Phrase("按位次，胸牌 \(number) 号。", "By protocol the badge has number \(number).")])
    ]
  }
}
