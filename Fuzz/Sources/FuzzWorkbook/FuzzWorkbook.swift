import FlatFiles
import Glibc
import ReviewModel

/// libFuzzer's door: the first byte says which part of a workbook the rest is, or that it is the whole file.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count >= 1 else { return 0 }
  let content = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  let bytes: [UInt8]
  let choice = Int(data[0]) % (Parts.all.count + 1)
  if choice == Parts.all.count {
    bytes = content
  } else {
    var zip = StoredZip()
    for (index, part) in Parts.all.enumerated() {
      zip.add(part.name, index == choice ? content : Array(part.text.utf8))
    }
    bytes = zip.closed()
  }
  guard let file = fopen(path, "wb") else { fatalError("no file for the workbook") }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
  let first = outcome()
  demand(first == outcome(), "the same workbook was read in two ways")
  return 0
}

/// In memory, and one for each process of a run.
private let path = "/dev/shm/reviewpack-fuzz-\(getpid()).xlsx"

private enum Outcome: Equatable {
  case rows([[String]])
  case error(String)
}

/// Reads the workbook to its end or to an error.
private func outcome() -> Outcome {
  do {
    let file = try XLSXFile(path: path, name: "a.xlsx")
    guard case .row(let names, _) = file.header else { fatalError("a sheet without a header row") }
    var block = RowBlock()
    var nested = RowBlock()
    var rows = [names]
    var end = file.extent.lowerBound
    var line = 0
    while try file.next(into: &block, nested: &nested) {
      demand(block.span.lowerBound == end, "a gap or an overlap between blocks")
      end = block.span.upperBound
      block.withRows { bytes, fields, entries in
        for entry in entries {
          demand(entry.line > line, "rows out of order")
          line = entry.line
          let range = Int(entry.firstField)..<Int(entry.firstField + entry.fieldCount)
          rows.append(
            fields[range].map { field in
              demand(field.start <= field.end && Int(field.end) <= bytes.count, "a field outside its block")
              guard
                let text = String(validating: bytes[Int(field.start)..<Int(field.end)], as: UTF8.self)
              else { fatalError("not UTF-8") }
              return text
            })
        }
      }
    }
    demand(end == file.extent.upperBound, "the blocks are not all of the sheet")
    return .rows(rows)
  } catch {
    demand(
      error.file == "a.xlsx" && !error.problem.isEmpty && !error.remedy.isEmpty, "an error without its words")
    return .error("\(error)")
  }
}

/// Ends the run with a message, which `precondition` keeps to itself in an optimised build.
private func demand(_ condition: Bool, _ message: String) {
  if !condition { fatalError(message) }
}
