/// So many of something in English: `1 person`, `2 people`, `1,200 rooms`.
///
/// - Parameter many: the plural where it is not `one` with an s.
public func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count.inThrees) \(count == 1 ? one : many ?? one + "s")"
}
