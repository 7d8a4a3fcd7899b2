internal import Facts
internal import ReviewModel

/// What a person should know of an anomaly to ask the question, in one language.
///
/// There may be as many anomalies as leads, so sentences are kept as bytes and in parts: a piece of text, or the number
/// of an argument.
struct AnomalyWords: Sendable {
  private struct Part: BitwiseCopyable {
    /// The blank one where an argument stands.
    var text = Symbol.blank
    var argument: Int8 = -1
  }

  private let texts: Symbols
  /// The parts of all kinds' sentences, and by kind where its own stand.
  private let parts: [Part]
  private let places: [Range<Int>]
  private let neverHeardOf: Symbol
  private let none: Symbol
  private let unit: MoneyUnit
  private let unitName: Symbol
  /// By stage.
  private let stages: [Symbol]

  init(_ catalogue: Catalogue, _ unit: MoneyUnit, _ stages: [Stage]) {
    let table = SymbolTable()
    var parts: [Part] = []
    places = Anomaly.Kind.allCases.map { kind in
      let start = parts.count
      catalogue.sentence("anomaly.\(kind.word)").forEachPart {
        parts.append(Part(text: table.symbol($0)))
      } argument: {
        parts.append(Part(argument: Int8($0)))
      }
      return start..<parts.count
    }
    self.parts = parts
    neverHeardOf = table.symbol(catalogue.text("anomaly.rep-idle.never"))
    none = table.symbol(catalogue.text("none"))
    self.unit = unit
    unitName = table.symbol(unit.name)
    self.stages = stages.map { table.symbol($0.name ?? $0.id) }
    texts = table.frozen()
  }

  /// Puts the detail of an anomaly.
  func put(detailOf anomaly: Anomaly, into cells: inout RowCells, _ review: ReviewContext) {
    let start = cells.ownTextCount
    if anomaly.kind == .unreviewedReport {
      // The contract wants the bare number here.
      cells.extendText("\(anomaly.count)")
    } else if anomaly.kind == .repIdle, anomaly.days == nil {
      cells.extendText(texts.bytes(neverHeardOf))
    } else {
      // By place: a slice would be counted for every row.
      for place in places[anomaly.kind.rawValue] {
        let part = parts[place]
        if part.argument < 0 {
          cells.extendText(texts.bytes(part.text))
        } else if !extend(&cells, Int(part.argument), of: anomaly, review) {
          cells.extendText(texts.bytes(none))
        }
      }
    }
    cells.putText(from: start)
  }

  /// Adds an argument of an anomaly's sentence; false where there is none.
  private func extend(
    _ cells: inout RowCells, _ argument: Int, of anomaly: Anomaly, _ review: ReviewContext
  ) -> Bool {
    func extend(_ day: Day?) -> Bool {
      if let day { cells.extendText(day.description) }
      return day != nil
    }
    switch anomaly.subject {
    case .lead(let number):
      let lead = review.lead(number)
      switch argument {
      case 0:
        let name = review.leadWords.name(number)
        let customer = review.customer(lead.row.dimensions.customer, named: lead.row.customerName)
        cells.extendText(name.isEmpty ? review.facts.symbols.bytes(customer) : name)
        return !name.isEmpty || !customer.isBlank
      case 1:
        cells.extendText(unit.text(MoneySum(lead.row.amount)))
        cells.extendText(" ")
        cells.extendText(texts.bytes(unitName))
      case 2: cells.extendText(texts.bytes(stages[Int(lead.row.stage)]))
      default: return extend(lead.expectedOrderOn.day)
      }
    case .task(let place):
      let plan = review.facts.weeklyPlans[place]
      if argument == 1 { return extend(plan.due.day) }
      cells.extendText(plan.week.description)
    case .rep: cells.extendText("\(anomaly.kind == .repIdle ? anomaly.days ?? 0 : anomaly.count)")
    }
    return true
  }
}
