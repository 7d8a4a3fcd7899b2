internal import ReviewModel

/// Rows of a table for people.
struct ListView {
  struct Cell {
    var text: String
    /// Classes of `deck.css`.
    var style: String
    /// The look of a word that is set apart; nil for plain text.
    var chip: String?

    /// Whether it may go on in a second line: an id or a day may not.
    var isProse: Bool { text.utf8.contains { $0 > 127 || $0 == 32 } }
  }

  var caption: String
  var head: [Cell]
  var rows: [[Cell]]
  var totals: [Cell]
  /// How many rows there are beyond these; empty when none.
  var more: String
  var size: ListSize
  /// Whether long texts take two lines.
  var wraps: Bool
  /// Whether columns have to make do with less room.
  var isCrowded: Bool
}

/// One key figure.
struct FigureView {
  var name: String
  /// The slide that it leads to; empty where there is none.
  var link: String
  var value: String
  /// In what the value is: money, or the things counted.
  var unit: String
  var rate: (label: String, text: String)?
  var grade: Grade?
  var details: [(label: String, text: String)]
  /// Whether the details are names, each on one line however long.
  var isOfNames = false
}

/// What templates are given: words, flags, and lists of such. Every key stands on every level that uses it,
/// for a name that is missing would be looked up in the levels around it.
typealias View = [String: any Sendable]

extension ListView {
  /// A phone has no room for more columns side by side: it shows each row as a card.
  private static let mostOnPhone = 4

  var view: View {
    [
      "caption": plain(caption), "size": size.rawValue, "crowded": isCrowded,
      "few": wraps, "cards": head.count > Self.mostOnPhone,
      "more": plain(more),
      "head": head.map { ["text": plain($0.text), "style": $0.style] as View },
      "rows": rows.map { ["cells": views($0)] as View },
      "hasTotals": !totals.isEmpty, "totals": views(totals),
    ]
  }

  private func views(_ cells: [Cell]) -> [View] {
    zip(head, cells).enumerated().map { position, column in
      let (label, cell) = (column.0.text, column.1)
      let isLong = cell.chip == nil && !cell.style.hasPrefix("n") && cell.text.utf8.count > 12
      return [
        "text": plain(cell.text), "style": cell.style + (isLong && cell.isProse ? " long" : ""),
        "first": position == 0, "isLong": isLong, "label": plain(label),
        "chip": cell.chip ?? "", "hasChip": cell.chip != nil,
      ]
    }
  }
}

extension FigureView {
  var view: View {
    [
      "name": plain(name), "hasLink": !link.isEmpty, "link": link, "value": plain(value),
      "valueUnit": plain(unit),
      "hasRate": rate != nil, "isOfNames": isOfNames,
      "rate": plain(rate?.text ?? ""), "rateLabel": plain(rate?.label ?? ""), "grade": grade?.rawValue ?? "",
      "details": details.map { ["label": plain($0.label), "text": plain($0.text)] as View },
    ]
  }
}

extension Slide {
  /// The slide as page `page` of the deck; `words` are the sentences that all slides share.
  func view(page: Int, words: View, section: String) -> View {
    words.merging(
      [
        "id": id, "page": "\(page)", "section": plain(section), "title": plain(title),
        "message": plain(message), "hasChart": chart != nil, "chart": chart ?? "",
        "hasNarrow": narrowChart != nil, "narrow": narrowChart ?? "",
        "chartNote": plain(chartNote), "hasLists": !lists.isEmpty, "lists": lists.map(\.view),
        "split": chart != nil && !lists.isEmpty && !isWide, "lanes": isInLanes, "wide": isWide,
        "hasFigures": !figures.isEmpty, "figures": figures.map(\.view),
        "hasRemarks": !remarks.isEmpty,
        "remarks": remarks.map { ["title": plain($0.title), "reason": plain($0.reason)] as View },
        "slideUnit": showsMoney ? words["unit"] ?? "" : "", "hasSheets": !sheets.isEmpty,
        "sheets": views(sheets), "hasAlso": !also.isEmpty, "also": views(also),
      ], uniquingKeysWith: { _, own in own })
  }

  private func views(_ sheets: [String]) -> [View] {
    sheets.enumerated().map { ["sheet": plain($1), "later": $0 > 0] as View }
  }
}

/// Text that the template library escapes whole. It escapes character by character, so a quotation mark or
/// bracket that carries a combining mark would slip past it; a zero-width space between the two parts them.
func plain(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { !$0.isASCII || Markup.isForbidden($0) }) else { return text }
  var result = ""
  for character in text {
    let scalars = character.unicodeScalars
    let isHidden = scalars.count > 1 && scalars.contains { "<>&\"'".unicodeScalars.contains($0) }
    for (position, scalar) in scalars.enumerated() {
      if isHidden, position > 0 { result.unicodeScalars.append("\u{200B}") }
      result.unicodeScalars.append(Markup.isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return result
}
