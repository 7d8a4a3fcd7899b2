package import ReviewModel

/// A blank sheet for people to fill in: what its columns are called, and what may stand in them.
package struct Form: Sendable {
  /// One column.
  package struct Column: Sendable {
    /// The name, as input files have it.
    package let header: String
    /// What belongs into the column.
    package let note: String
    /// Whether every row needs a value.
    package let isRequired: Bool
    /// What may be entered.
    package let entry: Entry

    /// A column.
    package init(header: String, note: String, isRequired: Bool, entry: Entry) {
      self.header = header
      self.note = note
      self.isRequired = isRequired
      self.entry = entry
    }
  }

  /// What may be entered in a column.
  package enum Entry: Sendable {
    case text
    /// One of these words; others too, after a question, where the list is open.
    case word([String], isOpen: Bool)
    case period(Period)
    case date
    case datetime
    case money
    case integer(ClosedRange<Int>?)
    case number
    case rate
  }

  /// Which periods may be entered, as text.
  package enum Period: Sendable {
    /// `2026`, `2026-Q4`, `2026-10`, `2026-W43`.
    case any
    /// `2026-W43`.
    case week
  }

  /// What the form is for; the name of its sheet.
  package let title: String
  /// What the names of its files begin with, so that they are taken for what they are.
  package let fileName: String
  /// The columns, in order.
  package let columns: [Column]
  /// The language of what stands around them.
  package let language: Language

  /// A form.
  package init(title: String, fileName: String, columns: [Column], language: Language) {
    self.title = title
    self.fileName = fileName
    self.columns = columns
    self.language = language
  }
}
