internal import ReviewModel

/// What a person reads in place of what a cell holds, in one language.
struct Wording {
  let catalogue: Catalogue
  let currency: String
  let moneyUnit: Int
  private let reps: [String: String]
  private let stages: [String: String]

  init(_ pack: ReviewPack, _ catalogue: Catalogue) {
    self.catalogue = catalogue
    currency = pack.currency
    moneyUnit = pack.moneyUnit
    reps = Dictionary(uniqueKeysWithValues: pack.repNames.map { ($0.key, "\($0.value) (\($0.key))") })
    stages = Dictionary(
      pack.stages.map { ($0.id, $0.name ?? $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// A text of a column, as shown.
  func shown(_ text: String, _ display: Column.Display) -> String {
    switch display {
    case .verbatim: text
    case .rep: reps[text] ?? text
    case .stage: stages[text] ?? text
    case .word(let vocabulary): catalogue.word(text, in: vocabulary)
    case .table: catalogue.title(of: text)
    case .input: InputKind(rawValue: text).map { catalogue.name(of: $0) } ?? text
    }
  }

  /// An amount as a sheet holds it: a binary number, divided by the display unit.
  func amount(_ sum: MoneySum) -> Double { Double(sum.hundredths) / Double(100 * moneyUnit) }

  /// In what amounts are shown.
  var unit: String { catalogue.text("workbook.unit.\(moneyUnit)", currency) }

  func label(_ column: String, _ table: TableDefinition) -> String {
    catalogue.label(of: column, in: table.id)
  }

  /// An amount for a sentence: grouped, two decimals.
  func amountText(_ sum: MoneySum) -> String {
    let hundredths = sum.hundredths.divided(by: Int128(moneyUnit))
    let text = MoneySum(hundredths: hundredths).description
    let whole = text.prefix { $0 != "." }
    let digits = Array(whole.drop { $0 == "-" })
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return (whole.first == "-" ? "-" : "") + grouped + text.dropFirst(whole.count)
  }
}
