import Assembly
import IntegerProgramming

/// Local search over the duties: batches move, merge and part, vehicles are spared.
struct RosterSearch {
  /// Runs that give way to somebody who waits, at most so many in a round.
  private static let displacements = 200

  /// Trips beyond which runs in which everybody rides as told are left alone.
  private static let mostTripsOfWholeSearch = 1_500

  private let problem: VehicleProblem
  private let interruption: Interruption?
  private(set) var best: Roster<Batch>
  /// Trips made as told, where a run of such trips alone is not looked at.
  private let settled: Set<Int>

  init(_ roster: Roster<Batch>, interruption: Interruption?) {
    problem = roster.problem
    best = roster
    self.interruption = interruption
    let isLarge = problem.trips.count > Self.mostTripsOfWholeSearch
    let kept = problem.kept.flatMap { isLarge && $0.weight >= VehiclesPlanner.dearestMove ? $0 : nil }
    settled = kept?.pinned ?? []
  }

  /// Whether a run is looked at: one of which everybody would have to move seldom saves what their moves cost.
  private func isOpen(_ batch: Batch) -> Bool {
    settled.isEmpty || batch.trips.contains { !settled.contains($0) }
  }

  private var isInterrupted: Bool { interruption?.isInterrupted == true }

  /// Improves until no move helps, or for so many rounds.
  mutating func run(rounds: Int) {
    for _ in 0..<rounds {
      let before = best.cost
      relocateBatches()
      spareVehicles()
      mergeBatches()
      dissolveBatches()
      moveRiders()
      if best.cost == before || isInterrupted { return }
    }
  }

  /// Every batch tries every other place.
  private mutating func relocateBatches() {
    for vehicle in problem.vehicles.indices {
      var position = 0
      while position < best.duties[vehicle].loads.count, !isInterrupted {
        let duty = best.duties[vehicle]
        var rest = duty.loads
        let batch = rest.remove(at: position)
        position += 1
        guard isOpen(batch), let shorter = Duty(problem, vehicle: vehicle, rest) else { continue }
        let saved = duty.cost - shorter.cost
        let others = best.candidates.filter { $0 != vehicle }
        guard let found = best.bestInsertion(of: batch, among: others, below: saved) else { continue }
        best.set(shorter)
        best.set(found.duty)
        position -= 1
      }
    }
    retryWaiting()
  }

  /// Every vehicle in use tries to do without: its batches go elsewhere.
  private mutating func spareVehicles() {
    for vehicle in problem.vehicles.indices where !isInterrupted {
      let duty = best.duties[vehicle]
      guard !duty.loads.isEmpty, duty.loads.allSatisfy(isOpen) else { continue }
      var trial = best
      trial.set(Duty(vehicle: vehicle))
      let others = trial.candidates.filter { $0 != vehicle }
      var isComplete = true
      for batch in duty.loads {
        guard let found = trial.bestInsertion(of: batch, among: others), trial.cost < best.cost else {
          isComplete = false
          break
        }
        trial.set(found.duty)
      }
      if isComplete, trial.cost < best.cost { best = trial }
    }
  }

  /// Every run tries to do without: its riders, one group after another, join other runs.
  private mutating func dissolveBatches() {
    for vehicle in problem.vehicles.indices {
      var position = 0
      while position < best.duties[vehicle].loads.count, !isInterrupted {
        if !dissolve(position, of: vehicle) { position += 1 }
      }
    }
  }

  private mutating func dissolve(_ position: Int, of vehicle: Int) -> Bool {
    guard isOpen(best.duties[vehicle].loads[position]) else { return false }
    var trial = best
    var rest = best.duties[vehicle].loads
    let batch = rest.remove(at: position)
    guard let shorter = Duty(problem, vehicle: vehicle, rest) else { return false }
    trial.set(shorter)
    var riders = batch.trips
    while let first = riders.first.map({ problem.trips[$0] }) {
      let alike = riders.filter {
        problem.trips[$0].group == first.group && problem.trips[$0].slot == first.slot
      }
      riders.removeAll(where: alike.contains)
      guard let group = Batch(problem, alike),
        let joined = trial.joining(group, below: best.cost - trial.cost)
      else { return false }
      trial = joined
    }
    guard trial.cost < best.cost else { return false }
    best = trial
    return true
  }

  /// Batches of one stream that may depart together try to be one.
  private mutating func mergeBatches() {
    for vehicle in problem.vehicles.indices {
      var position = 0
      while position < best.duties[vehicle].loads.count, !isInterrupted {
        if !mergeAway(position, of: vehicle) { position += 1 }
      }
    }
  }

  private mutating func mergeAway(_ position: Int, of vehicle: Int) -> Bool {
    let batch = best.duties[vehicle].loads[position]
    guard isOpen(batch) else { return false }
    var without = best
    var rest = without.duties[vehicle].loads
    rest.remove(at: position)
    guard let shorter = Duty(problem, vehicle: vehicle, rest) else { return false }
    without.set(shorter)
    for other in problem.vehicles.indices {
      for (index, host) in without.duties[other].loads.enumerated()
      where host.stream == batch.stream && host.window.overlaps(batch.window) {
        guard let union = Batch(problem, host.trips + batch.trips) else { continue }
        if union.fits(problem.vehicles[other]) {
          var batches = without.duties[other].loads
          batches[index] = union
          if let duty = Duty(problem, vehicle: other, batches),
            without.cost - without.duties[other].cost + duty.cost < best.cost
          {
            without.set(duty)
            best = without
            return true
          }
        }
        if let found = largerVehicle(for: union, replacing: index, of: other, in: without) {
          best = found
          return true
        }
      }
    }
    return false
  }

  /// Tries another vehicle for a union that outgrows its host.
  private func largerVehicle(for union: Batch, replacing index: Int, of host: Int, in roster: Roster<Batch>)
    -> Roster<Batch>?
  {
    var trial = roster
    var rest = trial.duties[host].loads
    rest.remove(at: index)
    guard let shorter = Duty(problem, vehicle: host, rest) else { return nil }
    trial.set(shorter)
    guard let found = trial.bestInsertion(of: union, below: best.cost - trial.cost) else { return nil }
    trial.set(found.duty)
    return trial
  }

  /// The riders of one group move from a run to another one of their stream.
  private mutating func moveRiders() {
    var runsOfStream = problem.streams.map { _ in [(vehicle: Int, position: Int)]() }
    for duty in best.duties {
      for (position, batch) in duty.loads.enumerated() {
        runsOfStream[batch.stream].append((duty.vehicle, position))
      }
    }
    for runs in runsOfStream {
      for from in runs where isOpen(from) {
        for to in runs where from != to && !isInterrupted {
          moveRiders(from: from, to: to)
        }
      }
    }
  }

  private func isOpen(_ run: (vehicle: Int, position: Int)) -> Bool {
    let loads = best.duties[run.vehicle].loads
    return loads.indices.contains(run.position) && isOpen(loads[run.position])
  }

  private mutating func moveRiders(
    from: (vehicle: Int, position: Int), to: (vehicle: Int, position: Int)
  ) {
    guard best.duties[from.vehicle].loads.indices.contains(from.position),
      best.duties[to.vehicle].loads.indices.contains(to.position)
    else { return }
    let source = best.duties[from.vehicle].loads[from.position]
    let target = best.duties[to.vehicle].loads[to.position]
    let free = problem.vehicles[to.vehicle].capacity - target.trips.count
    guard free > 0, source.stream == target.stream,
      source.window.overlaps(target.window) || !source.trips.isEmpty
    else { return }
    for group in Set(source.trips.map { problem.trips[$0].group }).sorted() {
      let members = source.trips.filter {
        problem.trips[$0].group == group && problem.trips[$0].slot.overlaps(target.window)
      }
      guard !members.isEmpty, members.count < source.trips.count else { continue }
      let moved = Set(members.prefix(free))
      guard let smaller = Batch(problem, source.trips.filter { !moved.contains($0) }),
        let larger = Batch(problem, target.trips + moved.sorted())
      else { continue }
      if replace(from, by: smaller, to, by: larger) { return }
    }
  }

  private mutating func replace(
    _ from: (vehicle: Int, position: Int), by smaller: Batch, _ to: (vehicle: Int, position: Int),
    by larger: Batch
  ) -> Bool {
    var batches = best.duties[from.vehicle].loads
    batches[from.position] = smaller
    if from.vehicle == to.vehicle { batches[to.position] = larger }
    guard let first = Duty(problem, vehicle: from.vehicle, batches) else { return false }
    var after = first.cost
    var before = best.duties[from.vehicle].cost
    var second: Duty<Batch>?
    if from.vehicle != to.vehicle {
      var batches = best.duties[to.vehicle].loads
      batches[to.position] = larger
      guard let duty = Duty(problem, vehicle: to.vehicle, batches) else { return false }
      second = duty
      after += duty.cost
      before += best.duties[to.vehicle].cost
    }
    guard after < before else { return false }
    best.set(first)
    if let second { best.set(second) }
    return true
  }

  /// Batches without a vehicle try again.
  private mutating func retryWaiting() {
    guard !best.waiting.isEmpty else { return }
    var trial = best
    for batch in trial.takeWaiting() { trial.settle(batch) }
    if trial.cost < best.cost { best = trial }
    var tries = RosterSearch.displacements
    for batch in best.waiting where tries > 0 {
      if let found = displacing(for: batch, &tries) { best = found }
    }
  }

  /// The cheapest roster in which a waiting batch takes the place of a run whose riders find another one.
  private func displacing(for batch: Batch, _ tries: inout Int) -> Roster<Batch>? {
    var without = best
    for other in without.takeWaiting() where other.trips != batch.trips { without.leave(other) }
    var found: Roster<Batch>?
    for duty in best.duties where batch.fits(problem.vehicles[duty.vehicle]) {
      for place in duty.loads.indices where tries > 0 && !isInterrupted {
        var batches = duty.loads
        batches[place] = batch
        guard let changed = Duty(problem, vehicle: duty.vehicle, batches) else { continue }
        tries -= 1
        var trial = without
        trial.set(changed)
        trial.settle(duty.loads[place])
        if trial.cost < (found ?? best).cost { found = trial }
      }
    }
    return found
  }
}

extension Roster where Load == Batch {
  /// Rounds of local search times trips of a large event.
  private static let improvementWork = 120_000

  /// The roster bettered by local search.
  ///
  /// - Parameter rounds: rounds, at most; large events have fewer.
  func improved(rounds: Int, _ interruption: Interruption?) -> Roster<Batch> {
    var search = RosterSearch(self, interruption: interruption)
    search.run(rounds: max(1, min(rounds, Roster.improvementWork / max(1, problem.trips.count))))
    return search.best
  }
}
