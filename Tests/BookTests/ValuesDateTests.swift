import Book
import FlatFiles
import ReviewModel
import Testing

@Suite("Values: dates, times, periods")
struct ValuesDateTests {
  private func number(_ day: String) throws -> Scalar { Scalar(Int64(try #require(Day(day)).number)) }

  @Test(
    "dates",
    arguments: [
      ("2026-03-05", "2026-03-05"), ("2026-3-5", "2026-03-05"), ("2026/03/05", "2026-03-05"),
      ("2026/3/5", "2026-03-05"), ("2026.3.5", "2026-03-05"), ("2026.03.05", "2026-03-05"),
      ("20260305", "2026-03-05"), ("2026年3月5日", "2026-03-05"), ("2026年03月05日", "2026-03-05"),
      ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"), ("1900-01-01", "1900-01-01"),
      ("2199-12-31", "2199-12-31"), ("２０２６－０３－０５", "2026-03-05"), ("２０２６年３月５日", "2026-03-05"),
      (" 2026-03-05\u{3000}", "2026-03-05"), ("2026-12-1", "2026-12-01"), ("2026-1-12", "2026-01-12"),
      // A time is dropped.
      ("2026-03-05T10:00", "2026-03-05"), ("2026-03-05 9:05", "2026-03-05"),
      ("2026-03-05  09:05:59", "2026-03-05"),
      ("2026/3/5 23:59:59.999999", "2026-03-05"), ("2026-03-05T10:00:00Z", "2026-03-05"),
      ("2026-03-05T23:30:00-11:30", "2026-03-05"), ("20260305T1:00", "2026-03-05"),
      ("20260305 10:00", "2026-03-05"), ("2026年3月5日 10:00", "2026-03-05"),
      ("2026-03-05 00:00:00", "2026-03-05"),
      // So it is as people write it.
      ("2026-03-05 10:00 AM", "2026-03-05"), ("2026-03-05 9:05:59pm", "2026-03-05"),
      ("2026-03-05, 12:00:00 PM", "2026-03-05"), ("2026-03-05 10:00\u{202F}AM", "2026-03-05"),
      ("2026/3/5 上午10:00:00", "2026-03-05"), ("2026/3/5 下午 3:05", "2026-03-05"),
      ("2026-03-05下午03:05", "2026-03-05"), ("2026年3月5日10:00", "2026-03-05"),
      ("2026年3月5日　下午3：05", "2026-03-05"), ("2026-03-05 24:00", "2026-03-05"),
      ("2026-03-05T24:00:00.000", "2026-03-05"), ("2026-03-05 0:30 上午", nil),
    ] as [(String, String?)])
  func dates(text: String, day: String?) throws {
    #expect(reading(text, DateReader().date) == (try day.map(number) ?? .malformed))
  }

  @Test(
    "not dates",
    arguments: [
      "2026-02-29", "20260229", "2100-02-29", "1900-02-29", "31/02/2026", "3/5/2026", "05-03-2026",
      "2026-13-01",
      "2026-00-10", "2026-04-31", "2026-01-00", "2026-01-32", "2026/3-5", "2026-3/5", "2026-03", "2026",
      "26-03-05",
      "02026-03-05", "2026-003-05", "2026-03-005", "2026--3-5", "-2026-3-5", "2026-03-05-", "2026年3月5",
      "2026年3-5日",
      "2026-3月5日", "1899-12-31", "2200-01-01", "202603", "2026035", "202603051", "20260305103000", "46086",
      "2026-03-05T", "2026-03-05T10", "2026-03-05 10:60", "2026-03-05 24:01", "2026-03-05 10:00:60",
      "2026-03-05 10:0", "2026-03-05 10:00:", "2026-03-05 10:00:00.", "2026-03-05 13:00 AM", "2026-03-05 Thu",
      "2026-03-05 10:00 A", "2026-03-05 10:00 AMx", "2026-03-05 上午10:00 AM", "2026-03-05 上午", "2026-03-05 AM",
      "2026-03-05 下午15:00", "2026-03-05 25:00", "2026-03-05,", "2026-03-05 24:00:00.1", "2026-03-0510:00 AM",

      "2026-03-05x", "2026-03-0510:00", "2026-03-05T10:00+8", "2026-03-05T10:00 Z", "2026-03-05 100:00",
      "2026-03-05T10:00+08:60", "2026-03-05T 10:00", "2026:03:05", "2026 03 05", "Mar 5, 2026", "今天",
    ])
  func notDates(text: String) {
    #expect(reading(text, DateReader().date) == .malformed)
  }

  @Test("every day of 1900–2199 in every built-in form and in some formats")
  func everyDay() throws {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let builtIn = DateReader()
    let american = DateReader(formats: [try DateFormat("M/D/YYYY")])
    let named = DateReader(formats: [try DateFormat("D MMM, YYYY")])
    let compact = DateReader(formats: [try DateFormat("DDMMYYYY")])
    let first = try #require(Day(year: 1900, month: 1, day: 1))
    let last = try #require(Day(year: 2199, month: 12, day: 31))
    var failures = 0
    for day in first...last {
      let (year, month, number) = day.components
      let iso = day.description
      let twoMonth = iso.dropFirst(5).prefix(2)
      let twoDay = iso.suffix(2)
      let read = [
        reading(iso, builtIn.date), reading("\(year)/\(month)/\(number)", builtIn.date),
        reading("\(year).\(twoMonth).\(number)", builtIn.date),
        reading("\(year)\(twoMonth)\(twoDay)", builtIn.date),
        reading("\(year)年\(month)月\(number)日", builtIn.date),
        reading("\(month)/\(number)/\(year)", american.date),
        reading("\(number) \(months[month - 1]), \(year)", named.date),
        reading("\(twoDay)\(twoMonth)\(year)", compact.date),
      ]
      if read != Array(repeating: Scalar(Int64(day.number)), count: 8) { failures += 1 }
    }
    // 300 × 365 days and 73 leap days.
    #expect(last - first + 1 == 109_573)
    #expect(failures == 0)
  }

  @Test(
    "formats",
    arguments: [
      (["M/D/YYYY"], "3/5/2026", "2026-03-05"), (["M/D/YYYY"], "03/05/2026", "2026-03-05"),
      (["D/M/YYYY"], "3/5/2026", "2026-05-03"), (["MM/DD/YY"], "03/05/26", "2026-03-05"),
      (["D MMM, YYYY"], "5 mar, 2026", "2026-03-05"), (["MMMM D YYYY"], "MARCH 5 2026", "2026-03-05"),
      (["dddd, MMMM D, YYYY"], "Thursday, March 5, 2026", "2026-03-05"),
      (["dddd, MMMM D, YYYY"], "monday, March 5, 2026", "2026-03-05"),
      (["ddd D MMM YYYY"], "THU 5 Mar 2026", "2026-03-05"), (["DD.MM.YYYY"], "05.03.2026", "2026-03-05"),
      (["D. MMMM YYYY"], "31. May 2026", "2026-05-31"), (["YYYY D M"], "2026 5 3", "2026-03-05"),
      // In order, then the built-in forms; a time is dropped here too.
      (["M/D/YYYY", "D/M/YYYY"], "3/5/2026", "2026-03-05"),
      (["M/D/YYYY", "D/M/YYYY"], "13/5/2026", "2026-05-13"),
      (["M/D/YYYY"], "2026-03-05", "2026-03-05"), (["YYYY-D-M"], "2026-03-05", "2026-05-03"),
      (["YYYY-DD-MM"], "2026-03-05 10:00", "2026-05-03"), (["M/D/YYYY"], "3/5/2026 10:30:00", "2026-03-05"),
      (["M/D/YYYY"], "3/5/2026 9:00 AM", "2026-03-05"), (["M/D/YYYY"], "3/5/2026, 9:00:00 PM", "2026-03-05"),
      (["M/D/YYYY", "D/M/YYYY"], "13/5/2026 9:00 am", "2026-05-13"),
      (["M/D/YYYY"], "3／5／2026", "2026-03-05"), (["M／D／YYYY"], "3/5/2026", "2026-03-05"),
      (["YYYY年D日M月"], "2026年5日3月", "2026-03-05"), (["M/D/YY", "M/D/YYYY"], "3/5/2026", "2026-03-05"),
      (["YTDD-MM-YYYY"], "YT05-03-2026", "2026-03-05"),
    ] as [([String], String, String)])
  func formats(patterns: [String], text: String, day: String) throws {
    let reader = DateReader(formats: try patterns.map { try DateFormat($0) })
    #expect(reading(text, reader.date) == (try number(day)))
  }

  @Test(
    "not of the format",
    arguments: [
      ("M/D/YYYY", "13/5/2026"), ("M/D/YYYY", "2/29/2026"), ("M/D/YYYY", "3/5/26"), ("M/D/YYYY", "3/5/20260"),
      ("MM/DD/YYYY", "3/05/2026"), ("M/D/YYYY", "003/5/2026"), ("M/D/YY", "3/5/2026"),
      ("M-D-YYYY", "3/5/2026"),
      ("D MMM YYYY", "5 March 2026"), ("D MMMM YYYY", "5 Mar 2026"), ("D MMM YYYY", "5 Mrz 2026"),
      ("ddd D MMM YYYY", "5 Mar 2026"), ("ddd D MMM YYYY", "Xyz 5 Mar 2026"), ("M/D/YYYY", "3/5/1899"),
      ("M/D/YYYY", "3/5/2026 soon"),
    ])
  func notOfTheFormat(pattern: String, text: String) throws {
    #expect(reading(text, DateReader(formats: [try DateFormat(pattern)]).date) == .malformed)
  }

  @Test(
    "patterns that are no format",
    arguments: [
      ("M/D", "no year"), ("YYYY-MM", "no day"), ("D YYYY", "no month"), ("", "no year"),
      ("M MMM D YYYY", "more than one month"), ("YYYY YY M D", "more than one year"),
      ("MDYYYY", "straight after M or D"), ("M/DYYYY", "straight after M or D"),
      ("YYYYMD", "straight after M or D"),
    ])
  func notAFormat(pattern: String, reason: String) {
    let error = #expect(throws: DateFormat.Invalid.self) { try DateFormat(pattern) }
    #expect(error?.reason.contains(reason) == true)
  }

  @Test(
    "date-times",
    arguments: [
      // Shanghai is eight hours ahead.
      ("Asia/Shanghai", "1970-01-01 08:00", 0), ("Asia/Shanghai", "1970-01-01", -28_800),
      ("Asia/Shanghai", "1970-01-02T00:00:00Z", 86_400),
      ("Asia/Shanghai", "1970-01-01T00:00:00+08:00", -28_800),
      ("Asia/Shanghai", "1970-01-01T00:00-05:30", 19_800),
      ("Asia/Shanghai", "2026-03-05 10:00:00", 1_772_676_000),
      ("Asia/Shanghai", "20260305 10:00", 1_772_676_000),
      ("UTC", "2026-03-05 02:00:00", 1_772_676_000),
      // Summer time in Shanghai, 1986–1991: nine hours.
      ("Asia/Shanghai", "1990-07-01 09:00", 646_790_400),
      // New York, 8 March 2026: 02:00–03:00 is skipped, read by the -05:00 before it.
      ("America/New_York", "2026-03-08 01:59:59", 1_772_953_199),
      ("America/New_York", "2026-03-08 02:30", 1_772_955_000),
      ("America/New_York", "2026-03-08 03:00", 1_772_953_200),
      // New York, 1 November 2026: 01:00–02:00 comes twice, read by the -04:00 before the change.
      ("America/New_York", "2026-11-01 01:30", 1_793_511_000),
      ("America/New_York", "2026-11-01 02:00", 1_793_516_400),
      ("America/New_York", "2150-07-01 00:00", 5_695_934_400),
    ] as [(String, String, Int64)])
  func datetimes(zone: String, text: String, seconds: Int64) throws {
    let clock = try #require(ZoneClock(identifier: zone))
    #expect(reading(text) { DateReader().datetime($0, clock: clock) } == Scalar(seconds * 1_000_000))
  }

  @Test(
    "fractions of a second, to the microsecond",
    arguments: [
      ("1970-01-01T00:00:01.999Z", 1_999_000), ("1970-01-01 08:00:01.5", 1_500_000),
      ("1970-01-01 08:00:00.000001", 1), ("1970-01-01 08:00:00.0000019", 1),
      ("1970-01-01 07:59:59.25", -750_000), ("1970-01-01T00:00:00.000Z", 0),
      ("1900-01-01T00:00:00.1Z", -2_208_988_799_900_000),
      ("2199-12-31T23:59:59.999999Z", 7_258_118_399_999_999),
    ] as [(String, Int64)])
  func fractions(text: String, instant: Int64) throws {
    let clock = try #require(ZoneClock(identifier: "Asia/Shanghai"))
    #expect(reading(text) { DateReader().datetime($0, clock: clock) } == Scalar(instant))
  }

  @Test(
    "not date-times",
    arguments: [
      "10:00", "2026-03-05 25:00", "2026-03-05 10", "2026-02-30 10:00", "now", "2026-03-05 10:00 AM",
      "2026-03-05 24:00", "2026年3月5日10:00",
    ])
  func notDatetimes(text: String) throws {
    let clock = try #require(ZoneClock(identifier: "UTC"))
    #expect(reading(text) { DateReader().datetime($0, clock: clock) } == .malformed)
  }

  @Test("the numbers of a spreadsheet's days, where no form of dates does")
  func serials() throws {
    let cases: [(DateSystem, String, String)] = [
      (.from1900, "1", "1900-01-01"), (.from1900, "59", "1900-02-28"), (.from1900, "61", "1900-03-01"),
      (.from1900, "25569", "1970-01-01"), (.from1900, "46086.75", "2026-03-05"),
      (.from1900, "46086.999999", "2026-03-06"), (.from1900, "20260305", "2026-03-05"),
      (.from1904, "0", "1904-01-01"), (.from1904, "44624", "2026-03-05"),
      (.from1904, "2026-03-05", "2026-03-05"),
    ]
    for (system, text, day) in cases {
      #expect(reading(text, DateReader(system: system).date) == (try number(day)), "\(text)")
    }
    let from1900 = DateReader(system: .from1900)
    for text in ["0", "60", "-1", "109575", "1e5", "x"] {
      #expect(reading(text, from1900.date) == .malformed, "\(text)")
    }
    #expect(reading("109574", from1900.date) == (try number("2199-12-31")))
    let clock = try #require(ZoneClock(identifier: "Asia/Shanghai"))
    let morning = reading("25569.354178") { from1900.datetime($0, clock: clock) }
    #expect(morning == Scalar(1_801_000_000))  // 08:30:01 in Shanghai, 00:30:01 in Greenwich
    #expect(
      reading("46086") { from1900.period($0, .month) }
        == Scalar(Period.month(Month(year: 2026, month: 3)).code))
  }

  @Test(
    "the day on which a clock shows an instant",
    arguments: [
      ("UTC", -1, "1969-12-31"), ("UTC", 0, "1970-01-01"), ("UTC", 86_399, "1970-01-01"),
      ("Asia/Shanghai", 57_599, "1970-01-01"), ("Asia/Shanghai", 57_600, "1970-01-02"),
      // New York, 1 November 2026, 04:00 UTC: the day begins by summer time.
      ("America/New_York", 1_793_505_599, "2026-10-31"), ("America/New_York", 1_793_505_600, "2026-11-01"),
      // São Paulo, 18 February 2018, 02:00 UTC: midnight comes, and it is 23:00 again.
      ("America/Sao_Paulo", 1_518_919_199, "2018-02-17"), ("America/Sao_Paulo", 1_518_919_200, "2018-02-17"),
      ("America/Sao_Paulo", 1_518_922_800, "2018-02-18"),
      // 4 November 2018, 03:00 UTC: from midnight it is 01:00 at once.
      ("America/Sao_Paulo", 1_541_300_399, "2018-11-03"), ("America/Sao_Paulo", 1_541_300_400, "2018-11-04"),
    ] as [(String, Int64, String)])
  func days(zone: String, instant: Int64, day: String) throws {
    let clock = try #require(ZoneClock(identifier: zone))
    #expect(clock.day(of: instant * 1_000_000).description == day)
  }

  @Test("a name that is no zone") func noZone() { #expect(ZoneClock(identifier: "Mars/Olympus") == nil) }

  @Test("periods")
  func periods() throws {
    let march = Period.month(Month(year: 2026, month: 3))
    let week10 = Period.week(try #require(Week(isoYear: 2026, week: 10)))
    let week53 = Period.week(try #require(Week(isoYear: 2020, week: 53)))
    let cases: [(String, PeriodForm, Period?)] = [
      ("2026", .any, .year(2026)), ("2026-Q1", .any, .quarter(year: 2026, quarter: 1)),
      ("2026-q4", .any, .quarter(year: 2026, quarter: 4)), ("2026-03", .any, march),
      ("2026-W10", .any, week10),
      ("2026-w10", .any, week10), ("2020-W53", .any, week53), ("2026-03-05", .any, march),
      ("２０２６－Ｑ２", .any, .quarter(year: 2026, quarter: 2)), ("2026年3月5日", .any, march),
      ("20260305", .any, march), ("1900", .any, .year(1900)),
      ("2026-03", .month, march), ("2026/3/31 8:00", .month, march), ("2026/3/31 8:00 PM", .month, march),
      ("2026-W10", .month, nil),
      ("2026", .month, nil), ("2026-Q1", .month, nil),
      ("2026-W10", .week, week10), ("2026-03-02", .week, week10), ("2026-03-08", .week, week10),
      ("2021-01-03", .week, week53), ("2026-03", .week, nil), ("2026", .week, nil),
      ("2026-Q0", .any, nil), ("2026-Q5", .any, nil), ("2026-Q", .any, nil), ("2026-Q11", .any, nil),
      ("2026-13", .any, nil), ("2026-00", .any, nil), ("2026-3", .any, nil), ("202603", .any, nil),
      ("2026-W54", .any, nil), ("2026-W53", .week, week(2026, 53)), ("2025-W53", .any, nil),
      ("2026-W00", .any, nil),
      ("2026-W1", .any, nil), ("1899", .any, nil), ("2200", .any, nil), ("2026-", .any, nil),
      ("Q1", .any, nil),
      ("2026-02-30", .any, nil), ("26", .any, nil),
    ]
    for (text, form, period) in cases {
      let read = reading(text) { DateReader().period($0, form) }
      #expect(read == period.map { Scalar($0.code) } ?? .malformed, "\(text)")
      #expect(read.value.flatMap { Period(code: $0) } == period, "\(text)")
    }
    let american = DateReader(formats: [try DateFormat("M/D/YYYY")])
    #expect(reading("3/5/2026") { american.period($0, .month) } == Scalar(march.code))
  }

  private func week(_ year: Int, _ number: Int) -> Period? {
    Week(isoYear: year, week: number).map(Period.week)
  }
}
