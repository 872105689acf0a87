import ArgumentParser

/// What is said of a change that says nothing.
func nothingToChange() -> ValidationError {
  ValidationError(say("没有写要改什么；可改的见 --help", "Say what to change; --help lists what can be."))
}
