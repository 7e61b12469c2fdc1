/// The runs of the plan that is out, as far as they still mean anything in the event as it is now.
public struct EarlierRides: Sendable, Hashable {
  /// A run, as it was told to its riders.
  public struct Run: Sendable, Hashable {
    /// What the run is called in the plan; nothing where that is no number.
    public var id: Int?
    /// The number that its vehicle shows.
    public var number: Int
    /// Index in ``Fleet/vehicles``; nothing for a vehicle that is no longer there.
    public var vehicle: Int?
    /// What it is for.
    public var purpose: RunPurpose
    /// Where its riders get in.
    public var from: String
    /// When it leaves.
    public var depart: Moment
    /// Those of its riders who are in the event; indices in ``Event/people``.
    public var riders: [Int]
    /// Who counts heads; nothing for somebody who is not in the event.
    public var leader: Int?

    /// A run of these riders.
    public init(
      id: Int?, number: Int, vehicle: Int?, purpose: RunPurpose, from: String, depart: Moment, riders: [Int],
      leader: Int?
    ) {
      self.id = id
      self.number = number
      self.vehicle = vehicle
      self.purpose = purpose
      self.from = from
      self.depart = depart
      self.riders = riders
      self.leader = leader
    }
  }

  /// A trip: whose it is, and what for.
  private struct Key: Hashable {
    let person: Int
    let purpose: RunPurpose
  }

  /// In the order of the plan.
  public let runs: [Run]
  /// Whether the tables ask of the vehicles what they asked when the plan was made.
  public var isOfSameTables = false
  private let runOfTrip: [Key: Int]

  /// The rides of these runs; of two runs for one trip the first counts.
  public init(_ runs: [Run]) {
    self.runs = runs
    var runOfTrip: [Key: Int] = [:]
    for (index, run) in runs.enumerated() {
      for rider in run.riders {
        let key = Key(person: rider, purpose: run.purpose)
        if runOfTrip[key] == nil { runOfTrip[key] = index }
      }
    }
    self.runOfTrip = runOfTrip
  }

  /// Index in ``runs`` of the run in which somebody rode for a purpose.
  public func run(of person: Int, for purpose: RunPurpose) -> Int? {
    runOfTrip[Key(person: person, purpose: purpose)]
  }

  /// Whether somebody who rode for the purpose of a run sees another number, or gets in elsewhere or at another time.
  public func hasMoved(_ person: Int, in run: VehicleRun, showing number: Int?) -> Bool {
    guard let index = self.run(of: person, for: run.purpose) else { return false }
    let earlier = runs[index]
    return earlier.number != number || earlier.from != run.from || earlier.depart != run.depart
  }
}
