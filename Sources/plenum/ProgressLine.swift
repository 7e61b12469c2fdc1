import Foundation
import Localization
import SolverShared
import Synchronization

/// The line of a terminal that shows, while one waits, what is under way, the best plan and the bound so far, and the time.
final class ProgressLine: Sendable {
  private struct Phase {
    var begin: (phrase: Phrase, language: Language, start: ContinuousClock.Instant)?
    var hasEnded = false
  }

  private static let interval = 0.25
  private let watch: SearchWatch
  private let phase = Mutex(Phase())

  /// A line that shows what `watch` knows, from the first phase on.
  init(_ watch: SearchWatch) {
    self.watch = watch
    Thread.detachNewThread { [self] in
      repeat { Thread.sleep(forTimeInterval: Self.interval) } while show()
    }
  }

  /// Another phase begins. The last figures of the one before are shown once more: a short search has no other moment.
  func begin(_ phrase: Phrase, _ language: Language) {
    _ = show()
    phase.withLock { phase in
      phase.begin = (phrase, language, .now)
      Self.write(phrase[language] + Wording.progress(SearchWatch.State(), seconds: 0)[language])
    }
  }

  /// Takes the line away, for good.
  func end() {
    phase.withLock { phase in
      phase.hasEnded = true
      if phase.begin != nil { Self.write("") }
    }
  }

  /// Writes the line anew.
  ///
  /// - Returns: whether there is more to come.
  private func show() -> Bool {
    phase.withLock { phase in
      guard !phase.hasEnded else { return false }
      if let (phrase, language, start) = phase.begin {
        let seconds = (ContinuousClock.now - start).components.seconds
        Self.write(phrase[language] + Wording.progress(watch.state, seconds: Int(seconds))[language])
      }
      return true
    }
  }

  /// Back to the beginning of the line, the text, and nothing of what stood there before.
  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(text)".utf8))
  }
}
