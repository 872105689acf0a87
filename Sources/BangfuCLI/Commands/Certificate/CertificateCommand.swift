import ArgumentParser

/// `bangfu certificate`: which products are certified, and when.
struct CertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate",
    abstract: say("消费帮扶产品认定", "Certificates of products (消费帮扶产品认定)."),
    subcommands: [
      CertificateAdd.self, CertificateImport.self, CertificateList.self, CertificateEnd.self,
    ])
}
