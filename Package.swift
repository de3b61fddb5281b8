// swift-tools-version: 6.0
import PackageDescription

/// With `--static-swift-stdlib` C++'s runtime, which Swift's own needs, goes into the program too: `Link` is searched
/// first, and says so of `-lstdc++`.
let staticRuntime = ["-L", Context.packageDirectory + "/Sources/furikaeri/Link", "-Xclang-linker", "-static-libgcc"]

/// Other files find nothing in the program but what `exported.map` names: fewer names are read at the start.
let exported = ["-Xlinker", "--version-script=" + Context.packageDirectory + "/Sources/furikaeri/Link/exported.map"]

/// What the counted runs execute stands together (`functions.order`), so that few pages of the program are read; its
/// addresses are packed.
let together = [
  "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--no-warn-symbol-ordering",
  "-Xlinker", "--symbol-ordering-file=" + Context.packageDirectory + "/Sources/furikaeri/Link/functions.order",
]

/// What release builds of the program's targets are made with.
///
/// Types such as `[SheetID: EditedSheet]` are put together from what the compiler knows of them, not from their names,
/// which the runtime would take apart and look up in all its tables at the start. Every function is a section of its own,
/// which the linker can place.
let quickStart = [
  "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors", "-Xfrontend", "-function-sections",
]

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
      exclude: ["Link"],
      linkerSettings: [.unsafeFlags(staticRuntime + exported + together, .when(configuration: .release))]),
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

/// As a version that another package depends on it may have no such flags, and is built without.
let isDependency = Context.packageDirectory.contains("/checkouts/")
for target in package.targets where !isDependency && target.path == nil && target.type != .test {
  target.swiftSettings = [.unsafeFlags(quickStart, .when(configuration: .release))]
}
