import Assembly

/// Who of the riders leads a vehicle for which nobody of the staff is left: the lists of riders name them.
struct StandInLeaders {
  /// By the subject of posts.
  private var leaders: [String: [Int]] = [:]

  init(_ plan: VehiclePlan?, in event: Event) {
    guard let plan else { return }
    let numbers = plan.numbers(in: event)
    for run in plan.runs {
      let subject = StaffPost.subject(
        ofVehicle: numbers[run.vehicle] ?? 0, on: run.depart.day, event.settings.language)
      guard let leader = run.leader(in: event), !leaders[subject, default: []].contains(leader) else {
        continue
      }
      leaders[subject, default: []].append(leader)
    }
  }

  /// Those who stand in at a post, run by run; indices of people. None where the post has anybody.
  func people(at assignment: StaffAssignment) -> [Int] {
    guard assignment.post.kind == .vehicle, assignment.people.isEmpty else { return [] }
    return leaders[assignment.post.id.subject] ?? []
  }
}
