internal import ReviewModel

/// The text of a file in UTF-8, decoded piece by piece from another encoding.
///
///     source ─▶ input, a character's first bytes kept from piece to piece ─▶ decoder ─▶ text ─▶ read(into:)
final class Transcoder: ByteSource {
  private let source: any ByteSource
  private let decoder: TextDecoder
  private let name: String
  private let input: UnsafeMutableRawBufferPointer
  /// What of `input` has been read and not been decoded, and the offset of its first byte.
  private var undecoded = 0..<0
  private var offset = 0
  private let text: UnsafeMutableRawBufferPointer
  /// What of `text` has not been handed out.
  private var pending = 0..<0

  /// The text of `source`, which stands at its start and is decoded in pieces of so many bytes.
  init(_ source: any ByteSource, _ decoder: TextDecoder, name: String, pieceSize: Int) {
    self.source = source
    self.decoder = decoder
    self.name = name
    // A character has at most four bytes.
    input = .allocate(byteCount: max(pieceSize, 1) + 3, alignment: 64)
    text = .allocate(byteCount: 2 * max(pieceSize, 1) + TextDecoder.slack, alignment: 64)
  }

  deinit {
    input.deallocate()
    text.deallocate()
  }

  /// Reads all of the text, from the start to the end or to the first byte that is invalid, and goes back to the start.
  func measure() throws(FileError) -> TextMeasure {
    var size = 0
    var end = Progress.text
    while end == .text {
      end = try decodeMore()
      size += pending.count
    }
    let invalid = offset
    try rewind()
    return end == .invalid ? .invalid(at: invalid) : .size(size)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    var count = 0
    while count < buffer.count {
      if pending.isEmpty {
        switch try decodeMore() {
        case .text: break
        case .end: return count
        case .invalid:
          // It was measured before.
          throw FileError(
            file: name, problem: "changed while it was read", remedy: "run again when it is complete")
        }
      }
      let part = UnsafeRawBufferPointer(rebasing: text[pending].prefix(buffer.count - count))
      UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(from: part)
      count += part.count
      pending = pending.lowerBound + part.count..<pending.upperBound
    }
    return count
  }

  func rewind() throws(FileError) {
    try source.rewind()
    undecoded = 0..<0
    offset = 0
    pending = 0..<0
  }

  func pause() { source.pause() }

  private enum Progress {
    case text
    case end
    case invalid
  }

  /// Decodes what follows into `text`, whose own text has been handed out.
  private func decodeMore() throws(FileError) -> Progress {
    pending = 0..<0
    while true {
      let step = decoder.decode(UnsafeRawBufferPointer(rebasing: input[undecoded]), into: text)
      undecoded = undecoded.lowerBound + step.read..<undecoded.upperBound
      offset += step.read
      if step.written > 0 {
        pending = 0..<step.written
        return .text
      }
      if step.isInvalid { return .invalid }
      // What is left, at most three bytes, begins a character.
      let left = undecoded.count
      input.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[undecoded]))
      let count = try source.read(
        into: UnsafeMutableRawBufferPointer(rebasing: input[left..<left + input.count - 3]))
      undecoded = 0..<left + count
      if count == 0 { return left == 0 ? .end : .invalid }
    }
  }
}
