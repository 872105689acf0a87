/// Returns a column's name in the one spelling by which names are compared.
///
/// Exports spell one name differently. Full-width ASCII (U+FF01–FF5E) becomes ASCII and `￥`
/// becomes `¥`; white space of every kind and whatever nobody sees (`isUnseen`)
/// are dropped wherever they stand; `帐` becomes `账`; letters become lower-case. Of Unicode's
/// NFKC that is the part that headers need: the rest (`①`, `㎏`, half-width kana) stays.
///
///     canonicalHeader("\u{FEFF}动帐金额（元） ")  // "动账金额(元)"
public func canonicalHeader(_ text: String) -> String {
  var name = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      name.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0xFFE5:
      name.append("¥")
    case 0x5E10:
      name.append("账")
    default:
      if !scalar.isUnseen, !scalar.properties.isWhitespace { name.append(scalar) }
    }
  }
  return String(name).lowercased()
}
