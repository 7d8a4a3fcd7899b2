internal import Book
internal import Glibc
internal import ReviewModel

/// The key of a row in bytes: equal for rows of one key, whatever worker reads them.
///
/// A key of one text column is that text. Any other is made of its columns one after another: references and the
/// unit of a target as symbols, since keys are compared after references are resolved; other text with a zero byte
/// behind it, which no text holds; everything else as its eight bytes.
struct KeyEncoder: Sendable {
  private enum Part {
    case text(Int)
    case scalar(Int)
    case rep, customer, unit
  }

  private let parts: [Part]
  /// The place of the only column, where the key is one text; -1 elsewhere.
  private let onlyText: Int

  /// An encoder for the key columns; none of them: every row counts by itself.
  init(_ columns: [String], of schema: KindSchema) {
    let isMaster = [.reps, .customers, .products, .calendar].contains(schema.kind)
    let isPlan = schema.kind == .targets || schema.kind == .commitments
    let parts: [Part] = columns.compactMap { column in
      guard let place = schema.index(of: column) else { return nil }
      switch (column, schema.columns[place].type) {
      case ("rep_id", _) where !isMaster: return .rep
      case ("customer_id", _) where !isMaster: return .customer
      case ("business_unit", _) where isPlan: return .unit
      case (_, .text), (_, .list): return .text(place)
      default: return .scalar(place)
      }
    }
    self.parts = parts
    if parts.count == 1, case .text(let place) = parts[0] { onlyText = place } else { onlyText = -1 }
  }

  /// Lends the key of a row; `key` is room for one that is no single text.
  @inline(__always)
  func withKey(
    of values: RowValues, _ dimensions: @autoclosure () -> Dimensions, _ key: inout KeyBytes,
    _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    if onlyText >= 0 {
      body(values.text(onlyText))
    } else {
      encode(values, dimensions(), into: &key)
      body(key.bytes)
    }
  }

  /// Writes the key of a row over `key`; empty where every column of it is blank.
  func encode(_ values: RowValues, _ dimensions: Dimensions, into key: inout KeyBytes) {
    key.removeAll()
    var isBlank = true
    for part in parts {
      switch part {
      case .text(let place):
        let text = values.text(place)
        isBlank = isBlank && text.isEmpty
        key.append(text)
        key.append(UInt8(0))
      case .scalar(let place):
        let value = values.value(place)
        isBlank = isBlank && value == nil
        key.append(value ?? .min)
      case .rep: isBlank = append(dimensions.rep, to: &key) && isBlank
      case .customer: isBlank = append(dimensions.customer, to: &key) && isBlank
      case .unit: isBlank = append(dimensions.businessUnit, to: &key) && isBlank
      }
    }
    if isBlank { key.removeAll() }
  }

  /// Appends a symbol; says whether it is blank.
  private func append(_ symbol: Symbol, to key: inout KeyBytes) -> Bool {
    key.append(symbol.number)
    return symbol.isBlank
  }
}

/// A key in the making: its memory is kept from row to row.
struct KeyBytes: ~Copyable {
  private var start: UnsafeMutableRawPointer
  private var count = 0
  private var capacity = 256

  init() { start = resized(nil, to: capacity) }

  deinit { free(start) }

  var isEmpty: Bool { count == 0 }

  /// The bytes of the key; valid until it is changed.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  mutating func removeAll() { count = 0 }

  mutating func append(_ text: UnsafeRawBufferPointer) {
    reserve(text.count)
    if let base = text.baseAddress { memcpy(start + count, base, text.count) }
    count += text.count
  }

  @inline(__always)
  mutating func append(_ value: some FixedWidthInteger & BitwiseCopyable) {
    let size = value.bitWidth / 8
    reserve(size)
    (start + count).storeBytes(of: value, as: type(of: value))
    count += size
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    start = resized(start, to: capacity)
  }
}
