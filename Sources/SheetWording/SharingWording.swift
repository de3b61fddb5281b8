// Holds the sentences about who can work in a folder, and the commands that mend it.

import Glibc
import InitiativeModel
import SheetStorage

extension Wording {
  /// The words of `doctor FOLDER`, and of a file that keeps somebody out.
  public enum Sharing {
    /// The book, whose its folder is, and its mode.
    public static func title(_ header: BookHeader?, _ access: BookAccess) -> String {
      let name = header.map { bookLine($0, path: access.path) } ?? access.path
      let bits = "rwxrwxrwx".enumerated().map { access.mode >> mode_t(8 - $0.offset) & 1 == 1 ? $0.element : "-" }
      let extras =
        (access.mode & mode_t(S_ISGID) != 0 ? "、作ったものにグループを引き継ぐ" : "")
        + (access.mode & mode_t(S_ISVTX) != 0 ? "、ほかの人のものを置き換えられない" : "")
      return "\(name)\n  持ち主 \(Wording.Sharing.name(access.owner))、グループ \(groupName(access.group))、"
        + "許可 \(String(bits))\(extras)"
    }

    /// Who can do what, and what stops whom; people of whom the same is to be said stand together.
    public static func lines(_ access: BookAccess) -> [String] {
      var lines = ["  だれが何をできるか"]
      if access.rows.isEmpty { lines.append("    管理者(root)のほかに、このフォルダーを使う人はいません。") }
      var told: [(names: [String], text: [String])] = []
      for row in access.rows {
        let text =
          [deeds(row)] + row.obstacles.flatMap { ["      " + sentence($0), "        直し方: " + remedy($0, row, access)] }
        let place = told.firstIndex { $0.text == text } ?? told.count
        if place == told.count { told.append(([], text)) }
        told[place].names.append(name(row.person))
      }
      for (names, text) in told {
        lines.append("    \(names.joined(separator: "、")): \(text[0])")
        lines += text.dropFirst()
      }
      for path in access.linked {
        lines.append("    \(path) はほかの名前も持つファイル(ハードリンク)のため、だれも書きません。")
        lines.append("        直し方: \(separation(path))")
      }
      return lines
    }

    private static func deeds(_ row: BookAccess.Row) -> String {
      BookAccess.Deed.allCases.compactMap { deed in
        row.can(deed).map { "\(name(deed, $0))\($0 ? "○" : "×")" }
      }.joined(separator: " ")
    }

    private static func name(_ deed: BookAccess.Deed, _ can: Bool) -> String {
      switch deed {
      case .enter: can ? "入れる" : "入れない"
      case .read: can ? "読める" : "読めない"
      case .save: can ? "保存できる" : "保存できない"
      case .mark: can ? "印を付けられる" : "印を付けられない"
      }
    }

    private static func sentence(_ obstacle: BookAccess.Obstacle) -> String {
      let owner = "(持ち主 \(name(Person(user: obstacle.owner))))"
      if obstacle.missing == 0 { return "\(obstacle.path) は\(owner)ほかの人には置き換えられません(フォルダーの t の印)。" }
      if obstacle.missing & 2 != 0 { return "\(obstacle.path) に書けません\(owner)。" }
      if obstacle.missing & 4 != 0 { return "\(obstacle.path) を読めません\(owner)。" }
      return "\(obstacle.path) に入れません\(owner)。"
    }

    // MARK: Mending

    /// The command that lets a person do what an obstacle keeps them from.
    private static func remedy(
      _ obstacle: BookAccess.Obstacle, _ row: BookAccess.Row, _ access: BookAccess
    ) -> String {
      let person = row.person
      if obstacle.missing == 0 { return "chmod -t \(quoted(access.path))" }
      let isAbove = access.path.hasPrefix(obstacle.path) && obstacle.path != access.path
      let rights = isAbove ? "x" : obstacle.missing & 2 == 0 ? "rX" : "rwX"
      let isReviews = obstacle.path.hasPrefix(access.path + "/reviews")
      if !isAbove, let user = person.user, user == access.owner.user {
        let owner = "\(person.login ?? String(user)) \(quoted(obstacle.path))"
        let mode = "chmod u+\(rights) \(quoted(obstacle.path))"
        return obstacle.owner == user ? mode : "chown \(owner) && \(mode)"
      }
      guard !isAbove, !isReviews, person.groups.contains(access.group) else {
        let who =
          person.user.map { "u:\(person.login ?? String($0))" } ?? person.groups.first.map { "g:\(groupName($0))" }
        return "setfacl -m \(who ?? "u:"):\(rights) \(quoted(obstacle.path))"
      }
      return mend(
        obstacle.path, isFolder: obstacle.isFolder, access.group, rights, isSame: obstacle.group == access.group)
    }

    private static func mend(
      _ path: String, isFolder: Bool, _ group: gid_t, _ rights: String, isSame: Bool
    ) -> String {
      let mode = "chmod g+\(rights)\(isFolder && rights == "rwX" ? "s" : "") \(quoted(path))"
      return isSame ? mode : "chgrp \(groupName(group)) \(quoted(path)) && \(mode)"
    }

    private static func separation(_ path: String) -> String {
      "cp -p \(quoted(path)) \(quoted(path + ".new")) && mv \(quoted(path + ".new")) \(quoted(path))"
    }

    /// What is wrong with a place inside a book that refuses, whose it is, and what to ask them for.
    public static func sentence(_ place: RefusedPlace, isLinked: Bool) -> String {
      if isLinked {
        return "\(place.path) はほかの名前も持つファイル(ハードリンク)のため、書きません。"
          + "ほかの名前を確かめてから、次の命令で分けてください: \(separation(place.path))"
      }
      let command = mend(place.path, isFolder: place.isFolder, place.group, "rwX", isSame: false)
      return "\(place.path) は\(name(Person(user: place.owner)))のもので、使う許可がありません。"
        + "その人か管理者に、次の命令を頼んでください: \(command)"
    }

    private static func quoted(_ path: String) -> String {
      let plain = path.utf8.allSatisfy {
        $0 >= 0x80 || $0 == 0x2F || $0 == 0x2E || $0 == 0x2D || $0 == 0x5F
          || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
      return plain
        ? path : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    // MARK: Names

    /// A person as people read it.
    public static func name(_ person: Person) -> String {
      guard let user = person.user else {
        return person.groups.first.map { "グループ \(groupName($0)) の人" } ?? "だれか"
      }
      return person.login.map { "\($0)さん" } ?? "利用者番号\(user)の人"
    }

    private static func groupName(_ group: gid_t) -> String { Person.name(ofGroup: group) ?? String(group) }

    // MARK: The file system

    /// What the folder's file system protects.
    public static func lines(_ probe: FileSystemProbe) -> [String] {
      [
        "  この場所のファイルの守り",
        line("同時に書かせない鍵(ロック)", probe.locks, without: "同時の保存は、内容の見比べだけで守ります。編集中の人は出ません。"),
        line("名前の入れ替え", probe.exchange, without: "前の版に控えの名前を付けてから置き換えます。"),
        line("人ごとの許可(ACL)", probe.accessLists, without: "許可はグループだけで分けます。"),
        line("書いたものをディスクに届ける(fsync)", probe.sync, without: "停電のときに失われることがあります。"),
      ]
    }

    private static func line(_ name: String, _ failure: SystemError?, without: String) -> String {
      "    \(name): " + (failure.map { "使えません(\(String(cString: strerror($0.code))))。\(without)" } ?? "使えます。")
    }

    /// Why the file system could not be tried.
    public static func notTried(_ reason: String) -> String { "  この場所のファイルの守りは調べられません: \(reason)" }

    /// Whether drafts can be kept where they belong.
    public static func drafts(_ path: String, _ failure: SystemError?) -> String {
      "  下書きの置き場 \(path): " + (failure.map { "使えません: \(detail($0))" } ?? "使えます。")
    }
  }
}
