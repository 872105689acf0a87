import Foundation
import TestSupport
import Testing

/// The real programs on a folder of evidence: Bangfu's, the one in the folder, and other people's.
@Suite struct EvidenceProcessTests {
  private let shop: CounterShop
  init() throws {
    shop = try CounterShop()
    let made = try shop.shell(
      """
      bangfu() { \(shop.program) "$@"; }
      bangfu stock receive HS01 100 >made
      bangfu order enter --line HS01:2 --tender cash:100 --at 2025-09-05T10:00:00 --yes >>made
      bangfu order enter --line HS01:1 --tender cash:100 --at 2025-09-06T10:00:00 --yes >>made
      bangfu month close 2025-09 --yes >>made
      bangfu figure publish 2025-09 >>made
      ssh-keygen -q -t ed25519 -N '' -C '' -f key && echo "who $(cat key.pub)" >signers
      ssh-keygen -q -t ed25519 -N 'a long one' -C '' -f locked
      bangfu figure export 2025-09 bag --sign key >>made
      bangfu figure proof 1:1 >proof
      """)
    #expect(made.status == 0, "\(made.words)")
  }

  @Test func `others' programs find the folder whole`() throws {
    let run = try shop.shell(
      """
      cd bag && sha256sum -c --quiet manifest-sha256.txt tagmanifest-sha256.txt && python3 verify.py >/dev/null &&
      ssh-keygen -Y verify -f ../signers -I who -n bangfu -s tagmanifest-sha256.txt.sig <tagmanifest-sha256.txt
      """)
    #expect(run.status == 0, "\(run.words) \(run.slips)")
    #expect(run.slips.hasPrefix("Good \"bangfu\" signature for who"))
  }

  @Test(.enabled(if: PythonTools.have("bagit.py") && PythonTools.have("frictionless")))
  func `bagit and frictionless find the folder valid, and a changed one not`() throws {
    let run = try shop.shell(
      """
      \(PythonTools.folder)/bagit.py --validate --quiet bag; echo $?
      \(PythonTools.folder)/frictionless validate bag/data/datapackage.json >valid; echo $?
      grep -c VALID valid
      sed -i 's/,HS01,/,HS02,/' bag/data/lines.csv
      \(PythonTools.folder)/bagit.py --validate --quiet bag; echo $?
      \(PythonTools.folder)/frictionless validate bag/data/datapackage.json >invalid; echo $?
      """)
    #expect(
      run.slips.split(separator: "\n") == ["0", "0", "18", "1", "1"], "\(run.slips) \(run.words)")
  }

  @Test func `both verifiers name the same files and rows of folders that were changed`() throws {
    let run = try shop.shell(
      """
      cp -r bag whole
      cat >ours <<'END'
      \(shop.program) "$@"
      END
      python3 - \(ProcessInfo.processInfo.environment["CHANGES"] ?? "0") <<'END'
      import csv, io, os, random, subprocess, sys
      random.seed(3)
      files = sorted(os.path.join(path, name) for path, _, names in os.walk("bag") for name in names)
      if sys.argv[1] == "0":  # that each of the others is found, EvidenceTests see to
          files = [file for file in files if "marks" not in file or "lines" in file]
      turns = max(int(sys.argv[1]), len(files))
      manifest = "bag/manifest-sha256.txt"
      for turn in range(-2, turns):
          file = files[turn % len(files)] if turn >= 0 else manifest
          whole = open(file, "rb").read()
          if not whole:
              continue
          place, byte = random.randrange(len(whole)), random.randint(1, 255)
          if turn < 0:  # a carriage return inside of a row, and before its end, ends none
              place = whole.index(b"\\n", 300) + (50 if turn == -1 else -1)
              byte = whole[place] ^ 13
          with open(file, "wb") as changed:
              changed.write(whole[:place] + bytes([whole[place] ^ byte]) + whole[place + 1:])
          ours = subprocess.run(["sh", "ours", "figure", "verify", "bag", "--format", "csv"], capture_output=True)
          theirs = subprocess.run([sys.executable, "whole/verify.py", "bag"], capture_output=True)
          rows = list(csv.DictReader(io.StringIO(ours.stdout.decode())))
          said = [tuple(line.split("\\t")[:2]) for line in theirs.stdout.decode().split("\\n") if "\\t" in line]
          named = [row["file"] for row in rows]
          if (ours.returncode, theirs.returncode) != (1, 1) or sorted((r["file"], r["row"]) for r in rows) != sorted(said) \\
                  or file[4:] not in named and "tagmanifest" not in file:
              print(file, place, ours.returncode, theirs.returncode, rows, said, theirs.stderr.decode()[-300:])
          with open(file, "wb") as mended:
              mended.write(whole)
      print("compared", turns > 20 and turns >= int(sys.argv[1]))
      END
      \(shop.program) figure verify bag; echo $?; python3 bag/verify.py bag | tail -n 1 | cut -c 1-9
      """)
    #expect(run.slips == "compared True\n0\nall holds\n", "\(run.slips) \(run.words)")
  }

  @Test func `both verifiers check the proof of a line`() throws {
    let run = try shop.shell(
      """
      bangfu() { \(shop.program) "$@"; }
      bangfu figure verify proof | cut -c 1-18; python3 bag/verify.py proof | tail -n 1 | cut -c 1-9
      sed 's/,counted,/,pending,/' proof >forged
      bangfu figure verify forged >/dev/null; echo $?; python3 bag/verify.py forged >/dev/null; echo $?
      echo x >none; bangfu figure verify none; echo $?; python3 bag/verify.py none >/dev/null; echo $?
      """)
    #expect(
      run.slips.split(separator: "\n") == [
        "document 1, line 1", "all holds", "1", "1", "65", "1",
      ], "\(run.slips) \(run.words)")
  }

  @Test func `what cannot be exported or verified ends with a sentence, and leaves nothing`() throws
  {
    let run = try shop.shell(
      """
      bangfu() { \(shop.program) "$@"; }
      bangfu figure export 2025-09 bag; echo $?
      bangfu figure export 2025-09 a --sign nokey; echo $?
      bangfu figure export 2025-09 b --sign signers; echo $?
      bangfu figure export 2025-09 c --sign locked; echo $?
      bangfu figure export 2025-09 d --version 4; echo $?
      bangfu figure verify elsewhere; echo $?
      bangfu figure verify . ; echo $?
      bangfu figure verify bag --programme elsewhere; echo $?
      bangfu figure proof 99:1; echo $?
      rm bag/tagmanifest-sha256.txt.sig; bangfu figure verify bag >missing; echo $?
      ls -A -d a b c d .*.part 2>/dev/null
      """)
    #expect(
      run.slips.split(separator: "\n") == Array(repeating: "65", count: 9) + ["1"],
      "\(run.slips) \(run.words)")
    for words in [
      "bag is there already", "there is no key nokey", "signers signs nothing",
      "locked signs nothing", "has no version 4", "there is no folder elsewhere",
      "is no folder of evidence", "evidence of pengshui, not of elsewhere",
      "line 1 of document 99 is in no version",
    ] {
      #expect(run.words.contains(words), "\(words): \(run.words)")
    }
    #expect(shop.read("missing") == "tagmanifest-sha256.txt.sig is missing\n")
  }
}
