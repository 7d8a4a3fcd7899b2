package import ReviewModel

/// What the cells of an input column are (docs/inputs.md, section 4).
package enum ColumnType: Hashable, Sendable {
  case text
  case list
  case money
  case date
  case datetime
  /// A whole number; outside `range`, where there is one, it is `out-of-range`.
  case integer(in: ClosedRange<Int>? = nil)
  /// Up to six decimals.
  case number
  /// 0 … 1.
  case rate
  case flag
  case enumeration(Vocabulary)
  /// A stage of the book's own list (`stages` in review.yaml).
  case stage
  case period(PeriodForm)
}

/// Which periods a column may hold, and what a date in it stands for.
package enum PeriodForm: Hashable, Sendable {
  /// A year, quarter, month or week; a date stands for its month.
  case any
  /// A month; a date stands for its month.
  case month
  /// An ISO week; a date stands for its week.
  case week
}

/// One column of a kind of input (docs/inputs.md, section 2).
package struct ColumnSchema: Hashable, Sendable {
  /// The canonical name.
  package let id: String
  /// What its cells are.
  package let type: ColumnType
  /// Whether every file must have the column and every row a value in it.
  package let isRequired: Bool
  /// Other headers for the column, the first preferred: those that every kind has, then the kind's own.
  package let aliases: [String]

  init(_ id: String, _ type: ColumnType, _ aliases: [String], isRequired: Bool = false) {
    self.id = id
    self.type = type
    self.isRequired = isRequired
    self.aliases = aliases
  }

  /// The same column, required: the `*` of the specification.
  var required: ColumnSchema { ColumnSchema(id, type, aliases, isRequired: true) }

  /// The same column with aliases of the kind's own after those that every kind has.
  func also(_ own: String...) -> ColumnSchema {
    ColumnSchema(id, type, aliases + own, isRequired: isRequired)
  }

  /// The same column, holding periods of one form only.
  func holding(_ form: PeriodForm) -> ColumnSchema {
    ColumnSchema(id, .period(form), aliases, isRequired: isRequired)
  }
}

/// A kind of input: what its files may be called, its columns, its key.
package struct KindSchema: Hashable, Sendable {
  /// The kind; its raw value is its canonical name.
  package let kind: InputKind
  /// Other names that its files and folders go by.
  package let otherNames: [String]
  /// The columns that tell one row from another, where review.yaml does not say otherwise.
  package let key: [String]
  /// The columns in the order in which a row is checked, ``updatedColumn`` last.
  package let columns: [ColumnSchema]

  init(_ kind: InputKind, named otherNames: [String], key: [String], _ columns: [ColumnSchema]) {
    self.kind = kind
    self.otherNames = otherNames
    self.key = key
    self.columns = columns + [.updated]
  }

  /// Whether a column holds times of day.
  package var hasTimes: Bool { columns.contains { $0.type == .datetime } }

  /// The position of a column among `columns`.
  package func index(of column: String) -> Int? { columns.firstIndex { $0.id == column } }

  /// The position of `updated`, which every kind has, among `columns`.
  package var updatedColumn: Int {
    let last = columns.count - 1
    precondition(columns[last].id == "updated")
    return last
  }

  /// The schema of a kind.
  package static func of(_ kind: InputKind) -> KindSchema {
    switch kind {
    case .reps: reps
    case .customers: customers
    case .products: products
    case .calendar: calendar
    case .targets: targets
    case .commitments: commitments
    case .leads: leads
    case .dailyReports: dailyReports
    case .visits: visits
    case .visitPlans: visitPlans
    case .weeklyPlans: weeklyPlans
    case .orders: orders
    case .collections: collections
    case .receivables: receivables
    case .contracts: contracts
    case .events: events
    }
  }
}
