internal import ReviewKit
internal import ReviewModel

/// A table in words: what `reviewpack tables` says of it.
struct TableDescription {
  private let definition: TableDefinition
  private let catalogue: Catalogue

  init(_ definition: TableDefinition, _ catalogue: Catalogue) {
    self.definition = definition
    self.catalogue = catalogue
  }

  private var cadence: String {
    ReviewPeriod.Cadence.allCases.filter(definition.cadences.contains).map(\.rawValue).joined(separator: ", ")
  }

  var text: String {
    var lines = [
      "\(definition.id)  \(catalogue.title(of: definition.id))", catalogue.about(definition.id),
      "cadence: \(cadence)",
      "needs: \(Tables.needs(of: definition, catalogue) ?? "nothing")",
      "totals: \(definition.hasTotals ? "yes" : "no")", "",
    ]
    let rows = definition.columns.map { column in
      [
        column.id, catalogue.label(of: column.id, in: definition.id), Self.unit(of: column),
        formula(of: column),
      ]
    }
    lines += TextGrid.lines(header: ["column", "label", "unit", "formula"], rows)
    return lines.joined(separator: "\n")
  }

  var json: String {
    let columns = definition.columns.map { column in
      JSONText.object([
        ("id", JSONText.quoted(column.id)),
        ("label", JSONText.quoted(catalogue.label(of: column.id, in: definition.id))),
        ("kind", JSONText.quoted(column.kind.rawValue)), ("unit", JSONText.quoted(Self.unit(of: column))),
        ("formula", JSONText.quoted(formula(of: column))),
      ])
    }
    return JSONText.object([
      ("id", JSONText.quoted(definition.id)), ("title", JSONText.quoted(catalogue.title(of: definition.id))),
      ("about", JSONText.quoted(catalogue.about(definition.id))),
      (
        "cadence",
        JSONText.array(
          ReviewPeriod.Cadence.allCases.filter(definition.cadences.contains).map {
            JSONText.quoted($0.rawValue)
          })
      ),
      (
        "needs",
        JSONText.array(
          definition.needs.map { any in JSONText.array(any.map { JSONText.quoted($0.rawValue) }) })
      ),
      ("columns", JSONText.array(columns)),
    ])
  }

  private static func unit(of column: Column) -> String {
    switch column.kind {
    case .text: "text"
    case .money: "money, two decimals"
    case .rate: "rate, six decimals (1 is 100 %)"
    case .count: "whole number"
    case .number: "number, one decimal"
    case .date: "day, YYYY-MM-DD"
    case .datetime: "time"
    case .flag: "true or false"
    }
  }

  private func formula(of column: Column) -> String {
    switch column.derivation {
    case nil: catalogue.formula(of: column.id, in: definition.id) ?? ""
    case .ratio(let numerator, let denominator): "\(numerator) / \(denominator)"
    case .difference(let first, let second): "\(first) - \(second)"
    case .sum(let parts): parts.joined(separator: " + ")
    case .growth(let now, let then): "(\(now) - \(then)) / \(then)"
    case .portion(let part, let whole): "\(part) / (\(whole.joined(separator: " + ")))"
    }
  }
}
