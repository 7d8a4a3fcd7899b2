package import FlatFiles
package import ReviewModel

/// Fields to typed values, and the first thing wrong with a row (docs/inputs.md, sections 4 and 5).
///
/// A decoder belongs to one worker and one file. It allocates nothing for a row.
package struct RowDecoder: ~Copyable {
  /// Why a row is rejected.
  package struct Failure: Hashable, Sendable {
    package let code: FindingCode
    /// The canonical column; nil where the finding is of the whole row.
    package let column: String?
    package let text: String?
  }

  private let schema: KindSchema
  private let steps: [ColumnStep]
  private let headerCount: Int
  /// The required columns with their places in the file, in the order of the schema.
  private let required: [(column: String, field: Int, isFilled: Bool)]
  private let scalars: UnsafeMutablePointer<Int64>
  private let texts: UnsafeMutablePointer<FieldBytes>
  /// The values of the row decoded last.
  package let values: RowValues

  /// A decoder of the rows of one file.
  ///
  /// - Parameter recipe: what the columns of the file are, made once for all workers.
  package init(_ recipe: RowRecipe) {
    schema = recipe.schema
    steps = recipe.steps
    headerCount = recipe.headerCount
    required = recipe.steps.filter { $0.isRequired }.map { ($0.column, $0.field, $0.constant != nil) }
    scalars = .allocate(capacity: recipe.steps.count)
    texts = .allocate(capacity: recipe.steps.count)
    scalars.initialize(repeating: .min, count: recipe.steps.count)
    texts.initialize(repeating: FieldBytes(start: nil, count: 0), count: recipe.steps.count)
    values = RowValues(scalars: scalars, texts: texts)
  }

  deinit {
    scalars.deallocate()
    texts.deallocate()
  }

  /// Decodes a row into `values`; says why where it must be rejected.
  package mutating func decode(
    _ row: RowEntry, _ bytes: UnsafeRawBufferPointer, _ fields: UnsafeBufferPointer<FieldRange>
  ) -> Failure? {
    let first = Int(row.firstField)
    let count = Int(row.fieldCount)
    if count != headerCount, let failure = shape(first, count, bytes, fields) { return failure }
    for index in steps.indices {
      let field = steps[index].field
      var source = FieldBytes(start: nil, count: 0)
      if field >= 0, field < count {
        // In bounds: the row's fields are those from `first` to `first + count`, and each lies within `bytes`.
        let range = fields[first + field]
        source = FieldBytes(rebasing: bytes[Int(range.start)..<Int(range.end)])
      }
      if let code = steps[index].read(source, &scalars[index], &texts[index]) {
        let isMissing = code == .missingRequired
        return Failure(
          code: code, column: steps[index].column,
          text: isMissing ? nil : String(decoding: source, as: UTF8.self))
      }
    }
    return nil
  }

  /// What is wrong with a row of more or fewer fields than the header has.
  private func shape(
    _ first: Int, _ count: Int, _ bytes: UnsafeRawBufferPointer, _ fields: UnsafeBufferPointer<FieldRange>
  ) -> Failure? {
    if count > headerCount {
      for field in headerCount..<count {
        let range = fields[first + field]
        let source = FieldBytes(rebasing: bytes[Int(range.start)..<Int(range.end)])
        if TextTrim.trim(source).isEmpty { continue }
        return Failure(code: .tooManyFields, column: nil, text: String(decoding: source, as: UTF8.self))
      }
      return nil
    }
    let cutOff = required.first { $0.field >= count && !$0.isFilled }
    return cutOff.map { Failure(code: .tooFewFields, column: $0.column, text: nil) }
  }
}
