import FlatFiles
import ReviewModel

/// libFuzzer's door: the first byte says what the rest is, and how it is read.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: data, count: count)
  guard let first = input.first else { return 0 }
  Trial(bytes: Array(input[1...]), isLines: first & 1 == 1, blockSize: Int(first >> 1) + 1).run()
  return 0
}

/// One text as a document or as lines, read in small blocks and in one, and by the reference: all must agree.
struct Trial {
  let bytes: [UInt8]
  let isLines: Bool
  let blockSize: Int

  func run() {
    // What is not UTF-8 is not JSON's to refuse; a byte order mark may say that it is something else.
    guard let file = try? TextFile(BytesInMemory(bytes), name: "a", encoding: .utf8), file.encoding == .utf8,
      file.size > 0
    else { return }
    let text = Array(bytes.suffix(file.size))
    let rows = outcome(blockSize: blockSize)
    demand(rows == outcome(blockSize: 1 << 20), "the size of blocks shows in the rows")
    let expected = isLines ? ReferenceRows.rows(ofLines: text) : ReferenceRows.rows(ofDocument: text)
    demand(rows == expected, "other rows than the reference: \(String(describing: rows))")
  }

  /// The rows of the file; nil when it is refused.
  private func outcome(blockSize: Int) -> [MemberRow]? {
    do {
      let source = BytesInMemory(bytes)
      let (members, nested) = (ReferenceRows.members, ReferenceRows.nested)
      let file: any MemberFile =
        isLines
        ? try JSONLinesFile(
          source, name: "a", encoding: .utf8, members: members, nested: nested, blockSize: blockSize)
        : try JSONFile(
          source, name: "a", encoding: .utf8, members: members, nested: nested, blockSize: blockSize)
      var end = file.extent.lowerBound
      let blocks = try file.blocks()
      for block in blocks {
        demand(block.span.lowerBound == end, "a gap or an overlap between blocks")
        end = block.span.upperBound
        demand(block.positions.allSatisfy(block.span.contains), "a row outside its block")
      }
      demand(end == file.extent.upperBound, "the blocks are not all of the file")
      return blocks.flatMap(\.rows)
    } catch let error as FileError {
      demand(
        error.file == "a" && !error.problem.isEmpty && !error.remedy.isEmpty, "an error without its words")
      demand(!isLines, "lines refused: \(error)")
      return nil
    } catch {
      fatalError("\(error)")
    }
  }
}

/// Ends the run with a message, which `precondition` keeps to itself in an optimised build.
private func demand(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
