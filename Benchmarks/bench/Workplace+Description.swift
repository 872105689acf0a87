import Glibc

extension Workplace {
  /// Says on what machine, with which versions and sizes it is measured.
  func describe(rows: Int, runs: Int) throws {
    let processor = try line("model name", of: "/proc/cpuinfo") ?? "unknown processor"
    let memory = sysconf(Int32(_SC_PHYS_PAGES)) / (1 << 20 / sysconf(Int32(_SC_PAGESIZE)))
    let settings = try ["server_version", "fsync", "shared_buffers", "wal_level"].map {
      try "\($0) \(query("SHOW \($0)").prefix { $0 != "\n" })"
    }
    var version = bangfu("--version")
    version.output = path("version.txt")
    try version.run()
    print("machine   \(processor), \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, \(memory) MB")
    print("server    \(settings.joined(separator: ", "))")
    print("bangfu    \(try TextFile.read(version.output).prefix { $0 != "\n" })")
    print("sizes     \(rows) lines a file; medians of \(runs) runs or more where runs are short")
    print("")
  }

  private func line(_ key: String, of file: String) throws -> String? {
    let lines = try TextFile.read(file).split(separator: "\n")
    let line = lines.first { $0.hasPrefix(key) }
    return line?.split(separator: ":").last.map { String($0.drop { $0 == " " }) }
  }
}
