import Foundation
import PackWriters
import ReviewModel
import Testing

@Suite("review.xlsx")
struct WorkbookTests {
  @Test("look")
  func look() throws {
    for (name, language, unit) in [("a", Language.simplifiedChinese, 1), ("b", .english, 10_000)] {
      let w = try WorkbookWriter.write(
        pack: Fixture.pack(language: language, moneyUnit: unit), catalogue: Catalogue(language),
        to: "/tmp/wbk/\(name).xlsx", temporaryFolder: "/tmp/wbk")
      print(w)
    }
  }
}
