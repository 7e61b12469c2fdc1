import Assembly
import EventFiles
import Foundation
import PlenumKit

/// Who sits where on the rostrum, a line a person; or the rows of the tables that cannot hold together.
func rostrum(of folder: URL) throws -> [String] {
  guard let event = try EventReader.read(folder).event else { return [] }
  let task = PlanningTask(event, modules: [.rostrum])
  let solution = task.solve()
  if case .conflict(let conflict) = solution.ends[.rostrum]?.result {
    return conflict.rows.map { "\($0.table.rawValue), row \($0.row)" }
  }
  assert(task.violations(of: solution).isEmpty)
  return (solution.plan.rostrum?.assignments ?? []).map { assignment in
    let (person, seat) = (event.people[assignment.person], assignment.seat)
    return "\(person.name): row \(seat.row), seat \(seat.seat), place \(assignment.place)"
  }
}
