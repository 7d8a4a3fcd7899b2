internal import Book
internal import Facts
internal import Foundation
internal import ReviewModel

/// Findings for people: of one file, column and code many become one line, which says how many and where they begin.
struct FindingGroups {
  /// As many of a kind are listed one by one.
  private static let most = 5
  /// How many different texts stand for all.
  private static let examples = 3

  private struct Key: Hashable {
    let file: String
    let column: String?
    let code: FindingCode
  }

  /// The findings as they are listed: the places of those that a line is about.
  private let lines: [[Int]]
  private let findings: [Finding]
  private let catalogue: Catalogue

  init(_ findings: [Finding], _ catalogue: Catalogue) {
    self.findings = findings
    self.catalogue = catalogue
    let groups = Dictionary(grouping: findings.indices) { place in
      let finding = findings[place]
      return Key(file: finding.location.file, column: finding.location.column, code: finding.code)
    }
    lines = groups.values.flatMap { places in places.count > Self.most ? [places] : places.map { [$0] } }
      .sorted { $0[0] < $1[0] }
  }

  /// A table of findings with a row a line.
  func table(_ table: Table) -> Table {
    let columns = table.definition
    return Table(
      columns,
      rows: Rows(
        lines.map { places in
          var row = table.rows[places[0]]
          guard places.count > 1 else { return row }
          if let line = columns.index(of: "line") {
            let first = places.prefix(Self.most).map { String(findings[$0].location.line) }
            row[line] = .text(first.joined(separator: ", ") + " …")
          }
          if let text = columns.index(of: "text") {
            row[text] = .text(catalogue.text("check.rows", String(places.count), examples(places)))
          }
          return row
        }))
  }

  /// What would be right, a text a line.
  func remedies(_ remedies: Remedies) -> [String] {
    lines.map { places in remedies.remedy(forAll: places.map { findings[$0] }) }
  }

  /// Some of the different texts.
  private func examples(_ places: [Int]) -> String {
    var texts: [String] = []
    for place in places {
      guard let text = findings[place].text, !texts.contains(text) else { continue }
      guard texts.count < Self.examples else { return texts.joined(separator: ", ") + " …" }
      texts.append(text)
    }
    return texts.joined(separator: ", ")
  }
}
