import Bangfu
import Domain

extension RuleSetInForce {
  /// What it says, in plain sentences: a head, and a line a rule.
  var words: [String] {
    let days =
      rules.to.map { say("\(rules.from) 至 \($0)", "\(rules.from) to \($0)") }
      ?? say("\(rules.from) 起", "From \(rules.from) on")
    let why = reason.isEmpty ? "" : say("：\(reason)", ": \(reason)")
    let by = say(
      "（编号 \(act)，\(at) \(operatorName) 设定\(why)）",
      " (number \(act), set by \(operatorName) at \(at)\(why))")
    return [days + by] + rules.words.map { "  - " + $0 }
  }
}

extension RuleSet {
  /// What it says, a sentence a rule.
  var words: [String] {
    recognitionWords + [
      say(
        "产地是 \(origins.joined(separator: "、")) 的商品才计入",
        "Products from \(origins.joined(separator: ", ")) count, no others."),
      chosen["certificates"] == "required"
        ? say(
          "销售当天要有有效的消费帮扶产品认定", "The product must have a certificate on the day of sale.")
        : say("不要求消费帮扶产品认定", "No certificate is needed."),
      provinces.map {
        say(
          "货要发往 \($0.joined(separator: "、"))",
          "The goods must go to \($0.joined(separator: ", ")).")
      } ?? say("发往哪里都计入", "The goods may go anywhere."),
      say(
        "商超按\(["till": "收银销售", "settlement": "结算", "paid": "回款"][chosen["supermarket"] ?? ""] ?? "")额",
        "Of a supermarket its \(["till": "till sales count", "settlement": "settlements count", "paid": "payments count"][chosen["supermarket"] ?? ""] ?? "")."
      ),
      chosen["subsidies"] == "in"
        ? say("平台等的补贴计入", "What platforms and others paid for the buyer counts.")
        : say("平台等的补贴不计入", "What platforms and others paid for the buyer does not count."),
      chosen["tourism"] == "in"
        ? say("旅游计入", "Tourism counts.") : say("旅游不计入", "Tourism does not count."),
      say("签约从不计入", "Signed agreements never count."),
    ]
  }

  /// On which day a sale counts, a sentence an event.
  private var recognitionWords: [String] {
    RuleSet.events.compactMap { event in
      let kinds = RuleSet.channelKinds.filter { recognition[$0] == event }
      if kinds.isEmpty { return nil }
      let all = kinds.count == RuleSet.channelKinds.count
      let zh = all ? "各渠道" : kinds.map(CodeWords.chinese).joined(separator: "、")
      let en = all ? "of every channel" : "of \(kinds.joined(separator: ", "))"
      let onDay = ["paid": "付款", "delivered": "送达", "accepted": "验收"][event] ?? event
      return say("\(zh)的销售按\(onDay)那天算", "A sale \(en) counts on the day it is \(event).")
    }
  }

  /// The rule set as a rule file has it.
  var json: JSON {
    var members: [(String, JSON)] = [("from", .string(from.description))]
    if let to { members.append(("to", .string(to.description))) }
    members.append(
      (
        "recognition",
        .object(RuleSet.channelKinds.map { ($0, .string(recognition[$0] ?? "")) })
      ))
    members.append(("origins", .array(origins.map { .string($0) })))
    members.append(("provinces", provinces.map { .array($0.map { .string($0) }) } ?? .null))
    members += RuleSet.choices.map { ($0.key, .string(chosen[$0.key] ?? "")) }
    members.append(("agreements", .string("never")))
    return .object(members)
  }
}

extension Table {
  /// Rule sets to print.
  init(_ sets: [RuleSetInForce]) {
    self.init(
      [
        .named("number"), .named("from"), .named("to"), .named("origins"), .named("certificates"),
        .named("provinces"), .named("supermarket"), .named("subsidies"), .named("tourism_counts"),
      ],
      rows: sets.map { set in
        [
          String(set.act), set.rules.from.description, set.rules.to?.description ?? "",
          set.rules.origins.joined(separator: ", "), set.rules.chosen["certificates"] ?? "",
          (set.rules.provinces ?? []).joined(separator: ", "),
          set.rules.chosen["supermarket"] ?? "", set.rules.chosen["subsidies"] ?? "",
          set.rules.chosen["tourism"] ?? "",
        ]
      })
  }
}
