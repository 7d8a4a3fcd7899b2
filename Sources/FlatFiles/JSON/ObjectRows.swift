internal import CSimdJSON

/// Turns elements of JSON into rows (docs/inputs.md, section 5). One thread at a time.
///
/// A string becomes its text and a number its digits as they are written, `null` and an empty array become blanks. An
/// array of strings is marked as a list, any other array and any object as a structure, and an element of which no row
/// can be made is a row of one field marked as broken.
struct ObjectRows {
  private var outer: MemberChoice
  private var inner: MemberChoice
  /// The place in the outer row of what a field of a nested row inherits; -1 where it inherits nothing.
  private var heir: [Int]
  /// The fields of the nested block that hold what the outer row hands down; -1 where none does yet.
  private var legacies: [Int]
  /// The joined strings of a list.
  private var joined: [UInt8] = []

  init(members: MemberPlan, nested: NestedPlan?, noteLimit: Int) {
    outer = MemberChoice(members, isNested: nested?.isNested, noteLimit: noteLimit)
    let within = nested?.members ?? MemberPlan(fieldCount: 0) { _ in [] }
    inner = MemberChoice(within, isNested: nil, noteLimit: noteLimit)
    heir = Array(repeating: -1, count: within.fieldCount)
    legacies = heir
    for pair in nested?.inherited ?? [] {
      heir[pair.nested] = pair.outer
    }
  }

  /// What has been seen of members that no field took, of rows and of nested rows.
  var notes: (rows: MemberNotes, nested: MemberNotes) { (outer.notes, inner.notes) }

  /// Adds the row of an element to `block`, and the rows within it to `nested`.
  mutating func add(
    _ values: JSONElement, line: Int, position: UInt64, to block: inout RowBlock, nested: inout RowBlock
  ) {
    let isObject = values[0].kind == CSIMDJSON_OBJECT
    if isObject { outer.choose(among: values, of: 0, line: line) }
    guard isObject, !outer.isAmbiguous, outer.nested.map({ values[$0].mayHoldRows }) ?? true else {
      return block.appendBroken(values[0].writtenBytes, line: line, position: position)
    }
    guard outer.hasContent else { return }
    if let array = outer.nested { addNested(values, in: array, line: line, row: block.rowCount, to: &nested) }
    // By place: an iterator would keep the array alive, at the cost of a reference count a row.
    for place in outer.chosen.indices {
      append(outer.chosen[place], of: values, to: &block)
    }
    block.endRow(line: line, position: position, hasMore: true)
  }

  /// Adds the rows of the array that is the value `array` of `values`.
  private mutating func addNested(
    _ values: JSONElement, in array: Int, line: Int, row: Int, to nested: inout RowBlock
  ) {
    for place in legacies.indices {
      legacies[place] = -1
    }
    var object = array + 1
    let end = Int(values[array].end)
    while object < end {
      let isObject = values[object].kind == CSIMDJSON_OBJECT
      if isObject { inner.choose(among: values, of: object, line: line) }
      if !isObject || inner.isAmbiguous {
        nested.appendBroken(values[object].writtenBytes, line: line, position: UInt64(row))
      } else if inner.hasContent {
        for place in inner.chosen.indices {
          let value = inner.chosen[place]
          if heir[place] >= 0, value < 0 || values[value].isBlank {
            inherit(place, values, to: &nested)
          } else {
            append(value, of: values, to: &nested)
          }
        }
        nested.endRow(line: line, position: UInt64(row), hasMore: true)
      }
      object = Int(values[object].end)
    }
  }

  /// Adds the outer row's value to a nested row, and its text only once for all of them.
  private mutating func inherit(
    _ place: Int, _ values: JSONElement, to nested: inout RowBlock
  ) {
    let value = outer.chosen[heir[place]]
    // What is no value of the outer row is none of the nested one.
    guard value >= 0, !values[value].isContainer else { return append(-1, of: values, to: &nested) }
    if legacies[place] < 0 {
      legacies[place] = nested.fieldCount
      append(value, of: values, to: &nested)
    } else {
      nested.append(textOf: legacies[place])
    }
  }

  /// Adds the field that is the value `value` of `values`; a blank one for -1.
  @inline(__always)
  private mutating func append(
    _ value: Int, of values: JSONElement, to block: inout RowBlock
  ) {
    guard value >= 0, values[value].kind != CSIMDJSON_NULL else {
      return block.append(field: UnsafeRawBufferPointer(start: nil, count: 0))
    }
    if values[value].isContainer { return append(container: value, of: values, to: &block) }
    block.append(field: values[value].bytes)
  }

  private mutating func append(
    container: Int, of values: JSONElement, to block: inout RowBlock
  ) {
    let written = values[container].bytes
    guard values[container].kind == CSIMDJSON_ARRAY else {
      return block.append(field: written, as: .structure)
    }
    joined.removeAll(keepingCapacity: true)
    var value = container + 1
    let end = Int(values[container].end)
    guard value < end else {
      return block.append(field: UnsafeRawBufferPointer(start: nil, count: 0))
    }
    while value < end {
      guard values[value].kind == CSIMDJSON_STRING else {
        return block.append(field: written, as: .structure)
      }
      if value > container + 1 { joined.append(UInt8(ascii: ";")) }
      joined.append(contentsOf: values[value].bytes)
      value += 1
    }
    joined.withUnsafeBytes { block.append(field: $0, as: .list, written: written) }
  }
}

extension RowBlock {
  /// Adds a row that could not be read as one.
  mutating func appendBroken(_ text: UnsafeRawBufferPointer, line: Int, position: UInt64) {
    append(field: text, as: .brokenRow)
    endRow(line: line, position: position, hasMore: true)
  }
}

extension JSONValue {
  fileprivate var isContainer: Bool { kind == CSIMDJSON_ARRAY || kind == CSIMDJSON_OBJECT }

  /// Whether nested rows may stand here: an array, or null where there are none.
  fileprivate var mayHoldRows: Bool { kind == CSIMDJSON_ARRAY || kind == CSIMDJSON_NULL }
}
