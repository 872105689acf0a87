internal import Glibc
internal import System

/// File systems that other machines may share, between which no lock can be relied on.
enum NetworkFiles {
  private static let types: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "virtiofs", "ceph", "afs", "lustre",
    "gfs2",
    "ocfs2", "beegfs", "orangefs", "coda", "glusterfs", "fuse.glusterfs", "fuse.sshfs", "fuse.s3fs",
    "fuse.rclone", "fuse.davfs", "davfs",
  ]

  /// The type of the file system that a folder lies on, where other machines may share it; else nil.
  static func type(of folder: String, mounts: String? = nil) -> String? {
    let mounts = mounts ?? Path.tail(of: "/proc/self/mountinfo", limit: 1 << 22)
    var best = (length: -1, type: "")
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count, fields.count > 4 else {
        continue
      }
      let point = unescaped(fields[4])
      let holds = point == "/" || folder == point || folder.hasPrefix(point + "/")
      if holds, point.utf8.count >= best.length {  // what is mounted later lies above
        best = (point.utf8.count, String(fields[dash + 1]))
      }
    }
    return types.contains(best.type) ? best.type : nil
  }

  /// A path of mountinfo, where a space is written `\\040`.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.count >= 3,
        let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
