import FlatFiles
import ReviewModel
import Testing

/// How a text is opened: a document, or lines.
enum JSONForm: Sendable, CaseIterable {
  case document, lines

  func open(
    _ file: ScratchFile, _ members: MemberPlan, _ nested: NestedPlan? = nil, blockSize: Int = 1 << 18,
    noteLimit: Int = MemberReport.limit
  ) throws -> any MemberFile {
    switch self {
    case .document:
      try JSONFile(
        path: file.path, name: "f", members: members, nested: nested, blockSize: blockSize,
        noteLimit: noteLimit)
    case .lines:
      try JSONLinesFile(
        path: file.path, name: "f", members: members, nested: nested, blockSize: blockSize,
        noteLimit: noteLimit)
    }
  }

  /// The rows of a text, which must be the same by whatever blocks it is read, by one thread and by three. The spans of
  /// the blocks must make up the file's extent, and positions must grow.
  func rows(
    of bytes: [UInt8], _ members: MemberPlan, _ nested: NestedPlan? = nil,
    blockSizes: [Int] = [1, 5, 64, 1 << 18]
  ) async throws -> [MemberRow] {
    let file = try ScratchFile("a.txt", bytes)
    var first: [MemberRow]?
    for size in blockSizes {
      for workers in [1, 3] {
        let reader = try open(file, members, nested, blockSize: size)
        let blocks = try await withThrowingTaskGroup(of: [MemberBlock].self) { group in
          for _ in 0..<workers { group.addTask { try reader.blocks() } }
          return try await group.reduce(into: []) { $0 += $1 }.sorted {
            $0.span.lowerBound < $1.span.lowerBound
          }
        }
        var end = reader.extent.lowerBound
        for block in blocks {
          #expect(block.span.lowerBound == end)
          end = block.span.upperBound
          #expect(block.positions.allSatisfy { block.span.contains($0) })
        }
        #expect(end == reader.extent.upperBound)
        let positions = blocks.flatMap(\.positions)
        #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 })
        let rows = blocks.flatMap(\.rows)
        #expect(first == nil || rows == first, "blocks of \(size) bytes, \(workers) threads")
        first = rows
      }
    }
    return first ?? []
  }

  func rows(of text: String, _ members: MemberPlan, _ nested: NestedPlan? = nil) async throws -> [MemberRow] {
    try await rows(of: Array(text.utf8), members, nested)
  }

  /// The error with which the reading of a text ends; nil when it is read to its end.
  func error(of bytes: [UInt8], _ members: MemberPlan = plan("a")) throws -> FileError? {
    let file = try ScratchFile("a.txt", bytes)
    do {
      _ = try open(file, members).blocks()
      return nil
    } catch let error as FileError {
      return error
    }
  }

  func error(of text: String) throws -> FileError? { try error(of: Array(text.utf8)) }
}
