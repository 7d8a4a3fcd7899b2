internal import Facts
internal import ReviewModel

/// What a person should know of an anomaly to ask the question, in one language.
struct AnomalyWords: Sendable {
  /// By kind.
  private let sentences: [Sentence]
  private let neverHeardOf: String
  private let none: String
  private let unit: MoneyUnit
  /// By stage.
  private let stages: [String]

  init(_ catalogue: Catalogue, _ unit: MoneyUnit, _ stages: [Stage]) {
    self.unit = unit
    self.stages = stages.map { $0.name ?? $0.id }
    sentences = Anomaly.Kind.allCases.map { catalogue.sentence("anomaly.\($0.word)") }
    neverHeardOf = catalogue.text("anomaly.rep-idle.never")
    none = catalogue.text("none")
  }

  /// Puts the detail of an anomaly.
  func put(detailOf anomaly: Anomaly, into cells: inout RowCells, _ review: ReviewContext) {
    let start = cells.ownTextCount
    switch anomaly.subject {
    case .lead(let number):
      let row = review.lead(number).row
      say(anomaly.kind, &cells) { argument, cells in
        switch argument {
        case 0:
          let name = review.leadWords.name(number)
          let customer = review.customer(row.dimensions.customer, named: row.customerName)
          cells.extendText(name.isEmpty ? review.facts.symbols.bytes(customer) : name)
          return !name.isEmpty || !customer.isBlank
        case 1: cells.extendText("\(unit.text(MoneySum(row.amount))) \(unit.name)")
        case 2: cells.extendText(stages[Int(row.stage)])
        default:
          guard let day = row.expectedOrderOn.day else { return false }
          cells.extendText(day.description)
        }
        return true
      }
    case .task(let plan):
      say(anomaly.kind, &cells) { argument, cells in
        if argument == 0 {
          cells.extendText(plan.week.description)
        } else if let due = plan.due.day {
          cells.extendText(due.description)
        } else {
          return false
        }
        return true
      }
    case .rep:
      let number = anomaly.kind == .repIdle ? anomaly.days : anomaly.count
      if let number {
        // The contract wants the bare number of reports.
        if anomaly.kind == .unreviewedReport {
          cells.extendText("\(number)")
        } else {
          say(anomaly.kind, &cells) { _, cells in
            cells.extendText("\(number)")
            return true
          }
        }
      } else {
        cells.extendText(neverHeardOf)
      }
    }
    cells.putText(from: start)
  }

  /// The sentence of a kind; `put` adds an argument, or says that there is none.
  private func say(
    _ kind: Anomaly.Kind, _ cells: inout RowCells, put: (Int, inout RowCells) -> Bool
  ) {
    sentences[kind.rawValue].forEachPart {
      cells.extendText($0)
    } argument: { argument in
      if !put(argument, &cells) { cells.extendText(none) }
    }
  }
}
