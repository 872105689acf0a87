/// Who receives an order, the way platforms export it: enciphered, but for the place.
struct FixtureReceiver {
  let name: String, phone: String, address: String
  let place: (province: String, city: String, district: String, street: String)

  static func drawn(from random: inout SplitMix64) -> FixtureReceiver {
    FixtureReceiver(
      name: "##" + cipher(28, &random) + "*1*##", phone: "$$" + cipher(24, &random) + "*1*$$",
      address: "##" + cipher(52, &random) + "*2*##", place: places[random.below(places.count)])
  }

  private static func cipher(_ length: Int, _ random: inout SplitMix64) -> String {
    String(unsafeUninitializedCapacity: length) { space in
      var bits: UInt64 = 0
      for index in 0..<length {
        if index % 10 == 0 { bits = random.next() }
        space[index] = alphabet[Int(bits & 63)]
        bits >>= 6
      }
      return length
    }
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let places = [
    ("山东省", "聊城市", "东昌府区", "古楼街道"), ("山东省", "聊城市", "临清市", "青年路街道"),
    ("山东省", "聊城市", "阳谷县", "侨润街道"), ("山东省", "聊城市", "莘县", "燕塔街道"),
    ("山东省", "济南市", "历下区", "千佛山街道"), ("山东省", "青岛市", "市南区", "香港中路街道"),
    ("重庆市", "重庆市", "渝中区", "解放碑街道"), ("重庆市", "重庆市", "彭水苗族土家族自治县", "汉葭街道"),
    ("北京市", "北京市", "海淀区", "中关村街道"), ("广东省", "深圳市", "南山区", "粤海街道"),
    ("浙江省", "杭州市", "余杭区", "仓前街道"), ("内蒙古自治区", "呼和浩特市", "赛罕区", "敕勒川路街道"),
  ]
}
