// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "furikaeri",
  products: [
    .library(name: "InitiativeModel", targets: ["InitiativeModel"])
  ],
  targets: [
    .target(name: "InitiativeModel"),
    .testTarget(name: "InitiativeModelTests", dependencies: ["InitiativeModel"]),
  ]
)
