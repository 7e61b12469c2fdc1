import Foundation
import IntegerProgramming

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Writes a line to stderr. Where nobody can read it, the plan and the exit status still tell.
func writeError(_ line: String) {
  try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
}

/// Lets the first SIGINT or SIGTERM stop a search, which then keeps the best plan; a second one ends the process as
/// usual.
///
/// A plain handler and no source of Dispatch, which loses a signal that comes while the source is being registered.
enum InterruptSignal {
  /// Set before the handler and not changed while there is one, which may run between any two instructions.
  nonisolated(unsafe) private static var interruption: Interruption?

  static func stops(_ search: Interruption) {
    interruption = search
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        InterruptSignal.interruption?.interrupt()
        signal(number, SIG_DFL)
      }
    }
  }

  /// Gives the signals their usual effect again.
  static func end() {
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}
