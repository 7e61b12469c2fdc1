import Foundation
import Testing

@Suite("A disk that takes no more")
struct DiskTests {
  @Test func `A file that may not grow leaves the earlier plan as it was, with status 74`() async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.event(WholeEvent.tables), folder.path("out"))
      #expect(try await plenum("plan", fixture("tabs"), "-o", out).status == 0)
      let before = try contents(of: out)
      // So many blocks of 512 bytes: fewer than a page of the documents takes. The signal would kill the command.
      let limited = ["/bin/sh", "-c", "ulimit -f 16; exec \"$@\"", "sh"]
      let run = try RunningCommand(["plan", event, "-o", out], home: folder.url, launcher: limited)
      let result = try await run.result()
      #expect(result.status == 74)
      #expect(result.errorLines.last?.hasPrefix(out + "/documents/") ?? false, "\(result.errors)")
      #expect(
        result.errorLines.last?.hasSuffix(": cannot write the plan: a file is larger than the system allows")
          ?? false)
      #expect(try contents(of: out) == before)
      #expect(try folder.names() == ["event", "out"])
    }
  }

  @Test(.enabled(if: OwnDisk.isAllowed, "a process may not mount a disk of its own here"))
  func
    `A full disk leaves the earlier plan as it was, with status 74, and takes a new one when there is room`()
    async throws
  {
    let (result, folder) = try await OwnDisk.run(
      """
      "$plenum" plan "$event" -o out
      cp -R out "$saved/before"
      dd if=/dev/zero of=filler bs=4096 2>/dev/null || true
      status=0; "$plenum" plan "$other" -o out || status=$?
      cp -R out "$saved/after"
      ls -A > "$saved/names"
      rm filler
      "$plenum" plan "$other" -o out
      "$plenum" verify "$other" out
      exit $status
      """)
    defer { folder.remove() }
    #expect(result.status == 74)
    #expect(result.errors.contains("cannot write the plan: the disk is full"), "\(result.errors)")
    #expect(try contents(of: folder.path("after")) == contents(of: folder.path("before")))
    #expect(try String(contentsOfFile: folder.path("names"), encoding: .utf8) == "filler\nout\n")
  }

  @Test(.enabled(if: OwnDisk.isAllowed, "a process may not mount a disk of its own here"))
  func `A disk that is read-only keeps its plan, which can be verified`() async throws {
    let (result, folder) = try await OwnDisk.run(
      """
      "$plenum" plan "$event" -o out
      cp -R out "$saved/before"
      mount -o remount,ro .
      status=0; "$plenum" plan "$other" -o out || status=$?
      "$plenum" verify "$event" out
      cp -R out "$saved/after"
      exit $status
      """)
    defer { folder.remove() }
    #expect(result.status == 73)
    #expect(result.errors.contains("the disk is read-only"), "\(result.errors)")
    #expect(try contents(of: folder.path("after")) == contents(of: folder.path("before")))
  }
}

/// A small disk that only a script sees, which begins in its top folder.
private enum OwnDisk {
  static let isAllowed: Bool = {
    let trial = try? Process.run(
      URL(fileURLWithPath: "/bin/sh"),
      arguments: ["-c", "unshare -Urm sh -c 'mount -t tmpfs tmpfs /mnt' 2>/dev/null"])
    trial?.waitUntilExit()
    return trial?.terminationStatus == 0
  }()

  /// Runs a script with `$plenum`, two events, `$event` and `$other`, and a folder `$saved` on another disk.
  ///
  /// - Returns: how the script ended, and the folder of what it saved.
  static func run(_ script: String) async throws -> (CommandResult, folder: TemporaryFolder) {
    let saved = try TemporaryFolder.make()
    return try await withTemporaryFolder { folder in
      let disk = folder.path("disk")
      try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
      let setting = """
        set -e; plenum=$1; event=$2; other=$3; saved=$4
        mount -t tmpfs -o size=1m tmpfs "$5"; cd "$5"
        """
      let launcher = ["/usr/bin/env", "unshare", "-Urm", "sh", "-c", setting + "\n" + script, "sh"]
      let events = [try folder.event(WholeEvent.tables), fixture("tabs")]
      let run = try RunningCommand(events + [saved.url.path, disk], home: folder.url, launcher: launcher)
      return (try await run.result(), saved)
    }
  }
}
