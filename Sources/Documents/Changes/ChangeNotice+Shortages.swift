import Assembly
import Localization

// What the new plan is short of: whoever tells people of a change sees to that too.
extension ChangeNotice {
  /// A line for each module in which somebody has no place, and one for posts that lack people.
  var shortages: [Phrase] {
    let people = Module.allCases.compactMap { module -> Phrase? in
      let people = Set(plan.unplaced(in: module).map(\.person)).sorted()
      return people.isEmpty
        ? nil : Wording.withoutPlace(people.map { event.people[$0].name.closedUp }, module)
    }
    let posts = (plan.staff?.assignments ?? []).filter { $0.missing > 0 }.map {
      Phrase("\($0.post.name)（\($0.missing) 人）", "\($0.post.name) (\($0.missing))")
    }
    return people + (posts.isEmpty ? [] : [Wording.postsLack(posts)])
  }
}

extension Wording {
  /// Names that are told; whoever else there is is counted.
  private static let mostNames = 5

  fileprivate static func withoutPlace(_ names: [String], _ module: Module) -> Phrase {
    let told = names.prefix(mostNames).map(\.printable)
    let isMore = names.count > told.count
    return Phrase(
      "\(module.name.chinese)：未能安排 \(told.joined(separator: "、"))\(isMore ? "等" : "") \(names.count) 人",
      "\(module.name.english): no place for \(told.joined(separator: ", "))\(isMore ? " …" : "") (\(names.count) in all)"
    )
  }

  fileprivate static func postsLack(_ posts: [Phrase]) -> Phrase {
    Phrase(
      "岗位缺人：\(posts.map(\.chinese).joined(separator: "、"))",
      "Posts that lack people: \(posts.map(\.english).joined(separator: ", "))")
  }
}
