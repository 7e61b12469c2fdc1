import IntegerProgramming
import SolverShared

extension RostrumFormulation {
  /// An integer program over some placements, with a decision for each.
  struct RostrumModel: Sendable {
    var model: Model
    let placements: [RostrumPlacement]
    let variables: [Variable]

    /// The placements that a solution chose.
    func chosen(by values: [Double]) -> [RostrumPlacement] {
      zip(placements, variables).filter { values[$1.index] > 0.5 }.map(\.0)
    }
  }

  /// Each chain once, each seat at most once, pairs apart; minimize the displacement.
  ///
  /// - Parameters:
  ///   - placements: the columns. The bound of the model holds for these alone.
  ///   - seated: the chains to be seated; nil for all.
  func model(of placements: [RostrumPlacement], chains seated: [Int]? = nil) -> RostrumModel {
    var model = Model(name: "rostrum")
    var ofChain: [[LinearTerm]] = chains.map { _ in [] }
    var ofSeat: [[LinearTerm]] = problem.placeOfSeat.map { _ in [] }
    var ofApart: [ApartRow: [LinearTerm]] = [:]
    let variables = placements.map { placement in
      let variable = model.addBinary(
        placementLabel(placement), objective: Double(displacement(of: placement)))
      ofChain[placement.chain].append(1 * variable)
      for (_, seat) in seats(of: placement) { ofSeat[seat].append(1 * variable) }
      for row in apartRows(of: placement) { ofApart[row, default: []].append(1 * variable) }
      return variable
    }
    for chain in seated ?? Array(chains.indices) {
      model.addConstraint(chainLabel(chain), ofChain[chain], .equal(1))
    }
    for seat in problem.seatOfPlace where ofSeat[seat].count > 1 {
      model.addConstraint(placeLabel(seat), ofSeat[seat], .atMost(1))
    }
    for (row, terms) in ofApart.sorted(by: { $0.key < $1.key }) where terms.count > 1 {
      model.addConstraint(row.label, terms, .atMost(1))
    }
    return RostrumModel(model: model, placements: placements, variables: variables)
  }
}
