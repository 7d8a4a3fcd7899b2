internal import ReviewModel

/// The number of a cell, on its decimal digits: no binary fraction ever touches it.
///
/// Excel keeps 15 significant digits and writes up to 17, the shortest that give the same binary fraction back:
/// `0.285` stands in the file as `0.28499999999999998`.
struct CellNumber: ~Copyable {
  /// As many digits as any writer shows of a binary fraction, and more.
  private static let capacity = 400
  /// What a cell may hold: a binary fraction of 64 bits has exponents from -324 to 308.
  private static let exponentLimit = 400

  /// Significant digits: the first and the last are not 0.
  private let digits = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  private var count = 0
  /// How many digits stand before the decimal point; negative for zeros after it.
  private var point = 0
  private var isNegative = false

  private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + exponentLimit + 3)
  private var length = 0

  deinit {
    digits.deallocate()
    buffer.deallocate()
  }

  /// What `writeNumber` or `writeDate` wrote.
  var text: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: buffer, count: length) }

  /// Whether people see a number just as it is written: it has at most 15 digits, no exponent, no idle zero.
  @inline(__always)
  static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
    guard (1...15).contains(text.count) else { return false }
    var hasPoint = false
    for (index, byte) in text.enumerated() where byte < UInt8(ascii: "0") || byte > UInt8(ascii: "9") {
      guard byte == UInt8(ascii: "."), !hasPoint, index > 0 else { return false }
      hasPoint = true
    }
    let zero = UInt8(ascii: "0")
    if text[0] == zero && text.count > 1 && text[1] != UInt8(ascii: ".") { return false }
    return !hasPoint || (text[text.count - 1] != zero && text[text.count - 1] != UInt8(ascii: "."))
  }

  /// Takes a number apart; false for what is none.
  mutating func read(_ text: UnsafeRawBufferPointer) -> Bool {
    (count, point, isNegative) = (0, 0, false)
    var index = 0
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      isNegative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    guard let mantissa = readMantissa(text, from: index) else { return false }
    index = mantissa
    if index < text.count {
      guard text[index] | 0x20 == UInt8(ascii: "e"), let exponent = Self.exponent(text, from: index + 1)
      else { return false }
      point += exponent
    }
    while count > 0, digits[count - 1] == 0 { count -= 1 }
    if count == 0 { (point, isNegative) = (0, false) }
    return abs(point) <= Self.exponentLimit
  }

  /// Reads digits with a point; where they end, nil where there is none.
  private mutating func readMantissa(_ text: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var index = start
    var hasPoint = false
    var hasDigit = false
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if case let digit = byte &- UInt8(ascii: "0"), digit <= 9 {
        hasDigit = true
        if count == 0, digit == 0 {
          if hasPoint { point -= 1 }
        } else {
          // Digits of the fraction beyond the capacity matter to nobody.
          if count < Self.capacity {
            digits[count] = digit
            count += 1
          } else if !hasPoint {
            return nil
          }
          if !hasPoint { point += 1 }
        }
      } else {
        break
      }
      index += 1
    }
    return hasDigit ? index : nil
  }

  private static func exponent(_ text: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var index = start
    var isNegative = false
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      isNegative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    guard (1...4).contains(text.count - index) else { return nil }
    var value = 0
    while index < text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
      index += 1
    }
    return isNegative ? -value : value
  }

  /// Writes the number as people see it: without an exponent, a fraction to 15 significant digits, a whole number
  /// whole.
  mutating func writeNumber() {
    round()
    length = 0
    if isNegative { put("-") }
    if point <= 0 { put("0") }
    for place in 0..<max(point, 0) { put(digit: place < count ? digits[place] : 0) }
    guard count > point else { return }
    put(".")
    for place in min(point, 0)..<max(point, 0) where place < 0 { put(digit: 0) }
    for place in max(point, 0)..<count { put(digit: digits[place]) }
  }

  private mutating func round() {
    let kept = max(15, point)
    guard count > max(kept, point) else { return }
    let roundsUp = digits[kept] >= 5
    count = kept
    guard roundsUp else {
      while count > 0, digits[count - 1] == 0 { count -= 1 }
      return
    }
    while count > 0, digits[count - 1] == 9 { count -= 1 }
    if count > 0 {
      digits[count - 1] += 1
    } else {
      digits[0] = 1
      count = 1
      point += 1
    }
  }

  /// Writes the day and time that the number stands for; false where it stands for none.
  mutating func writeDate(_ format: NumberFormat, _ system: DateSystem) -> Bool {
    guard !isNegative, point <= 7 else { return false }
    var day = 0
    for place in 0..<max(point, 0) { day = day * 10 + Int(place < count ? digits[place] : 0) }
    guard day <= SerialDay.last(system) else { return false }
    let isTime = format == .time && day == 0
    var seconds = secondsOfFraction()
    if seconds == SerialDay.seconds {
      seconds = 0
      day += 1
    }
    length = 0
    if format == .elapsed {
      put(seconds: seconds + day * SerialDay.seconds)
    } else if isTime {
      put(seconds: seconds)
    } else {
      let (year, month, dayOfMonth) = SerialDay.components(day, system)
      put(year, width: 4)
      put("-")
      put(month, width: 2)
      put("-")
      put(dayOfMonth, width: 2)
      if seconds > 0 {
        put(" ")
        put(seconds: seconds)
      }
    }
    return true
  }

  /// The fraction as a part of a day, to the nearest second. A half second is no decimal fraction of a day, so the
  /// 18 digits that are looked at settle it.
  private func secondsOfFraction() -> Int {
    var fraction: UInt128 = 0
    var scale: UInt128 = 1
    var place = min(point, 0)
    while place < count, scale < 1_000_000_000_000_000_000 {
      if place >= point {
        fraction = fraction * 10 + UInt128(place < 0 ? 0 : digits[place])
        scale *= 10
      }
      place += 1
    }
    return Int((fraction * UInt128(SerialDay.seconds) * 2 + scale) / (scale * 2))
  }

  private mutating func put(_ character: Unicode.Scalar) {
    // In bounds: sign, point and zero, and no more digits than both limits allow.
    buffer[length] = UInt8(ascii: character)
    length += 1
  }

  private mutating func put(digit: UInt8) {
    buffer[length] = UInt8(ascii: "0") + digit
    length += 1
  }

  private mutating func put(_ value: Int, width: Int) {
    var scale = 1
    for _ in 1..<width { scale *= 10 }
    while value / scale > 9 { scale *= 10 }
    while scale > 0 {
      put(digit: UInt8(value / scale % 10))
      scale /= 10
    }
  }

  private mutating func put(seconds: Int) {
    put(seconds / 3600, width: 2)
    put(":")
    put(seconds / 60 % 60, width: 2)
    put(":")
    put(seconds % 60, width: 2)
  }
}

/// The numbers by which spreadsheets count days.
enum SerialDay {
  /// The seconds of a day.
  static let seconds = 86_400

  /// The number of 9999-12-31, the last day that Excel knows.
  static func last(_ system: DateSystem) -> Int { system == .from1900 ? 2_958_465 : 2_957_003 }

  /// The day of a number. Day 0 and day 60 of the 1900 system, which never were, are what Excel shows for them.
  static func components(_ number: Int, _ system: DateSystem) -> (year: Int, month: Int, day: Int) {
    switch (system, number) {
    case (.from1904, _): (Day(number: -24_107) + number).components  // 1904-01-01 is 0
    case (.from1900, 0): (1900, 1, 0)
    case (.from1900, 60): (1900, 2, 29)
    case (.from1900, ..<60): (Day(number: -25_568) + number).components  // 1900-01-01 is 1
    case (.from1900, _): (Day(number: -25_569) + number).components  // 1900-03-01 is 61
    }
  }
}
