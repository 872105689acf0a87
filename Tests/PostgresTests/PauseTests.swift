import Testing

@testable import Postgres

@Suite struct PauseTests {
  @Test func `a server that recovers is asked ever less often, but four times a second at least`() {
    var pause = Pause()
    #expect((0..<8).map { _ in pause.next() } == [10, 20, 40, 80, 160, 250, 250, 250])
  }
}
