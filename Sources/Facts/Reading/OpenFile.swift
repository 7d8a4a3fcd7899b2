internal import Book
internal import FlatFiles
internal import Glibc
internal import ReviewModel

/// An input file ready to be read: its columns found, its rows not yet touched.
struct OpenFile: Sendable {
  /// The number that positions carry.
  let number: Int
  let input: InputFile
  let reader: any RowFile
  let recipe: RowRecipe
  /// The visits that its rows may hold: only JSON files of daily reports can.
  let nested: NestedRows?
  private let plan: HeaderPlan
  private let options: Configuration.InputOptions
  /// In bytes, as it lies on disk.
  let size: Int

  /// Rows within rows, counted as those of a file of their own.
  struct NestedRows: Sendable {
    /// The number that their positions carry: the one after the file's.
    let number: Int
    let input: InputFile
    let recipe: RowRecipe
    fileprivate let options: Configuration.InputOptions
  }

  /// No export has as many columns; a file that has more was cut at the wrong places.
  static let mostColumns = 4096

  /// Whether the rows of a file may hold visits.
  static func mayHoldVisits(_ input: InputFile) -> Bool {
    input.kind == .dailyReports && (input.format == .json || input.format == .jsonLines)
  }

  /// Opens a file of a book, checks its encoding and finds its columns.
  ///
  /// - Throws: every file error of it.
  init(
    _ input: InputFile, number: Int, book: String, _ configuration: Configuration, clock: ZoneClock
  ) throws(FileErrors) {
    self.number = number
    self.input = input
    let path = book + "/" + input.path
    let schema = KindSchema.of(input.kind)
    let options = configuration.options(of: input.kind)
    self.options = options
    do {
      let visits = Self.mayHoldVisits(input) ? configuration.forVisitsInReports : nil
      reader = try input.open(at: path, options, visits: visits?.options(of: .visits))
      let headerCount: Int
      switch reader.header {
      case .row(let names, let line):
        guard names.count <= Self.mostColumns else {
          throw FileError(
            file: input.path, line: line, problem: "the header row has \(names.count) columns",
            remedy: "at most \(Self.mostColumns) are read; is the delimiter the right one?")
        }
        plan = try HeaderPlan(
          headers: names, schema: schema, options: options, file: input.path, line: line)
        headerCount = names.count
      case .members:
        plan = HeaderPlan(inOrderOf: schema)
        headerCount = schema.columns.count
      }
      recipe = RowRecipe(
        schema, header: plan, headerCount: headerCount, configuration, clock: clock, dates: reader.dateSystem)
      nested = visits.map { configuration in
        let schema = KindSchema.of(.visits)
        return NestedRows(
          number: number + 1, input: InputFile(path: input.path, kind: .visits, format: input.format),
          recipe: RowRecipe(
            schema, header: HeaderPlan(inOrderOf: schema), headerCount: schema.columns.count, configuration,
            clock: clock), options: configuration.options(of: .visits))
      }
    } catch let error as FileError {
      throw FileErrors([error])
    } catch let error as HeaderError {
      let search = HeaderSearch(schema: schema, options: options, file: input.path)
      throw FileErrors(
        search.elsewhere { options throws(FileError) in
          try input.open(at: path, options)
        }.map { [$0] } ?? error.problems)
    } catch {
      throw FileErrors([FileError(file: input.path, problem: "\(error)", remedy: "")])
    }
    var status = stat()
    size = stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// About how many rows the file has at least: few rows of text are longer than 128 bytes by much. A guess too high
  /// would cost memory, one too low costs time.
  var leastRows: Int { size / 128 }

  /// Headers that lost a column to a better one. Of a file without a header row they are known when it has been read.
  var findings: [Finding] {
    guard let file = reader as? any MemberFile else { return plan.findings }
    return HeaderPlan.findings(file.members, of: recipe.schema, file: input.path)
  }

  /// Members of nested rows that lost a column to a better one.
  var nestedFindings: [Finding] {
    guard let file = reader as? any MemberFile, let nested else { return [] }
    return HeaderPlan.findings(file.nestedMembers, of: nested.recipe.schema, file: input.path)
  }

  /// What review.yaml maps a column to and no object of the file has, when it has been read; of a file with a header
  /// row that stops it from being opened.
  var missingMembers: [FileError] {
    guard let file = reader as? any MemberFile else { return [] }
    let own = HeaderPlan.missing(
      file.members, of: recipe.schema, options: options, file: input.path, object: "object")
    guard let nested else { return own }
    return own
      + HeaderPlan.missing(
        file.nestedMembers, of: nested.recipe.schema, options: nested.options, file: input.path,
        object: "visit")
  }

  /// Headers that no column is read from.
  var unread: [UnreadHeader] {
    guard let file = reader as? any MemberFile else { return plan.unread }
    let own = HeaderPlan.unread(file.members, of: recipe.schema, file: input.path)
    guard let nested else { return own }
    return own + HeaderPlan.unread(file.nestedMembers, of: nested.recipe.schema, file: input.path)
  }
}

extension Configuration {
  /// How visits are read that stand in daily reports: what they take from the report is written as there.
  fileprivate var forVisitsInReports: Configuration {
    let reports = options(of: .dailyReports)
    var visits = options(of: .visits)
    for column in ["rep_id", "date", "updated"] {
      if visits.values[column] == nil { visits.values[column] = reports.values[column] }
      if visits.constants[column] == nil { visits.constants[column] = reports.constants[column] }
    }
    if visits.dateFormats.isEmpty && visits.columnDateFormats.isEmpty {
      visits.dateFormats = reports.dateFormats
      visits.columnDateFormats = reports.columnDateFormats
    }
    var configuration = self
    configuration.inputs[.visits] = visits
    return configuration
  }
}
