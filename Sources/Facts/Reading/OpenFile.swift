internal import Book
internal import FlatFiles
internal import Glibc
internal import ReviewModel

/// An input file ready to be read: its columns found, its rows not yet touched.
struct OpenFile: Sendable {
  /// The number that positions carry.
  let number: Int
  let input: InputFile
  let reader: DelimitedFile
  let recipe: RowRecipe
  /// What its headers gave rise to.
  let findings: [Finding]
  /// Headers that no column is read from.
  let unread: [UnreadHeader]
  /// In bytes, as it lies on disk.
  let size: Int

  /// Opens a file of a book, checks its encoding and finds its columns.
  ///
  /// - Throws: every file error of it.
  init(
    _ input: InputFile, number: Int, book: String, _ configuration: Configuration, clock: ZoneClock
  ) throws(FileErrors) {
    self.number = number
    self.input = input
    let schema = KindSchema.of(input.kind)
    let options = configuration.options(of: input.kind)
    let path = book + "/" + input.path
    switch input.format {
    case .csv, .tsv: break
    case .json, .jsonLines, .xlsx:
      throw FileErrors([
        FileError(
          file: input.path, problem: "this version reads CSV and TSV only",
          remedy: "export the file as CSV in UTF-8")
      ])
    }
    do {
      reader = try DelimitedFile(
        path: path, name: input.path, delimiter: options.delimiter ?? (input.format == .tsv ? 0x09 : nil),
        encoding: options.encoding)
      let plan = try HeaderPlan(
        headers: reader.names, schema: schema, options: options, file: input.path, line: reader.headerLine)
      findings = plan.findings
      unread = plan.unread
      recipe = try RowRecipe(
        schema, header: plan, headerCount: reader.names.count, configuration, clock: clock)
    } catch let error as FileError {
      throw FileErrors([error])
    } catch let error as HeaderError {
      throw FileErrors(error.problems)
    } catch let error as ConfigurationError {
      throw FileErrors(error.problems)
    } catch {
      throw FileErrors([FileError(file: input.path, problem: "\(error)", remedy: "")])
    }
    var status = stat()
    size = stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
