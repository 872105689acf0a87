import Glibc

extension Workplace {
  /// Says on what machine, with which versions and sizes it is measured.
  func describe(_ sizes: Sizes) throws {
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
    print("sizes     \(sizes.rows) lines a file of 抖店, \(sizes.otherRows) of other profiles")
    print("runs      medians of \(sizes.runs), of more where runs are short, of 3 where long")
    print("")
  }

  private func line(_ key: String, of file: String) throws -> String? {
    let lines = try TextFile.read(file).split(separator: "\n")
    let line = lines.first { $0.hasPrefix(key) }
    return line?.split(separator: ":").last.map { String($0.drop { $0 == " " }) }
  }
}
