public import ArgumentParser
public import Domain

extension BusinessDay: ExpressibleByArgument {}
extension Month: ExpressibleByArgument {}
extension Instant: ExpressibleByArgument {}
