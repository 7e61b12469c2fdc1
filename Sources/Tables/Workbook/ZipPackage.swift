import CZip
import Foundation

/// The parts of a zip file in memory, found by name whatever the letter case and the slash that was written.
///
/// What is unpacked is counted while it is: a few kilobytes can unpack to gigabytes, and a file's own word for its
/// size is not trusted.
final class ZipPackage {
  /// Bytes that all parts together may unpack to.
  static let unpackedLimit = 256 << 20
  /// Parts that a workbook may have.
  static let partLimit = 1_000

  private let bytes: UnsafeMutableRawBufferPointer
  private let archive: OpaquePointer
  private var entries: [String: zip_uint64_t] = [:]
  private var bytesLeft = ZipPackage.unpackedLimit

  /// Opens a zip file.
  ///
  /// - Throws: `.damagedWorkbook`, and the limits that it breaks.
  init(_ data: Data) throws(LocatedProblem) {
    bytes = .allocate(byteCount: max(data.count, 1), alignment: 1)
    data.copyBytes(to: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(data.count), 0, &error) else {
      bytes.deallocate()
      throw LocatedProblem(.damagedWorkbook)
    }
    guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      zip_source_free(source)
      bytes.deallocate()
      throw LocatedProblem(.damagedWorkbook)
    }
    self.archive = archive
    try listEntries()
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  private func listEntries() throws(LocatedProblem) {
    let count = zip_get_num_entries(archive, 0)
    guard count <= Self.partLimit else {
      throw LocatedProblem(.tooManyParts(Int(count), limit: Self.partLimit))
    }
    var unpacked: zip_uint64_t = 0
    for index in 0..<zip_uint64_t(max(count, 0)) {
      var stat = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name.map({ String(cString: $0) })
      else {
        throw LocatedProblem(.damagedWorkbook)
      }
      if stat.encryption_method != UInt16(ZIP_EM_NONE) { throw LocatedProblem(.lockedWorkbook) }
      if name.hasSuffix("/") { continue }
      guard entries.updateValue(index, forKey: Self.key(name)) == nil else {
        throw LocatedProblem(.duplicateParts, found: name)
      }
      (unpacked, _) = unpacked.addingReportingOverflow(min(stat.size, 1 << 40))
    }
    guard unpacked <= Self.unpackedLimit else {
      throw LocatedProblem(.unpacksTooLarge(limit: Self.unpackedLimit))
    }
  }

  private static func key(_ name: String) -> String {
    let path = name.replacing("\\", with: "/").lowercased()
    return path.hasPrefix("/") ? String(path.dropFirst()) : path
  }

  /// Whether there is a part of this name.
  func hasPart(_ name: String) -> Bool {
    entries[Self.key(name)] != nil
  }

  /// Unpacks a part piece by piece until it ends or `take` wants no more.
  ///
  /// - Returns: whether there is such a part.
  func unpack(
    _ name: String, _ take: (UnsafeBufferPointer<UInt8>) throws(LocatedProblem) -> Bool
  ) throws(LocatedProblem) -> Bool {
    guard let index = entries[Self.key(name)] else { return false }
    guard let part = zip_fopen_index(archive, index, 0) else { throw LocatedProblem(.damagedWorkbook) }
    defer { zip_fclose(part) }
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { piece.deallocate() }
    while true {
      let count = Int(zip_fread(part, piece.baseAddress, zip_uint64_t(piece.count)))
      guard count >= 0 else { throw LocatedProblem(.damagedWorkbook) }
      guard count > 0 else { return true }
      bytesLeft -= count
      guard bytesLeft >= 0 else { throw LocatedProblem(.unpacksTooLarge(limit: Self.unpackedLimit)) }
      guard try take(UnsafeBufferPointer(rebasing: piece[..<count])) else { return true }
    }
  }
}
