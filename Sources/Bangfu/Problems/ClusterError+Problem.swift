internal import Domain
internal import Postgres

extension ClusterError {
  /// The problem to report.
  var problem: Problem {
    switch self {
    case .absent(let home): Problem("cluster_absent", ["home": home])
    case .serverNotInstalled: Problem("server_not_installed")
    case .systemUserMissing(let user): Problem("system_user_missing", ["user": user])
    case .homeNotEnterable(let folder, let user):
      Problem("home_not_enterable", ["folder": folder, "user": user])
    case .dataFolderNotOurs(let folder): Problem("data_folder_foreign", ["folder": folder])
    case .ownerHasNoName(let number): Problem("owner_has_no_name", ["user": String(number)])
    case .groupUnknown(let group): Problem("group_unknown", ["group": group])
    case .socketFolderNotPrivate(let folder):
      Problem("socket_folder_not_private", ["folder": folder])
    case .versionMismatch(let data, let installed, let folder):
      Problem(
        "cluster_version_mismatch",
        ["data": String(data), "installed": String(installed), "folder": folder])
    case .runsElsewhere(let home, let folder):
      Problem(
        "server_elsewhere", ["home": home, "folder": folder == home + "/postgres" ? "" : folder])
    case .folderIsShared(let folder, let type):
      Problem("home_shared", ["folder": folder, "type": type])
    case .programMissing(let program): Problem("server_program_missing", ["program": program])
    case .clientOlder(let program, let version, let server):
      Problem("client_older", ["program": program, "version": version, "server": server])
    case .fileExists(let file): Problem("backup_exists", ["file": file])
    case .noPlainFile(let file, let isLink):
      Problem(isLink ? "output_link" : "output_no_file", ["file": file])
    case .programFailed(let program, let output):
      Problem("server_program_failed", ["program": program, "output": output])
    case .serverFailed(let program, let log):
      Problem("server_failed", ["program": program, "log": log])
    case .connectionLost: Problem("connection_lost")
    case .notADump(let file): Problem("backup_not_one", ["file": file])
    case .startTimedOut(let seconds, let log):
      Problem("server_start_timed_out", ["seconds": String(seconds), "log": log])
    case .stopTimedOut(let seconds, let process):
      Problem(
        "server_stop_timed_out", ["seconds": String(seconds), "process": String(process)])
    case .system(let call, let path, let code):
      Problem(
        "system_call_failed",
        ["call": call, "path": path, "errno": String(code)])
    }
  }
}
