// swift-tools-version: 6.0
import PackageDescription

/// With `--static-swift-stdlib` C++'s runtime, which Swift's own needs, goes into the program too: `Link` is searched
/// first, and says so of `-lstdc++`.
let staticRuntime = ["-L", Context.packageDirectory + "/Sources/furikaeri/Link", "-Xclang-linker", "-static-libgcc"]

let package = Package(
  name: "furikaeri",
  products: [
    .library(name: "InitiativeModel", targets: ["InitiativeModel"]),
    .library(name: "SheetStorage", targets: ["SheetStorage"]),
    .library(name: "SheetExchange", targets: ["SheetExchange"]),
    .library(name: "SheetWording", targets: ["SheetWording"]),
    .library(name: "SheetSession", targets: ["SheetSession"]),
  ],
  targets: [
    .target(name: "InitiativeModel", exclude: ["Tools"]),
    .target(name: "CFileCalls"),
    .target(name: "SheetStorage", dependencies: ["InitiativeModel", "CFileCalls"]),
    .target(name: "SheetWording", dependencies: ["InitiativeModel", "SheetStorage"]),
    .target(name: "SheetExchange", dependencies: ["InitiativeModel", "SheetStorage", "SheetWording", "Terminal"]),
    .target(
      name: "CWorkbook",
      linkerSettings: [.linkedLibrary(":libminizip.a"), .linkedLibrary(":libexpat.a"), .linkedLibrary(":libz.a")]),
    .target(
      name: "SheetWorkbook",
      dependencies: [
        "InitiativeModel", "SheetStorage", "SheetWording", "SheetExchange", "Terminal", "CFileCalls", "CWorkbook",
      ]),
    .target(
      name: "SheetSession",
      dependencies: ["InitiativeModel", "SheetStorage", "SheetExchange", "SheetWording", "SheetSettings"]),
    .target(name: "SheetPlain", dependencies: ["InitiativeModel", "SheetWording", "SheetSession"]),
    .target(name: "Terminal", exclude: ["Tools"]),
    .target(name: "SheetSettings", dependencies: ["SheetWording", "Terminal"]),
    .target(name: "SheetEditor", dependencies: ["InitiativeModel", "SheetWording", "SheetSettings", "Terminal"]),
    .target(name: "CNcurses"),
    .target(name: "CursesTerminal", dependencies: ["Terminal", "CNcurses"]),
    .executableTarget(
      name: "furikaeri",
      dependencies: [
        "InitiativeModel", "SheetStorage", "SheetWording", "SheetExchange", "SheetWorkbook", "SheetSession", "Terminal",
        "CursesTerminal", "SheetEditor", "SheetPlain", "SheetSettings",
      ],
      exclude: ["Link"], linkerSettings: [.unsafeFlags(staticRuntime, .when(configuration: .release))]),
    .testTarget(name: "InitiativeModelTests", dependencies: ["InitiativeModel", "TestSupport"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TestSupport"]),
    .testTarget(name: "SheetSettingsTests", dependencies: ["SheetSettings", "SheetSession", "TestSupport"]),
    .testTarget(name: "SheetStorageTests", dependencies: ["SheetStorage", "TestSupport", "FaultProbe"]),
    .testTarget(name: "SheetExchangeTests", dependencies: ["SheetExchange", "TestSupport"]),
    .testTarget(name: "SheetWorkbookTests", dependencies: ["SheetWorkbook", "TestSupport"]),
    .testTarget(name: "SheetSessionTests", dependencies: ["SheetSession", "TestSupport"]),
    .testTarget(
      name: "SecondFrontEndTests",
      dependencies: ["InitiativeModel", "SheetStorage", "SheetWording", "SheetSession", "TestSupport"],
      packageAccess: false),
    .testTarget(name: "SheetPlainTests", dependencies: ["SheetPlain", "TestSupport"]),
    .testTarget(
      name: "SheetEditorTests", dependencies: ["SheetEditor", "TestSupport"], exclude: ["Snapshots"]),
    .testTarget(
      name: "FurikaeriTests", dependencies: ["furikaeri", "TestSupport", "SampleLibrary", "FaultyDisk"],
      exclude: ["Snapshots", "Soak/ShiftedClock.c"]),
    .target(name: "TestSupport", dependencies: ["SheetStorage"], path: "Tests/TestSupport"),
    .executableTarget(
      name: "FaultProbe", dependencies: ["InitiativeModel", "SheetStorage", "TestSupport"], path: "Tests/FaultProbe"),
    .target(name: "CFuse", path: "Tests/CFuse"),
    .target(name: "FaultyDisk", dependencies: ["CFuse"], path: "Tests/FaultyDisk"),
    .testTarget(
      name: "FaultyDiskTests",
      dependencies: ["InitiativeModel", "SheetStorage", "TestSupport", "FaultyDisk", "FaultProbe"]),
    .executableTarget(
      name: "SampleLibrary", dependencies: ["InitiativeModel", "SheetStorage", "SheetExchange", "TestSupport"],
      path: "Tests/SampleLibrary"),
    .executableTarget(
      name: "Benchmark", dependencies: ["TestSupport", "SampleLibrary"], path: "Tests/Benchmark", exclude: ["C"]),
    .testTarget(name: "BenchmarkTests", dependencies: ["Benchmark", "TestSupport"]),
    .executableTarget(
      name: "SharingSimulation", dependencies: ["InitiativeModel", "SheetStorage", "SheetExchange", "TestSupport"],
      path: "Tests/SharingSimulation"),
    .target(
      name: "Fuzzing",
      dependencies: [
        "InitiativeModel", "SheetStorage", "SheetExchange", "SheetWorkbook", "Terminal", "CFileCalls", "CWorkbook",
        "TestSupport",
      ],
      path: "Tests/Fuzzing", exclude: ["Corpus"]),
    .executableTarget(name: "Fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzz"),
    .testTarget(name: "FuzzTests", dependencies: ["Fuzzing", "TestSupport"]),
  ]
)
