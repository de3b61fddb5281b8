// Holds the sentences about files and folders, on the screen and on the command line.

import Glibc
import InitiativeModel
import SheetStorage

extension Wording {
  /// What went wrong with a file or folder, with its path and what to do.
  public static func sentence(_ error: StorageError) -> String {
    switch error {
    case .notFound(let path): "\(path) がありません。場所を確かめてください。"
    case .nameNotUTF8(let path):
      "\(path) は名前の文字コードがUTF-8ではないため読みません。名前を付け直してください(例: convmv -f sjis -t utf8 --notest 場所)。"
    case .notAFolder(let path): "\(path) はフォルダーではありません。綴りのフォルダーを指定してください。"
    case .noBooks(let path): "\(path) に綴り(book.json と item-01.json など)がありません。フォルダーを確かめてください。"
    case .headerMissing(let path): "\(path) に book.json がありません。元の綴りから book.json を戻してください。"
    case .notAFile(let path): "\(path) は普通のファイルではないため読みません。"
    case .symbolicLink(let path): "\(path) はほかの場所への参照(シンボリックリンク)のため開きません。元のファイルを置いてください。"
    case .tooLarge(let path, let bytes, let limit):
      "\(path) は\(megabytes(bytes))で大きすぎます。読み書きできるのは\(megabytes(limit))までです。文章を減らすか、ファイルを確かめてください。"
    case .tooManyLines(let path, let limit):
      "\(path) には履歴でない行や同じような行が多すぎる(\(limit)行を超える)ため読みません。"
        + "中を確かめて別の場所へ移してください。次の保存から新しい履歴が始まります。"
    case .empty(let path): "\(path) は空です(停電などで失われたのかもしれません)。控えから戻してください。"
    case .zeroFilled(let path): "\(path) の中身が失われています(停電などのため)。控えから戻してください。"
    case .syntax(let path, let error) where error.kind == .mergeMarkers:
      "\(path) \(error.line)行目: \(detail(error.kind))"
    case .syntax(let path, let error): "\(path) \(error.line)行目\(error.column)バイト目: \(detail(error.kind))"
    case .unmerged(let path, let file): sentence(path, file)
    case .invalid(let path, let problems): "\(path): \(problems.map { detail($0) }.joined(separator: " "))"
    case .newerFormat(let path, let version):
      "\(path) は新しい版の形式(formatVersion \(version))です。furikaeri を新しくしてください。ファイルは変えていません。"
    case .changedOnDisk(let path, _): "\(path) は開いた後にほかで変更されました。"
    case .vanished(let path): "\(path) がなくなりました。移動や削除がないか確かめてください。"
    case .otherBook(let path):
      "\(path) は、開いたときとは別の区・年度の綴りに入れ替わっています。何も書いていません。元の綴りを戻すか、終了して開き直してください。"
    case .markedMeanwhile(let path): "\(path) にその間に別の印が付いたため、取り消していません。新しい印を読んでから決めてください。"
    case .markMissing(let path): "\(path) に返答先のコメントが見つかりません。ファイルが入れ替わっていないか確かめてください。"
    case .planIsFixed(let path):
      "\(path) の綴りは計画が確定しているため、題名と計画の変更は保存できません。変更は下書きに残っています。"
        + "取り消すときは F4 の「下書き」で Ctrl-U を、直すときは furikaeri plan --open で計画を開き直してください。"
    case .busy(let path): "\(path) はほかの保存が終わるのを待ちましたが、終わりません。少し待ってからもう一度行ってください。"
    case .alreadyExists(let path): "\(path) はすでにあります。"
    case .wouldNotReadBack(let path): "\(path) を書いても正しく読み戻せないため、書きませんでした。"
    case .system(let path, let system): "\(path): \(detail(system))"
    }
  }

  /// The same with the file's name in the place of its whole path, for lists in which the folder is known.
  public static func sentence(_ error: StorageError, calling name: String) -> String {
    let whole = sentence(error)
    guard let end = whole.firstRange(of: "/" + name)?.upperBound else { return whole }
    return name + whole[end...]
  }

  /// A size in MB with one decimal where it is no whole number, rounded up so that what is over a limit never looks like
  /// the limit.
  public static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + 1_048_575) / 1_048_576
    return tenths % 10 == 0 ? "\(tenths / 10)MB" : "\(tenths / 10).\(tenths % 10)MB"
  }

  /// What a failed system call means for the person.
  public static func detail(_ error: SystemError) -> String {
    if let refused = error.refused { return Sharing.sentence(refused, isLinked: error.code == EMLINK) }
    return switch error.code {
    case ENOSPC: "ディスクがいっぱいです。空きを作ってからもう一度行ってください。"
    case EDQUOT: "割り当てられた容量を使い切っています。不要なファイルを消してからもう一度行ってください。"
    case EROFS: "読み取り専用の場所なので書けません。"
    case EACCES, EPERM: "読み書きする許可がありません。フォルダーの管理者に確かめてください。"
    case EIO: "ディスクの読み書きに失敗しました(\(error.call))。"
    case EFBIG: "ファイルの大きさの上限を超えています。"
    default: "\(error.call) に失敗しました(\(String(cString: strerror(error.code))))。"
    }
  }

  /// Why a draft or a comment could not be kept.
  public static func detail(_ error: KeepingError) -> String {
    switch error {
    case .tooLarge(let limit):
      "長すぎます(残せるのは\(megabytes(limit))まで)。文を短くするか、別のファイルに写してください。"
    case .system(let error): detail(error)
    }
  }

  private static func detail(_ kind: JSONSyntaxError.Kind) -> String {
    switch kind {
    case .unexpectedEnd: "途中で終わっています。控えから戻すか、続きを直してください。"
    case .unexpectedCharacter: "ここにあるはずのない文字があります。JSONの書き方を直してください。"
    case .trailingText: "終わりの後に余分な文字があります。"
    case .invalidUTF8: "文字コードがUTF-8ではありません。UTF-8で保存し直してください。"
    case .otherEncoding: "文字コードがUTF-16などです。UTF-8で保存し直してください。"
    case .invalidEscape: "\\ で始まる書き方が正しくありません。"
    case .controlCharacter: "文字列の中に制御文字があります。"
    case .invalidNumber: "数の書き方が正しくありません。"
    case .duplicateKey(let key): "同じ名前「\(key)」が二度あります。片方を消してください。"
    case .tooDeep(let most): "入れ子が深すぎます(\(most)段まで)。項目のファイルか確かめてください。"
    case .tooManyKeys(let most): "名前(キー)が多すぎます(\(most)個まで)。項目のファイルか確かめてください。"
    case .tooManyValues(let most): "値が多すぎます(\(most)個まで)。項目のファイルか確かめてください。"
    case .mergeMarkers:
      "gitの合流(マージ)が済んでいません。残す文を決め、印の行(<<<<<<< など)を消してから、開き直してください。"
    }
  }

  private static func detail(_ problem: ContentProblem) -> String {
    switch problem.kind {
    case .missing: "「\(problem.path)」がありません。"
    case .wrongType(let expected): "「\(problem.path)」は\(name(expected))でなければなりません。"
    case .unknownSign(let sign): "「\(problem.path)」の「\(sign)」は選択肢にありません。"
    case .outOfRange(let text): "「\(problem.path)」の \(text) は使えない数です。"
    }
  }

  private static func name(_ type: ValueType) -> String {
    switch type {
    case .object: "{ } のまとまり"
    case .text: "文字列"
    case .lines: "行の並び"
    case .number: "数"
    case .flag: "true か false"
    case .choice: "選択肢の記号か null"
    }
  }
}
