import FlatFiles
import ReviewModel

/// libFuzzer's door: the first three bytes say how the rest is read.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: data, count: count)
  guard count >= 3 else { return 0 }
  let encodings: [TextEncoding?] = [nil] + TextEncoding.allCases
  let delimiters: [UInt8?] = [nil] + [",", ";", "\t", "|", "A", "\\"].map { UInt8(ascii: $0) }
  Trial(
    bytes: Array(input[3...]), encoding: encodings[Int(input[0]) % encodings.count],
    delimiter: delimiters[Int(input[1]) % delimiters.count], pieceSize: Int(input[2] & 15) + 1,
    blockSize: Int(input[2] >> 4) * 5 + 1
  ).run()
  return 0
}

/// One file, read in small pieces and in one, and by the reference parser: all must agree.
struct Trial {
  let bytes: [UInt8]
  let encoding: TextEncoding?
  let delimiter: UInt8?
  let pieceSize: Int
  let blockSize: Int

  private enum Outcome: Equatable {
    case rows([Row], extent: Range<UInt64>, encoding: String?, delimiter: UInt8)
    case error(String, line: Int?)
  }

  func run() {
    let whole = outcome(blockSize: 1 << 20)
    demand(outcome(blockSize: blockSize) == whole, "the size of blocks shows in the rows")
    let text: String
    do {
      text = try checkedText()
    } catch {
      demand(whole == .error("\(error)", line: error.line), "a text that is none was read")
      return
    }
    // The parser of the tests, one character at a time.
    switch whole {
    case .rows(let rows, _, _, let found):
      // Rows before the header row are blank under delimiters of their own.
      guard delimiter != nil || rows.first?.line == 1 else { return }
      do {
        let expected = try ReferenceParser.rows(text, delimiter: Unicode.Scalar(found))
        demand(rows == expected, "other rows than the reference")
      } catch {
        fatalError("the quote of line \(error.line) never closes")
      }
    case .error(let message, let line):
      // Whatever the delimiter, a file is refused for its quotes only, or because it is empty.
      demand(text.isEmpty || message.contains("a quote opens here and never closes"), message)
      demand(text.isEmpty || line != nil, "an error without its line")
    }
  }

  /// The text in UTF-8, read in pieces and, again from the start, in one.
  private func checkedText() throws(FileError) -> String {
    let file = try TextFile(BytesInMemory(bytes), name: "a", encoding: encoding, pieceSize: pieceSize)
    let pieces = try read(file.source, readSize: pieceSize)
    try file.source.rewind()
    let whole = try read(file.source, readSize: 1 << 16)
    demand(pieces == whole, "the size of pieces shows in the text")
    demand(pieces.count == file.size, "another size than the text was found to have")
    guard let text = String(validating: pieces, as: UTF8.self) else { fatalError("not UTF-8") }
    return text
  }

  private func read(_ source: any ByteSource, readSize: Int) throws(FileError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: readSize, alignment: 1)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    var count = readSize
    while count == readSize {
      count = try source.read(into: buffer)
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Reads the file to its end or to an error.
  private func outcome(blockSize: Int) -> Outcome {
    do {
      let file = try DelimitedFile(
        BytesInMemory(bytes), name: "a", delimiter: delimiter, encoding: encoding, blockSize: blockSize)
      var rows = file.names.isEmpty ? [] : [Row(file.headerLine, file.names)]
      var block = RowBlock()
      var end = file.extent.lowerBound
      while try file.next(into: &block) {
        demand(block.span.lowerBound == end, "a gap or an overlap between blocks")
        end = block.span.upperBound
        append(block, to: &rows)
      }
      demand(end == file.extent.upperBound, "the blocks are not all of the file")
      return .rows(rows, extent: file.extent, encoding: file.encodingName, delimiter: file.delimiter)
    } catch {
      demand(
        error.file == "a" && !error.problem.isEmpty && !error.remedy.isEmpty, "an error without its words")
      return .error("\(error)", line: error.line)
    }
  }

  private func append(_ block: borrowing RowBlock, to rows: inout [Row]) {
    let span = block.span
    block.withRows { bytes, fields, entries in
      var nextField: UInt32 = 0
      var position = span.lowerBound
      for entry in entries {
        demand(entry.firstField == nextField && entry.fieldCount > 0, "fields between the rows")
        nextField += entry.fieldCount
        demand(span.contains(entry.position) && entry.position >= position, "a row outside its block")
        position = entry.position + 1
        let range = Int(entry.firstField)..<Int(entry.firstField + entry.fieldCount)
        let texts = fields[range].map { field in
          demand(field.start <= field.end && Int(field.end) <= bytes.count, "a field outside its block")
          return String(decoding: bytes[Int(field.start)..<Int(field.end)], as: UTF8.self)
        }
        rows.append(Row(entry.line, texts))
      }
      demand(Int(nextField) == fields.count, "fields of no row")
    }
  }
}

/// Ends the run with a message, which `precondition` keeps to itself in an optimised build.
private func demand(_ condition: Bool, _ message: String) {
  if !condition { fatalError(message) }
}
