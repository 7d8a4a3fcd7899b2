internal import Foundation
internal import PackArchive

/// Whose pack a folder holds, as its review.json says.
enum PackOwner {
  /// As much of a review.json has its head, before the tables.
  private static let headSize = 1 << 16

  private struct Head: Decodable {
    let schema: String
    let organisation: String
  }

  /// The organisation of the pack in a folder; nil where none is, or one that does not say.
  static func organisation(of folder: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: folder + "/" + PackPart.data.rawValue) else { return nil }
    defer { try? file.close() }
    // Whatever else stands there is no pack of this program, and has no owner to be told.
    guard let bytes = try? file.read(upToCount: headSize),
      let end = bytes.range(of: Data(", \"language\"".utf8)),
      let head = try? JSONDecoder().decode(Head.self, from: bytes[..<end.lowerBound] + Data("}".utf8)),
      head.schema.hasPrefix("reviewpack/")
    else { return nil }
    return head.organisation
  }
}
