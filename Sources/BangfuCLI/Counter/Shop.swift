import Bangfu
import Domain

/// The database behind a till: connected when needed, and again after the connection was lost.
final class Shop {
  private let global: GlobalOptions
  private let operatorName: String
  /// Who came in, so that nobody is asked for the password again when the connection was lost.
  private let login: Login
  private var programme: Programme?
  /// Whether the last question reached the database.
  private var wasAsked = false

  /// Connects.
  init(_ global: GlobalOptions, operatorName: String) throws {
    self.global = global
    self.operatorName = operatorName
    let programme = try global.open(operator: operatorName)
    login = programme.login
    self.programme = programme
  }

  /// Asks the database something that may be asked twice; once more where the connection is gone.
  ///
  /// - Throws: `Unanswered` where it was asked, and nobody knows what became of it.
  func ask<Answer>(_ question: (Programme) throws -> Answer) throws -> Answer {
    wasAsked = programme != nil
    if let programme {
      do {
        return try question(programme)
      } catch let problem as Problem where problem.source == .session {
        self.programme = nil
      }
    }
    do {
      let programme = try global.open(operator: operatorName, as: login)
      self.programme = programme
      wasAsked = true
      return try question(programme)
    } catch let problem as Problem where problem.source == .session {
      programme = nil
      throw wasAsked ? Unanswered(cause: problem) : problem
    } catch {
      throw wasAsked && programme == nil ? Unanswered(cause: error) : error
    }
  }

  /// What became of an order that was to be entered.
  enum Entry {
    case posted(OrderReceipt)
    /// The database refused it: nothing is recorded.
    case refused(Problem)
    /// It was sent, and nobody knows what became of it.
    case unanswered(any Error)
    /// It never left.
    case unsent(any Error)
  }

  /// Enters an order.
  func enter(_ order: Order) -> Entry {
    do {
      return .posted(try ask { try $0.orders.enter(order, command: "counter sell") })
    } catch let problem as Problem where problem.source == .database {
      return .refused(problem)
    } catch {
      return wasAsked ? .unanswered(error) : .unsent(error)
    }
  }

  /// Finds what a clerk scanned or typed, and says whether that is a code of what was found.
  func goods(_ text: String) throws -> ProductsFound { try ask { try $0.products.find(text) } }

  /// Finds a buyer by the code, as it was typed or in capitals.
  ///
  /// - Throws: `Problem` `buyer_unknown`.
  func buyer(_ code: String) throws -> Basket.Buyer {
    for code in [code, code.uppercased()] {
      if let buyer = try ask({ try $0.buyers.find(code) }) {
        return Basket.Buyer(code: buyer.code, name: buyer.name)
      }
    }
    throw Problem("buyer_unknown", ["code": code])
  }

  /// The name that heads the slips: the location's, else the channel's.
  ///
  /// - Throws: `Problem` `channel_unknown` or `location_unknown`.
  func name(channel: String, location: String?) throws -> String {
    let shown = try ask { try $0.channels.show(channel) }
    if let location { return try ask { try $0.locations.show(location) }.name }
    guard let shipsFrom = shown.shipsFrom else { return shown.name }
    return try ask { try $0.locations.show(shipsFrom) }.name
  }

  /// A sale as it was posted.
  func sale(_ document: Int64) throws -> Sale { try ask { try $0.orders.sale(document) } }
}

/// A question that was put to the database, and lost.
struct Unanswered: Error {
  /// Why.
  let cause: any Error
}
