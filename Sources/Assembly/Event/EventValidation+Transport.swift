extension EventValidation {
  /// Makes the vehicles, ways and transfers of their tables.
  mutating func buildTransport() {
    guard let vehicles = draft.vehicles else { return }
    transport = Transport(
      vehicles: vehicles, routes: draft.routes, transfers: draft.transfers,
      offersAccessibleVehicles: draft.offersAccessibleVehicles)
  }
}
