import Dispatch
import Synchronization

/// Makes pieces on a thread of its own while this one takes them, in the order in which they are made and a few at a
/// time.
///
/// - Parameters:
///   - make: makes the pieces and gives each away; it is to end soon once one of them is refused.
///   - take: takes a piece, or wants no more.
/// - Returns: what `make` has returned; nothing is running any more then.
func handOver<Piece: Sendable, Outcome: Sendable>(
  _ make: @escaping @Sendable (_ give: (Piece) -> Bool) -> Outcome, to take: (Piece) -> Bool
) -> Outcome {
  let handover = Handover<Piece, Outcome>()
  DispatchQueue.global().async { handover.end(make(handover.give)) }
  while let piece = handover.next() {
    guard take(piece) else {
      handover.refuse()
      break
    }
  }
  return handover.outcome()
}

private final class Handover<Piece: Sendable, Outcome: Sendable>: Sendable {
  private struct State {
    var pieces: [Piece] = []
    var isRefused = false
    var outcome: Outcome?
  }

  private let state = Mutex(State())
  /// Pieces that may still be made before one is taken. It begins at 0 and is raised: no semaphore may be let go of
  /// that stands lower than it began.
  private let room = DispatchSemaphore(value: 0)
  /// Pieces that are ready, and the end.
  private let ready = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  init() {
    for _ in 0..<4 { room.signal() }
  }

  /// - Returns: whether more are wanted.
  func give(_ piece: Piece) -> Bool {
    room.wait()
    let isWanted = state.withLock { state in
      if !state.isRefused { state.pieces.append(piece) }
      return !state.isRefused
    }
    // Whoever asks again is told again, and does not wait for room that nobody makes.
    if isWanted { ready.signal() } else { room.signal() }
    return isWanted
  }

  func end(_ outcome: Outcome) {
    state.withLock { $0.outcome = outcome }
    ready.signal()
    ended.signal()
  }

  /// The next piece; nothing at the end.
  func next() -> Piece? {
    ready.wait()
    room.signal()
    return state.withLock { $0.pieces.isEmpty ? nil : $0.pieces.removeFirst() }
  }

  func refuse() {
    state.withLock { $0.isRefused = true }
    room.signal()
  }

  /// Waits for the end.
  func outcome() -> Outcome {
    ended.wait()
    return state.withLock { $0.outcome! }
  }
}
