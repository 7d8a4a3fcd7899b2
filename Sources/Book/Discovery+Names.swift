internal import Foundation
internal import ReviewModel

/// A path taken apart: folders, name without extension, and what the extension says.
package struct FileName {
  static let extensions = ".csv .tsv .json .jsonl .ndjson .xlsx"

  /// The folders, from the outermost.
  let folders: [Substring]
  /// The last part without its extensions.
  let stem: Substring
  /// Nil for an extension that is not read.
  let format: InputFile.Format?

  init(_ path: String) {
    var parts = path.split(separator: "/")
    var stem = parts.popLast() ?? ""
    let isGzip = Self.ending(of: stem) == "gz"
    if isGzip { stem = Self.withoutEnding(stem) }
    let format: InputFile.Format? =
      switch Self.ending(of: stem) {
      case "csv": .csv
      case "tsv": .tsv
      case "json": .json
      case "jsonl", "ndjson": .jsonLines
      // A workbook is compressed in itself.
      case "xlsx": isGzip ? nil : .xlsx
      default: nil
      }
    self.folders = parts
    self.stem = Self.withoutEnding(stem)
    self.format = format
  }

  /// Whether a file is a table by its name.
  package static func isTable(_ path: String) -> Bool { FileName(path).format != nil }

  /// What a file is by its name; nil for an extension that is not read.
  package static func format(of path: String) -> InputFile.Format? { FileName(path).format }

  /// A name without its extensions.
  package static func withoutExtension(_ name: String) -> String { String(FileName(name).stem) }

  private static func ending(of name: Substring) -> String? {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
  }

  private static func withoutEnding(_ name: Substring) -> Substring {
    name.lastIndex(of: ".").map { name[..<$0] } ?? name
  }
}

/// The names by which files and folders tell their kind.
struct KindNames {
  /// The longest first, so that the first that fits wins.
  private let names: [(name: String, kind: InputKind)]

  /// The names of all kinds but those that review.yaml finds by globs.
  init(without others: Set<InputKind>) {
    let all = InputKind.allCases.filter { !others.contains($0) }.flatMap { kind in
      ([kind.rawValue] + KindSchema.of(kind).otherNames).map { (Self.folded($0), kind) }
    }
    names = all.sorted { $0.0.unicodeScalars.count > $1.0.unicodeScalars.count }
  }

  /// The kind of a file: by its own name, else by that of the innermost folder that tells one.
  func kind(of file: FileName) -> InputKind? {
    kind(named: file.stem) ?? file.folders.reversed().lazy.compactMap { kind(named: $0) }.first
  }

  /// Whether a file whose format is not read has the name of a kind; a folder's name counts for tables.
  func tells(_ file: FileName, asTable: Bool) -> Bool {
    asTable ? kind(of: file) != nil : kind(named: file.stem) != nil
  }

  /// The name itself, or with something after `-` or `_`.
  private func kind(named text: Substring) -> InputKind? {
    let text = Self.folded(String(text))
    return names.first { name, _ in
      text == name || text.hasPrefix(name + "-") || text.hasPrefix(name + "_")
    }?.kind
  }

  /// Unicode NFKC in lower case: systems disagree on how they write `É` or `ｌｅａｄｓ`, and whether case counts.
  private static func folded(_ name: String) -> String {
    CompatibilityForm.normalised(name).lowercased()
  }
}
