/// Marks of a height that stand under one another.
public struct PrintedStrip: Sendable {
  /// Millimetres.
  public let height: Double
  /// As if its upper left corner were the origin.
  public let marks: [Mark]

  /// A strip.
  public init(_ height: Double, _ marks: [Mark]) {
    self.height = height
    self.marks = marks
  }

  /// Empty space.
  public static func space(_ height: Double) -> PrintedStrip { PrintedStrip(height, []) }
}

/// A strip that flows from column to column and from page to page, and is never parted.
public struct PrintedBlock: Sendable {
  /// What is drawn.
  public var strip: PrintedStrip
  /// Whether it is a heading, which is never the last of a column.
  public var holdsNext: Bool
  /// What is drawn over it where it begins a column: the header of its table.
  public var repeated: PrintedStrip?
  /// Whether it is left out at the top of a column: space.
  public var isSpace: Bool

  /// A block.
  public init(_ strip: PrintedStrip, holdsNext: Bool = false, repeated: PrintedStrip? = nil) {
    self.strip = strip
    self.holdsNext = holdsNext
    self.repeated = repeated
    isSpace = false
  }

  /// Blocks under one another that are not parted.
  public static func joined(_ blocks: [PrintedBlock]) -> PrintedBlock {
    var (marks, height) = ([Mark](), 0.0)
    for block in blocks {
      marks.append(.placed(block.strip.marks, at: Point(0, height)))
      height += block.strip.height
    }
    return PrintedBlock(
      PrintedStrip(height, marks), holdsNext: blocks.last?.holdsNext ?? false,
      repeated: blocks.first?.repeated)
  }

  /// Space between blocks, left out at the top of a column.
  public static func space(_ height: Double) -> PrintedBlock {
    var block = PrintedBlock(.space(height))
    block.isSpace = true
    return block
  }
}

/// Fills the columns of pages with blocks.
public struct Flow: Sendable {
  /// The part of each page that is filled.
  public let area: Rectangle
  /// Columns beside one another.
  public let columns: Int
  /// Millimetres between columns.
  public let gap: Double

  /// Columns in an area.
  public init(in area: Rectangle, columns: Int = 1, gap: Double = 0) {
    self.area = area
    self.columns = columns
    self.gap = gap
  }

  /// The width of a column.
  public var width: Double { (area.width - gap * Double(columns - 1)) / Double(columns) }

  /// What is drawn on each page, and how far down the lowest column of each reaches.
  ///
  /// - Parameters:
  ///   - opening: stands over all columns of the first page.
  ///   - evenly: whether all pages are filled alike, so that the last is not nearly empty.
  /// - Complexity: O(blocks), a few times as many to fill evenly.
  public func pages(of blocks: [PrintedBlock], opening: PrintedStrip = .space(0), evenly: Bool = false)
    -> [[Mark]]
  {
    let all = filled(blocks, opening, height: area.height)
    guard evenly, all.count > 1 || columns > 1 else { return all }
    var (low, high) = (0.0, area.height)
    while high - low > 1 {
      let middle = (low + high) / 2
      if filled(blocks, opening, height: middle).count <= all.count { high = middle } else { low = middle }
    }
    return filled(blocks, opening, height: high)
  }

  private func filled(_ blocks: [PrintedBlock], _ opening: PrintedStrip, height: Double) -> [[Mark]] {
    var pages: [[Mark]] = [[.placed(opening.marks, at: Point(area.x, area.y))]]
    var (column, top) = (0, area.y + opening.height)
    var y = top
    var isFresh = true
    var index = 0
    while index < blocks.count {
      // Headings and what follows them go together.
      var end = index
      while end < blocks.count - 1, blocks[end].holdsNext { end += 1 }
      let unit = blocks[index...end]
      let needed = unit.reduce(0) { $0 + $1.strip.height }
      let isLast = column == columns - 1
      if !isFresh, y + needed > area.y + max(height, opening.height) + 0.001 {
        column = isLast ? 0 : column + 1
        if isLast {
          pages.append([])
          top = area.y
        }
        (y, isFresh) = (top, true)
      }
      for block in unit {
        if isFresh, block.isSpace { continue }
        let x = area.x + Double(column) * (width + gap)
        if isFresh, let repeated = block.repeated {
          pages[pages.count - 1].append(.placed(repeated.marks, at: Point(x, y)))
          y += repeated.height
        }
        pages[pages.count - 1].append(.placed(block.strip.marks, at: Point(x, y)))
        y += block.strip.height
        isFresh = false
      }
      index = end + 1
    }
    return pages
  }
}
