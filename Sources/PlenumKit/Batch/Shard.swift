/// The i-th of n disjoint shares of many events: each event belongs to one of them by its name alone, whatever other
/// events there are.
///
/// The share of a name is its hash modulo n. The hash is FNV-1a of 64 bits over the name's UTF-8 bytes, folded to 32
/// bits by exclusive or (Fowler, Noll, Vo; RFC 9923).
public struct Shard: Sendable, Hashable {
  /// 1 … ``count``.
  public let number: Int
  /// How many shares there are.
  public let count: Int

  /// The share of `number` among `count`; nothing unless 1 ≤ number ≤ count ≤ 1,000,000.
  public init?(_ number: Int, of count: Int) {
    guard 1 <= number, number <= count, count <= 1_000_000 else { return nil }
    self.number = number
    self.count = count
  }

  /// The share that is written `i/n`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
    self.init(number, of: count)
  }

  /// Whether an event of this name belongs to the share.
  public func contains(_ name: String) -> Bool {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let folded = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    return Int(folded) % count == number - 1
  }
}
