/// The parts of a small workbook that has some of everything: what a fuzzed part stands among.
enum Parts {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  static let all: [(name: String, text: String)] = [
    (
      "xl/worksheets/sheet1.xml",
      """
      <worksheet xmlns="\(main)"><sheetData>\
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>date</t></is></c>\
      <c r="C1"><v>3</v></c></row>\
      <row r="2"><c r="A2"><v>1.25E+3</v></c><c r="B2" s="1"><v>46300.5</v></c><c t="b"><v>1</v></c></row>\
      <row><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>x</v></c><c r="E3" t="s"><v>1</v></c></row>\
      </sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells></worksheet>
      """
    ),
    (
      "xl/sharedStrings.xml",
      """
      <sst xmlns="\(main)"><si><t>order_id</t></si><si><r><t xml:space="preserve"> a</t></r><r><t>_x0041_</t></r>\
      <rPh sb="0" eb="1"><t>ア</t></rPh></si></sst>
      """
    ),
    (
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(main)"><numFmts>\
      <numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="22"/></cellXfs></styleSheet>
      """
    ),
    (
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(office)"><workbookPr date1904="0"/><sheets>\
      <sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="\(package)">\
      <Relationship Id="rId1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="rId2" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/>\
      <Relationship Id="rId3" Type="\(office)/styles" Target="/xl/styles.xml"/></Relationships>
      """
    ),
    (
      "_rels/.rels",
      """
      <Relationships xmlns="\(package)">\
      <Relationship Id="rId1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/>\
      </Relationships>
      """
    ),
  ]
}
