package import FlatFiles
package import ReviewModel

/// What review.yaml says of a book, with the defaults where it says nothing (docs/inputs.md, section 7).
package struct Configuration: Hashable, Sendable {
  /// Shown on cover and deck; the book folder's name by default.
  package var organisation: String
  /// The language of labels, titles and sheet names.
  package var language = Language.simplifiedChinese
  /// Shown beside amounts; nothing is converted.
  package var currency = "CNY"
  /// The divisor of amounts in workbook and deck: 1, 1000 or 10000.
  package var moneyUnit = 1
  /// The identifier of the book's time zone.
  package var timeZone = "Asia/Shanghai"
  /// The book's fiscal years.
  package var fiscalCalendar = FiscalCalendar()
  /// The length of TOP lists.
  package var top = 20
  /// Business units in order of display; others follow by name.
  package var businessUnits: [String] = []
  /// The stages of the sales process, in order.
  package var stages = Stage.standard
  /// When something counts as overdue, silent or too much.
  package var thresholds = Thresholds()
  /// How often customers are to be revisited.
  package var revisitDays = RevisitDays()
  /// The columns of daily-reports that a complete report fills in.
  package var requiredReportFields = ["attendance", "expense", "competitor_info", "feedback", "notes"]
  /// How the files of a kind are found and read, for the kinds of which review.yaml speaks.
  package var inputs: [InputKind: InputOptions] = [:]

  /// The defaults.
  package init(organisation: String) { self.organisation = organisation }

  /// How the files of a kind are found and read.
  package func options(of kind: InputKind) -> InputOptions { inputs[kind] ?? InputOptions() }

  /// The columns that tell one row of a kind from another; none where every row counts.
  package func key(of schema: KindSchema) -> [String] { options(of: schema.kind).key ?? schema.key }

  /// Days, hours and counts beyond which something is worth a mention.
  package struct Thresholds: Hashable, Sendable {
    /// Days without an action after which an open lead is silent.
    package var silentDays = 14
    /// The same of a lead that is TOP or among the largest.
    package var keyLeadDays = 7
    /// Days without a visit, report or followed lead after which a rep is idle.
    package var repIdleDays = 7
    /// Days without an order after which a customer is lost.
    package var churnDays = 180
    /// Days before its end from which a contract is to be renewed.
    package var renewalDays = 90
    /// Hours from when a day begins within which its report is on time.
    package var reportDeadlineHours = 33
    /// Live leads from which on a rep is given no more.
    package var maxOpenLeads = 50
  }

  /// Days between two contacts with a customer.
  package struct RevisitDays: Hashable, Sendable {
    /// By the code of a word of `Vocabulary.customerClass`: strategic, top, named, channel.
    package var byClass = [30, 30, 60, 90]
    /// For customers without a class.
    package var otherwise = 90
  }

  /// How the files of one kind are found and read.
  package struct InputOptions: Hashable, Sendable {
    /// Globs over paths relative to the book, in place of discovery by name.
    package var files: [String]?
    /// The line of review.yaml where `files` stands.
    package var filesLine: Int?
    /// Leads only: whether every file is a whole ledger (`snapshots: full`).
    package var hasFullSnapshots = false
    /// The key columns in place of the schema's; empty: every row counts.
    package var key: [String]?
    /// The source header of a column, by column.
    package var columns: [String: String] = [:]
    /// What stands for a source text, by column.
    package var values: [String: [Replacement]] = [:]
    /// What fills a column that is absent and a cell that is blank, by column; text as in a cell.
    package var constants: [String: String] = [:]
    /// The date formats of the kind, tried in order before the built-in forms.
    package var dateFormats: [DateFormat] = []
    /// The date formats of single columns, in place of the kind's.
    package var columnDateFormats: [String: [DateFormat]] = [:]
    /// How its texts without a byte order mark are written; nil to find out.
    package var encoding: TextEncoding?
    /// The byte between the fields of a row; nil to find out.
    package var delimiter: UInt8?
    /// The sheet of a workbook; nil for the first.
    package var sheet: String?

    /// Nothing said: the defaults.
    package init() {}

    /// The date formats that hold in a column.
    package func dateFormats(of column: String) -> [DateFormat] {
      columnDateFormats[column] ?? dateFormats
    }
  }

  /// A trimmed source text and what is read in its place. In the order of review.yaml: to be compared by
  /// bytes, which a Dictionary of String does not.
  package struct Replacement: Hashable, Sendable {
    /// The text as it stands in a file.
    package var text: String
    /// What is read for it; empty for a blank.
    package var replacement: String
  }
}

/// Everything that is wrong with a review.yaml.
package struct ConfigurationError: Error, Hashable, Sendable {
  /// In the order of the lines.
  package let problems: [FileError]
}
