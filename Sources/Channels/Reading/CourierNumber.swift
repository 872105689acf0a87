/// The number of the first parcel that a cell names, in capital letters; nil where it names none.
///
/// The cell may have the carrier, too, and more parcels (抖店 快递信息: `SF123-顺丰速运,10001-1`). A number is a word of 8 to 32
/// letters and digits, with six digits at least.
func courierNumber(in cell: String) -> String? {
  for word in cell.utf8.split(whereSeparator: { !isPlain($0) }) where (8...32).contains(word.count)
  {
    if word.count(where: { (48...57).contains($0) }) >= 6 {
      return String(decoding: word, as: UTF8.self).uppercased()
    }
  }
  return nil
}

private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case 48...57, 65...90, 97...122: true
  default: false
  }
}
