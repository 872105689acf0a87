import Domain
import Testing

/// The province that goods go to, however a file writes it.
@Suite struct ProvinceTests {
  @Test(arguments: [
    ("山东", "山东"), ("山东省", "山东"), ("山东省 聊城市 东昌府区 古楼街道", "山东"), ("山东聊城市东昌府区", "山东"),
    ("山东省聊城市****", "山东"), ("中国 山东省", "山东"), ("中国山东省聊城市", "山东"), ("山东省-聊城市-莘县", "山东"),
    ("  山东省", "山东"), ("37", "山东"), ("370000", "山东"), ("371502", "山东"), ("内蒙古自治区", "内蒙古"),
    ("内蒙古呼和浩特市", "内蒙古"), ("黑龙江省", "黑龙江"), ("北京市北京市海淀区", "北京"), ("北京海淀区", "北京"),
    ("广西壮族自治区南宁市", "广西"), ("新疆维吾尔自治区", "新疆"), ("宁夏回族自治区", "宁夏"), ("香港特别行政区", "香港"),
    ("重庆市彭水苗族土家族自治县", "重庆"), ("吉林省吉林市", "吉林"), ("吉林市船营区", "吉林"), ("海南省", "海南"),
  ])
  func `a province is known by any way of writing it`(cell: String, name: String) {
    #expect(Province.named(in: cell) == name)
  }

  @Test(arguments: [
    "海外", "聊城市东昌府区", "北京路12号", "山东路街道", "海南藏族自治州", "河南蒙古族自治县", "上海大道", "Shandong", "大山东",
    "江南省", "未知",
  ])
  func `what names something else is another place, and no province`(cell: String) {
    #expect(Province.named(in: cell) == Province.other)
  }

  @Test(arguments: [
    "", " ", "****", "##3a7Bc9*1*##", "$$x$$", "山*省", "13800001111", "990000", "2", "—",
  ])
  func `what is blank, masked or enciphered says nothing`(cell: String) {
    #expect(Province.named(in: cell) == nil)
  }

  @Test func `every province is known by its name and by its code, and by no other's`() {
    #expect(Set(Province.all.map(\.name)).count == 34 && Set(Province.all.map(\.code)).count == 34)
    for (code, name) in Province.all {
      #expect(Province.named(in: name) == name && Province.named(in: "\(code)0000") == name)
      #expect(Province.isName(name) && Province.isName(name + "省"))
      #expect(!Province.isName(name + "省某市") && !Province.isName("中国" + name))
    }
  }
}
