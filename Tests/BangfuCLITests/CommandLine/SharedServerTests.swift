import Glibc
import TestSupport
import Testing

/// Whether this process may act as other users of the system, two of whom are there.
private let mayBeOthers =
  geteuid() == 0
  && system("setpriv --reuid nobody --regid nogroup --groups games true >/dev/null 2>&1") == 0

/// A private server whose owner lets a group of the system in: who comes in, by what, and what nobody reaches.
@Suite(.enabled(if: mayBeOthers)) struct SharedServerTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  /// A script with a cluster of the owner's, who has added 李 (clerk), 王 (accountant) and 张 (official).
  ///
  /// `li` runs a command as a member of the group, and `outside` as somebody else.
  private func run(_ script: String) throws -> CounterShop.Run {
    let program = shop.program.split(separator: " ").last ?? ""
    return try shop.shell(
      """
      chmod 711 .
      export BANGFU_HOME=$PWD/home LC_ALL=C
      unset BANGFU_DATABASE PGPASSFILE
      P=\(program)
      bangfu() { $P "$@"; }
      bangfu setup --catalogue pengshui >/dev/null 2>&1
      bangfu stock receive BC01 50 >/dev/null
      SOCKET=$(bangfu server status --format csv | tail -1 | cut -d, -f4)
      trap 'bangfu server stop >/dev/null 2>&1; rm -rf $SOCKET' EXIT
      echo 'secret of all' >pw; chmod 600 pw
      for p in li:clerk wang:accountant zhang:official; do
        bangfu person add ${p%:*} --name ${p%:*} --role ${p#*:} --password-file pw 2>/dev/null
      done
      echo "*:*:*:li:secret of all" >pass; chmod 600 pass; cp pass own; chown nobody pass
      DATABASE="host=$SOCKET dbname=bangfu user=li"
      li() {
        setpriv --reuid nobody --regid nogroup --groups games -- \
          env -u BANGFU_HOME HOME=/nonexistent BANGFU_DATABASE="$DATABASE" "$@" </dev/null
      }
      outside() {
        setpriv --reuid daemon --regid daemon --clear-groups -- \
          env -u BANGFU_HOME HOME=/nonexistent BANGFU_DATABASE="$DATABASE password='secret of all'" "$@" </dev/null
      }
      \(script)
      """)
  }

  @Test func `a member of the group comes in by their login and password, and by nothing else`()
    throws
  {
    let run = try run(
      """
      li PGPASSFILE=$PWD/pass $P status >/dev/null 2>&1; echo "not shared $?"
      bangfu server share games 2>/dev/null
      li PGPASSFILE=$PWD/pass $P order enter --line BC01:1 --tender cash:128 >/dev/null; echo "sold $?"
      printf "[shop]\\nhost=$SOCKET\\ndbname=bangfu\\nuser=li\\n" >services; chmod 644 services
      li PGSERVICEFILE=$PWD/services PGPASSFILE=$PWD/pass BANGFU_DATABASE=service=shop $P status >/dev/null
      echo "service $?"
      li PGPASSFILE=$PWD/pass BANGFU_DATABASE="host=$SOCKET dbname=bangfu" $P status --as li >/dev/null
      echo "as $?"
      {
        li $P status; echo "no password $?"
        li PGPASSFILE=$PWD/pass $P status --as wang; echo "as another $?"
        li BANGFU_DATABASE="host=$SOCKET dbname=bangfu user=bangfu" $P status; echo "as the owner $?"
        li PGPASSFILE=$PWD/pass BANGFU_DATABASE="host=$SOCKET dbname=postgres user=li" $P status
        echo "another database $?"
        outside $P status; echo "outside $?"
      } 2>words | cat
      bangfu server stop 2>/dev/null; bangfu status | tail -1
      li PGPASSFILE=$PWD/pass $P status | tail -1
      bangfu server share --close 2>/dev/null; bangfu status | tail -1
      li PGPASSFILE=$PWD/pass $P status >/dev/null 2>&1; echo "closed $?"
      bangfu check >/dev/null && echo checked
      """)
    #expect(
      run.slips == """
        not shared 69
        sold 0
        service 0
        as 0
        no password 69
        as another 69
        as the owner 69
        another database 69
        outside 69
        Rights               by_login
        Rights               by_login
        Rights               one_account
        closed 69
        checked

        """, "\(run.slips) \(run.words)")
  }

  @Test func `a member of the group reads no file of the cluster, and neither starts nor stops it`()
    throws
  {
    let run = try run(
      """
      bangfu server share games 2>/dev/null
      stat -c %a $SOCKET home/postgres
      { li ls home/postgres; li cat home/server.log; li ls $SOCKET; li touch $SOCKET/x; } >seen 2>/dev/null
      wc -c <seen
      for command in "server start" "server stop" "status" "setup" "backup create x.dump"; do
        li BANGFU_HOME=$PWD/home BANGFU_DATABASE= $P $command >/dev/null 2>&1; echo $?
      done
      bangfu server status --format csv | tail -1 | cut -d, -f1
      bangfu server stop 2>/dev/null
      li PGPASSFILE=$PWD/pass $P status >/dev/null 2>&1; echo "stopped $?"
      """)
    #expect(
      run.slips == "710\n700\n0\n69\n69\n69\n69\n69\nrunning\nstopped 69\n",
      "\(run.slips) \(run.words)")
  }

  @Test
  func `a second person is somebody else who may, with their own password, or nothing happens`()
    throws
  {
    let run = try run(
      """
      export PGPASSFILE=$PWD/own BANGFU_APPROVAL_FILE=pw
      sell() { bangfu order enter --line BC01:5 --tender cash:1000 --discount 150 --as li "$@" >/dev/null; echo $?; }
      {
        echo "nobody $(sell)"
        cp pw open; chmod 644 open; echo "readable $(BANGFU_APPROVAL_FILE=open sell --approved-by wang)"
        echo "missing $(BANGFU_APPROVAL_FILE=none sell --approved-by wang)"
        : >empty; chmod 600 empty; echo '*:*:*:*:secret of all' >any; chmod 600 any
        echo "empty $(PGPASSFILE=$PWD/any BANGFU_APPROVAL_FILE=empty sell --approved-by wang)"
        echo "oneself $(sell --approved-by li)"
        echo "another name $(sell --approved-by li --operator wang)"
        echo "no such role $(sell --approved-by zhang)"
        echo "the owner $(sell --approved-by bangfu)"
        echo "unknown $(sell --approved-by nobody)"
        echo "asked $(sell --ask)"
      } 2>words
      number=$(bangfu approval list --format csv | tail -1 | cut -d, -f1)
      for who in li zhang; do
        BANGFU_DATABASE="host=$SOCKET dbname=bangfu user=$who password='secret of all'" \
          bangfu approval give $number 2>>words; echo "$who gives $?"
      done
      bangfu approval give $number 2>>words; echo "the owner gives $?"
      bangfu order list --format csv | wc -l
      bangfu approval list --all --format csv | grep -c given
      sell --approved-by wang
      bangfu check >/dev/null && echo checked
      cat words
      """)
    let lines = run.slips.split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(17) == [
        "nobody 77", "readable 65", "missing 65", "empty 77", "oneself 77", "another name 77",
        "no such role 77", "the owner 77", "unknown 77", "asked 75", "li gives 77",
        "zhang gives 77", "the owner gives 77", "1", "0", "0", "checked",
      ], "\(run.slips) \(run.words)")
    for words in [
      "others may read the file open", "none: no such file", "no password of wang is given",
      "li took part in it", "the role of zhang may not approve that",
    ] {
      #expect(run.slips.contains(words), "\(words): \(run.slips)")
    }
  }

  @Test func `wrong passwords are said, kept, and slower each time; none is in the log`() throws {
    let run = try run(
      """
      export PGPASSFILE=$PWD/own BANGFU_APPROVAL_FILE=wrong
      echo 'not the secret' >wrong; chmod 600 wrong
      now() { date +%s%N | cut -c 1-13; }
      for n in 1 2 3 4; do
        before=$(now)
        bangfu order enter --line BC01:5 --tender cash:1000 --discount 150 --as li --approved-by wang 2>words
        echo "$? $(grep -c "is wrong ($n within an hour" words) $(( $(now) - before > 250 << n ))"
      done
      # Of the 20th it is said as well.
      SQL="INSERT INTO pengshui.approval_attempt SELECT 1000 + n, 'wang', 'li', 'li', now(), 0 FROM generate_series(1, 15) n"
      psql -qh $SOCKET -U bangfu bangfu -c "$SQL"
      timeout 20 $P order enter --line BC01:5 --tender cash:1000 --discount 150 --as li --approved-by wang
      echo $?
      psql -Atqh $SOCKET -U bangfu bangfu -c "SELECT count(*) FROM pengshui.approval_attempt"
      bangfu order list --format csv | wc -l
      grep -c 'secret' home/server.log
      grep -rlF 'secret of all' home | wc -l
      """)
    #expect(
      run.slips == "77 1 1\n77 1 1\n77 1 1\n77 1 1\n124\n20\n1\n0\n0\n", "\(run.slips) \(run.words)"
    )
  }
}
