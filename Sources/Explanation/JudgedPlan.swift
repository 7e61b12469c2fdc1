import Assembly
import Verification

/// A plan with what is wrong with it, beside which changed plans are judged: made by ``Explanation`` alone.
public struct JudgedPlan: Sendable {
  let event: Event
  let plan: EventPlan
  let verification: Verification
  /// Modules of which the plan was made to move few people.
  let replanned: Set<Module>
  private let known: Set<Violation>

  init(_ plan: EventPlan, of event: Event, replanned: Set<Module>, names: any NameOrder) {
    self.event = event
    self.plan = plan
    self.replanned = replanned
    verification = Verification(of: event, names: names)
    known = Set(verification.violations(of: plan, figures: [:]))
  }

  /// Of what a changed plan breaks, that which the plan itself keeps.
  func new(_ violations: [Violation]) -> [Violation] {
    violations.filter { !$0.isOnlyCost && !known.contains($0) }
  }
}

extension Violation {
  /// Whether this only says that a plan is not the cheapest, or does not tell all that it grants.
  fileprivate var isOnlyCost: Bool {
    switch self {
    case .notOwnPlace, .protocolOrderBroken, .aisleToldWrongly: true
    default: false
    }
  }
}

/// A change of a plan with what it costs.
struct Alternative<Change> {
  let change: Change
  /// What each term would be more; terms that stay as they are may be missing.
  let terms: [Term: Int]

  init(_ change: Change, from old: [Term: Int], to new: [Term: Int]) {
    self.change = change
    terms = new.merging(old) { $0 - $1 }.filter { $0.value != 0 }
  }

  var cost: Int { terms.values.reduce(0, +) }
}

/// What came of looking for the next best.
enum NextBest<Change> {
  case found(Alternative<Change>)
  /// Every change breaks a rule.
  case none
  /// Each of the cheapest changes, so many, breaks a rule.
  case notAmong(Int)

  /// Each costs a look at the whole plan.
  private static var judgedAtMost: Int { 300 }

  /// The cheapest of these changes that breaks no rule; of equal ones the first.
  init(of alternatives: [Alternative<Change>], keepsRules: (Change) -> Bool) {
    let inOrder = alternatives.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }
    if let best = inOrder.prefix(Self.judgedAtMost).first(where: { keepsRules($0.element.change) }) {
      self = .found(best.element)
    } else {
      self = inOrder.count > Self.judgedAtMost ? .notAmong(Self.judgedAtMost) : .none
    }
  }
}
