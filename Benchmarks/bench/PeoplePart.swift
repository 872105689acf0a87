import Glibc

/// Who runs a program, where that is not the owner: a person, with a file that has the password.
struct Login {
  let name: String
  let passwords: String

  /// The same program, run as that person.
  func entering(_ program: Program) -> Program {
    var program = program
    program.arguments += ["--as", name]
    program.environment["PGPASSFILE"] = passwords
    return program
  }
}

/// What a clerk's login costs beside the owner's: an order, and opening a till.
struct PeoplePart {
  let place: Workplace
  let runs: Int
  private let ordersPerRun = 4_000

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    try place.receive(OrderLines.catalogue)
    let clerk = try addClerk()
    var rates: (owner: [Double], clerk: [Double]) = ([], [])
    var times: (owner: [Double], clerk: [Double]) = ([], [])
    let till = place.bangfu("counter", "sell", "--operator", "li")
    for run in 0..<runs {
      rates.owner.append(try place.orderRate(ordersPerRun, clients: 1, run: 2 * run))
      rates.clerk.append(try place.orderRate(ordersPerRun, clients: 1, run: 2 * run + 1, as: clerk))
      times.owner.append(try till.run().seconds)
      times.clerk.append(try clerk.entering(till).run().seconds)
    }
    let (owner, own) = (median(rates.owner), median(rates.clerk))
    tell(
      Finding(
        what: "order enter by a clerk's login", ours: "\(decimal(own, 0))/s",
        theirs: "the owner's \(decimal(owner, 0))/s", ratio: own / owner, bar: .atLeast(1 / 1.05)))
    let (opening, ours) = (median(times.owner), median(times.clerk))
    tell(
      Finding(
        what: "opening a till by a clerk's login", ours: time(ours),
        theirs: "the owner's \(time(opening)) and 10 ms", ratio: ours / (opening + 0.01),
        bar: .atMost(1)))
  }

  private func addClerk() throws -> Login {
    let (name, password) = ("bench_clerk", "a password of the bench")
    let file = place.path("password")
    try TextFile.write(password + "\n", to: file)
    guard chmod(file, 0o600) == 0 else { throw Program.Failure([file], "cannot be kept secret") }
    let login = Login(name: name, passwords: place.path("passwords"))
    try TextFile.write("*:*:*:\(name):\(password)\n", to: login.passwords)
    _ = chmod(login.passwords, 0o600)
    try place.bangfu(
      "person", "add", name, "--name", "Clerk", "--role", "clerk", "--password-file", file
    ).run()
    return login
  }
}
