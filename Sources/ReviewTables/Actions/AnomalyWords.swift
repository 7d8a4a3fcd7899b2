internal import Facts
internal import ReviewModel

/// What a person should know of an anomaly to ask the question, in one language.
struct AnomalyWords: Sendable {
  /// By kind.
  private let sentences: [Sentence]
  private let neverHeardOf: String
  private let none: String
  private let unit: MoneyUnit

  init(_ catalogue: Catalogue, _ unit: MoneyUnit) {
    self.unit = unit
    sentences = Anomaly.Kind.allCases.map { catalogue.sentence("anomaly.\($0.word)") }
    neverHeardOf = catalogue.text("anomaly.rep-idle.never")
    none = catalogue.text("none")
  }

  func detail(of anomaly: Anomaly, in review: ReviewContext) -> String {
    switch anomaly.subject {
    case .lead(let number):
      let row = review.lead(number).row
      let name =
        review.facts.leads.name(number) ?? review.customerName(row.dimensions.customer, row.customerName)
      let stage = review.facts.leads.stages[row.stage]
      return say(
        anomaly.kind, name, "\(unit.text(MoneySum(row.amount))) \(unit.name)", stage.name ?? stage.id,
        row.expectedOrderOn.day?.description)
    case .task(let plan): return say(anomaly.kind, plan.week.description, plan.due.day?.description)
    case .rep:
      switch anomaly.kind {
      // The contract wants the bare number here.
      case .unreviewedReport: return "\(anomaly.count)"
      case .repIdle: return anomaly.days.map { say(anomaly.kind, "\($0)") } ?? neverHeardOf
      default: return say(anomaly.kind, "\(anomaly.count)")
      }
    }
  }

  private func say(_ kind: Anomaly.Kind, _ arguments: String?...) -> String {
    sentences[kind.rawValue].with(arguments.map { $0 ?? none })
  }
}
