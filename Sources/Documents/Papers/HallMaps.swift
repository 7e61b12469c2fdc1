import Assembly
import Localization
import Printing

/// Small maps of the hall, one a floor, on which a seat is marked: the seats are kept in a file once.
struct HallMaps {
  private let desk: PaperDesk
  private let size: Size
  /// By floor.
  private var stamps: [Int: Stamp] = [:]
  /// Millimetres of a seat's width and from row to row, by floor.
  private var pitches: [Int: Size] = [:]
  private var origins: [Int: Point] = [:]

  private static let rostrumHeight = 8.0

  init(of desk: PaperDesk, width: Double, height: Double) {
    self.desk = desk
    size = Size(width, height)
    guard let hall = desk.event.hall else { return }
    for (floor, seats) in Dictionary(grouping: hall.seats, by: \.floor) {
      let (left, right) = (seats.map(\.x).min() ?? 0, (seats.map(\.x).max() ?? 0) + 1)
      let (top, bottom) = (seats.map(\.y).min() ?? 0, (seats.map(\.y).max() ?? 0) + 1)
      let room = height - Self.rostrumHeight - 2
      let pitch = Size(seats: right - left, rows: bottom - top, in: Size(width, room), most: 5)
      pitches[floor] = pitch
      origins[floor] = Point(
        (width - (right - left) * pitch.width) / 2 - left * pitch.width,
        Self.rostrumHeight + 2 - top * pitch.height)
      // One drawing of all: each of thousands of badges looks through what a stamp draws.
      stamps[floor] = Stamp(size, [.rectangles(seats.map(box), fill: .grey(0.8))])
    }
  }

  /// The square of a seat in the map.
  private func box(of seat: HallSeat) -> Rectangle {
    let (pitch, origin) = (pitches[seat.floor] ?? Size(1, 1), origins[seat.floor] ?? Point(0, 0))
    return Rectangle(
      origin.x + seat.x * pitch.width, origin.y + seat.y * pitch.height, pitch.width * 0.82,
      min(pitch.height * 0.82, pitch.width * 1.2))
  }

  /// The map with a seat marked; nothing without a seat or a hall.
  func marks(of seat: Seat?, at place: Point) -> [Mark] {
    guard let seat, let hall = desk.event.hall, let first = stamps.keys.min() else { return [] }
    var floor = first
    var own: [Mark] = []
    var isOnRostrum = false
    switch seat {
    case .rostrum: isOnRostrum = true
    case .hall(let index):
      floor = hall.seats[index].floor
      let box = box(of: hall.seats[index])
      let mark = max(box.width, 1.8)
      let around = Rectangle(box.midX - mark / 2, box.midY - mark / 2, mark, mark)
      own = [
        .line(
          Point(around.midX, Self.rostrumHeight), Point(around.midX, around.y), Stroke(0.25, .grey(0.35))),
        .rectangle(around, fill: .black, stroke: Stroke(0.5, .white)),
        .rectangle(around.inset(-0.9), fill: nil, stroke: Stroke(0.3)),
      ]
    }
    guard let stamp = stamps[floor] else { return [] }
    let rostrum = Rectangle(size.width * 0.25, 0, size.width * 0.5, Self.rostrumHeight - 1)
    let words = TextStyle(.hei, 9, bold: isOnRostrum, colour: isOnRostrum ? .white : .black)
    let name =
      stamps.count > 1
      ? "\(desk.say(Wording.rostrum)) · \(desk.say(Wording.floor(floor)))" : desk.say(Wording.rostrum)
    let stage: [Mark] = [
      .rectangle(rostrum, fill: isOnRostrum ? .black : .grey(0.9), stroke: Stroke(0.2)),
      .text(Text(name, words, in: rostrum.inset(1, 0), .centre)),
    ]
    return [.placed([.stamp(stamp, at: Point(0, 0))] + stage + own, at: place)]
  }
}

extension Size {
  /// The millimetres from seat to seat and from row to row with which a hall fits: rows of a wide hall are drawn further
  /// apart than seats, so that it is not a narrow band.
  ///
  /// - Parameters:
  ///   - seats: how many seat widths the hall is wide.
  ///   - rows: how many rows it is deep.
  ///   - room: where it is to fit.
  ///   - most: no seat is wider.
  init(seats: Double, rows: Double, in room: Size, most: Double) {
    let width = min(room.width / seats, room.height / rows, most)
    self.init(width, min(room.height / rows, width * 1.7))
  }
}
