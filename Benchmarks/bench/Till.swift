import Glibc

/// A till: one `order enter` that is asked again and again, and answers each time.
final class Till {
  private let running: RunningProgram
  private let input: Int32
  private let output: Int32
  private var lines: OrderLines

  init(_ program: Program, seed: UInt64) throws {
    var (asking, answering): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard pipe(&asking) == 0, pipe(&answering) == 0 else {
      throw Program.Failure(program.arguments, String(cString: strerror(errno)))
    }
    // What the till holds must not stay open in programs that start later, nor in itself.
    for end in asking + answering { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (input, output) = (asking[1], answering[0])
    lines = OrderLines(seed: seed)
    running = try program.spawn { actions in
      posix_spawn_file_actions_adddup2(&actions, asking[0], 0)
      posix_spawn_file_actions_adddup2(&actions, answering[1], 1)
    }
    Glibc.close(asking[0])
    Glibc.close(answering[1])
  }

  /// Enters an order; answers the seconds until its answer was there.
  func enter() throws -> Double {
    let question = Array((lines.next() + "\n").utf8)
    let begin = ContinuousClock.now
    guard write(input, question, question.count) == question.count else {
      throw Program.Failure(["order", "enter"], "takes no more orders")
    }
    var answer = [UInt8](repeating: 0, count: 4_096)
    var last: UInt8 = 0
    while last != 0x0A {
      let count = read(output, &answer, answer.count)
      guard count > 0 else { throw Program.Failure(["order", "enter"], "does not answer") }
      last = answer[count - 1]
    }
    return (ContinuousClock.now - begin) / .seconds(1)
  }

  /// Ends it.
  func close() {
    Glibc.close(input)
    Glibc.close(output)
    _ = running.wait()
  }
}
