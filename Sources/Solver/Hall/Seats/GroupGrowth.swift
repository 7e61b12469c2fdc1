/// The seats that a group may take one after another, each time the cheapest, while all others sit where they do.
///
/// What a seat costs that no seat of the group reaches differs from others such by its depth and by the holes of its file alone. So
/// these seats keep their order; only those that the group reaches, and those of files in which one was taken, are counted
/// anew each time.
struct GroupGrowth {
  /// A seat and what decides between two of them: cost, whether nobody had to give it up, distance from the centre.
  private typealias Candidate = (cost: Int, isNew: Int, offCentre: Int, seat: Int)

  private let group: Int
  private let vacated: Set<Int>
  /// Seats in the order in which the group would take them, did it reach none.
  private let order: [Int]
  /// The first of them that nobody has and that is not counted anew.
  private var first = 0
  /// Seats that are counted anew.
  private var near: [Int] = []
  private var isNear: [Bool]

  /// - Parameters:
  ///   - free: seats that the group may have.
  ///   - vacated: seats that somebody had to give up, which come before others of equal cost.
  /// - Complexity: O(f log f) for f such seats.
  init(of group: Int, on free: [Int], vacated: Set<Int>, in seating: inout Seating) {
    self.group = group
    self.vacated = vacated
    var candidates: [Candidate] = []
    seating.forEachGrowth(of: group, at: free) { seat, cost, offCentre in
      candidates.append((cost, vacated.contains(seat) ? 0 : 1, offCentre, seat))
    }
    order = candidates.sorted(by: <).map(\.seat)
    isNear = Array(repeating: true, count: seating.holder.count)
    for seat in order { isNear[seat] = false }
    for seat in seating.seats(of: group) { take(seat, countingFile: false, in: seating) }
  }

  /// The group has this seat now.
  mutating func take(_ seat: Int, in seating: Seating) { take(seat, countingFile: true, in: seating) }

  private mutating func take(_ seat: Int, countingFile: Bool, in seating: Seating) {
    for other in seating.graph.reached(from: seat) { countAnew(other) }
    let file = seating.graph.fileOf[seat]
    guard countingFile, file >= 0 else { return }
    for other in seating.graph.files[file] { countAnew(other) }
  }

  private mutating func countAnew(_ seat: Int) {
    guard !isNear[seat] else { return }
    isNear[seat] = true
    near.append(seat)
  }

  /// The seat that costs least; of equal ones one that somebody had to give up, then that nearest to the centre.
  ///
  /// - Complexity: O(seats of the group + seats counted anew · seats of a file), and the seats passed that are not allowed.
  mutating func cheapest(in seating: inout Seating, isAllowed: (Int) -> Bool) -> Int? {
    near.removeAll { seating.holder[$0] != seating.nobody }
    while first < order.count, isNear[order[first]] || seating.holder[order[first]] != seating.nobody {
      first += 1
    }
    let far = order[first...].first {
      !isNear[$0] && seating.holder[$0] == seating.nobody && isAllowed($0)
    }
    var best: Candidate?
    let vacated = vacated
    seating.forEachGrowth(of: group, at: near.filter(isAllowed) + (far.map { [$0] } ?? [])) {
      seat, cost, offCentre in
      let candidate = (cost, vacated.contains(seat) ? 0 : 1, offCentre, seat)
      if best.map({ candidate < $0 }) ?? true { best = candidate }
    }
    return best?.seat
  }
}
