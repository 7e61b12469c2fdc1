/// Moves the earliest departures of runs in a row later, to where their riders wait least.
///
/// From the last to the first, a run that would rather go later is moved later, together with the runs that it pushes, as
/// long as that saves waiting. Waiting is linear in each departure, so this is the least (the method of adjacent blocks
/// for isotonic regression).
///
/// - Parameters:
///   - departures: the earliest minute of each run.
///   - gaps: minutes from each departure to the next one at least.
///   - latest: the latest minute of a run.
///   - slope: what a minute later adds to the waiting of a run; below 0 it would rather go later.
/// - Complexity: O(runs²), O(runs) where nobody would rather go later.
func postpone(_ departures: inout [Int], gaps: [Int], latest: (Int) -> Int, slope: (Int) -> Int) {
  for start in departures.indices.reversed() {
    var end = start
    var blockSlope = slope(start)
    while blockSlope < 0 {
      let block = start...end
      let room = block.reduce(Int.max) { min($0, latest($1) - departures[$1]) }
      let isPushing = end + 1 < departures.count
      let free = isPushing ? departures[end + 1] - gaps[end] - departures[end] : Int.max
      for run in block { departures[run] += min(room, free) }
      guard isPushing, free <= room else { break }
      end += 1
      blockSlope += slope(end)
    }
  }
}
