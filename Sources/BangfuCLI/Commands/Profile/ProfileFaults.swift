import Channels

/// Tells what is wrong with profiles of the user's own; the others are used all the same.
func tellFaults(of library: ProfileLibrary) {
  for fault in library.faults { printToStandardError(fault.problem.description) }
}
