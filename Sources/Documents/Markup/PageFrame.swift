import Localization

/// The frame of an HTML page that needs nothing but itself: nothing is loaded, whatever its text holds.
struct PageFrame {
  /// The title, fit to be printed.
  let title: String
  /// The language of the page.
  let language: Language
  /// The digest of the one script that browsers may run on the page, base64 of SHA-256; without, they run none.
  var scriptDigest: String?

  /// Writes the page.
  ///
  /// - Parameters:
  ///   - style: writes the style sheet that follows that of all pages.
  ///   - body: writes what the page shows.
  func write(
    to writer: inout MarkupWriter, bodyAttributes: [MarkupWriter.Attribute] = [],
    style: (inout MarkupWriter) -> Void, body: (inout MarkupWriter) -> Void
  ) {
    writer.verbatim("<!DOCTYPE html>\n".utf8)
    writer.element("html", [("lang", .text(language == .chinese ? "zh-CN" : "en"))]) { writer in
      writer.element("head") { writer in
        writer.empty("meta", [("charset", "utf-8")])
        writer.empty("meta", [("http-equiv", "Content-Security-Policy"), ("content", .text(policy))])
        writer.empty("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
        writer.element("title", text: title)
        writer.element("style") { writer in
          writer.verbatim(PackageResources.Page_css)
          style(&writer)
        }
      }
      writer.element("body", bodyAttributes, body)
    }
    writer.verbatim("\n".utf8)
  }

  private var policy: String {
    let script = scriptDigest.map { "script-src 'sha256-\($0)'; " } ?? ""
    return "default-src 'none'; style-src 'unsafe-inline'; \(script)base-uri 'none'; form-action 'none'"
  }
}
