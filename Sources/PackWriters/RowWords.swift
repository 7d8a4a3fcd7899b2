internal import ReviewModel

/// The words of rows for machines, in memory that is large enough for a row before it begins: so that nothing that is
/// put looks whether there is room, of five million cells of a ledger.
struct RowWords: ~Copyable {
  /// What a cell needs at most besides the bytes of its text: 39 digits of 128 bits, a sign, a point, quotes and a
  /// separator.
  private static let mostOfCell = 48
  /// What a byte of text becomes at most: `\u001f`.
  private static let mostOfByte = 6
  /// What stands around the cells of a row at most.
  private static let mostAround = 16

  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  /// No words, in memory for `capacity` bytes to begin with.
  init(capacity: Int = 1 << 12) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// The words that were put; valid until more are put.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

  /// Forgets what was put.
  mutating func removeAll() { count = 0 }

  /// The words that were put, to be handed on.
  consuming func taken() -> Taken {
    let taken = Taken(memory, count)
    discard self
    return taken
  }

  /// Words that nobody changes any more.
  final class Taken: @unchecked Sendable {
    // @unchecked: the memory is this object's alone and only read.
    private let memory: UnsafeMutablePointer<UInt8>
    private let count: Int

    fileprivate init(_ memory: UnsafeMutablePointer<UInt8>, _ count: Int) {
      self.memory = memory
      self.count = count
    }

    deinit { memory.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }
  }

  /// Makes room for a row.
  @inline(__always)
  mutating func makeRoom(for cells: borrowing RowCells) {
    makeRoom(cells.count * Self.mostOfCell + cells.textCount * Self.mostOfByte + Self.mostAround)
  }

  /// Makes room for so many bytes.
  @inline(__always)
  mutating func makeRoom(_ needed: Int) {
    if count + needed > capacity { grow(needed) }
  }

  @inline(never)
  private mutating func grow(_ needed: Int) {
    capacity = max(capacity * 2, count + needed)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }

  // Everything below writes in bounds: `makeRoom` has made room for the most that a row can need.

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    memory[count] = byte
    count += 1
  }

  /// ASCII of up to a few bytes, between or around cells.
  @inline(__always)
  mutating func put(_ text: StaticString) {
    (memory + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    count += text.utf8CodeUnitCount
  }

  /// UTF-8 as it stands.
  mutating func put(_ text: UnsafeRawBufferPointer) {
    guard let base = text.baseAddress else { return }
    UnsafeMutableRawPointer(memory + count).copyMemory(from: base, byteCount: text.count)
    count += text.count
  }

  /// A text within a string of JSON, where nothing of it has to be escaped; otherwise nothing is put.
  ///
  /// Most texts are of eight to thirty bytes: they are looked at and copied eight at a time, the last eight once more
  /// where they are no multiple.
  @inline(__always)
  mutating func putPlain(_ text: UnsafeRawBufferPointer) -> Bool {
    guard text.count >= 8, let start = text.baseAddress else { return putShort(text) }
    let place = UnsafeMutableRawPointer(memory + count)
    let last = text.count - 8
    var offset = 0
    while true {
      let bytes = start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if JSONText.hasSpecial(bytes) { return false }
      place.storeBytes(of: bytes, toByteOffset: offset, as: UInt64.self)
      if offset == last { break }
      offset = min(offset + 8, last)
    }
    count += text.count
    return true
  }

  /// A text of less than eight bytes.
  @inline(__always)
  private mutating func putShort(_ text: UnsafeRawBufferPointer) -> Bool {
    for offset in 0..<text.count {
      let byte = text[offset]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
      memory[count + offset] = byte
    }
    count += text.count
    return true
  }

  /// `units` × 10^-`decimals` in digits, with exactly `decimals` of them after the point.
  @inline(__always)
  mutating func put(units: Int128, decimals: Int) {
    guard let units = Int64(exactly: units) else { return putWide(units, decimals) }
    if units < 0 { put(UInt8(ascii: "-")) }
    var rest = units.magnitude
    let start = memory + count
    let length = max(Self.digitCount(rest), decimals + 1) + (decimals > 0 ? 1 : 0)
    // From the last digit to the first, two at a time.
    var place = start + length
    if decimals > 0 {
      for _ in 0..<decimals / 2 { Self.putPair(&rest, before: &place) }
      if decimals % 2 == 1 { Self.putDigit(&rest, before: &place) }
      place -= 1
      place.pointee = UInt8(ascii: ".")
    }
    while place - start > 1 { Self.putPair(&rest, before: &place) }
    if place > start { Self.putDigit(&rest, before: &place) }
    count += length
  }

  @inline(never)
  private mutating func putWide(_ units: Int128, _ decimals: Int) {
    for byte in Figure(units: units, decimals: decimals).description.utf8 { put(byte) }
  }

  /// `2026-10-31`.
  mutating func put(_ day: Day) {
    let (year, month, dayOfMonth) = day.components
    var place = memory + count + 10
    func put(_ number: Int) {
      var rest = UInt64(truncatingIfNeeded: number)
      Self.putPair(&rest, before: &place)
    }
    func putDash() {
      place -= 1
      place.pointee = UInt8(ascii: "-")
    }
    put(dayOfMonth)
    putDash()
    put(month)
    putDash()
    put(year % 100)
    put(year / 100)
    count += 10
  }

  private static let pairs: StaticString = """
    0001020304050607080910111213141516171819\
    2021222324252627282930313233343536373839\
    4041424344454647484950515253545556575859\
    6061626364656667686970717273747576777879\
    8081828384858687888990919293949596979899
    """

  @inline(__always)
  private static func putPair(_ rest: inout UInt64, before place: inout UnsafeMutablePointer<UInt8>) {
    let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
    place -= 2
    // In bounds: a remainder of 100 has one of a hundred pairs.
    place.update(from: pairs.utf8Start + Int(pair) * 2, count: 2)
    rest = quotient
  }

  @inline(__always)
  private static func putDigit(_ rest: inout UInt64, before place: inout UnsafeMutablePointer<UInt8>) {
    let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
    place -= 1
    place.pointee = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
    rest = quotient
  }

  /// How many digits a number has.
  @inline(__always)
  private static func digitCount(_ number: UInt64) -> Int {
    var (rest, count) = (number, 1)
    while rest >= 10_000 {
      rest /= 10_000
      count += 4
    }
    return count + (rest >= 1000 ? 3 : rest >= 100 ? 2 : rest >= 10 ? 1 : 0)
  }
}
