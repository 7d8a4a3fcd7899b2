import Book
import FlatFiles
import ReviewModel

/// libFuzzer's door: the bytes are a review.yaml.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let first = outcome(bytes)
  demand(first == outcome(bytes), "the same text was read in two ways")
  return 0
}

private enum Outcome: Equatable {
  case configuration(Configuration)
  case problems([FileError])
}

/// Reads the configuration, and makes of it what every kind of input is read by.
private func outcome(_ bytes: [UInt8]) -> Outcome {
  do {
    let configuration = try Configuration.read(bytes: bytes, bookName: "book", file: "review.yaml")
    demand(
      !configuration.stages.isEmpty && configuration.moneyUnit > 0 && configuration.top >= 0, "no such book")
    for kind in InputKind.allCases {
      let schema = KindSchema.of(kind)
      _ = RowRecipe(
        schema, header: HeaderPlan(inOrderOf: schema), headerCount: schema.columns.count, configuration,
        clock: .utc)
    }
    return .configuration(configuration)
  } catch {
    check(error.problems)
    return .problems(error.problems)
  }
}

/// Every problem says where it is, what is wrong and what would be right.
private func check(_ problems: [FileError]) {
  demand(!problems.isEmpty, "an error without a problem")
  for problem in problems {
    demand(problem.file == "review.yaml" && !problem.problem.isEmpty, "an error without its words")
  }
}

/// Ends the run with a message, which `precondition` keeps to itself in an optimised build.
private func demand(_ condition: Bool, _ message: String) {
  if !condition { fatalError(message) }
}
