import Assembly

/// A page of the map in parts: seats of one or several blocks that fit on A4 with readable names.
struct Tile {
  var name: String
  /// Around its seats and the labels of its rows.
  var box: Box
  var rowLabels: [Label] = []
  /// Index of the block and its seats' indices there.
  var seats: [(block: Int, seats: [Int])] = []
}

/// Cuts the map into pages of A4 on which the smallest name is at least 6 points high.
struct Tiling {
  /// What fits on a page, in units of the drawing: 277 × 172 mm or 190 × 255 mm beside header and footer, at 6 points
  /// (2.117 mm) for the smallest name.
  private static let landscape = (width: 277 / millimetre, height: 168 / millimetre)
  private static let portrait = (width: 190 / millimetre, height: 255 / millimetre)
  private static let millimetre = 2.117 / SeatMeasure.smallestName

  let row: (PrintedName) -> String
  let rows: (PrintedName, PrintedName) -> String
  /// What a strip of rows that are cut is called, by its place of how many.
  let strip: (Int, Int) -> String

  /// The pages of all blocks: neighbours share a page when they fit, a block too large is cut.
  ///
  /// - Complexity: O(s log s) for s seats.
  func tiles(of blocks: [SeatBlock]) -> [Tile] {
    var tiles: [Tile] = []
    var open: (blocks: [Int], box: Box, scale: Double)?
    func close() {
      if let whole = open { tiles.append(tile(of: whole.blocks, in: blocks)) }
      open = nil
    }
    for (index, block) in blocks.enumerated() {
      let box = labelled(block.box, scale: block.scale)
      if let page = open, page.scale == block.scale, fits(page.box.union(box), scale: block.scale) {
        open = (page.blocks + [index], page.box.union(box), block.scale)
      } else if fits(box, scale: block.scale) {
        close()
        open = ([index], box, block.scale)
      } else {
        close()
        tiles += pieces(of: index, in: blocks)
      }
    }
    close()
    return tiles
  }

  private func labelled(_ box: Box, scale: Double) -> Box {
    box.widened(by: SeatMeasure.width * scale)
  }

  private func fits(_ box: Box, scale: Double) -> Bool {
    [Self.landscape, Self.portrait].contains {
      box.width <= $0.width * scale && box.height <= $0.height * scale
    }
  }

  private func tile(of indices: [Int], in blocks: [SeatBlock]) -> Tile {
    let parts = indices.map { (block: $0, seats: Array(blocks[$0].seats.indices)) }
    return tile(parts, name: indices.map { blocks[$0].name.printable }.joined(separator: "、"), in: blocks)
  }

  private func tile(_ parts: [(block: Int, seats: [Int])], name: String, in blocks: [SeatBlock]) -> Tile {
    var box: Box?
    var labels: [Label] = []
    for (index, seats) in parts {
      let part = blocks[index].part(seats)
      let labelled = labelled(part.box, scale: part.scale)
      box = box?.union(labelled) ?? labelled
      labels += part.rowLabels(row)
    }
    return Tile(name: name, box: box!, rowLabels: labels, seats: parts)
  }

  // MARK: Cutting a block

  /// A row of a block, or a piece of it: indices of its seats from the left, and the box around them.
  private typealias Line = (seats: [Int], box: Box)

  /// The pages of a block that does not fit on one: its rows in bands, rows too long cut first.
  private func pieces(of index: Int, in blocks: [SeatBlock]) -> [Tile] {
    let block = blocks[index]
    let lines = lines(of: block)
    let widest = lines.map(\.box.width).max() ?? 0
    let room = (Self.landscape.width - 2 * SeatMeasure.width) * block.scale
    let strips = max(1, Int((widest / room).rounded(.up)))
    return (0..<strips).flatMap { strip in
      let cut = lines.compactMap { part(strip, of: strips, in: $0, block) }
      return bands(of: cut, scale: block.scale).map { band in
        let seats = band.flatMap(\.seats)
        let lines = seats.map { block.seats[$0].line }
        let range = rows(block.rows[lines.min()!], block.rows[lines.max()!])
        let name = "\(block.name.printable) \(range)" + (strips > 1 ? self.strip(strip, strips) : "")
        return tile([(block: index, seats: seats)], name: name, in: blocks)
      }
    }
  }

  private func lines(of block: SeatBlock) -> [Line] {
    var lines: [[Int]] = Array(repeating: [], count: block.rows.count)
    for (index, seat) in block.seats.enumerated() { lines[seat.line].append(index) }
    return lines.map { line in
      let seats = line.sorted { (block.seats[$0].x, $0) < (block.seats[$1].x, $1) }
      return (seats, block.part(seats).box)
    }
  }

  private func part(_ strip: Int, of strips: Int, in line: Line, _ block: SeatBlock) -> Line? {
    let seats = Array(
      line.seats[cut(strip, of: strips, in: line, block)..<cut(strip + 1, of: strips, in: line, block)])
    return seats.isEmpty ? nil : (seats, block.part(seats).box)
  }

  /// Where a strip of a line begins: at an aisle when one is near.
  private func cut(_ strip: Int, of strips: Int, in line: Line, _ block: SeatBlock) -> Int {
    let even = line.seats.count * strip / strips
    guard (1..<strips).contains(strip) else { return even }
    let near = max(even - 3, 1)..<max(min(even + 4, line.seats.count), max(even - 3, 1))
    let aisle = near.first { position in
      let (left, right) = (block.seats[line.seats[position - 1]], block.seats[line.seats[position]])
      return right.x - left.x > 1.5 * SeatMeasure.width * block.scale
    }
    return aisle ?? even
  }

  /// Lines on as few pages as they need, of pages as low as that allows: none is nearly empty.
  private func bands(of lines: [Line], scale: Double) -> [[Line]] {
    func bands(noHigherThan height: Double) -> [[Line]] {
      var bands: [[Line]] = []
      var open: Box?
      for line in lines {
        let box = open?.union(line.box)
        if let box, box.height <= height, fits(labelled(box, scale: scale), scale: scale) {
          bands[bands.count - 1].append(line)
          open = box
        } else {
          bands.append([line])
          open = line.box
        }
      }
      return bands
    }
    guard let first = lines.first else { return [] }
    let all = bands(noHigherThan: .infinity)
    var (low, high) = (0.0, lines.dropFirst().reduce(first.box) { $0.union($1.box) }.height)
    while high - low > 1 {
      let middle = (low + high) / 2
      if bands(noHigherThan: middle).count <= all.count { high = middle } else { low = middle }
    }
    return bands(noHigherThan: high)
  }
}

extension SeatBlock {
  /// Some of its seats alone, in their place.
  fileprivate func part(_ seats: [Int]) -> SeatBlock {
    SeatBlock(name: name, rows: rows, scale: scale, rowHeight: rowHeight, seats: seats.map { self.seats[$0] })
  }
}
