import Assembly

/// Something that is laid in one piece: a group, or a share of a group that is too large for any strip.
struct BlockItem: Hashable {
  /// Index in ``HallProblem/groups``.
  let group: Int
  let size: Int
  /// Seats that its people must have: wheelchair places by number, and single seats by index.
  var claims = Claims()

  /// What a group's seats should hold, so that no person has to sit apart from it.
  struct Claims: Hashable {
    var wheelchairPlaces = 0
    var seats: [Int] = []
  }
}

/// What the master pays for an item: whole, or for a piece and each of its seats.
struct ItemPrice {
  var whole: Double
  var piece = 0.0
  var seat = 0.0
}

/// Which plans a relaxation covers; together the branches cover all that seat everybody.
enum Branch {
  /// Every group in one part, inside one strip.
  case whole
  /// Every group in one part, and at least one of them on both sides of the centre.
  case across
  /// At least one group in more parts than one.
  case cut
}

/// Items on whole lines of one strip, laid one after another.
struct Block: Hashable {
  /// Index of the strip.
  let strip: Int
  /// Lines of the strip that the block occupies.
  let lines: Range<Int>
  /// What lies there: in protocol order; in a plan across the centre from the far end of the other side on.
  private(set) var shares: [Share]
  /// Whether its pieces reach into the strip on the other side of the centre.
  var isAcross = false
  /// Lines on the other side of the centre, where whole items lie on both.
  var opposite: Opposite?

  /// Joins the block on the other side, which begins with the same item.
  mutating func join(_ other: Block) {
    opposite = Opposite(strip: other.strip, lines: other.lines)
    shares = other.shares.dropFirst().reversed() + shares
  }

  /// Lines of another strip.
  struct Opposite: Hashable {
    let strip: Int
    let lines: Range<Int>
  }

  /// An item or a piece of it.
  struct Share: Hashable {
    /// Index of the item.
    let item: Int
    let seats: Int
    let isPiece: Bool
  }
}
