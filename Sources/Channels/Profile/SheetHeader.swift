internal import Tabular

/// Returns the name of a column of a sheet that people keep by hand in the one spelling by which names are compared.
///
/// Beside what `canonicalHeader` does, the unit `(元)` is dropped, and `額` becomes `额`.
func sheetHeader(_ text: String) -> String {
  canonicalHeader(text).replacing("額", with: "额").replacing("(元)", with: "")
}
