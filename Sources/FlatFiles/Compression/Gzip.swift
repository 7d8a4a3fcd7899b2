internal import CZlib
internal import ReviewModel

/// The uncompressed bytes of a gzip file (RFC 1952) of one or more members.
final class Gzip: ByteSource {
  private static let inputSize = 256 << 10

  private let file: DiskFile
  // zlib keeps a pointer to the stream: it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  /// Whether the next byte of input begins a member, or the file ends.
  private var isBetweenMembers = true
  private var members = 0

  /// Reads `file`, which stands at its start.
  init(_ file: DiskFile) throws(FileError) {
    self.file = file
    input = .allocate(byteCount: Self.inputSize, alignment: 64)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 16: header and trailer are those of gzip, and the trailer's checksum and length are checked.
    let code = inflateInit2_(stream, MAX_WBITS + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw error("cannot be decompressed for want of memory") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  func pause() { file.pause() }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    var count = 0
    while count < buffer.count {
      if stream.pointee.avail_in == 0 {
        let got = try file.read(into: input)
        if got == 0 {
          guard isBetweenMembers && members > 0 else { throw error("the gzip data is cut off") }
          break
        }
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(got)
      }
      if isBetweenMembers {
        if members > 0 { skipZeros() }
        guard stream.pointee.avail_in > 0 else { continue }
        isBetweenMembers = false
      }
      let room = min(buffer.count - count, Int(UInt32.max))
      stream.pointee.next_out = (start + count).assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(room)
      let code = inflate(stream, Z_NO_FLUSH)
      count += room - Int(stream.pointee.avail_out)
      switch code {
      case Z_OK, Z_BUF_ERROR:
        break
      case Z_STREAM_END:
        isBetweenMembers = true
        members += 1
        inflateReset(stream)
      default:
        throw error(
          members == 0 && stream.pointee.total_in <= 2
            ? "is not gzip data, as its name says" : "the gzip data is damaged")
      }
    }
    return count
  }

  /// Zero bytes may follow the last member, to fill a block of a tape.
  private func skipZeros() {
    while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
      stream.pointee.next_in += 1
      stream.pointee.avail_in -= 1
    }
  }

  func rewind() throws(FileError) {
    try file.rewind()
    inflateReset(stream)
    stream.pointee.avail_in = 0
    isBetweenMembers = true
    members = 0
  }

  private func error(_ problem: String) -> FileError {
    FileError(file: file.name, problem: problem, remedy: "compress the file again")
  }
}
