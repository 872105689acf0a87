public import ArgumentParser
public import Bangfu
public import Domain

extension BusinessDay: ExpressibleByArgument {}
extension Month: ExpressibleByArgument {}
extension Instant: ExpressibleByArgument {}
extension Programme.MarginDimension: ExpressibleByArgument {}
