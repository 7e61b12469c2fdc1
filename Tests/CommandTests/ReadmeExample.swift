import Assembly
import EventFiles
import Foundation
import RostrumSolver
import SolverShared
import Verification

/// Who sits where on the rostrum, a line a person; or the rows of the tables that cannot hold together.
func rostrum(of folder: URL) throws -> [String] {
  guard let event = try EventReader.read(folder).event, let seating = RostrumPlanner(event) else { return [] }
  switch seating.solve() {
  case .conflict(let conflict):
    return conflict.rows.map { "\($0.table.rawValue), row \($0.row)" }
  case .plan(let plan, let figures):
    let verification = Verification(of: event, names: event.nameOrdering().order)
    assert(verification.violations(of: plan, figures: figures).isEmpty)
    return plan.assignments.map { assignment in
      let (person, seat) = (event.people[assignment.person], assignment.seat)
      return "\(person.name): row \(seat.row), seat \(seat.seat), place \(assignment.place)"
    }
  }
}
