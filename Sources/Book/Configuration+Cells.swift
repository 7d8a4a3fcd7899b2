internal import ReviewModel

/// A text of review.yaml that is read in the place of a cell.
struct ConfigurationCell {
  let kind: InputKind
  let column: String
  let text: String
  /// Whether a cell without a value may be meant.
  let mayBeBlank: Bool
  let value: ConfigurationValue
}

extension Configuration {
  /// Reports the texts that are no values of their columns: no row could be read with them.
  func check(_ cells: [ConfigurationCell], with reader: inout ConfigurationReader) {
    for cell in cells {
      let schema = KindSchema.of(cell.kind)
      guard let column = schema.columns.first(where: { $0.id == cell.column }) else { continue }
      let formats = options(of: cell.kind).dateFormats(of: column.id)
      var recipe = ColumnRecipe(column, field: -1)
      recipe.type = ValueReader(
        column.type, dates: DateReader(formats: formats), stages: StageMatcher(stages), clock: .utc)
      guard let code = recipe.fault(of: cell.text), code != .missingRequired || !cell.mayBeBlank else {
        continue
      }
      reader.report(
        "\(quoted(cell.text)) is no value of \(column.id)", at: cell.value,
        remedy: remedy(for: code, column.type, cell.text))
    }
  }

  private func remedy(for code: FindingCode, _ type: ColumnType, _ text: String) -> String {
    let words = type.words(stages)
    guard words.isEmpty else { return hint(for: text, among: words) }
    return type.remedy(for: code, stages: stages, Catalogue(.english))
  }
}
