import Glibc
import TestSupport
import Testing

/// Whether this process may make containers.
private let mayContain =
  geteuid() == 0
  && system("unshare --pid --ipc --mount --fork --mount-proc true >/dev/null 2>&1") == 0

/// One data folder, several containers: a server that somebody runs is never doubled, whoever cannot see it.
///
/// A container is what the kernel makes one of: process numbers, shared memory and mounts of its own.
@Suite(.enabled(if: mayContain)) struct ClusterSharingTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  /// A script in which `bangfu` works on a private cluster, and `container` runs one where neither the server's processes
  /// nor its socket are seen.
  private func run(_ script: String) throws -> CounterShop.Run {
    let program = shop.program.split(separator: " ").last ?? ""
    return try shop.shell(
      """
      export BANGFU_HOME=\(shop.folder.path)/home LC_ALL=C
      unset BANGFU_DATABASE
      bangfu() { \(program) "$@"; }
      container() { unshare --pid --ipc --mount --fork --mount-proc sh -c "mount -t tmpfs -o mode=0700 none $SOCKET; $1"; }
      bangfu setup --catalogue pengshui >/dev/null 2>&1
      bangfu stock receive BC01 20 >/dev/null
      SOCKET=$(bangfu server status --format csv | tail -1 | cut -d, -f4)
      process() { bangfu server status --format csv | tail -1 | cut -d, -f1,2; }
      trap 'bangfu server stop >/dev/null 2>&1; rm -rf $SOCKET' EXIT
      \(script)
      """)
  }

  @Test func `twenty containers at once leave a server that runs elsewhere alone`() throws {
    let program = shop.program.split(separator: " ").last ?? ""
    let run = try run(
      """
      before=$(process)
      for n in $(seq 20); do
        { container "\(program) order enter --line BC01:1 --tender cash:128" >c$n 2>&1; echo $? >rc$n; } &
      done
      bangfu order enter --line BC01:2 --tender cash:256 >/dev/null
      wait
      [ "$before" = "$(process)" ] && echo same
      cat rc* | sort | uniq -c
      grep -c "runs elsewhere" c1
      container "\(program) server status; \(program) server stop; echo \\$?" 2>&1 | grep -c elsewhere
      bangfu order list --format csv | wc -l
      bangfu check >/dev/null && echo checked
      """)
    #expect(
      run.slips.split(separator: "\n").map { $0.filter { $0 != " " } }
        == ["same", "2069", "1", "2", "2", "checked"], "\(run.slips) \(run.words)")
  }

  @Test func `the same folder by another path is the same cluster`() throws {
    let program = shop.program.split(separator: " ").last ?? ""
    let run = try run(
      """
      before=$(process)
      mkdir other
      unshare --mount sh -c "mount --bind $BANGFU_HOME other; BANGFU_HOME=$PWD/other \(program) status; echo \\$?" 2>&1
      BANGFU_HOME=$BANGFU_HOME/postgres/../../home \(program) order enter --line BC01:1 --tender cash:128 >/dev/null && echo sold
      [ "$before" = "$(process)" ] && echo same
      """)
    #expect(run.slips.contains("runs elsewhere") && run.slips.contains("69\n"))
    #expect(run.slips.hasSuffix("sold\nsame\n"), "\(run.slips) \(run.words)")
  }

  @Test
  func `a container that was killed leaves a folder that the next one starts with what was sold`()
    throws
  {
    let program = shop.program.split(separator: " ").last ?? ""
    let run = try run(
      """
      bangfu server stop 2>/dev/null
      for n in 1 2 3; do
        container "\(program) order enter --line BC01:1 --tender cash:128 >/dev/null"
      done
      # A process number that is somebody else's by now: the file is known, and its server is gone.
      sed -i "1s/.*/$$/" $BANGFU_HOME/postgres/postmaster.pid $BANGFU_HOME/server.lock
      bangfu order list --format csv | wc -l
      bangfu check >/dev/null && echo checked
      """)
    #expect(run.slips == "4\nchecked\n", "\(run.slips) \(run.words)")
  }
}
