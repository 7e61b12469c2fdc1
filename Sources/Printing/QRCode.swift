import CPango
import CQREncode
public import Foundation

/// A QR code of error correction M, by libqrencode.
public struct QRCode: Sendable, Hashable {
  /// Modules of a side.
  public let side: Int
  /// Whether each module is dark, row by row.
  public let isDark: [Bool]

  /// The code of a text; nothing where the text is empty or too long for one.
  public init?(_ text: String) {
    guard !text.isEmpty, let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let count = Int(code.pointee.width)
    side = count
    isDark = (0..<count * count).map { code.pointee.data[$0] & 1 == 1 }
  }
}

/// A signature that tells a code of ours from one that somebody made up.
public enum Signature {
  /// HMAC-SHA256 of a text in hexadecimal digits (RFC 2104), by GLib.
  public static func hmac(of text: String, key: [UInt8]) -> String {
    let bytes = Array(text.utf8)
    guard
      let digits = g_compute_hmac_for_data(
        G_CHECKSUM_SHA256, key, gsize(key.count), bytes, gsize(bytes.count))
    else { return "" }
    defer { g_free(digits) }
    return String(cString: digits)
  }

  /// SHA-256 of bytes in hexadecimal digits, by GLib.
  public static func digest(of data: Data) -> String {
    data.withUnsafeBytes { bytes in
      guard
        let digits = g_compute_checksum_for_data(
          G_CHECKSUM_SHA256, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), gsize(bytes.count))
      else { return "" }
      defer { g_free(digits) }
      return String(cString: digits)
    }
  }
}
