extension Sentences {
  /// What is refused of folders of evidence, and what is found in them.
  static let evidence: [(String, Sentence)] = evidenceRefusals + evidenceFindings

  private static let evidenceRefusals: [(String, Sentence)] = [
    (
      "evidence_differs",
      Sentence(
        .no,
        zh:
          "{month} 第 {version} 版没有导出：账上的和发布的不一样（{file}[ 第 {row} 行]）。先运行 bangfu check",
        en:
          "{month}, version {version} was not exported: what is recorded is not what was published ({file}[, row {row}]); run bangfu check first"
      )
    ),
    (
      "evidence_no_folder",
      Sentence(.data, zh: "没有 {folder} 这个文件夹", en: "there is no folder {folder}")
    ),
    (
      "evidence_no_bag",
      Sentence(
        .data, zh: "{folder} 不是证据包：里面没有 bagit.txt",
        en: "{folder} is no folder of evidence: it has no bagit.txt")
    ),
    (
      "evidence_not_ours",
      Sentence(
        .data, zh: "{folder} 不是 bangfu figure export 写的：里面没有 data/lines.csv",
        en: "{folder} was not written by bangfu figure export: it has no data/lines.csv")
    ),
    (
      "evidence_other_programme",
      Sentence(
        .data, zh: "{folder} 是 {programme} 的证据包，不是 {asked} 的：要核对它，加 --programme {programme}",
        en:
          "{folder} is evidence of {programme}, not of {asked}: --programme {programme} verifies it"
      )
    ),
    (
      "proof_malformed",
      Sentence(
        .data, zh: "{file} 不是 bangfu figure proof 写的",
        en: "{file} was not written by bangfu figure proof")
    ),
    (
      "line_unpublished",
      Sentence(
        .data, zh: "单据 {document} 第 {line} 行不在发布的版本里",
        en: "line {line} of document {document} is in no version that was published")
    ),
    (
      "figure_without_root",
      Sentence(
        .data, zh: "{month} 第 {version} 版发布时还不算各行的默克尔根，单行没有证明",
        en:
          "{month}, version {version} was published without a Merkle root over its lines: single lines cannot be proved"
      )
    ),
    (
      "signing_key_missing",
      Sentence(.data, zh: "没有 {file} 这个密钥文件", en: "there is no key {file}")
    ),
    (
      "signing_failed",
      Sentence(
        .data, zh: "用 {file} 签不了名，没有导出：{output}",
        en: "{file} signs nothing, and nothing was exported: {output}")
    ),
    (
      "signing_program_missing",
      Sentence(
        .data, zh: "签名要用 {program}，这台机器上没有（openssh-client）",
        en: "signing needs {program}, which is not on this machine (openssh-client)")
    ),
  ]

  private static let evidenceFindings: [(String, Sentence)] = [
    (
      "evidence_file_missing",
      Sentence(
        .no, zh: "{file}：缺了[，或 {manifest} 第 {place} 行改过]",
        en: "{file} is missing[, or row {place} of {manifest} was changed]")
    ),
    (
      "evidence_file_added",
      Sentence(.no, zh: "{file}：不是导出的，多出来的", en: "{file} was not exported: it was added")
    ),
    (
      "evidence_link",
      Sentence(
        .no, zh: "{file}：是链接或别的东西，不是文件", en: "{file} is a link, or something else that is no file")
    ),
    (
      "evidence_file_changed",
      Sentence(
        .no, zh: "{file}：改过，或 {manifest} 第 {place} 行改过",
        en: "{file} was changed, or row {place} of {manifest}")
    ),
    (
      "evidence_row_changed",
      Sentence(.no, zh: "{file} 第 {row} 行：改过", en: "{file}, row {row} was changed")
    ),
    (
      "evidence_rows_differ",
      Sentence(
        .no, zh: "{file} 第 {row} 行起：导出时有 {were} 行，现在有 {are} 行",
        en: "{file}, from row {row} on: {were} rows were exported, there are {are}")
    ),
    (
      "evidence_oxum",
      Sentence(
        .no, zh: "{file}：Payload-Oxum 不是 {found}", en: "{file}: Payload-Oxum is not {found}")
    ),
    (
      "evidence_signature",
      Sentence(
        .no, zh: "{file}：签名签的不是 tagmanifest-sha256.txt 现在的内容",
        en: "{file}: the signature is not of tagmanifest-sha256.txt as it is")
    ),
    (
      "evidence_malformed",
      Sentence(
        .no, zh: "{file}[ 第 {row} 行]：写法不对", en: "{file}[, row {row}] is not written as it should be"
      )
    ),
    (
      "evidence_hash",
      Sentence(
        .no, zh: "{file}：{other} 里的 SHA-256 不是它的",
        en: "{file} has another SHA-256 than {other} says")
    ),
    (
      "evidence_order",
      Sentence(
        .no, zh: "{file} 第 {row} 行：主键重复，或不按次序",
        en: "{file}, row {row}: its key is not above that of the row before")
    ),
    (
      "evidence_reference",
      Sentence(
        .no, zh: "{file} 第 {row} 行：{column} 在 {other} 里没有",
        en: "{file}, row {row}: its {column} is not in {other}")
    ),
    (
      "evidence_verdict",
      Sentence(
        .no, zh: "{file} 第 {row} 行：判定和理由不符",
        en: "{file}, row {row}: its verdict does not follow from its rule")
    ),
    (
      "evidence_certificate",
      Sentence(
        .no, zh: "{file} 第 {row} 行：认定不是这个货号的，或那天无效",
        en: "{file}, row {row}: its certificate is of another product, or of other days")
    ),
    (
      "evidence_province",
      Sentence(
        .no, zh: "{file} 第 {row} 行：收货省份和规则不符",
        en: "{file}, row {row}: its province is not as its rule set says")
    ),
    (
      "evidence_sum",
      Sentence(
        .no, zh: "{file}：{part} 相加得 {found}，发布的是 {said}",
        en: "{file}: {part} adds up to {found}, published is {said}")
    ),
    (
      "evidence_root",
      Sentence(
        .no, zh: "{file}：各行不是发布时的那些（默克尔根 {root}）",
        en: "{file}: its rows are not those that were published (Merkle root {root})")
    ),
    (
      "evidence_version",
      Sentence(
        .no, zh: "{file}：不是发布的字节（SHA-256 不同）",
        en: "{file} is not what was published: another SHA-256")
    ),
    (
      "evidence_chain",
      Sentence(
        .no, zh: "{file} 第 {row} 行：和它指的前一版、更早月份接不上",
        en: "{file}, row {row}: it does not follow from the versions that it names")
    ),
    (
      "evidence_bridge",
      Sentence(
        .no, zh: "{file} 第 {row} 行：和 bridge_lines.csv 的明细加不到一起",
        en: "{file}, row {row}: the lines in bridge_lines.csv do not add up to it")
    ),
    (
      "evidence_bridge_sum",
      Sentence(
        .no, zh: "{file}：到第 {version} 版的各步，加不出两版之差",
        en: "{file}: the steps to version {version} do not lead to it")
    ),
    (
      "evidence_copy",
      Sentence(
        .no, zh: "{file}：不是导入 {import} 的脱敏副本（SHA-256 不同）",
        en: "{file} is not the redacted copy of import {import}: another SHA-256")
    ),
    (
      "evidence_published",
      Sentence(
        .no, zh: "{file} 第 {row} 行：和发布的不一样", en: "{file}, row {row} is not what was published")
    ),
    (
      "evidence_row_missing",
      Sentence(
        .no, zh: "{file}：发布时有的 {key}，这里没有", en: "{file}: {key}, which was published, is missing")
    ),
    (
      "evidence_seal",
      Sentence(
        .no, zh: "{file} 第 {row} 行：封条和它的内容或前一条对不上",
        en:
          "{file}, row {row}: the seal is not what its hash says, or does not follow the one before"
      )
    ),
    (
      "evidence_proof",
      Sentence(
        .no, zh: "{file}：这一行得不出发布的默克尔根，没有证明什么",
        en: "{file} proves nothing: its row does not lead to the root that was published")
    ),
  ]
}
