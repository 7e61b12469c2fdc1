import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// How a run of the command ended, as the shell and the user see it.
struct CommandResult {
  /// The exit status; nothing when a signal ended the process.
  let status: Int32?
  let output: String
  let errors: String

  var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  var outputLines: [String] { output.split(separator: "\n").map(String.init) }
}

/// Runs the built command and waits for its end.
///
/// - Parameters:
///   - language: the user's `LANG`.
///   - home: the folder that the command runs in, and that holds its temporary files; by default one of its own.
func plenum(_ arguments: String..., language: String = "zh_CN.UTF-8", home: URL? = nil) async throws
  -> CommandResult
{
  try await plenum(arguments: arguments, language: language, home: home)
}

/// The same for arguments that are put together.
func plenum(arguments: [String], language: String = "zh_CN.UTF-8", home: URL? = nil) async throws
  -> CommandResult
{
  if let home { return try await RunningCommand(arguments, language: language, home: home).result() }
  return try await withTemporaryFolder { folder in
    try await RunningCommand(arguments, language: language, home: folder.url).result()
  }
}

/// The built command under way.
final class RunningCommand {
  private let process = Process()
  private let streams: URL
  private let ended: AsyncStream<Never>

  /// - Parameters:
  ///   - output: what takes the place of stdout, of which nothing is kept then.
  ///   - errors: what takes the place of stderr, likewise.
  ///   - launcher: a program and its first arguments that run the command, whose own words follow.
  init(
    _ arguments: [String], language: String = "zh_CN.UTF-8", home: URL, output: FileHandle? = nil,
    errors: FileHandle? = nil,
    launcher: [String] = []
  ) throws {
    // Files and not pipes: a pipe's end may be inherited by another test's process and then never closes.
    streams = FileManager.default.temporaryDirectory.appendingPathComponent(
      "plenum-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    let (ended, end) = AsyncStream<Never>.makeStream()
    self.ended = ended
    let words = launcher + [Self.executable.path] + arguments
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = home
    process.environment = Self.environment.merging(
      ["LANG": language, "HOME": home.path, "TMPDIR": home.path]
    ) { $1 }
    process.standardInput = FileHandle.nullDevice
    let kept = try ["output", "errors"].map { try Self.newFile(streams.appendingPathComponent($0)) }
    process.standardOutput = output ?? kept[0]
    process.standardError = errors ?? kept[1]
    process.terminationHandler = { _ in end.finish() }
    try withSignalsUnblocked { try process.run() }
  }

  deinit {
    try? FileManager.default.removeItem(at: streams)
  }

  /// Kills the process after so many seconds, unless it has ended by then.
  func kill(afterSeconds seconds: Double) async {
    await onThreadOfItsOwn { [process] in
      Thread.sleep(forTimeInterval: seconds)
      Self.send(SIGKILL, to: process)
    }
  }

  /// Interrupts the process as soon as it has taken interrupts into its own hands: earlier ones end it, as they should.
  func interrupt() async {
    await onThreadOfItsOwn { [process] in
      while process.isRunning, !Self.handlesInterrupts(process) { Thread.sleep(forTimeInterval: 0.002) }
      Self.send(SIGINT, to: process)
    }
  }

  func result() async throws -> CommandResult {
    for await _ in ended {}
    return CommandResult(
      status: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: try text(of: "output"),
      errors: try text(of: "errors"))
  }

  private static func send(_ signal: Int32, to process: Process) {
    if process.isRunning { _ = Foundation.kill(process.processIdentifier, signal) }
  }

  private static func handlesInterrupts(_ process: Process) -> Bool {
    #if os(Linux)
      let status = "/proc/\(process.processIdentifier)/status"
      let lines = (try? String(contentsOfFile: status, encoding: .utf8))?.split(separator: "\n") ?? []
      let caught = lines.first { $0.hasPrefix("SigCgt:") }?.split(separator: "\t").last
      return UInt64(caught ?? "", radix: 16).map { $0 & (1 << UInt64(SIGINT - 1)) != 0 } ?? false
    #else
      Thread.sleep(forTimeInterval: 1)
      return true
    #endif
  }

  private func text(of stream: String) throws -> String {
    String(decoding: try Data(contentsOf: streams.appendingPathComponent(stream)), as: UTF8.self)
  }

  /// Threads that serve tasks block all signals, and a process inherits what its thread blocks.
  private func withSignalsUnblocked(_ body: () throws -> Void) rethrows {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  private static func newFile(_ place: URL) throws -> FileHandle {
    try Data().write(to: place)
    return try FileHandle(forWritingTo: place)
  }

  /// The command lies beside the tests in the folder of the build.
  private static let executable: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let tests = bundle ?? Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appendingPathComponent("plenum")
  }()

  private static let environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("LC_") }
}

/// Lets work that waits have a thread of its own: those that serve tasks may all be busy with other tests for longer
/// than the command runs.
private func onThreadOfItsOwn(_ work: @escaping @Sendable () -> Void) async {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread {
      work()
      continuation.resume()
    }
  }
}
