internal import Facts
internal import ReviewModel

/// What became of the rows of each input file (docs/metrics.md, section 9).
struct DataQuality: ReviewTable {
  let definition = TableDefinition(
    "data-quality", .pack, keyColumns: 2,
    columns: [
      .text("file"), .text("kind", .input), .text("encoding"), .count("rows"), .count("accepted"),
      .count("superseded"), .count("future"), .count("rejected"), .count("rewound"), .count("warnings"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let known = review.facts.quality.map { line -> (file: String, kind: String, cells: [Cell]) in
      let counts = line.counts
      return (
        line.file, line.kind.rawValue,
        [.text(line.file), .text(line.kind.rawValue), .text(line.encoding)]
          + [
            counts.rows, counts.accepted, counts.superseded, counts.future, counts.rejected, counts.rewound,
            counts.warnings,
          ].map { .count($0) }
      )
    }
    let unknown = review.facts.unrecognised.map { file in
      (
        file: file, kind: "",
        cells: [.text(file)] + [Cell](repeating: .blank, count: definition.columns.count - 1)
      )
    }
    let rows = (known + unknown).sorted { left, right in
      left.file.utf8.elementsEqual(right.file.utf8)
        ? left.kind.utf8.lexicographicallyPrecedes(right.kind.utf8)
        : left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
    return TableBuilder(definition).table(rows.map(\.cells))
  }
}
