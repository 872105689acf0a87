import Postgres
import TestSupport

/// A folder with room for a cluster of its own, whose server ends before the folder goes.
final class ClusterPlace: Sendable {
  let folder = TestFolder()
  let cluster: Cluster

  static let settings = ["fsync": "off", "shared_buffers": "16MB", "max_connections": "10"]

  init() { cluster = Cluster(home: folder.path + "/home", settings: ClusterPlace.settings) }

  deinit { ClusterPlace.stop(cluster) }

  static func stop(_ cluster: Cluster) {
    _ = try? cluster.stop()
    TestFolder.remove(cluster.socketFolder)
  }
}
