import Assembly
import EventFiles
import Foundation
import PlenumKit

/// Seats five people of two delegations in a hall of five seats, a line a person; then what is proven.
func seatSmallAssembly() -> [String] {
  let tables = [
    "event.csv": "key,value\nname,Annual Assembly\nlanguage,en\n",
    "people.csv": "name,group\nAda,North\nBen,South\nCleo,North\nDan,South\nEva,North\n",
    "hall.csv": "section,row,first,last\nA,1,1,3\nA,2,1,2\n",
  ]
  let reading = EventReader.read(files: tables.mapValues { Data($0.utf8) })
  guard let event = reading.event, let hall = event.hall else { return [] }
  let solution = PlanningTask(event).solve()
  guard let plan = solution.plan.hall, let figures = solution.figures[.hall] else {
    return ["wishes conflict"]
  }
  return plan.assignments.map { assignment in
    let (person, seat) = (event.people[assignment.person], hall.seats[assignment.seat])
    return "\(person.name) of \(person.groupName ?? "–"): row \(seat.row), seat \(seat.number)"
  } + ["cost \(figures.objective), \(figures.status): no plan costs less than \(figures.bound)"]
}
