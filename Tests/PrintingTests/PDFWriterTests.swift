import Foundation
import Printing
import Testing

@Suite("A PDF")
struct PDFWriterTests {
  private static let page = Page(
    Size(100, 50),
    [
      .text(Text("王建国 Ada 12", TextStyle(.song, 12), in: Rectangle(10, 10, 60, 8))),
      .text(Text("第二排", TextStyle(.hei, 12, bold: true), in: Rectangle(10, 20, 60, 8))),
      .rectangle(Rectangle(80, 10, 10, 10), fill: .grey(0.5), stroke: Stroke(0.2)),
    ])

  @Test func `It has the same bytes each time, whatever the time of the day`() async throws {
    let first = try pdf(Self.page, Self.page)
    try await Task.sleep(for: .milliseconds(1_100))
    #expect(try pdf(Self.page, Self.page) == first)
  }

  @Test func `Its fonts are embedded, and only what is used of them`() throws {
    let data = try pdf(Self.page)
    let fonts = try Poppler.run("pdffonts", "FILE", on: data).split(separator: "\n").dropFirst(2)
    #expect(fonts.count >= 2)
    // Of each font: embedded, subset, and with the characters of its glyphs.
    for font in fonts { #expect(font.contains(/yes +yes +yes/), "\(font)") }
    // Whole, the fonts of a page take many megabytes.
    #expect(data.count < 200_000)
  }

  @Test func `Its pages have the sizes that are asked for`() throws {
    let information = try Poppler.run(
      "pdfinfo", "-f", "1", "-l", "2", "FILE", on: pdf(Page(.a4), Page(.a4.turned)))
    #expect(information.contains(/Page +1 size: +595.2\d* x 841.8\d* pts/))
    #expect(information.contains(/Page +2 size: +841.8\d* x 595.2\d* pts/))
  }

  @Test(arguments: [1, 3, 40, 400])
  func `Text that is too wide is squeezed into its box and all of it is there`(repeats: Int) throws {
    let name = String(repeating: "阿不都", count: repeats)
    let box = Rectangle(20, 20, 30, 8)
    let words = try Poppler.words(
      of: pdf(Page(.a4, [.text(Text(name, TextStyle(.song, 12), in: box, .centre))])))
    #expect(words.map(\.text).joined() == name)
    for word in words {
      #expect(word.left >= (box.x - 0.5) / 25.4 * 72 && word.right <= (box.maxX + 0.5) / 25.4 * 72)
    }
  }

  @Test(arguments: [
    "བཀྲ་ཤིས་དོན་གྲུབ།", "扎西·བསྟན་འཛིན།", "ئابدۇراخمان", "王ئابدۇراخمان", "ᠪᠠᠶᠠᠷᠮᠠᠭᠨᠠᠢ", "Nguyễn Ứng Thuỵ", "王芳（女）",
  ])
  func `Names of every script lie in their line and touch no other`(name: String) throws {
    #expect(Typesetter().charactersWithoutFont(in: name).isEmpty)
    let box = Rectangle(10, 20, 80, 10)
    let page = Page(Size(100, 50), [.text(Text(name, TextStyle(.song, 20), in: box, .centre))])
    // The rows of dots that are not white, five to a millimetre.
    let rows = try Poppler.run(
      "sh", "-c",
      "pdftoppm -r 127 -gray FILE FOLDER/page && tail -c 125000 FOLDER/page*.pgm | od -An -v -tu1 -w500",
      on: pdf(page)
    ).split(separator: "\n").map { $0.split(separator: " ").contains { Int($0)! < 128 } }
    #expect(rows.count == 250)
    let (first, last) = try (#require(rows.firstIndex(of: true)), #require(rows.lastIndex(of: true)))
    #expect(first >= 100 && last < 150, "from \(first) to \(last)")
    #expect(last - first > 15)
  }

  @Test func `Ideographs that are too wide are made narrow, letters smaller before they are thin`() throws {
    let box = Rectangle(20, 20, 30, 20)
    func height(_ name: String) throws -> Double {
      let page = Page(.a4, [.text(Text(name, TextStyle(.song, 40), in: box))])
      return try Poppler.words(of: pdf(page)).map { $0.bottom - $0.top }.max() ?? 0
    }
    // Both are a third too wide and more: 40 millimetres or about.
    #expect(try abs(height("王建国") - height("王")) < 0.5)
    #expect(try height("Mmmm") < height("M") * 0.95)
  }

  @Test func `A window shows what of a drawing lies in it, in its place`() throws {
    let texts = (0..<4).map { number in
      Mark.text(Text("第\(number)", TextStyle(.song, 12), in: Rectangle(Double(number) * 60, 10, 40, 8)))
    }
    let page = Page(.a4, [.window(texts, of: Rectangle(50, 0, 120, 30), at: Point(10, 50))])
    #expect(page.texts.map(\.string) == ["第1", "第2"])
    let words = try Poppler.words(of: pdf(page)).filter {
      $0.left < 130 / 25.4 * 72 && $0.right > 10 / 25.4 * 72
    }
    #expect(words.map(\.text) == ["第1", "第2"])
    #expect(abs(words[0].left - 20 / 25.4 * 72) < 1)
  }

  @Test func `What is turned stands on its head in the same place`() throws {
    let box = Rectangle(10, 10, 40, 20)
    let text = Mark.text(Text("前", TextStyle(.song, 20), in: box))
    let upright = try #require(try Poppler.words(of: pdf(Page(.a4, [text]))).first)
    let turned = try #require(try Poppler.words(of: pdf(Page(.a4, [.turned([text], in: box)]))).first)
    #expect(turned.text == "前")
    #expect(abs(upright.left + turned.right - 2 * box.midX / 25.4 * 72) < 2)
  }

  @Test func `A code is read by another reader as it was written`() throws {
    let text = "P1.N0001.0a1b2c3d"
    let code = try #require(QRCode(text))
    let data = try pdf(Page(Size(40, 40), [.code(code, in: Rectangle(5, 5, 30, 30))]))
    let read = try Poppler.run(
      "sh", "-c", "pdftoppm -png -r 200 FILE FOLDER/page && zbarimg -q --raw FOLDER/page*.png", on: data)
    #expect(read == text + "\n")
    #expect(QRCode(String(repeating: "长", count: 2_000)) == nil)
    #expect(QRCode("") == nil)
  }

  /// RFC 4231, test case 2.
  @Test func `Signatures are those of the standard`() {
    #expect(
      Signature.hmac(of: "what do ya want for nothing?", key: Array("Jefe".utf8))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }
}

@Suite("A typesetter")
struct TypesetterTests {
  private let style = TextStyle(.song, 10)

  @Test func `An ideograph is one em wide, in every face`() {
    let typesetter = Typesetter()
    for face in Typeface.allCases {
      let style = TextStyle(face, 20)
      #expect(abs(typesetter.width(of: "会议", style) - 2 * style.em) < 0.02, "\(face)")
    }
  }

  @Test func `Lines are no wider than they may be, and nothing is lost between them`() {
    let typesetter = Typesetter()
    for text in ["县人民代表大会常务委员会副主任兼秘书长", "Deputy Director of the Standing Committee", "x"] {
      let lines = typesetter.lines(of: text, style, width: 22)
      #expect(lines.joined() == text)
      #expect(
        lines.allSatisfy { typesetter.width(of: $0.trimmingCharacters(in: .whitespaces), style) <= 22.01 })
    }
  }

  @Test func `An apostrophe between letters is as narrow as letters are`() {
    let typesetter = Typesetter()
    #expect(typesetter.width(of: "O’Brien", style) - typesetter.width(of: "OBrien", style) < style.em * 0.5)
  }

  @Test func `Words are not broken, even one that is wider than a line`() {
    let typesetter = Typesetter()
    let words = ["王芳、", "阿不都热合曼·买买提、", "李伟、", "张三"]
    let lines = typesetter.lines(ofWords: words, style, width: 16)
    #expect(lines == ["王芳、", "阿不都热合曼·买买提、", "李伟、", "张三"] || lines == ["王芳、", "阿不都热合曼·买买提、", "李伟、张三"])
    #expect(typesetter.lines(ofWords: [], style, width: 16) == [""])
  }

  @Test func `Characters that no font has are named, once each`() {
    let typesetter = Typesetter()
    #expect(typesetter.charactersWithoutFont(in: "王建国 Ada 12号·") == [])
    #expect(typesetter.charactersWithoutFont(in: "王\u{F0123}芳\u{F0123}") == ["\u{F0123}"])
  }
}
