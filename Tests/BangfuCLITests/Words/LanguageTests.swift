import Testing

@testable import BangfuCLI

@Suite struct LanguageTests {
  @Test(arguments: [
    ([], ["LANG": "zh_CN.UTF-8"], Language.zh),
    ([], ["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"], .zh),
    ([], ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .en),
    ([], ["LANG": "POSIX"], .en),
    ([], [:], .en),
    (["report", "--lang", "zh"], ["LC_ALL": "en_US"], .zh),
    (["--lang=en", "report"], ["LC_ALL": "zh_CN"], .en),
    (["add", "--", "--lang", "zh"], [:], .en),
    (["--lang", "de"], ["LANG": "zh_CN"], .zh),
    (["--lang"], [:], .en),
    (["--lang", "zh", "--lang=en"], [:], .en),
  ])
  func `the option comes before the locale`(
    _ arguments: [String], _ environment: [String: String], _ language: Language
  ) {
    #expect(Language(arguments: arguments, environment: environment) == language)
  }

  @Test func `a choice before the first command is taken out, a wrong one is left to be told`() {
    func rest(_ arguments: String...) -> [String] { Language.withoutLeadingChoice(arguments) }
    #expect(rest("--lang", "zh", "--lang=en", "stock", "list") == ["stock", "list"])
    #expect(rest("stock", "list", "--lang", "zh") == ["stock", "list", "--lang", "zh"])
    #expect(rest("--lang", "de", "stock") == ["--lang", "de", "stock"])
    #expect(rest("--lang") == ["--lang"])
  }

  @Test func `a page has both languages unless one is asked for, the one of this run first`() {
    func pages(_ arguments: String...) -> [Language] { Language.ofPages(arguments) }
    #expect(pages("report", "--lang", "zh") == [.zh] && pages("--lang=en", "report") == [.en])
    for language in Language.allCases {
      Language.$current.withValue(language) {
        #expect(Set(pages("report")) == [.zh, .en] && pages("report").first == language)
        #expect(pages("add", "--", "--lang", "zh").count == 2)
      }
    }
  }
}
