internal import Book
internal import FlatFiles
internal import ReviewModel

/// Reads the rows that stand within those of one file, for one worker.
protocol NestedReader: AnyObject {
  /// The number that the positions of the rows carry.
  var number: Int { get }
  var tally: FileTally { get }
  /// Reads the rows within a block of rows of which `fates` says what became.
  func read(_ block: borrowing RowBlock, fates: [RowFate], _ references: inout References)
}

/// Reads rows of one kind within those of one file: visits within daily reports.
final class NestedRowReader<Maker: RecordMaker>: NestedReader {
  let number: Int
  private(set) var tally = FileTally()
  private let file: String
  private let outerFile: Int
  private let asOf: Day
  private let maker: Maker
  private let records: NestedRecords<Maker.Record>
  private let keys: KeyEncoder
  private let updated: Int
  private var decoder: RowDecoder

  init(
    _ nested: OpenFile.NestedRows, of file: OpenFile, _ making: Making,
    into records: NestedRecords<Maker.Record>
  ) {
    let schema = nested.recipe.schema
    number = nested.number
    self.file = nested.input.path
    outerFile = file.number
    self.records = records
    asOf = making.period.asOf
    maker = Maker(ColumnPlaces(schema: schema, making: making))
    keys = KeyEncoder(making.configuration.key(of: schema), of: schema)
    updated = schema.updatedColumn
    decoder = RowDecoder(nested.recipe)
  }

  /// A row that is wrong in itself is rejected, whatever its outer row; those of a future row are future with it.
  func read(_ block: borrowing RowBlock, fates: [RowFate], _ references: inout References) {
    var waiting = NestedRecords<Maker.Record>.Waiting()
    var marked = block.marks[...]
    var key = KeyBytes()
    // The place of a row among those of its outer row; a position tells the first thousand apart.
    var (outer, part) = (-1, 0)
    block.withRows { bytes, fields, rows in
      tally.rows += rows.count
      for row in rows {
        part = outer == Int(row.position) ? part + 1 : 0
        outer = Int(row.position)
        let own = marked.prefix { $0.field < row.firstField + row.fieldCount }
        marked = marked.dropFirst(own.count)
        let position = Position(file: number, line: row.line, part: min(part, Position.lastPart))
        if let failure = decoder.decode(row, bytes, fields, marks: own) {
          tally.reject(failure, file: file, at: position)
          continue
        }
        let values = decoder.values
        let version = Version(updated: values.optionalDay(updated), position: position)
        let record = maker.record(values, version, &references)
        let day = version.updated.day ?? maker.day(of: record)
        if fates[outer] == .future || day.map({ $0 > asOf }) ?? false {
          tally.future += 1
          continue
        }
        let outerRow = fates[outer] == .counts ? Position(file: outerFile, line: row.line) : nil
        keys.withKey(of: values, maker.dimensions(of: record), &key) {
          waiting.append(record, key: $0, outer: outerRow)
        }
      }
    }
    records.add(waiting)
  }
}
