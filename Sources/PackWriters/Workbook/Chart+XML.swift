/// A chart as a part of the package: DrawingML after ECMA-376, part 1, section 21.2. Elements stand in the
/// order of the schema, without which Excel offers to repair the file.
extension Chart {
  private static let blue = ["1F4E79", "7FA8D6", "B7791F", "2F855A", "6B46C1", "C05621"]
  /// A target is paler than what became of it.
  private static let pair = ["C3CBD6", "1F4E79"]
  private static let rateColor = "D97706"
  private static let ink = "374151"
  private static let faintInk = "6B7280"
  private static let grid = "E5E7EB"

  var xml: String {
    let bars = series.filter { !$0.isRate }
    let lines = series.filter(\.isRate)
    var text = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
      <c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>\
      <a:defRPr sz="1200" b="1">\(Self.solid(Self.ink))</a:defRPr></a:pPr><a:r><a:rPr sz="1200" b="1">\
      \(Self.solid(Self.ink))</a:rPr><a:t>\(Markup.escaped(title))</a:t></a:r></a:p></c:rich></c:tx>\
      <c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>
      """
    text += "<c:barChart><c:barDir val=\"\(shape == .bars ? "bar" : "col")\"/>"
    text +=
      "<c:grouping val=\"\(shape == .stackedColumns ? "stacked" : "clustered")\"/><c:varyColors val=\"0\"/>"
    let colors = shape == .columns && bars.count == 2 ? Self.pair : Self.blue
    for (index, one) in bars.enumerated() { text += xml(of: one, index, color: colors[index % colors.count]) }
    text += "<c:gapWidth val=\"60\"/>"
    if shape == .stackedColumns { text += "<c:overlap val=\"100\"/>" }
    text += "<c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:barChart>"
    if !lines.isEmpty {
      text += "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>"
      for (index, one) in lines.enumerated() {
        text += xml(of: one, bars.count + index, color: Self.rateColor)
      }
      text += "<c:marker val=\"1\"/><c:axId val=\"1003\"/><c:axId val=\"1004\"/></c:lineChart>"
    }
    text += axes(secondary: !lines.isEmpty)
    text += "</c:plotArea>"
    if series.count > 1 { text += "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>" }
    text += """
      <c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>\
      <c:spPr>\(Self.solid("FFFFFF"))<a:ln w="9525">\(Self.solid(Self.grid))</a:ln></c:spPr>\
      \(Self.textProperties(size: 900))</c:chartSpace>

      """
    return text
  }

  private func xml(of one: Series, _ index: Int, color: String) -> String {
    var text = "<c:ser><c:idx val=\"\(index)\"/><c:order val=\"\(index)\"/><c:tx>\(xml(of: one.name))</c:tx>"
    if one.isRate {
      text += """
        <c:spPr><a:ln w="22225" cap="rnd">\(Self.solid(color))<a:round/></a:ln></c:spPr><c:marker>\
        <c:symbol val="circle"/><c:size val="5"/><c:spPr>\(Self.solid(color))</c:spPr></c:marker>
        """
    } else {
      text += "<c:spPr>\(Self.solid(color))</c:spPr><c:invertIfNegative val=\"0\"/>"
    }
    text +=
      "<c:cat>\(xml(of: categories))</c:cat><c:val>\(xml(of: one.values, isRate: one.isRate || countsRates))</c:val>"
    if one.isRate { text += "<c:smooth val=\"0\"/>" }
    return text + "</c:ser>"
  }

  private func axes(secondary: Bool) -> String {
    let isBars = shape == .bars
    // Bars count from below; the first stage belongs on top.
    var text = """
      <c:catAx><c:axId val="1001"/>\
      <c:scaling><c:orientation val="\(isBars ? "maxMin" : "minMax")"/></c:scaling><c:delete val="0"/>\
      <c:axPos val="\(isBars ? "l" : "b")"/><c:numFmt formatCode="General" sourceLinked="0"/>\
      <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>\
      <c:spPr><a:ln w="9525">\(Self.solid("9CA3AF"))</a:ln></c:spPr><c:crossAx val="1002"/>\
      <c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>\
      <c:noMultiLvlLbl val="1"/></c:catAx>\
      <c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>\(countsRates ? "<c:min val=\"0\"/>" : "")\
      </c:scaling><c:delete val="0"/>\
      <c:axPos val="\(isBars ? "t" : "l")"/><c:majorGridlines><c:spPr><a:ln w="9525">\(Self.solid(Self.grid))\
      </a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="\(countsRates ? "0%" : "#,##0")" sourceLinked="0"/>\
      <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>\
      <c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="1001"/>\
      <c:crosses val="\(isBars ? "max" : "autoZero")"/><c:crossBetween val="between"/></c:valAx>
      """
    guard secondary else { return text }
    text += """
      <c:valAx><c:axId val="1004"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>\
      <c:delete val="0"/><c:axPos val="r"/><c:numFmt formatCode="0%" sourceLinked="0"/>\
      <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>\
      <c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="1003"/><c:crosses val="max"/>\
      <c:crossBetween val="between"/></c:valAx>\
      <c:catAx><c:axId val="1003"/><c:scaling><c:orientation val="minMax"/></c:scaling>\
      <c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>\
      <c:tickLblPos val="nextTo"/><c:crossAx val="1004"/><c:crosses val="autoZero"/><c:auto val="1"/>\
      <c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>
      """
    return text
  }

  private func xml(of range: Range) -> String {
    var text = "<c:strRef><c:f>\(Markup.escaped(range.reference))</c:f><c:strCache>"
    text += "<c:ptCount val=\"\(range.texts.count)\"/>"
    for (index, one) in range.texts.enumerated() {
      text += "<c:pt idx=\"\(index)\"><c:v>\(Markup.escaped(one))</c:v></c:pt>"
    }
    return text + "</c:strCache></c:strRef>"
  }

  private func xml(of numbers: Numbers, isRate: Bool) -> String {
    var text = "<c:numRef><c:f>\(Markup.escaped(numbers.reference))</c:f><c:numCache>"
    text += "<c:formatCode>\(isRate ? "0.0%" : "#,##0.00")</c:formatCode>"
    text += "<c:ptCount val=\"\(numbers.values.count)\"/>"
    for (index, value) in numbers.values.enumerated() {
      if let value { text += "<c:pt idx=\"\(index)\"><c:v>\(value)</c:v></c:pt>" }
    }
    return text + "</c:numCache></c:numRef>"
  }

  private static func solid(_ color: String) -> String {
    "<a:solidFill><a:srgbClr val=\"\(color)\"/></a:solidFill>"
  }

  private static func textProperties(size: Int) -> String {
    "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"\(size)\">\(solid(faintInk))</a:defRPr>"
      + "</a:pPr><a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>"
  }
}
