/// Time of the phases of a run.
struct Stopwatch {
  enum Phase: CaseIterable {
    case reading, solving, verifying, writing
  }

  private(set) var seconds: [Phase: Double] = [:]
  private var last = ContinuousClock.now

  /// Gives the time since the last lap to a phase.
  mutating func lap(_ phase: Phase) {
    let now = ContinuousClock.now
    seconds[phase, default: 0] += (now - last).inSeconds
    last = now
  }
}

extension Duration {
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
