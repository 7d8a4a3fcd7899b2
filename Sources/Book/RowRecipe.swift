package import FlatFiles
internal import ReviewModel

/// How the rows of one file become values: for every column of the schema where it stands in the file, its type, and
/// what stands in for it.
package struct RowRecipe: Sendable {
  /// The kind that the rows are read as.
  package let schema: KindSchema
  /// How many fields the header has.
  let headerCount: Int
  let columns: [ColumnRecipe]

  /// The recipe for a file whose columns have been found.
  package init(
    _ schema: KindSchema, header: HeaderPlan, headerCount: Int, _ configuration: Configuration,
    clock: ZoneClock, dates system: DateSystem? = nil
  ) {
    self.schema = schema
    self.headerCount = headerCount
    let options = configuration.options(of: schema.kind)
    let stages = StageMatcher(configuration.stages)
    columns = schema.columns.enumerated().map { index, column in
      var recipe = ColumnRecipe(column, field: header.sources[index] ?? -1)
      let dates = DateReader(formats: options.dateFormats(of: column.id), system: system)
      recipe.type = ValueReader(column.type, dates: dates, stages: stages, clock: clock)
      recipe.replacements = (options.values[column.id] ?? []).map {
        (Array($0.text.utf8), Literal($0.replacement))
      }
      if let constant = options.constants[column.id] {
        recipe.constant = Literal(constant)
      }
      return recipe
    }
  }
}

/// A text of review.yaml in memory that does not move, so that values may point to it for as long as it lives.
///
/// @unchecked: the bytes are written once, in the initialiser, and only read until nobody holds the literal any more.
final class Literal: @unchecked Sendable {
  let bytes: FieldBytes

  init(_ text: String) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
    copy.copyBytes(from: text.utf8)
    bytes = FieldBytes(copy)
  }

  deinit { bytes.deallocate() }
}

/// One column of a file on its way to a value.
struct ColumnRecipe: Sendable {
  let column: String
  /// The place among the row's fields; -1 where the file lacks the column.
  let field: Int
  let isRequired: Bool
  /// Whether a cell holds any number of items.
  let isList: Bool
  var type: ValueReader
  /// Source texts and what is read in their place.
  var replacements: [(text: [UInt8], literal: Literal)] = []
  /// What is read where the cell is blank.
  var constant: Literal?

  init(_ schema: ColumnSchema, field: Int) {
    column = schema.id
    self.field = field
    isRequired = schema.isRequired
    isList = schema.type == .list
    type = .text
  }

  /// Whether a field is read as it stands.
  var isPlain: Bool { replacements.isEmpty && constant == nil }

  /// Reads a field into the column's word and text; the code where it must not stand so. Within a field: too-long,
  /// nul, missing, then type.
  func read(_ source: FieldBytes, _ scalar: inout Int64, _ text: inout FieldBytes) -> FindingCode? {
    isPlain ? readPlain(source, &scalar, &text) : readReplaced(source, &scalar, &text)
  }

  private func readPlain(_ source: FieldBytes, _ scalar: inout Int64, _ text: inout FieldBytes)
    -> FindingCode?
  {
    if case .text = type {
      text = TextTrim.trim(source)
      if text.count > 0, let fault = TextTrim.fault(in: source) { return fault.code }
      return text.isEmpty && isRequired ? .missingRequired : nil
    }
    let value = type.read(source)
    if !value.isFailure, source.count <= TextTrim.longest {
      scalar = value.raw
      return value.isBlank && isRequired ? .missingRequired : nil
    }
    if let fault = TextTrim.fault(in: source) { return fault.code }
    scalar = value.raw
    return value == .outOfRange ? .outOfRange : value == .malformed ? type.code : nil
  }

  /// As `readPlain`, with a source text replaced and a blank filled.
  private func readReplaced(
    _ source: FieldBytes, _ scalar: inout Int64, _ text: inout FieldBytes
  ) -> FindingCode? {
    if let fault = TextTrim.fault(in: source) { return fault.code }
    let trimmed = TextTrim.trim(source)
    var meant = source
    if let replacement = replacements.first(where: { $0.text.elementsEqual(trimmed) }) {
      meant = replacement.literal.bytes
    }
    let code = readPlain(meant, &scalar, &text)
    guard let constant else { return code }
    let isBlank: Bool
    if case .text = type { isBlank = text.isEmpty } else { isBlank = scalar == .min }
    return (code == nil || code == .missingRequired) && isBlank
      ? readPlain(constant.bytes, &scalar, &text) : code
  }

  /// What is wrong with a text in the place of a cell.
  func fault(of source: String) -> FindingCode? {
    var source = source
    var scalar = Int64.min
    var text = FieldBytes(start: nil, count: 0)
    return source.withUTF8 { readPlain(FieldBytes($0), &scalar, &text) }
  }
}

extension TextTrim.Fault {
  fileprivate var code: FindingCode { self == .tooLong ? .tooLong : .nul }
}
