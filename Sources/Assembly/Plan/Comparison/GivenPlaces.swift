/// The places that a plan gives to people. Everybody has few, which are looked through one after another.
struct GivenPlaces {
  /// A place and the module that gives it.
  struct Entry {
    let use: PlaceUse
    let place: PrintedPlace
    let module: Module
  }

  /// By person of the tables that the plan came with.
  private(set) var ofPerson: [[Entry]]

  init(_ plan: EventPlan, _ tables: ComparedTables) {
    ofPerson = Array(repeating: [], count: tables.change.earlier.people.count)
    for case let part as any ComparedPlan in plan.all {
      let module = type(of: part).module
      for placing in part.placings(in: tables.event(of: module)) {
        guard let person = tables.person(placing.person, of: module) else { continue }
        let entry = Entry(use: placing.use, place: placing.place, module: module)
        if let known = ofPerson[person].firstIndex(where: { $0.use == placing.use }) {
          ofPerson[person][known] = entry
        } else {
          ofPerson[person].append(entry)
        }
      }
    }
  }

  /// Somebody's place for a use.
  func place(of person: Int, for use: PlaceUse) -> PrintedPlace? {
    ofPerson[person].first { $0.use == use }?.place
  }

  /// Those who have a place of a kind.
  func people(with kind: PlaceUse.Kind) -> Set<Int> {
    Set(ofPerson.indices.filter { ofPerson[$0].contains { $0.use.kind == kind } })
  }

  /// The kinds of places that anybody has.
  var kinds: Set<PlaceUse.Kind> {
    Set(PlaceUse.Kind.allCases.filter { kind in ofPerson.contains { $0.contains { $0.use.kind == kind } } })
  }
}
