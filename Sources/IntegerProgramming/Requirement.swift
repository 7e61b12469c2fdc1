/// Ends the program where a caller broke a promise, and says which.
///
/// GLPK answers such calls by `abort()`. In place of `precondition`, whose message optimized builds leave out: whoever
/// meets one needs it there most.
func require(
  _ condition: Bool, _ message: @autoclosure () -> String, file: StaticString = #file, line: UInt = #line
) {
  if !condition { fatalError(message(), file: file, line: line) }
}
