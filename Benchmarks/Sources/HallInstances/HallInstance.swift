public import Assembly
import Foundation

/// A hall and the groups that are to sit in it, made from a few numbers: the same numbers give the same event.
///
/// The hall has three sections, is about 2.2 times as wide in seats as it is deep in rows, and its last row is nearly
/// twice as long as its first. The sizes of groups are log-normal with a mean of 93, so that 1,000 groups fill 93 % of
/// 100,000 seats.
public struct HallInstance: Sendable, Hashable {
  /// How many groups there are.
  public let groups: Int
  /// How groups lie.
  public let method: HallMethod
  /// People per seat, 0 ... 1.
  public let fill: Double

  /// An instance of so many groups.
  public init(groups: Int, method: HallMethod, fill: Double) {
    self.groups = groups
    self.method = method
    self.fill = fill
  }

  /// The numbers of groups that are measured.
  public static let sizes = [12, 35, 120, 300, 1_000]
  /// The fills that are measured.
  public static let fills = [0.9, 0.93, 0.985]
  /// The fill where only one is measured.
  public static let usualFill = 0.93

  private static let meanSize = 93
  /// Standard deviation of the logarithm of a group's size.
  private static let sigma = 0.6
  /// The same groups at each method and fill.
  private static let seed: UInt64 = 2_026

  /// People of all groups.
  public var people: Int { groups * HallInstance.meanSize }

  /// Seats of the hall.
  public var seats: Int { Int((Double(people) / fill).rounded(.up)) }

  /// The event, groups listed one after another in protocol order.
  public func event() throws -> Event {
    var settings = Settings(name: "\(groups) groups")
    settings.hallMethod = method
    var draft = EventDraft(settings: settings)
    for (group, size) in sizesOfGroups().enumerated() {
      let name = "g\(group + 1)"
      draft.groups.append(GroupEntry(row: group + 2, name: name, order: Double(group + 1)))
      for member in 1...size {
        let row = draft.people.count + 2
        var person = PersonEntry(row: row, id: "\(row - 1)", name: "\(name)m\(member)")
        person.groupName = name
        draft.people.append(person)
      }
    }
    draft.hall = HallShape(seats: seats).lines()
    return try Event(draft)
  }

  /// Log-normal sizes, each at least 1, that sum to the number of people.
  private func sizesOfGroups() -> [Int] {
    var random = SplitMix64(seed: HallInstance.seed)
    let weights = (0..<groups).map { _ in exp(HallInstance.sigma * Double.normal(using: &random)) }
    let scale = Double(people - groups) / weights.reduce(0, +)
    var sum = 0.0
    return weights.map { weight in
      let before = Int(sum.rounded())
      sum += weight * scale
      return 1 + Int(sum.rounded()) - before
    }
  }
}

extension Double {
  /// A standard normal number (Box and Muller 1958).
  fileprivate static func normal(using random: inout SplitMix64) -> Double {
    let radius = sqrt(-2 * log(1 - Double.random(in: 0..<1, using: &random)))
    return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &random))
  }
}
