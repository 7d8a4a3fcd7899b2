package import FlatFiles
package import ReviewModel

/// Fields to typed values, and the first thing wrong with a row (docs/inputs.md, sections 4 and 5).
///
/// A decoder belongs to one worker and one file. It allocates nothing for a row, and it touches only the columns that
/// the file has: the words of the others stay blank.
package struct RowDecoder: ~Copyable {
  /// Why a row is rejected.
  package struct Failure: Hashable, Sendable {
    /// What kind of mistake it is.
    package let code: FindingCode
    /// The canonical column; nil where the finding is of the whole row.
    package let column: String?
    /// What stands there; nil where there is nothing to show.
    package let text: String?
  }

  /// One column of the file, in a form that is copied without counting references.
  private struct Step: BitwiseCopyable {
    enum Operation: UInt8, BitwiseCopyable {
      case text, money, isoDate, integer, number, time, word, other
    }

    var operation: Operation
    var isRequired: Bool
    /// The place among the row's fields; -1 where only a constant fills the column.
    var field: Int32
    /// The column's place in the schema.
    var column: Int32
    /// The number of a column of words, for its memo.
    var memo: Int32 = 0
    /// The reader of a column of times, which `columns` holds.
    var times: Unmanaged<DatetimeReader>?
  }

  private let columns: UnsafeMutablePointer<ColumnRecipe>
  private let columnCount: Int
  private let steps: UnsafeMutableBufferPointer<Step>
  private var memos: WordMemos
  private let firstDays = DayScanner.firstDays
  private let headerCount: Int
  private let scalars: UnsafeMutablePointer<Int64>
  private let texts: UnsafeMutablePointer<FieldBytes>
  /// The values of the row decoded last.
  package let values: RowValues
  /// Whether a field of the rows to come may hold U+0000: said once a block, so that not every text is searched.
  package var mayHoldNUL = true

  /// A decoder of the rows of one file.
  ///
  /// - Parameter recipe: what the columns of the file are, made once for all workers.
  package init(_ recipe: RowRecipe) {
    columnCount = recipe.columns.count
    columns = .allocate(capacity: columnCount)
    for (index, column) in recipe.columns.enumerated() { (columns + index).initialize(to: column) }
    headerCount = recipe.headerCount
    let count = recipe.columns.count
    scalars = .allocate(capacity: count)
    texts = .allocate(capacity: count)
    scalars.initialize(repeating: .min, count: count)
    texts.initialize(repeating: FieldBytes(start: nil, count: 0), count: count)
    values = RowValues(scalars: scalars, texts: texts)
    var steps: [Step] = []
    var words: Int32 = 0
    for (index, column) in recipe.columns.enumerated() where column.field >= 0 || column.constant != nil {
      var step = Step(
        operation: .other, isRequired: column.isRequired, field: Int32(column.field), column: Int32(index))
      if column.isPlain {
        switch column.type {
        case .text: step.operation = .text
        case .money: step.operation = .money
        case .date(let reader) where reader.formats.isEmpty: step.operation = .isoDate
        case .integer(nil): step.operation = .integer
        case .number: step.operation = .number
        case .datetime(let reader):
          step.operation = .time
          step.times = .passUnretained(reader)
        case .word, .stage, .flag:
          step.operation = .word
          step.memo = words
          words += 1
        default: break
        }
      }
      steps.append(step)
    }
    memos = WordMemos(columns: Int(words))
    self.steps = .allocate(capacity: steps.count)
    _ = self.steps.initialize(from: steps)
  }

  deinit {
    columns.deinitialize(count: columnCount)
    columns.deallocate()
    scalars.deallocate()
    texts.deallocate()
    steps.deallocate()
  }

  /// Decodes a row into `values`; says why where it must be rejected.
  @inline(__always)
  package mutating func decode(
    _ row: RowEntry, _ bytes: UnsafeRawBufferPointer, _ fields: UnsafeBufferPointer<FieldRange>
  ) -> Failure? {
    let (first, count) = (Int(row.firstField), Int(row.fieldCount))
    if count > headerCount, let failure = surplus(first, count, bytes, fields) { return failure }
    guard let base = bytes.baseAddress else { return nil }
    for step in steps {
      var source = FieldBytes(start: nil, count: 0)
      let field = Int(step.field)
      if field >= 0, field < count {
        // In bounds: the row's fields are those from `first` to `first + count`, and each lies within `bytes`.
        let range = fields[first + field]
        source = FieldBytes(start: base + Int(range.start), count: Int(range.end &- range.start))
      }
      if read(source, step) { continue }
      // The quick way did not do: the column's own rules say what the field is, or what is wrong with it.
      // In its place: a copy would count the references that it holds.
      let column = Int(step.column)
      if let code = (columns + column).pointee.read(source, &scalars[column], &texts[column]) {
        let isCutOff = code == .missingRequired && field >= count
        return failure(isCutOff ? .tooFewFields : code, (columns + column).pointee.column, source)
      }
    }
    return nil
  }

  /// Decodes a row of which some fields are not simply text. Of all that is wrong with it the first in the order of the
  /// columns counts, and what a field is stands after its length and after U+0000.
  @inline(never)
  package mutating func decode(
    _ row: RowEntry, _ bytes: UnsafeRawBufferPointer, _ fields: UnsafeBufferPointer<FieldRange>,
    marks: ArraySlice<FieldMark>
  ) -> Failure? {
    func text(_ mark: FieldMark) -> String {
      mark.text.text(in: bytes)
    }
    if let broken = marks.first(where: { $0.kind == .brokenRow }) {
      return Failure(code: .badJSON, column: nil, text: text(broken))
    }
    let failure = decode(row, bytes, fields)
    var misplaced: (column: Int, mark: FieldMark)?
    for mark in marks {
      let field = Int(mark.field - row.firstField)
      guard let column = column(forField: field, mark.kind), column < misplaced?.column ?? .max else {
        continue
      }
      misplaced = (column, mark)
    }
    guard let (column, mark) = misplaced else { return failure }
    if let failure {
      let place = (0..<columnCount).first { columns[$0].column == failure.column }
      guard let place, place >= column else { return failure }
      if place == column, failure.code == .tooLong || failure.code == .nul { return failure }
    }
    return Failure(code: .badJSON, column: columns[column].column, text: text(mark))
  }

  /// The first column that reads the field and cannot hold what the mark says it is.
  private func column(forField field: Int, _ kind: FieldMark.Kind) -> Int? {
    (0..<columnCount).first { place in
      guard columns[place].field == field else { return false }
      switch kind {
      case .structure: return true
      case .list: return !columns[place].isList
      case .errorCell, .brokenRow: return false
      }
    }
  }

  /// The column that a field is read into; nil where nobody reads it.
  package func column(ofField field: Int) -> String? {
    (0..<columnCount).first { columns[$0].field == field }.map { columns[$0].column }
  }

  /// Reads the fields that most fields are like; false for those that want the column's own rules.
  @inline(__always)
  private mutating func read(_ source: FieldBytes, _ step: Step) -> Bool {
    let column = Int(step.column)
    if step.operation == .text {
      guard source.count <= TextTrim.longest, !mayHoldNUL else { return false }
      let text = TextTrim.trim(source)
      texts[column] = text
      return !(step.isRequired && text.isEmpty)
    }
    if source.isEmpty, step.operation != .other {
      scalars[column] = .min
      return !step.isRequired
    }
    switch step.operation {
    case .money:
      guard let value = Scalar.plainMoney(source) else { return false }
      scalars[column] = value
      return true
    case .integer:
      guard let value = Scalar.plainInteger(source) else { return false }
      scalars[column] = value
      return true
    case .number:
      guard let value = Scalar.plainNumber(source) else { return false }
      scalars[column] = value
      return true
    case .time:
      // Spaces around a time are trimmed, but not every number of them is allowed.
      guard source.count <= TextTrim.longest, let times = step.times else { return false }
      let value = times._withUnsafeGuaranteedRef { $0.read(source) }
      guard !value.isFailure, !value.isBlank else { return false }
      scalars[column] = value.raw
      return true
    case .isoDate:
      guard source.count == 10, let day = DayScanner.isoDay(source, firstDays: firstDays) else {
        return false
      }
      scalars[column] = Int64(day.number)
      return true
    case .word:
      guard let word = ShortWord(source) else { return false }
      if let code = memos[step.memo, word] {
        scalars[column] = code
        return true
      }
      return learn(source, word, step)
    default: return false
    }
  }

  /// Reads a word that has not come yet in this column and, where it is one, remembers it.
  @inline(never)
  private mutating func learn(_ source: FieldBytes, _ word: ShortWord, _ step: Step) -> Bool {
    let column = Int(step.column)
    let value = (columns + column).pointee.type.read(source)
    guard !value.isFailure, !value.isBlank else { return false }
    memos.learn(value.raw, step.memo, word)
    scalars[column] = value.raw
    return true
  }

  @inline(never)
  private func failure(_ code: FindingCode, _ column: String, _ source: FieldBytes) -> Failure {
    Failure(
      code: code, column: column,
      text: code == .missingRequired || code == .tooFewFields ? nil : String(decoding: source, as: UTF8.self))
  }

  /// The first field beyond the header that is not blank.
  @inline(never)
  private func surplus(
    _ first: Int, _ count: Int, _ bytes: UnsafeRawBufferPointer, _ fields: UnsafeBufferPointer<FieldRange>
  ) -> Failure? {
    for field in headerCount..<count {
      let range = fields[first + field]
      let source = FieldBytes(rebasing: bytes[Int(range.start)..<Int(range.end)])
      if TextTrim.trim(source).isEmpty { continue }
      return Failure(code: .tooManyFields, column: nil, text: String(decoding: source, as: UTF8.self))
    }
    return nil
  }
}

/// The words met in columns of words, with their codes: eight sets of four a column.
private struct WordMemos: ~Copyable {
  private struct Entry {
    var word: ShortWord?
    var code: Int64 = 0
  }

  private let entries: UnsafeMutablePointer<Entry>

  init(columns: Int) {
    entries = .allocate(capacity: columns * 32)
    entries.initialize(repeating: Entry(), count: columns * 32)
  }

  deinit { entries.deallocate() }

  /// The set in which a word stands, if it has come.
  @inline(__always)
  private func set(_ column: Int32, _ word: ShortWord) -> UnsafeMutablePointer<Entry> {
    // In bounds: three bits choose among the eight sets of the column.
    entries + (Int(column) * 32 + word.scattered(to: 3) * 4)
  }

  subscript(column: Int32, word: ShortWord) -> Int64? {
    @inline(__always)
    get {
      let set = set(column, word)
      for place in 0..<4 where set[place].word == word { return set[place].code }
      return nil
    }
  }

  /// Remembers a word in place of the one that was learnt first.
  func learn(_ code: Int64, _ column: Int32, _ word: ShortWord) {
    let set = set(column, word)
    for place in (1..<4).reversed() { set[place] = set[place - 1] }
    set[0] = Entry(word: word, code: code)
  }
}
