import Foundation
import Testing
import TestSupport

@testable import Benchmark

@Suite("The order of the program's functions")
struct FunctionOrderTests {
  private let profile = """
    ob=(1) /tmp/program
    fl=(1) ???
    fn=(1) $s1M5first
    0 6
    cob=(2) /usr/lib/libc.so.6
    cfn=(2) malloc
    calls=1 0
    0 3
    cfn=(3) _ZN5swift6secondEv
    calls=1 0
    0 8

    fn=(4) $s1M5first'2
    0 1

    ob=(2)
    fn=(2)
    0 3

    ob=(1)
    fn=(5) 0x0000000000401000
    0 1

    fn=(6) (below main)
    0 1

    fn=(3)
    0 8
    """

  @Test("Has the program's own functions, each once, in the order of the profiles")
  func profiles() {
    let order = FunctionOrder(
      profiles: [profile, "ob=(1) /tmp/program\nfn=(1) $s1M5third\nfn=(2) $s1M5first\n"], of: "/tmp/program")
    #expect(order.names == ["$s1M5first", "_ZN5swift6secondEv", "$s1M5third"])
    #expect(FunctionOrder(order.text) == order)
  }

  @Test("What of one order stands in another is told in percent")
  func share() {
    #expect(FunctionOrder("a\nb\nc\nd\n").share(in: FunctionOrder("x\nd\nb\na\n")) == 75)
    #expect(FunctionOrder("").share(in: FunctionOrder("a\n")) == 0)
  }

  @Test("The file that the linker reads has functions of the program and of the runtime")
  func committed() throws {
    let order = FunctionOrder(try String(contentsOfFile: FunctionOrder.file, encoding: .utf8))
    for word in ["SheetEditor", "SheetStorage", "_ZN5swift"] {
      #expect(order.names.count { $0.contains(word) } > 50, "\(word)")
    }
  }
}
