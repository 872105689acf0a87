import Glibc
import Testing

/// Whether this process may mount a small disk of its own.
private let canMount =
  getuid() == 0 && system("unshare --mount true >/dev/null 2>&1") == 0

/// Files that the real program writes and reads: reports, lists of rejected rows, temporary files.
@Suite struct WrittenFileTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  /// A file of one order whose amount is no number.
  private func writeBad(_ name: String) throws {
    try shop.write(
      """
      订单号,商品,商品数量(件),商品id,商家编码-规格维度,商家实收金额(元),邮费(元),订单成交时间,订单状态,售后状态
      1,茶,1,7,BC01,12.8O,0,2026-10-05 10:00:00,已发货,无售后或售后取消

      """, to: name)
  }

  @Test func `a report goes into a file, onto a device that is named, and through no link or pipe`()
    throws
  {
    let run = try shop.shell(
      """
      timeout 20 \(shop.program) stock list --output a.csv && stat -c %a a.csv
      timeout 20 \(shop.program) stock list --output /dev/null && echo nothing
      timeout 20 \(shop.program) stock list --output /dev/stdout | grep -c BC01
      echo precious >precious; ln -s precious link; mkfifo pipe
      for name in link pipe .; do timeout 20 \(shop.program) stock list --output $name; echo $?; done
      cat precious; ls -A | grep -c part
      """)
    #expect(run.slips == "644\nnothing\n1\n65\n65\n65\nprecious\n0\n", "\(run.slips) \(run.words)")
    #expect(run.words.contains("link is a link") && run.words.contains("pipe is a folder, a pipe"))
    #expect(run.words.split(separator: "\n").count == 6, "\(run.words)")
  }

  @Test func `two imports of one folder at once write one list between them`() throws {
    try shop.shell("mkdir month").expectDone()
    for name in ["month/a.csv", "month/b.csv"] { try writeBad(name) }
    let run = try shop.shell(
      """
      printf '2,茶,1,7,BC01,12.8O,0,2026-10-05 10:00:00,已发货,无售后或售后取消\\n' >>month/b.csv
      for n in 1 2 3 4; do timeout 60 \(shop.program) import month >/dev/null 2>&1 & pids="$pids $!"; done
      for p in $pids; do wait $p; echo $?; done
      ls -A month; grep -c 12.8O month/*.rejects.csv
      \(shop.program) check >/dev/null && echo sound
      """)
    #expect(
      run.slips == """
        65
        65
        65
        65
        a.csv
        a.rejects.csv
        b.csv
        b.rejects.csv
        month/a.rejects.csv:1
        month/b.rejects.csv:2
        sound

        """, "\(run.slips) \(run.words)")
  }

  @Test func `standard input is copied where TMPDIR says, and nobody can open the copy`() throws {
    try writeBad("a.csv")
    let run = try shop.shell(
      """
      mkdir tmp; mkfifo feed
      TMPDIR=$PWD/tmp timeout 60 \(shop.program) import - --channel pinduoduo <feed >/dev/null 2>&1 &
      exec 3>feed
      for try in $(seq 200); do
        ls -l /proc/[0-9]*/fd 2>/dev/null | grep -q "$PWD/tmp/bangfu-[^ ]* (deleted)" && break; sleep 0.05
      done
      ls -l /proc/[0-9]*/fd 2>/dev/null | grep -c "$PWD/tmp/bangfu-[^ ]* (deleted)"
      ls -A tmp | wc -l
      cat a.csv >&3; exec 3>&-; wait $!; echo $?
      TMPDIR=$PWD/nowhere \(shop.program) import - --channel pinduoduo <a.csv; echo $?
      """)
    #expect(run.slips == "1\n0\n65\n75\n", "\(run.slips) \(run.words)")
    #expect(run.words.contains("no temporary file can be written"))
  }

  @Test(.enabled(if: canMount)) func `a full disk is said as such`() throws {
    let run = try shop.shell(
      """
      mkdir small; cat >full <<'END'
      mount -t tmpfs -o size=64k tmpfs small
      head -c 200000 /dev/zero | TMPDIR=$PWD/small timeout 60 \(shop.program) import - --channel pinduoduo; echo $?
      head -c 65536 /dev/zero >small/taken
      timeout 60 \(shop.program) product list --output small/a.csv; echo $?
      ls -A small
      END
      unshare --mount sh ./full
      """)
    #expect(run.slips == "75\n65\ntaken\n", "\(run.slips) \(run.words)")
    #expect(run.words.contains("the disk of the temporary folder is full"))
    #expect(run.words.contains("small/a.csv: the disk is full"))
  }
}

extension CounterShop.Run {
  fileprivate func expectDone() { #expect(status == 0, "\(words)") }
}
