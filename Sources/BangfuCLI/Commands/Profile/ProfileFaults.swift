import Bangfu
import Domain

/// Says what is wrong with profiles of the user's own; the others are used all the same.
func tellFaults(of profiles: Profiles) {
  for fault in profiles.faults { printToStandardError(fault.description) }
}
