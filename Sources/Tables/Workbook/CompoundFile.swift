import Foundation

/// The streams of a compound file, the container of `.xls` workbooks and of files that open with a password.
///
/// Microsoft, [MS-CFB]: Compound File Binary File Format. A file's own word for its lengths is not trusted: a chain of
/// sectors ends after as many as the file has.
struct CompoundFile {
  private struct Entry {
    let name: String
    let start: Int
    let size: Int
  }

  /// The first sector of no chain and of the end of one.
  private static let lastSector = 0xFFFF_FFFA

  private let bytes: Data
  private let sectorShift: Int
  private let smallShift: Int
  private let smallStreamLimit: Int
  private var nextSector: [Int] = []
  private var nextSmallSector: [Int] = []
  private var smallSectors: Data = Data()
  private var entries: [Entry] = []

  /// Reads the directory of a file; nothing where it is no compound file or a damaged one.
  init?(_ data: Data) {
    bytes = data
    guard data.count >= 512, let shift = data.number(at: 30, size: 2),
      let small = data.number(at: 32, size: 2),
      let limit = data.number(at: 56, size: 4), 7...16 ~= shift, 4..<shift ~= small
    else { return nil }
    (sectorShift, smallShift, smallStreamLimit) = (shift, small, limit)
    nextSector = numbers(inSectors: tableSectors())
    guard let directory = data.number(at: 48, size: 4), let smallTable = data.number(at: 60, size: 4) else {
      return nil
    }
    let listing = chain(from: directory, longest: .max)
    var root: Entry?
    for place in stride(from: 0, to: listing.count - 127, by: 128) {
      guard let entry = Self.entry(listing, at: place) else { continue }
      if listing.number(at: place + 66, size: 1) == 5 { root = root ?? entry } else { entries.append(entry) }
    }
    guard let root else { return nil }
    nextSmallSector = numbers(in: chain(from: smallTable, longest: .max))
    smallSectors = chain(from: root.start, longest: root.size)
  }

  /// Whether there is a stream of this name.
  func has(_ name: String) -> Bool { entries.contains { $0.name == name } }

  /// The bytes of the stream of this name; nothing where there is none.
  func stream(_ name: String) -> Data? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    guard entry.size < smallStreamLimit else { return chain(from: entry.start, longest: entry.size) }
    var stream = Data()
    var sector = entry.start
    while stream.count < entry.size, nextSmallSector.indices.contains(sector) {
      let start = sector << smallShift
      guard start < smallSectors.count, stream.count <= smallSectors.count else { break }
      stream += smallSectors[start..<min(start + 1 << smallShift, smallSectors.count)]
      sector = nextSmallSector[sector]
    }
    return stream.prefix(entry.size)
  }

  private static func entry(_ listing: Data, at place: Int) -> Entry? {
    guard let length = listing.number(at: place + 64, size: 2), 2...64 ~= length,
      let start = listing.number(at: place + 116, size: 4),
      let size = listing.number(at: place + 120, size: 4)
    else { return nil }
    let units = stride(from: 0, to: length - 2, by: 2).compactMap { listing.number(at: place + $0, size: 2) }
    return Entry(name: String(decoding: units.map { UInt16($0) }, as: UTF16.self), start: start, size: size)
  }

  /// The sectors of the table of chains: the first 109 stand in the header, further ones in sectors of their own.
  private func tableSectors() -> [Int] {
    var sectors = (0..<109).compactMap { bytes.number(at: 76 + 4 * $0, size: 4) }
    var list = bytes.number(at: 68, size: 4) ?? Self.lastSector
    let perSector = 1 << (sectorShift - 2)
    var left = bytes.count >> sectorShift
    while list < Self.lastSector, left > 0 {
      let numbers = numbers(inSectors: [list])
      guard numbers.count == perSector else { break }
      sectors += numbers.dropLast()
      list = numbers[perSector - 1]
      left -= 1
    }
    return sectors.filter { $0 < Self.lastSector }
  }

  private func sector(_ number: Int) -> Data? {
    let start = (number + 1) << sectorShift
    guard number >= 0, number < 1 << 32, start < bytes.count else { return nil }
    return bytes[(bytes.startIndex + start)..<(bytes.startIndex + min(start + 1 << sectorShift, bytes.count))]
  }

  private func chain(from first: Int, longest: Int) -> Data {
    var result = Data()
    var number = first
    while result.count < longest, result.count <= bytes.count, let sector = sector(number) {
      result += sector
      guard nextSector.indices.contains(number) else { break }
      number = nextSector[number]
    }
    return longest < result.count ? result.prefix(longest) : result
  }

  private func numbers(inSectors sectors: [Int]) -> [Int] {
    // A hostile file may name one sector again and again.
    sectors.prefix(bytes.count >> sectorShift + 1).flatMap { sector($0).map { numbers(in: $0) } ?? [] }
  }

  private func numbers(in data: Data) -> [Int] {
    stride(from: 0, to: data.count - 3, by: 4).compactMap { data.number(at: $0, size: 4) }
  }
}

extension Data {
  /// The number of so many bytes, the lowest first, at a distance from the beginning; nothing beyond the end.
  func number(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset + size <= count else { return nil }
    var number = 0
    for place in 0..<size { number |= Int(self[startIndex + offset + place]) << (8 * place) }
    return number
  }
}
