extension TableFile {
  /// How much a file may ask for before it is held to be damaged or hostile.
  public struct Limits: Sendable {
    /// The limits of fields and rows, of every kind of file.
    public var text = TextFile.Limits()
    /// The most bytes unpacked at a time from archives, and the most that one pass over a sheet
    /// hands out; 2 GB at first.
    public var unpackedBytes = 2 << 30
    /// The most times that packed bytes may grow, judged once 64 MB are unpacked; 300 at first,
    /// where a sheet of equal rows comes to 100 and zeroes to 1,000.
    public var ratio = 300
    /// The most members of an archive; 10,000 at first.
    public var members = 10_000
    /// The most tables of a file, members and sheets; 1,000 at first.
    public var tables = 1_000
    /// The most memory for the texts that the cells of a workbook share; 256 MB at first.
    public var sharedBytes = 256 << 20
    /// The most address space of the process that reads a `.xls`; 1 GB at first.
    public var oldWorkbookBytes = 1 << 30
    /// The most seconds of that process, of its processor and by the clock; 60 at first.
    public var oldWorkbookSeconds = 60

    /// Makes limits that no export known comes near.
    public init() {}
  }

  /// What the caller may set for the reading of a file.
  public struct Options: Sendable {
    /// How much the file may ask for.
    public var limits = Limits()
    /// The password of encrypted members of an archive.
    public var password: String?
    /// The name that the paths of the tables begin with; at first the file's own.
    public var name: String?
    /// The program that reads `.xls` files, in a process of its own; at first the running one.
    ///
    /// It calls `readOldWorkbookIfAsked` before all else.
    public var oldWorkbookReader = "/proc/self/exe"

    /// Makes options that fit what people hand in.
    public init() {}
  }
}
