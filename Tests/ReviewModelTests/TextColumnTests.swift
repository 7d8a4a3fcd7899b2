import ReviewModel
import Testing

@Suite("Columns of text")
struct TextColumnTests {
  @Test(
    "wide characters take two columns, marks none",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("中文", 4), ("「，」", 6), ("ｶﾞ", 2), ("Ａ", 2), ("한", 2),
      ("\u{303F}", 1), ("—…", 2), ("✅", 2), ("✓", 1), ("🚀", 2), ("🇨🇳", 2),
      ("\u{FE0F}\u{200D}\u{200B}\u{FEFF}", 0), ("辻\u{E0100}", 2), ("𠮷", 2), ("ก\u{E31}", 1),
    ])
  func columns(text: String, count: Int) {
    #expect(text.columns == count)
  }
}
