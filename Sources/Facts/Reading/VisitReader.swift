internal import Book
internal import FlatFiles
internal import ReviewModel

/// Reads the visits that stand in the daily reports of one file, for one worker.
final class VisitReader {
  /// The number that the positions of the visits carry.
  let number: Int
  private(set) var tally = FileTally()
  private let file: String
  private let reportFile: Int
  private let asOf: Day
  private let maker: VisitMaker
  private let keys: KeyEncoder
  private let updated: Int
  private var decoder: RowDecoder

  init(
    _ nested: OpenFile.NestedRows, of file: OpenFile, _ configuration: Configuration, _ classes: ClassSymbols,
    asOf: Day
  ) {
    let schema = nested.recipe.schema
    number = nested.number
    self.file = nested.input.path
    reportFile = file.number
    self.asOf = asOf
    maker = VisitMaker(ColumnPlaces(schema: schema, classes: classes))
    keys = KeyEncoder(configuration.options(of: .visits).key ?? schema.key, of: schema)
    updated = schema.columns.count - 1
    decoder = RowDecoder(nested.recipe)
  }

  /// The visits of a block of reports of which `fates` says what became.
  ///
  /// A visit that is wrong in itself is rejected, whatever its report; those of a future report are future with it.
  func read(
    _ block: borrowing RowBlock, fates: [RowFate], _ references: inout References
  ) -> NestedVisits.Waiting {
    var waiting = NestedVisits.Waiting()
    var marked = block.marks[...]
    var key: [UInt8] = []
    // The place of a visit among those of its report; a position tells the first thousand apart.
    var (report, part) = (-1, 0)
    block.withRows { bytes, fields, rows in
      tally.rows += rows.count
      for row in rows {
        part = report == Int(row.position) ? part + 1 : 0
        report = Int(row.position)
        let own = marked.prefix { $0.field < row.firstField + row.fieldCount }
        marked = marked.dropFirst(own.count)
        if let failure = decoder.decode(row, bytes, fields, marks: own) {
          tally.reject(failure, file: file, line: row.line)
          continue
        }
        let values = decoder.values
        let version = Version(
          updated: values.optionalDay(updated),
          position: Position(file: number, line: row.line, part: min(part, Position.lastPart)))
        let visit = maker.record(values, version, &references)
        let day = version.updated.day ?? maker.day(of: visit)
        if fates[report] == .future || day.map({ $0 > asOf }) ?? false {
          tally.future += 1
          continue
        }
        keys.withKey(of: values, maker.dimensions(of: visit), &key) { waiting.visits.append(visit, key: $0) }
        waiting.reports.append(fates[report] == .counts ? Position(file: reportFile, line: row.line) : nil)
      }
    }
    return waiting
  }
}
