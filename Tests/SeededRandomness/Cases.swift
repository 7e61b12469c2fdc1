import Foundation

/// How many random cases a test tries: a few each day, all of them where `CASES=full` asks for it (`make proofs`).
///
/// - Parameters:
///   - daily: enough to notice a mistake, few enough for a debug build.
///   - full: what the project promises to have tried.
public func cases(_ daily: Int, full: Int) -> Int {
  ProcessInfo.processInfo.environment["CASES"] == "full" ? full : daily
}
