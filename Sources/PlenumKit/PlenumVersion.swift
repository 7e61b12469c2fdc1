/// The version of the program.
public enum PlenumVersion {
  /// By Semantic Versioning; CHANGELOG.md says what each brought.
  public static let current = "0.1.0"
}
