import CZlib

/// A zip archive whose entries are stored as they are: enough for a workbook.
struct StoredZip {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  mutating func add(_ name: String, _ content: [UInt8]) {
    let sum = UInt32(truncatingIfNeeded: crc32(0, content, UInt32(content.count)))
    let place = UInt32(bytes.count)
    // What the local header and the directory both say: version 2.0, no flags, stored, 1 January 1980.
    let common: [UInt8] =
      little(UInt16(20)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt16(33))
      + little(sum) + little(UInt32(content.count)) + little(UInt32(content.count))
      + little(UInt16(name.utf8.count)) + little(UInt16(0))
    bytes += little(UInt32(0x0403_4b50)) + common + Array(name.utf8) + content
    directory +=
      little(UInt32(0x0201_4b50)) + little(UInt16(20)) + common + little(UInt16(0)) + little(UInt16(0))
      + little(UInt16(0)) + little(UInt32(0)) + little(place) + Array(name.utf8)
    count += 1
  }

  /// The archive with its directory.
  func closed() -> [UInt8] {
    bytes + directory + little(UInt32(0x0605_4b50)) + little(UInt16(0)) + little(UInt16(0)) + little(count)
      + little(count) + little(UInt32(directory.count)) + little(UInt32(bytes.count)) + little(UInt16(0))
  }

  private func little(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
