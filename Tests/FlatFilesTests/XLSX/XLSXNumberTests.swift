import FlatFiles
import ReviewModel
import Testing

@Suite("XLSX: numbers and days")
struct XLSXNumberTests {
  /// What stands in the file, and what people see.
  @Test(
    "numbers as people see them",
    arguments: [
      ("411", "411"), ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("007", "7"), ("+5", "5"), ("5.0", "5"),
      ("5.", "5"),
      (".5", "0.5"), ("-.5", "-0.5"), ("1.50", "1.5"), (" 12 ", "12"), ("0.5", "0.5"), ("10.25", "10.25"),
      ("1.2E+5", "120000"), ("1E-3", "0.001"), ("5e-05", "0.00005"), ("-1.25e2", "-125"), ("1e0", "1"),
      ("4.89290024005183e+17", "489290024005183000"), ("1E15", "1000000000000000"),
      // Excel's binary noise: fractions beyond 15 significant digits.
      ("0.28499999999999998", "0.285"), ("1234.5650000000001", "1234.565"), ("95496.57000000001", "95496.57"),
      ("22439.933999999997", "22439.934"), ("0.1000000000000000055511151231257827", "0.1"),
      ("-2.0000000000000004", "-2"), ("9.9999999999999999", "10"), ("0.99999999999999999", "1"),
      ("0.00012345678901234549", "0.000123456789012345"), ("0.00012345678901234550", "0.000123456789012346"),
      ("123456789012345.67", "123456789012346"), ("1234567890123456.7", "1234567890123457"),
      // Whole numbers stay whole.
      ("1234567890123456789", "1234567890123456789"), ("12345678901234567890123", "12345678901234567890123"),
      ("1.2345678901234567E+20", "123456789012345670000"),
      // What is no number is left to the column.
      ("1e", "1e"), ("e5", "e5"), ("1e99999", "1e99999"), ("1e500", "1e500"), ("--5", "--5"),
      ("1.2.3", "1.2.3"),
      ("-", "-"), (".", "."), ("0x10", "0x10"), ("NaN", "NaN"), ("１", "１"),
    ])
  func numbers(written: String, seen: String) throws {
    let row = "<c><v>\(written)</v></c><c t=\"n\"><v>\(written)</v></c>"
    #expect(try TestWorkbook("<row>\(row)</row>").fields() == [seen, seen])
  }

  /// 45962 is 2025-11-01: 45658 is 2025-01-01, and November begins on day 305 of the year.
  @Test(
    "formats that make a day of a number",
    arguments: [
      "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57",
      "58",
      "yyyy-mm-dd", "d/m/yyyy", "yyyy\"年\"m\"月\"d\"日\"", "yyyy\"年\"m\"月\"", "mmm", "mmmm\\ yy",
      "[$-804]yyyy/m/d;@",
      "[$-F800]dddd, mmmm dd, yyyy", "[Red]d.m.yy", "YYYY-MM-DD", "m\"月\"", "yyyy-mm-dd hh:mm", "[DBNum1]m/d",
    ])
  func dayFormats(format: String) throws {
    let rows = "<row><c s=\"1\"><v>45962</v></c><c s=\"0\"><v>45962</v></c></row>"
    #expect(try TestWorkbook(rows, formats: [format]).fields() == ["2025-11-01", "45962"])
  }

  @Test(
    "formats that leave a number a number",
    arguments: [
      "0", "1", "2", "9", "10", "11", "12", "37", "44", "48", "49", "General", "GENERAL", "@", "0.00E+00",
      "#,##0",
      "#,##0.00\"d\"", "0\\d", "[Red]0", "[$¥-804]#,##0", "0_d", "0*y", "0;[Red]-0;\"d\"", "\"yyyy\"",
      "# ?/?",
      "0.00%;d", "[$USD] 0", "",
    ])
  func numberFormats(format: String) throws {
    let rows = "<row><c s=\"1\"><v>45962</v></c><c s=\"9\"><v>1</v></c></row>"
    #expect(try TestWorkbook(rows, formats: [format]).fields() == ["45962", "1"])
  }

  @Test(
    "days and times of the 1900 system",
    arguments: [
      // The numbers are those of ECMA-376, part 1, 18.17.4.1, and of Excel.
      ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
      ("0", "1900-01-00"),
      ("36526", "2000-01-01"), ("45351", "2024-02-29"), ("45962.0", "2025-11-01"), ("4.5962E4", "2025-11-01"),
      ("2958465", "9999-12-31"), ("2958466", "2958466"), ("-1", "-1"),
      ("1e300", "1" + String(repeating: "0", count: 300)),
      ("39339.640277777777", "2007-09-14 15:22:00"), ("42950.607638888891", "2017-08-03 14:35:00"),
      ("45962.5", "2025-11-01 12:00:00"), ("0.5", "1900-01-00 12:00:00"),
      // To the nearest second: a second is 0.0000115740740…
      ("45962.000005", "2025-11-01"), ("45962.000006", "2025-11-01 00:00:01"), ("45962.999999", "2025-11-02"),
      ("45962.99998", "2025-11-01 23:59:58"), ("x", "x"),
    ])
  func from1900(number: String, day: String) throws {
    let rows = "<row><c s=\"1\"><v>\(number)</v></c><c><v>7</v></c></row>"
    #expect(try TestWorkbook(rows, formats: ["yyyy-mm-dd hh:mm:ss"]).fields() == [day, "7"])
  }

  @Test(
    "days of the 1904 system",
    arguments: [
      ("0", "1904-01-01"), ("1", "1904-01-02"), ("60", "1904-03-01"), ("44500", "2025-11-01"),
      ("39339.640277777777", "2011-09-15 15:22:00"), ("2957003", "9999-12-31"), ("2957004", "2957004"),
    ],
    ["<workbookPr date1904=\"1\"/>", "<workbookPr date1904=\"true\"/>"])
  func from1904(number: (String, String), workbookPr: String) throws {
    let rows = "<row><c s=\"1\"><v>\(number.0)</v></c><c><v>7</v></c></row>"
    let workbook = TestWorkbook(rows, formats: ["14"], workbookPr: workbookPr)
    #expect(try workbook.fields() == [number.1, "7"])
    let scratch = try workbook.file()
    #expect(try XLSXFile(path: scratch.path, name: "a").dateSystem == .from1904)
  }

  @Test(
    "times of day, and hours that count on",
    arguments: [
      ("0.6114583333333333", "14:40:30", "14:40:30"), ("0", "00:00:00", "00:00:00"),
      ("0.25", "06:00:00", "06:00:00"), ("1.5", "1900-01-01 12:00:00", "36:00:00"),
      ("10.632060185185185", "1900-01-10 15:10:10", "255:10:10"), ("0.999999", "00:00:00", "24:00:00"),
    ])
  func times(number: String, time: String, elapsed: String) throws {
    let rows = "<row>" + (1...6).map { "<c s=\"\($0)\"><v>\(number)</v></c>" }.joined() + "</row>"
    let formats = ["h:mm", "20", "mm:ss.0", "上午/下午h\"时\"mm\"分\"", "[h]:mm:ss", "46"]
    #expect(
      try TestWorkbook(rows, formats: formats).fields() == [time, time, time, time, elapsed, elapsed])
  }
}
