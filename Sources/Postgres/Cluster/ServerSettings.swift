internal import Glibc

/// The settings of a small machine that also does other work.
enum ServerSettings {
  /// What a new cluster's `postgresql.conf` ends with; whoever knows better may edit it there.
  static var text: String {
    """

    # Bangfu's own settings for a new cluster. Edit them here; nothing writes them again.
    shared_buffers = \(sharedBuffersMegabytes)MB
    wal_buffers = 16MB
    work_mem = 16MB
    maintenance_work_mem = 128MB
    max_connections = 50
    # A table has a part for each month, and each part a lock of its own, as each of its indexes.
    max_locks_per_transaction = 256
    max_wal_size = 4GB
    random_page_cost = 1.1
    jit = off
    timezone = 'UTC'
    log_timezone = 'UTC'
    datestyle = 'iso, ymd'
    # A refused statement may name a buyer: errors go to who asked, not into the log.
    log_min_messages = log
    log_line_prefix = '%m [%p] '

    """
  }

  /// An eighth of the machine's memory, 1 GB at most: an import of half a million rows writes 600 MB.
  private static var sharedBuffersMegabytes: Int {
    let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 1_048_576
    return min(1024, max(16, memory / 8))
  }

  /// Whether `/dev/shm` is as small as containers have it, too small for a parallel join.
  static var isSharedMemorySmall: Bool {
    var system = statvfs()
    guard statvfs("/dev/shm", &system) == 0 else { return true }
    return UInt64(system.f_blocks) * UInt64(system.f_frsize) < 256 << 20
  }
}
