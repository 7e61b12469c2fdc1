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

  let row: (Int) -> String
  let rows: (ClosedRange<Int>) -> String

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
    [Self.landscape, Self.portrait].contains { box.width <= $0.width * scale && box.height <= $0.height * scale }
  }

  private func tile(of indices: [Int], in blocks: [SeatBlock]) -> Tile {
    let parts = indices.map { (block: $0, seats: Array(blocks[$0].seats.indices)) }
    return tile(parts, name: indices.map { blocks[$0].name.printable }.joined(separator: "、"), in: blocks)
  }

  /// A block in equal parts, as few as possible.
  private func pieces(of index: Int, in blocks: [SeatBlock]) -> [Tile] {
    let block = blocks[index]
    let margin = 2 * SeatMeasure.width * block.scale
    let grids = [Self.landscape, Self.portrait].map { page in
      (
        across: max(1, (block.box.width / (page.width * block.scale - margin)).rounded(.up)),
        down: max(1, (block.box.height / (page.height * block.scale)).rounded(.up))
      )
    }
    let grid = grids[0].across * grids[0].down <= grids[1].across * grids[1].down ? grids[0] : grids[1]
    let columns = (block.box.width / grid.across / (SeatMeasure.width * block.scale)).rounded(.up)
    let width = columns * SeatMeasure.width * block.scale
    let height = block.box.height / grid.down
    var seats: [[Int]] = Array(repeating: [], count: Int(grid.across * grid.down))
    for (position, seat) in block.seats.enumerated() {
      let across = min(max(((seat.x - block.box.left + 1) / width).rounded(.down), 0), grid.across - 1)
      let down = min(max(((seat.y - block.box.top + 1) / height).rounded(.down), 0), grid.down - 1)
      seats[Int(down * grid.across + across)].append(position)
    }
    return seats.filter { !$0.isEmpty }.map { seats in
      let numbers = seats.map { block.rows[block.seats[$0].line] }
      let name = "\(block.name.printable) \(rows(numbers.min()!...numbers.max()!))"
      return tile([(block: index, seats: seats)], name: name, in: blocks)
    }
  }

  private func tile(_ parts: [(block: Int, seats: [Int])], name: String, in blocks: [SeatBlock]) -> Tile {
    var box: Box?
    var labels: [Label] = []
    for (index, seats) in parts {
      let block = blocks[index]
      let part = SeatBlock(
        name: block.name, rows: block.rows, scale: block.scale, rowHeight: block.rowHeight,
        seats: seats.map { block.seats[$0] })
      let labelled = labelled(part.box, scale: part.scale)
      box = box?.union(labelled) ?? labelled
      labels += part.rowLabels(row)
    }
    return Tile(name: name, box: box!, rowLabels: labels, seats: parts)
  }
}
