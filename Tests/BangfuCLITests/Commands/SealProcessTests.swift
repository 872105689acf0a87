import Postgres
import Testing

/// The real program seals, alone and among others.
@Suite struct SealProcessTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  @Test(.timeLimit(.minutes(5)))
  func `seals that are made while tills sell cover each act once, and hold`() throws {
    let orders = (1...40).map { _ in
      #"{"line":["HS01:1"],"tender":["cash:100"],"at":"2025-10-01T10:00:00"}"# + "\n"
    }
    try shop.write(orders.joined(), to: "orders")
    let run = try shop.shell(
      """
      bangfu() { \(shop.program) "$@"; }
      bangfu stock receive HS01 1000 >received
      for till in 1 2; do bangfu order enter - --format json <orders >sold.$till 2>said.$till & done
      for turn in 1 2 3 4; do
        for one in 1 2; do bangfu seal --format json >seal.$turn.$one 2>>sealed & done
        bangfu seal --format json >seal.$turn.3 2>>sealed || exit
      done
      wait; cat said.? >&2; bangfu seal >last 2>>sealed; bangfu check --format csv
      """)
    #expect(run.status == 0, "\(run.words)")
    #expect(run.slips.contains("\nseals_hold,0,"), "\(run.slips)")
    let found = try shop.value(
      """
      SELECT concat_ws(' ', (SELECT count(*) FROM document), (SELECT sum(postings) FROM seal),
        (SELECT count(*) FROM posting), (SELECT count(*) > 1 FROM seal))
      """
    ).split(separator: " ")
    #expect(found[0] == "80" && found[3] == "t", "\(found)")
    let (sealed, acts) = (Int(found[1]) ?? 0, Int(found[2]) ?? 0)
    #expect(acts - sealed == 1, "all acts but that of the last seal")
  }

  @Test func `what is no seal, or another's, ends with a sentence`() throws {
    let run = try shop.shell(
      """
      bangfu() { \(shop.program) "$@"; }
      bangfu seal show; echo $?
      bangfu seal show 9; echo $?
      bangfu seal >seal; bangfu seal verify seal >verified; echo $?
      sed 's/postings/postings 1/' seal >changed; bangfu seal verify changed; echo $?
      bangfu seal verify missing; echo $?
      bangfu seal verify \(String(repeating: "0", count: 64)); echo $?
      """)
    #expect(
      run.slips.split(separator: "\n") == ["1", "65", "0", "65", "65", "1"],
      "\(run.slips) \(run.words)")
    for words in [
      "there is no seal yet", "there is no seal 9", "changed holds no whole seal",
      "missing: no such file", "no seal of this programme is 0000",
    ] {
      #expect(run.words.contains(words), "\(run.words)")
    }
  }
}
