import Glibc
import Testing

@testable import Tabular

@Suite struct LineInputTests {
  @Test func `lines come one by one, whatever ends them`() throws {
    let pipe = try Pipe()
    pipe.write("one\r\n\n三\nlast")
    pipe.end()
    var lines = LineInput(descriptor: pipe.reading)
    let line1 = try lines.next()
    #expect(line1 == "one")
    let line2 = try lines.next()
    #expect(line2 == "")
    let line3 = try lines.next()
    #expect(line3 == "三")
    #expect(lines.isNextThere() == true)
    let line4 = try lines.next()
    #expect(line4 == "last")
    #expect(lines.number == 4)
    #expect(lines.isNextThere() == true)
    let line5 = try lines.next()
    #expect(line5 == nil)
    let line6 = try lines.next()
    #expect(line6 == nil)
  }

  @Test func `half a line is not there yet`() throws {
    let pipe = try Pipe()
    var lines = LineInput(descriptor: pipe.reading)
    #expect(lines.isNextThere() == false)
    pipe.write("a")
    #expect(lines.isNextThere() == false)
    pipe.write("b\nc")
    #expect(lines.isNextThere() == true)
    let line7 = try lines.next()
    #expect(line7 == "ab")
    #expect(lines.isNextThere() == false)
    pipe.end()
    #expect(lines.isNextThere() == true)
    let line8 = try lines.next()
    #expect(line8 == "c")
  }

  @Test func `a line may be longer than what is read at once`() throws {
    let file = try Scratch(Array(repeating: 0x61, count: 200_000) + [0x0A, 0x62])
    let descriptor = Glibc.open(file.path, O_RDONLY)
    defer { close(descriptor) }
    var lines = LineInput(descriptor: descriptor)
    let line9 = try lines.next()
    #expect(line9?.utf8.count == 200_000)
    let line10 = try lines.next()
    #expect(line10 == "b")
    let line11 = try lines.next()
    #expect(line11 == nil)
  }

  @Test func `a line that is too long, or holds NUL, is refused, and the next one is read`() throws
  {
    let long = [UInt8](repeating: 0x61, count: 300_000)
    let file = try Scratch([0x62, 0x0A] + long + [0x0A, 0x63, 0, 0x63, 0x0A, 0x64, 0x0A] + long)
    let descriptor = Glibc.open(file.path, O_RDONLY)
    defer { close(descriptor) }
    var lines = LineInput(descriptor: descriptor, limit: 100_000)
    let line12 = try lines.next()
    #expect(line12 == "b")
    let error17 = Result { try lines.next() }
    #expect(Self.error(in: error17) == .lineTooLong(line: 2, limit: 100_000))
    let error18 = Result { try lines.next() }
    #expect(Self.error(in: error18) == .binary(byteOffset: 1))
    _ = lines.isNextThere()
    let line13 = try lines.next()
    #expect(line13 == "d")
    _ = lines.isNextThere()
    let error19 = Result { try lines.next() }
    #expect(Self.error(in: error19) == .lineTooLong(line: 5, limit: 100_000))
    let line14 = try lines.next()
    #expect(line14 == nil)
  }

  @Test func `no byte of a line is looked at twice, however it arrives`() throws {
    let file = try Scratch([UInt8](repeating: 0x61, count: 2 << 20) + [0x0A, 0x62])
    let descriptor = Glibc.open(file.path, O_RDONLY)
    defer { close(descriptor) }
    var lines = LineInput(descriptor: descriptor, limit: 4 << 20)
    let line15 = try lines.next()
    #expect(line15?.utf8.count == 2 << 20)
    let line16 = try lines.next()
    #expect(line16 == "b")
    // The line end itself is looked at once more, to take it.
    #expect(lines.looked <= (2 << 20) + 4, "\(lines.looked)")
  }

  private static func error(in result: Result<String?, any Error>) -> TabularError? {
    do { _ = try result.get() } catch { return error as? TabularError }
    return nil
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
