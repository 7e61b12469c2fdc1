public import Assembly
public import Localization
import Verification

extension StaffPlan: ExplainedPlan {
  /// The posts of one person.
  public static var title: Phrase { Wording.duties }
  /// Nobody lacks a post.
  public static var nothing: Phrase { Wording.noPost }
  /// A section for all posts; nothing for who is none of the staff.
  public static func sections(of person: Int, _ judged: JudgedPlan) -> [Explanation.Section]? {
    guard let plan = judged.plan.staff else { return nil }
    let reasons = StaffReasons(person: person, judged: judged, plan: plan)
    let sentences = reasons.sentences
    return sentences.isEmpty ? [] : [Explanation.Section(title: title, sentences: sentences)]
  }
}

/// Why somebody has their posts.
private struct StaffReasons {
  let person: Int
  let judged: JudgedPlan
  let plan: StaffPlan

  var sentences: [Phrase] {
    let posts = plan.assignments.indices.filter { plan.assignments[$0].people.contains(person) }
    let loads = loads
    if posts.isEmpty, judged.event.people[person].role != .staff { return [] }
    let load = loads[person] ?? 0
    var sentences = [Wording.load(load, posts: posts.count, most: loads.values.max() ?? 0)]
    let due = Dictionary(judged.event.postsDue(beside: judged.plan).map { ($0.post.id, $0) }) { first, _ in
      first
    }
    for index in posts {
      let post = plan.assignments[index].post
      sentences.append(Wording.isAt(post, named: due[post.id]?.named.contains(person) ?? false))
    }
    return posts.isEmpty ? sentences : sentences + [nextBest(posts)]
  }

  private var loads: [Int: Int] {
    var loads: [Int: Int] = [:]
    for assignment in plan.assignments {
      for person in assignment.people { loads[person, default: 0] += assignment.post.work }
    }
    return loads
  }

  /// Somebody else at one of the posts.
  private struct Change {
    let post: Int
    let other: Int
  }

  private func nextBest(_ posts: [Int]) -> Phrase {
    let evaluation = StaffEvaluation(judged.event, beside: judged.plan)
    let old = evaluation.terms(of: plan.assignments)
    let staff = judged.event.people.indices.filter {
      judged.event.people[$0].role == .staff && !judged.event.people[$0].isAbsent
    }
    let changes = posts.flatMap { post in
      staff.filter { !plan.assignments[post].people.contains($0) }.map { Change(post: post, other: $0) }
    }
    let alternatives = changes.map { change in
      Alternative(change, from: old, to: evaluation.terms(of: changed(change)))
    }
    let best = NextBest(of: alternatives) { change in
      let changed = StaffPlan(assignments: changed(change))
      return judged.new(judged.verification.violations(of: changed, beside: judged.plan)).isEmpty
    }
    return Wording.nextBest(best, in: .staff, judged) { change in
      Wording.change(
        plan.assignments[change.post].post, to: judged.event.people[change.other].name)
    }
  }

  private func changed(_ change: Change) -> [StaffAssignment] {
    var assignments = plan.assignments
    let before = assignments[change.post]
    assignments[change.post] = StaffAssignment(
      post: before.post, people: before.people.filter { $0 != person } + [change.other],
      missing: before.missing)
    return assignments
  }
}
