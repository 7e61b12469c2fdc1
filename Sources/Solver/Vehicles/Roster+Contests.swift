import Assembly
import IntegerProgramming

extension Roster {
  /// Other choices looked at, times trips of a large event.
  private static let contestWork = 40_000
  /// Of larger events other choices are looked at without a local search.
  private static let mostTripsSearched = 400

  /// The weighted objective with the trips that are forgone.
  private var fullCost: Int { cost + problem.penaltyOfForgone }

  /// The roster in which people who contend with themselves make other trips, wherever that is cheaper: the seat that they
  /// leave may be worth more to somebody else, and the run that they were to take may not come about.
  func reconsidered(_ interruption: Interruption?) -> Roster {
    guard !problem.contests.isEmpty else { return self }
    var best = self
    var tries = max(20, Self.contestWork / max(1, problem.trips.count))
    var isBetter = true
    while isBetter {
      isBetter = false
      for contest in problem.contests.indices {
        for choice in problem.contests[contest].choices.indices
        where choice != best.problem.choice(of: contest) && tries > 0 && interruption?.isInterrupted != true {
          tries -= 1
          let other = best.making(choice, of: contest, interruption)
          if other.fullCost < best.fullCost { (best, isBetter) = (other, true) }
        }
      }
    }
    return best
  }

  /// The roster in which another choice is made of a contest: who makes a trip no longer leaves their run, and who is to
  /// make one takes the cheapest seat; so do all who wait.
  private func making(_ choice: Int, of contest: Int, _ interruption: Interruption?) -> Roster {
    let own = Set(problem.contests[contest].trips)
    let changed = problem.choosing(choice, of: contest)
    var roster = Roster(changed)
    var open: [Batch] = []
    for duty in duties where !duty.batches.isEmpty {
      guard duty.batches.contains(where: { !own.isDisjoint(with: $0.trips) }) else {
        roster.set(duty)
        continue
      }
      var kept: [Batch] = []
      for batch in duty.batches {
        let others = batch.trips.filter { !own.contains($0) }
        guard let rest = others.count == batch.trips.count ? batch : Batch(changed, others) else { continue }
        if Duty(changed, vehicle: duty.vehicle, kept + [rest]) != nil {
          kept.append(rest)
        } else {
          open.append(rest)
        }
      }
      if let shorter = Duty(changed, vehicle: duty.vehicle, kept) { roster.set(shorter) }
    }
    open += changed.contests[contest].choices[choice].keys.sorted().compactMap { Batch(changed, [$0]) }
    for batch in waiting {
      if let rest = Batch(changed, batch.trips.filter { !own.contains($0) }) { open.append(rest) }
    }
    for batch in open { roster.settle(batch) }
    return changed.trips.count <= Self.mostTripsSearched
      ? roster.improved(rounds: 2, interruption) : roster
  }
}
