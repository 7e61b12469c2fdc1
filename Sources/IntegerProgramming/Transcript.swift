import CGLPK
import Foundation

/// What GLPK writes during one call into it. GLPK writes to standard output unless a hook is set; hooks belong
/// to the thread, so this one is removed when the call is over.
final class Transcript {
  private static let greatestLength = 1 << 20
  private var bytes: [UInt8] = []

  /// Runs `body` with GLPK's output in a transcript.
  static func capture<Result>(_ body: () -> Result) -> (result: Result, text: String) {
    let transcript = Transcript()
    glp_term_out(GLP_ON)
    glp_term_hook(
      { context, text in
        guard let context, let text else { return 1 }
        Unmanaged<Transcript>.fromOpaque(context).takeUnretainedValue().append(text)
        return 1
      }, Unmanaged.passUnretained(transcript).toOpaque())
    glp_error_hook(
      { context in
        guard let context else { return }
        Unmanaged<Transcript>.fromOpaque(context).takeUnretainedValue().tellLastWords()
      }, Unmanaged.passUnretained(transcript).toOpaque())
    defer {
      glp_error_hook(nil, nil)
      glp_term_hook(nil, nil)
      glp_term_out(GLP_OFF)
    }
    let result = withExtendedLifetime(transcript, body)
    return (result, String(decoding: transcript.bytes, as: UTF8.self))
  }

  /// GLPK is about to abort the process: what it said must not be lost with it.
  private func tellLastWords() {
    try? FileHandle.standardError.write(contentsOf: Data(bytes))
  }

  private func append(_ text: UnsafePointer<CChar>) {
    guard bytes.count < Transcript.greatestLength else { return }
    bytes.append(contentsOf: String(cString: text).utf8)
  }
}
