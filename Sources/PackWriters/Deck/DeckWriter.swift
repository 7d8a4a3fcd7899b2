package import ReviewModel

/// The review deck: one self-contained HTML file, read in any browser, printed one slide a page.
package enum DeckWriter {
  /// Writes the deck of a pack to `path`.
  ///
  /// - Parameters:
  ///   - catalogue: what the deck says, in the pack's language
  ///   - templates: a folder whose files replace built-in templates of the same name
  /// - Throws: a `WriteError` of the deck, or a `FileError` of a template
  package static func write(
    pack: ReviewPack, catalogue: Catalogue, templates: String? = nil, to path: String
  ) throws {
    let page = try html(pack: pack, catalogue: catalogue, templates: templates)
    var file = try BufferedFile(creating: path)
    try file.append { $0.append(page.utf8) }
    try file.close()
  }

  /// The deck's text.
  package static func html(pack: ReviewPack, catalogue: Catalogue, templates: String? = nil) throws -> String
  {
    let templates = try DeckTemplates(folder: templates)
    let wording = Wording(pack, catalogue)
    let builder = SlideBuilder(pack: pack, wording: wording)
    let words = words(pack: pack, wording)
    let outlines = DeckOutline.slides(for: pack.period.cadence)
    let outlined = builder.slides(of: outlines)
    var slides = [builder.figures(leadingTo: outlined)] + outlined
    let remarks = builder.remarks(of: outlines)
    if !remarks.isEmpty {
      let slide = Slide(
        id: "remarks", section: .pack, title: catalogue.text("deck.remarks"),
        message: catalogue.text("deck.remarks-about"), remarks: remarks,
        sheets: pack.table("checklist").map { [wording.sheet(of: $0.id)] } ?? [])
      slides.insert(slide, at: slides.firstIndex { $0.section == .pack } ?? slides.endIndex)
    }
    let pages = slides.enumerated().map { index, slide in
      slide.view(page: index + 2, words: words, section: slide.section.map(catalogue.name(of:)) ?? "")
    }
    let view: View = words.merging(
      [
        "style": templates.style, "script": DeckScript.source, "digest": DeckScript.digest,
        "slides": pages, "last": "\(pages.count + 1)",
      ], uniquingKeysWith: { _, own in own })
    return try templates.page(view)
  }

  /// What the cover says and every slide may repeat.
  private static func words(pack: ReviewPack, _ wording: Wording) -> View {
    let catalogue = wording.catalogue
    let text = { (key: String) in plain(catalogue.text("deck.\(key)")) }
    return [
      "language": pack.language.rawValue, "organisation": plain(pack.organisation),
      "deckTitle": plain(wording.title(pack.period)), "period": pack.period.name,
      "asOfLabel": text("as-of"), "asOf": pack.period.asOf.description,
      "rangeLabel": text("range"), "from": pack.period.range.lowerBound.description,
      "forecastLabel": text("forecast-month"), "forecastMonth": pack.period.forecastMonth.description,
      "unit": plain(wording.unitRemark),
      "pagesLabel": text("pages"), "skipLabel": text("skip"),
      "sheetLabel": text("sheet"), "alsoLabel": text("also"), "keysHint": text("keys"),
      "scrollLabel": text("scroll"),
      "cover": text("cover"),
      "sources": wording.sources(pack).map { label, source in
        ["name": plain(label), "source": plain(source)] as View
      },
    ]
  }
}
