import Bangfu

/// Columns of persons and of what they approve.
extension Column {
  static let login = Column("login", "登录名", "Login")
  static let role = Column("role", "角色", "Role", .word)
  static let since = Column("since", "新增于", "Since", .day)

  static let persons = Column("persons", "人员", "Persons", .number)
  static let protection = Column("protection", "权限", "Rights", .word)

  static let ofPeople = [
    persons, protection,
    login, role, since,
    Column("changed_by", "由谁（登录）", "By login"), Column("asked_by", "申请人（登录）", "Asked by"),
    Column("decided_by", "决定人（登录）", "Decided by"), Column("what", "内容", "What", .facts),
    Column("above", "超过（元）", "Above", .yuan), Column("approvers", "可批准的角色", "Approvers", .words),
    Column("goods", "商品", "Goods"), Column("set_by", "设定人（登录）", "Set by"),
  ]
}

extension Table {
  /// The owner and persons to print.
  init(_ people: [Person]) {
    self.init(
      [.login, .name, .role, .state, .since],
      rows: people.map {
        [
          Cell($0.login), Cell($0.name), Cell($0.role), Cell($0.isRetired ? "retired" : "works"),
          Cell($0.addedAt ?? ""),
        ]
      })
  }
}
