import Synchronization

/// A request to stop, shared by those who ask (a signal handler, a deadline) and those who work.
///
/// Asking is one atomic store, so a signal handler may do it.
public final class Interruption: Sendable {
  /// Who asked.
  public enum Reason: Hashable, Sendable {
    /// `interrupt()` was called.
    case signal
    /// The deadline passed.
    case deadline
  }

  /// When to stop by the clock, if ever.
  public let deadline: ContinuousClock.Instant?
  private let isRequested = Atomic(false)
  private let hasStopped = Atomic(false)
  private let whole: Interruption?

  /// An interruption that nobody asked for yet.
  ///
  /// - Parameters:
  ///   - deadline: when to stop by the clock.
  ///   - whole: stops this work as part of its own; its deadline is not this one's.
  public init(deadline: ContinuousClock.Instant? = nil, partOf whole: Interruption? = nil) {
    self.deadline = deadline
    self.whole = whole
  }

  /// Asks the workers to stop as soon as they can.
  public func interrupt() {
    isRequested.store(true, ordering: .relaxed)
  }

  /// An interruption for a part of this work, which may take so much of the time that is left.
  ///
  /// What the part leaves is there for the parts after it.
  /// - Parameter share: 0 ... 1.
  public func part(_ share: Double) -> Interruption {
    Interruption(deadline: remaining.map { ContinuousClock.now + $0 * share }, partOf: self)
  }

  /// Whether the workers should stop.
  public var isInterrupted: Bool { reason != nil }

  /// Whether work was stopped, this or a part of it: what it found may be less than it would have found.
  public var hasStoppedWork: Bool { hasStopped.load(ordering: .relaxed) || isInterrupted }

  /// Who asked to stop, nil while nobody did.
  public var reason: Reason? {
    let reason: Reason? =
      if isRequestedBySignal {
        .signal
      } else if let deadline, ContinuousClock.now >= deadline {
        .deadline
      } else {
        nil
      }
    if reason != nil { noteStop() }
    return reason
  }

  private var isRequestedBySignal: Bool {
    isRequested.load(ordering: .relaxed) || whole?.isRequestedBySignal == true
  }

  private func noteStop() {
    hasStopped.store(true, ordering: .relaxed)
    whole?.noteStop()
  }

  /// How long the clock still allows, nil without a deadline.
  var remaining: Duration? {
    deadline.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
  }
}

extension Termination.Reason {
  init(_ reason: Interruption.Reason) {
    switch reason {
    case .signal: self = .interrupted
    case .deadline: self = .timeLimit
    }
  }
}
