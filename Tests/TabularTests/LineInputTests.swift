import Glibc
import Testing

@testable import Tabular

@Suite struct LineInputTests {
  @Test func `lines come one by one, whatever ends them`() throws {
    let pipe = try Pipe()
    pipe.write("one\r\n\n三\nlast")
    pipe.end()
    var lines = LineInput(descriptor: pipe.reading)
    #expect(lines.next() == "one")
    #expect(lines.next() == "")
    #expect(lines.next() == "三")
    #expect(lines.isNextThere() == true)
    #expect(lines.next() == "last")
    #expect(lines.number == 4)
    #expect(lines.isNextThere() == true)
    #expect(lines.next() == nil)
    #expect(lines.next() == nil)
  }

  @Test func `half a line is not there yet`() throws {
    let pipe = try Pipe()
    var lines = LineInput(descriptor: pipe.reading)
    #expect(lines.isNextThere() == false)
    pipe.write("a")
    #expect(lines.isNextThere() == false)
    pipe.write("b\nc")
    #expect(lines.isNextThere() == true)
    #expect(lines.next() == "ab")
    #expect(lines.isNextThere() == false)
    pipe.end()
    #expect(lines.isNextThere() == true)
    #expect(lines.next() == "c")
  }

  @Test func `a line may be longer than what is read at once`() throws {
    let file = try Scratch(Array(repeating: 0x61, count: 200_000) + [0x0A, 0x62])
    let descriptor = Glibc.open(file.path, O_RDONLY)
    defer { close(descriptor) }
    var lines = LineInput(descriptor: descriptor)
    #expect(lines.next()?.utf8.count == 200_000)
    #expect(lines.next() == "b")
    #expect(lines.next() == nil)
  }

  /// A pipe, whose ends are closed with it.
  private final class Pipe {
    let reading: Int32
    private var writing: Int32

    init() throws {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw TabularError.system(errno: errno) }
      (reading, writing) = (ends[0], ends[1])
    }

    deinit {
      end()
      close(reading)
    }

    func write(_ text: String) {
      let bytes = Array(text.utf8)
      #expect(Glibc.write(writing, bytes, bytes.count) == bytes.count)
    }

    func end() {
      if writing >= 0 { close(writing) }
      writing = -1
    }
  }
}
