public import Localization

/// OUT cannot be made or written; it is as it was.
public struct PlanFolderFault: Error, Sendable, Hashable {
  /// What could not be done.
  public enum Kind: Sendable, Hashable {
    /// The folder cannot be made: exit status 73.
    case cannotCreate
    /// Something in it cannot be read or written: exit status 74.
    case cannotWrite
  }

  /// Why not.
  public enum Cause: Sendable, Hashable {
    /// Something that is no folder stands where a folder should be.
    case notAFolder
    /// A link that leads nowhere stands where a folder should be.
    case brokenLink
    /// A folder stands where a file should be.
    case isAFolder
    /// A file cannot be read or copied.
    case unreadable
    /// The system's error number.
    case system(Int32)
  }

  /// What could not be done.
  public let kind: Kind
  /// Where it happened.
  public let path: String
  /// Why not.
  public let cause: Cause

  init(_ kind: Kind, _ path: String, _ cause: Cause) {
    self.kind = kind
    self.path = path
    self.cause = cause
  }

  /// The fault as the user sees it, who knows nothing of staging folders.
  func relocated(from staging: String, to final: String) -> PlanFolderFault {
    path.hasPrefix(staging) ? PlanFolderFault(kind, final + path.dropFirst(staging.count), cause) : self
  }

  /// What to tell the user.
  public var message: Phrase { Wording.message(of: self) }

  /// The same for who only wanted to read the plan.
  public var readingMessage: Phrase { Wording.readingMessage(of: self) }
}
