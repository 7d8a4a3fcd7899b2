import Foundation
import ReviewModel
import Testing

@Suite("Catalogues")
struct CatalogueTests {
  @Test(
    "every line is blank, a comment, or a key with a value that is not empty", arguments: Language.allCases)
  func lines(language: Language) throws {
    var keys: Set<String> = []
    for (index, line) in try lines(of: language).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      try #require(parts.count == 2 && parts.allSatisfy { !$0.isEmpty }, "line \(index + 1): \(line)")
      #expect(keys.insert(parts[0]).inserted, "line \(index + 1): \(parts[0]) a second time")
    }
    #expect(keys == Catalogue(language).keys)
  }

  @Test("the three catalogues have the same keys", arguments: Language.allCases)
  func sameKeys(language: Language) {
    let expected = Catalogue(.simplifiedChinese).keys
    let keys = Catalogue(language).keys
    #expect(keys.subtracting(expected).sorted() == [])
    #expect(expected.subtracting(keys).sorted() == [])
  }

  @Test("what a catalogue does not say is nil where it may be missing, else its key")
  func missing() {
    let catalogue = Catalogue(.english)
    #expect(catalogue.sentence(ifAny: "deck.nothing")?.with([]) == nil)
    #expect(catalogue.sentence(ifAny: "form.yes")?.with([]) == "yes")
    #expect(catalogue.text("deck.nothing") == "deck.nothing")
    #expect(catalogue.currency("XTS") == "XTS")
    #expect(MoneyUnit(1, currency: "XTS", catalogue).currency == "XTS")
  }

  @Test("the contract has 64 tables") func tables() {
    #expect(Set(Contract.columns.map(\.table)).count == 64)
  }

  @Test("every table has a title of its own that fits a sheet's name", arguments: Language.allCases)
  func titles(language: Language) {
    let catalogue = Catalogue(language)
    var titles: Set<String> = []
    for (table, _) in Contract.columns {
      let title = catalogue.title(of: table)
      #expect(title != table)
      #expect(title.utf16.count <= 31, "\(title)")
      #expect(titles.insert(title).inserted, "\(title) is the title of two tables")
      #expect(!catalogue.about(table).isEmpty, "\(table)")
    }
  }

  @Test("every column has a label that no other column of its table has", arguments: Language.allCases)
  func labels(language: Language) {
    let catalogue = Catalogue(language)
    for (table, columns) in Contract.columns {
      var labels: Set<String> = []
      for column in columns {
        let label = catalogue.label(of: column, in: table)
        #expect(label != column, "\(table) \(column)")
        #expect(labels.insert(label).inserted, "\(table): two columns are labelled \(label)")
      }
    }
  }

  @Test("no catalogue names a table or column that the contract does not know")
  func nothingElse() {
    var known: Set<String> = []
    for (table, columns) in Contract.columns {
      known.formUnion(["table.\(table)", "about.\(table)"])
      for column in columns {
        known.formUnion(["column.\(column)", "column.\(table).\(column)", "formula.\(table).\(column)"])
      }
    }
    let named = Catalogue(.english).keys.filter { key in
      ["table.", "about.", "column.", "formula."].contains { key.hasPrefix($0) }
    }
    #expect(named.subtracting(known).sorted() == [])
  }

  @Test("every closed set is worded whole")
  func words() {
    var sets = [
      "promise_kind": ["order", "collection"],
      "outcome": ["kept", "partial", "slipped", "missed", "lost", "vanished"],
      "table_status": ["ok", "empty", "no-input"],
      "band": ["A", "B", "C", "80%"],
      "cadence": ["M", "W", "M W"],
      "breakdown_status": ["ok", "over", "short"],
      "dimension": [
        "all", "source", "industry", "product", "province", "rep", "competitor", "customer_class",
      ],
      "match_reason": ["province", "industry", "product", "grade", "conversion"],
      "finding": FindingCode.allCases.map(\.rawValue),
      "source": ["orders", "collections", "leads", "daily-reports", "gross-profit", "none"],
      "severity": ["1", "2", "3"],
      "claim_kind": ["order-not-booked", "advanced-without-visit", "backfilled", "copied-text"],
      "anomaly_kind": [
        "vanished-lead", "key-lead-stale", "rep-idle", "past-due-date", "unassigned-lead", "no-target",
        "overdue-task", "unplanned", "unreviewed-report",
      ],
      "todo_kind": [
        "overdue-task", "overdue-invoice", "past-due-order", "silent-lead", "renewal", "due-bid",
        "due-order", "due-collection", "revisit",
      ],
    ]
    let vocabularies: [Vocabulary] = [
      .customerClass, .chance, .metric, .attendance, .purpose, .eventKind, .eventStatus,
    ]
    for vocabulary in vocabularies { sets[vocabulary.id] = vocabulary.words.map(\.canonical) }
    let worded = Catalogue(.english).keys.filter { $0.hasPrefix("word.") }
    #expect(worded == Set(sets.flatMap { set, words in words.map { "word.\(set).\($0)" } }))
  }

  @Test("every section and input kind has a name", arguments: Language.allCases)
  func names(language: Language) {
    let catalogue = Catalogue(language)
    for section in Section.allCases { #expect(catalogue.name(of: section) != section.rawValue) }
    for kind in InputKind.allCases { #expect(catalogue.name(of: kind) != kind.rawValue) }
  }

  @Test("a column's label is its table's own where the meaning differs")
  func ownLabel() {
    let catalogue = Catalogue(.simplifiedChinese)
    #expect(catalogue.label(of: "name", in: "ledger") == "项目名称")
    #expect(catalogue.label(of: "name", in: "rep-month") == "姓名")
    #expect(catalogue.title(of: "class-month") == "指名/非指名客户达成")
  }

  @Test("what the catalogue does not know stands as it is")
  func unknown() {
    let catalogue = Catalogue(.english)
    #expect(catalogue.title(of: "no-such-table") == "no-such-table")
    #expect(catalogue.label(of: "no_such_column", in: "ledger") == "no_such_column")
    #expect(catalogue.word("S4-x", in: "chance") == "S4-x")
    #expect(catalogue.about("no-such-table").isEmpty)
  }

  private func lines(of language: Language) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Sources/ReviewModel/Catalogues/\(language.rawValue).catalogue")
    return try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }
}
