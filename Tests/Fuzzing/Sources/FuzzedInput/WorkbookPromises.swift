import EventFiles
import Foundation
import Localization
import Tables

/// What the reader of workbooks promises of any file and does not keep for this one; nothing when all is well.
///
/// - Parameter bytes: a workbook as it lies on a disk, or its parts as text (see ``EventFilesText``), which are packed
///   first: a fuzzer that had to keep checksums right would never reach the parts.
public func brokenPromises(ofWorkbook bytes: [UInt8]) -> [String] {
  let isText = bytes.starts(with: Array("=== ".utf8))
  let data = isText ? packed(EventFilesText(bytes).contents) : Data(bytes)
  var broken: [String] = []
  do {
    let file = try TableFile(data, name: "会议.xlsx")
    for index in file.sheets.indices.prefix(8) {
      do {
        let (table, diagnostics) = try file.read(sheet: index, source: "s")
        broken += DiagnosticPromises([:]).broken(by: diagnostics) + brokenPromises(of: table)
      } catch {
        broken += brokenPromises(of: error)
      }
    }
  } catch {
    broken += brokenPromises(of: error)
  }
  let reading = EventReader.read(workbook: data, named: "会议.xlsx", fallback: .english)
  broken += DiagnosticPromises([:]).broken(by: reading.diagnostics)
  if reading.diagnostics.contains(where: { $0.severity == .error }) == (reading.event != nil) {
    broken.append("neither an event nor an error, or both")
  }
  return broken
}

private func brokenPromises(of error: UnreadableTable) -> [String] {
  error.diagnostics.last?.severity == .error ? [] : ["refused without an error"]
}

private func brokenPromises(of table: Table) -> [String] {
  let numbers = [table.headerNumber] + table.rows.map(\.number)
  let isOrdered = !zip(numbers, numbers.dropFirst()).contains(where: >=)
  let isTrimmed = table.rows.allSatisfy { !$0.cells.isEmpty && $0.cells.last != "" }
  return (isOrdered ? [] : ["rows are out of order"]) + (isTrimmed ? [] : ["a row ends in a blank cell"])
}

/// A zip file of these parts, stored as they are.
private func packed(_ parts: [String: Data]) -> Data {
  var zip = Data()
  var directory = Data()
  let parts = parts.sorted { $0.key < $1.key }
  for (name, data) in parts {
    let offset = zip.count
    // Version, flag of UTF-8, no compression, no time, checksum, sizes, length of the name.
    let header =
      littleEndian(20, 2) + littleEndian(0x800, 2) + littleEndian(0, 2) + littleEndian(0, 4)
      + littleEndian(Int(crc32(data)), 4) + littleEndian(data.count, 4) + littleEndian(data.count, 4)
      + littleEndian(name.utf8.count, 2)
    zip += littleEndian(0x0403_4B50, 4) + header + littleEndian(0, 2) + Data(name.utf8) + data
    directory += littleEndian(0x0201_4B50, 4) + littleEndian(20, 2) + header + littleEndian(0, 2)
    directory += littleEndian(0, 2) + littleEndian(0, 2) + littleEndian(0, 2) + littleEndian(0, 4)
    directory += littleEndian(offset, 4) + Data(name.utf8)
  }
  let start = zip.count
  zip += directory + littleEndian(0x0605_4B50, 4) + littleEndian(0, 4)
  zip += littleEndian(parts.count, 2) + littleEndian(parts.count, 2) + littleEndian(directory.count, 4)
  return zip + littleEndian(start, 4) + littleEndian(0, 2)
}

private func littleEndian(_ number: Int, _ bytes: Int) -> Data {
  Data((0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) })
}

/// The checksum of zip files, ISO 3309.
private func crc32(_ data: Data) -> UInt32 {
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in data {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
  }
  return ~sum
}
