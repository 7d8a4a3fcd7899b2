internal import ReviewModel

/// What a part refers to (ECMA-376, part 2, 6.5): the parts beside it, by id and by what they are to it.
struct Relationships {
  private struct Relationship {
    let id: String
    /// The last word of its type; what stands before differs between strict and transitional OOXML.
    let type: String
    let target: String
  }

  private var all: [Relationship] = []

  /// Reads what `part` refers to; nothing where it says nothing. The package itself is the part `""`.
  init(of part: String, in package: XLSXPackage) throws(FileError) {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let handler = Handler()
    _ = try package.read("\(folder)_rels/\(name).rels", handler)
    all = handler.found.map {
      Relationship(id: $0.id, type: $0.type, target: Self.resolve($0.target, in: folder))
    }
  }

  /// The part that is `type` to this one: the first of several.
  func part(ofType type: String) -> String? { all.first { $0.type == type }?.target }

  /// The part of that id, and what it is.
  func part(withID id: String) -> (name: String, type: String)? {
    all.first { $0.id == id }.map { ($0.target, $0.type) }
  }

  /// The name of a part that is written as seen from a folder. One that would leave the package stays within it:
  /// then there is no such part.
  private static func resolve(_ target: String, in folder: String) -> String {
    let target = target.map { $0 == "\\" ? "/" : $0 }
    var path: [Substring] = target.first == "/" ? [] : folder.split(separator: "/")
    for step in String(target).split(separator: "/") where step != "." {
      if step == ".." { _ = path.popLast() } else { path.append(step) }
    }
    return path.joined(separator: "/")
  }

  private final class Handler: ElementHandler {
    var found: [Relationship] = []

    func start(_ element: Element) {
      guard element.isNamed("Relationship"), element.text(of: "TargetMode") != "External",
        let id = element.text(of: "Id"), let type = element.text(of: "Type"),
        let target = element.text(of: "Target")
      else { return }
      let last = type.split(separator: "/").last.map(String.init) ?? type
      found.append(Relationship(id: id, type: last, target: target))
    }

    func end() {}
    func text(_ bytes: UnsafeRawBufferPointer) {}
  }
}
