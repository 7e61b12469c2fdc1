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
  /// Where the seats begin, under the names of sections, by floor.
  private var tops: [Int: Double] = [:]
  /// Millimetres that a floor leaves free over the map and under it.
  private var spare: [Int: Double] = [:]

  private static let rostrumHeight = 8.0

  init(of desk: PaperDesk, width: Double, height: Double) {
    self.desk = desk
    size = Size(width, height)
    guard let hall = desk.event.hall else { return }
    for (floor, seats) in Dictionary(grouping: hall.seats, by: \.floor) {
      let (left, right) = (seats.map(\.x).min() ?? 0, (seats.map(\.x).max() ?? 0) + 1)
      let (front, back) = (seats.map(\.y).min() ?? 0, (seats.map(\.y).max() ?? 0) + 1)
      let names = SectionNames(of: seats, in: hall, style: TextStyle(.hei, 6.5, bold: true))
      let top = Self.rostrumHeight + 2 + names.height
      let room = height - top
      tops[floor] = top
      let pitch = Size(seats: right - left, rows: back - front, in: Size(width, room), most: 5)
      pitches[floor] = pitch
      spare[floor] = max(0, room - (back - front) * pitch.height) / 2
      origins[floor] = Point(
        (width - (right - left) * pitch.width) / 2 - left * pitch.width,
        top - front * pitch.height)
      // One drawing of all: each of thousands of badges looks through what a stamp draws.
      stamps[floor] = Stamp(
        size, [.rectangles(seats.map(box), fill: .grey(0.8))] + names.marks(desk.typesetter, box))
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
      // The way from the rostrum begins under the names, so that none is struck through.
      let way = Point(around.midX, (tops[floor] ?? 0) - 0.3)
      own = [
        .line(way, Point(around.midX, max(way.y, around.y)), Stroke(0.25, .grey(0.35))),
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
    let middle = Point(place.x, place.y + (spare[floor] ?? 0))
    return [.placed([.stamp(stamp, at: Point(0, 0))] + stage + own, at: middle)]
  }
}

/// The names of the sections of a floor, each over the middle of its front row; none where there is one section.
struct SectionNames {
  private let sections: [(name: String, seats: [HallSeat])]
  private let style: TextStyle
  /// Millimetres that the names take over the front row of the floor.
  let height: Double

  init(of seats: [HallSeat], in hall: Hall, style: TextStyle) {
    let own = Dictionary(grouping: seats, by: \.section).sorted { $0.key < $1.key }
    sections = own.count > 1 ? own.map { (hall.sections[$0.key].printable, $0.value) } : []
    self.style = style
    height = sections.isEmpty ? 0 : style.em * 1.5
  }

  /// - Parameter box: where a seat is drawn.
  func marks(_ typesetter: Typesetter, _ box: (HallSeat) -> Rectangle) -> [Mark] {
    let boxes = sections.flatMap(\.seats).map(box)
    return sections.flatMap { name, seats -> [Mark] in
      let front = seats.map(\.y).min() ?? 0
      let row = seats.filter { $0.y < front + 0.5 }.map(box)
      let (left, right) = (row.map(\.x).min() ?? 0, row.map(\.maxX).max() ?? 0)
      let width = min(typesetter.width(of: name, style), max(right - left, 8))
      let place = Rectangle(
        (left + right - width) / 2, (row.map(\.y).min() ?? 0) - height, width, height * 0.9)
      // Behind another section the name stands on white.
      let isOverSeats = boxes.contains { seat in
        seat.x < place.maxX && place.x < seat.maxX && seat.y < place.maxY && place.y < seat.maxY
      }
      let ground = Mark.rectangle(place.inset(-0.8, 0), fill: .white, stroke: nil)
      return (isOverSeats ? [ground] : []) + [.text(Text(name, style, in: place, .centre))]
    }
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
