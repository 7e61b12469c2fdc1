import Foundation
import Testing

/// The county's plan of seats, planned once for all tests that look at it or damage a copy.
enum CountyPlan {
  private static let files = Task { () async throws -> [String: Data] in
    try await withTemporaryFolder { folder in
      let out = folder.path("out")
      let result = try await plenum("plan", fixture("county"), "-o", out, "--only", seats, "--gap", "0.5")
      #expect(result.status == 0, "\(result.errors)")
      return try contents(of: out)
    }
  }

  /// Gives `body` a folder whose `out` holds the plan.
  static func withCopy<Result>(
    isolation: isolated (any Actor)? = #isolation, _ body: (TemporaryFolder) async throws -> Result
  ) async throws -> Result {
    let files = try await files.value
    return try await withTemporaryFolder { folder in
      for (path, data) in files {
        let file = folder.url.appendingPathComponent("out/" + path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
      }
      return try await body(folder)
    }
  }
}
