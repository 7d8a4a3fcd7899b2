package import ReviewModel

extension ColumnType {
  /// What would be right in a cell of the type, in the words of a catalogue.
  ///
  /// - Parameters:
  ///   - code: what is wrong with the cell.
  ///   - stages: the book's.
  package func remedy(for code: FindingCode, stages: [Stage], _ catalogue: Catalogue) -> String {
    let key = "remedy.\(code.rawValue)"
    switch (code, self) {
    case (.badEnum, _): return catalogue.text(key, words(stages).joined(separator: ", "))
    case (.badPeriod, .period(.month)): return catalogue.text(key + ".month")
    case (.badPeriod, .period(.week)): return catalogue.text(key + ".week")
    case (.badNumber, .integer): return catalogue.text(key + ".integer")
    case (.badNumber, .rate), (.outOfRange, .rate): return catalogue.text("remedy.rate")
    case (.outOfRange, .money): return catalogue.text(key + ".money")
    case (.outOfRange, .integer(let range?)):
      return catalogue.text(key + ".integer", String(range.lowerBound), String(range.upperBound))
    default: return catalogue.text(key)
    }
  }

  /// The words of a closed set.
  func words(_ stages: [Stage]) -> [String] {
    switch self {
    case .enumeration(let vocabulary): vocabulary.words.map(\.canonical)
    case .stage: stages.map(\.id)
    default: []
    }
  }
}
