import InitiativeModel
import Testing

@Suite("Fiscal years")
struct FiscalYearTests {
  @Test(
    "Every way of writing fiscal year 2019 is read",
    arguments: [
      "2019", "２０１９", "2019年度", "R1", "r1", "Ｒ１", "R元", "令和元", "令和元年", "令和元年度", "令和1年度", "令和１年度", "平成31", "平成31年度",
      "平成３１年度", "H31", "令和 元 年度",
    ])
  func reads2019(text: String) {
    #expect(FiscalYear(typed: text)?.year == 2019)
  }

  @Test(
    "What is no year is not read",
    arguments: ["", "元", "令和", "令和0", "昭和64", "19", "20190", "R1x", "年度", "abc", "-2019"])
  func refuses(text: String) {
    #expect(FiscalYear(typed: text) == nil)
  }

  @Test("The year in which an era begins takes the new era's name")
  func names() {
    #expect(FiscalYear(2019)?.japaneseName == "令和元年度")
    #expect(FiscalYear(2018)?.japaneseName == "平成30年度")
    #expect(FiscalYear(1989)?.japaneseName == "平成元年度")
    #expect(FiscalYear(2020)?.fullName == "2020年度(令和2年度)")
    #expect(FiscalYear(1988) == nil)
  }

  @Test("Every year's Japanese name is read back as that year")
  func roundTrip() {
    for year in FiscalYear.range {
      let fiscalYear = FiscalYear(year)
      #expect(fiscalYear.flatMap { FiscalYear(typed: $0.japaneseName) } == fiscalYear)
    }
  }
}
