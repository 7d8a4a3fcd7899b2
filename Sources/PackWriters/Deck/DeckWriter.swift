package import ReviewModel

/// The review deck: one self-contained HTML file, read in any browser, printed one slide a page.
package enum DeckWriter {
  /// Writes the deck of a pack to `path`.
  ///
  /// - Parameters:
  ///   - catalogue: what the deck says, in the pack's language
  /// - Throws: a `WriteError` of the deck, or a `FileError` of a template
  package static func write(
    pack: ReviewPack, catalogue: Catalogue, templates: DeckTemplates, to path: String
  ) throws {
    let page = try html(pack: pack, catalogue: catalogue, templates: templates)
    var file = try BufferedFile(creating: path)
    try file.append { $0.append(page.utf8) }
    try file.close()
  }

  /// The deck's text.
  package static func html(pack: ReviewPack, catalogue: Catalogue, templates: DeckTemplates) throws -> String
  {
    let wording = Wording(pack, catalogue)
    let builder = SlideBuilder(pack: pack, wording: wording)
    let words = words(pack: pack, wording)
    let outlines = DeckOutline.slides(for: pack.period.cadence)
    let outlined = builder.slides(of: outlines)
    var slides = builder.summary(leadingTo: outlined) + outlined
    let remarks = builder.remarks(of: outlines)
    if !remarks.isEmpty {
      let slide = Slide(
        id: "remarks", section: .pack, name: catalogue.text("deck.remarks"),
        message: catalogue.text("deck.remarks-about"), remarks: remarks,
        sheets: pack.table("checklist").map { [wording.sheet(of: $0.id)] } ?? [])
      slides.insert(slide, at: slides.firstIndex { $0.section == .pack } ?? slides.endIndex)
    }
    let pages = slides.enumerated().map { index, slide in
      slide.view(page: index + 2, words: words, section: section(of: slide, catalogue))
    }
    let entries = entries(of: slides)
    let view: View = words.merging(
      [
        "style": templates.style, "script": DeckScript.source, "digest": DeckScript.digest,
        "slides": pages, "last": "\(pages.count + 1)",
        "core": entries.filter(\.isCore).map(\.view), "appendix": entries.filter { !$0.isCore }.map(\.view),
        "hasAppendix": slides.contains { !$0.isCore },
      ], uniquingKeysWith: { _, own in own })
    return try templates.page(view)
  }

  /// What stands above a slide's title: its section, and that the meeting may pass it over.
  private static func section(of slide: Slide, _ catalogue: Catalogue) -> String {
    guard let section = slide.section.map(catalogue.name(of:)) else { return "" }
    return slide.isCore ? section : catalogue.text("deck.appendix-of", section)
  }

  /// A line of the page list: the slides of one matter, one a business unit.
  private struct Entry {
    let name: String
    let isCore: Bool
    var slides: [(page: Int, slide: Slide)]

    var view: View {
      [
        "name": plain(name), "id": slides[0].slide.id, "page": "\(slides[0].page)",
        "hasUnits": slides.count > 1,
        "units": slides.map { ["id": $0.slide.id, "unit": plain($0.slide.unit)] as View },
      ]
    }
  }

  private static func entries(of slides: [Slide]) -> [Entry] {
    slides.enumerated().reduce(into: []) { entries, slide in
      let page = (page: slide.offset + 2, slide: slide.element)
      if !page.slide.unit.isEmpty, entries.last?.slides[0].slide.outline == page.slide.outline {
        entries[entries.count - 1].slides.append(page)
      } else {
        entries.append(Entry(name: page.slide.name, isCore: page.slide.isCore, slides: [page]))
      }
    }
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
      "cover": text("cover"), "coreLabel": text("core"), "appendixLabel": text("appendix"),
      "sources": wording.sources(pack).map { label, source in
        ["name": plain(label), "source": plain(source)] as View
      },
    ]
  }
}
