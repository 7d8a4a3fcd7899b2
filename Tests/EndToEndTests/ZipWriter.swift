import CZlib
import Foundation

/// Writes a zip archive entry by entry, each deflated from pieces, so that what is large unpacked is never held.
struct ZipWriter {
  private let file: FileHandle
  private var place = 0
  private var directory = Data()
  private var count = 0

  init(_ file: FileHandle) { self.file = file }

  /// Adds an entry whose content is `piece`, so many times.
  mutating func add(_ name: String, _ piece: Data, times: Int = 1) throws {
    var stream = z_stream()
    // Negative: deflate alone, without zlib's own header.
    guard
      deflateInit2_(
        &stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        CInt(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw CocoaError(.fileWriteUnknown) }
    defer { deflateEnd(&stream) }
    var packed = Data()
    var sum = crc32(0, nil, 0)
    var room = [UInt8](repeating: 0, count: 1 << 16)
    for time in 0..<times {
      piece.withUnsafeBytes { bytes in
        let start = bytes.bindMemory(to: UInt8.self)
        sum = crc32(sum, start.baseAddress, UInt32(start.count))
        stream.next_in = UnsafeMutablePointer(mutating: start.baseAddress)
        stream.avail_in = UInt32(start.count)
        repeat {
          room.withUnsafeMutableBufferPointer { room in
            stream.next_out = room.baseAddress
            stream.avail_out = UInt32(room.count)
            _ = deflate(&stream, time == times - 1 ? Z_FINISH : Z_NO_FLUSH)
          }
          packed.append(contentsOf: room[..<(room.count - Int(stream.avail_out))])
        } while stream.avail_out == 0
      }
    }
    // What the local header and the directory both say: version 2.0, no flags, deflated, 1 January 1980.
    let common =
      little(UInt16(20)) + little(UInt16(0)) + little(UInt16(8)) + little(UInt16(0)) + little(UInt16(33))
      + little(UInt32(truncatingIfNeeded: sum)) + little(UInt32(packed.count))
      + little(UInt32(piece.count * times)) + little(UInt16(name.utf8.count)) + little(UInt16(0))
    let local = little(UInt32(0x0403_4b50)) + common + Data(name.utf8) + packed
    try file.write(contentsOf: local)
    directory +=
      little(UInt32(0x0201_4b50)) + little(UInt16(20)) + common + little(UInt16(0)) + little(UInt16(0))
      + little(UInt16(0)) + little(UInt32(0)) + little(UInt32(place)) + Data(name.utf8)
    place += local.count
    count += 1
  }

  /// Ends the archive with its directory.
  func close() throws {
    let end =
      little(UInt32(0x0605_4b50)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt16(count))
      + little(UInt16(count)) + little(UInt32(directory.count)) + little(UInt32(place)) + little(UInt16(0))
    try file.write(contentsOf: directory + end)
  }

  private func little(_ value: some FixedWidthInteger) -> Data {
    withUnsafeBytes(of: value.littleEndian) { Data($0) }
  }
}
