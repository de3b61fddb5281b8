// Holds the completion for zsh, made of the commands' usages.

@testable import furikaeri

/// The completion for zsh.
enum ZshCompletion {
  static var source: String {
    """
    #compdef furikaeri
    # furikaeri(1) の補完(zsh)。命令の表から作られます: docs/contributing.md

    # 項目の番号。
    _furikaeri_items() {
      local word folder=Data
      local -a numbers
      for word in ${(Q)words[2,CURRENT-1]}; do
        if [[ -d $word ]]; then folder=$word; break; fi
      done
      numbers=($folder/item-<->.json(N:t:r) $folder/*/item-<->.json(N:t:r))
      numbers=(${numbers#item-})
      numbers=(${(onu)${numbers/(#s)0##/}})
      compadd -V items -a numbers
    }

    _furikaeri() {
      local -a commands
      local command=edit
      commands=(
    \(ProgramCommands.all.map { "    \(quoted(described($0)))" }.joined(separator: "\n"))
      )
      if ((CURRENT == 2)) && [[ $PREFIX != -* ]]; then
        _alternative 'commands:命令:{_describe -t commands 命令 commands}' 'folders:フォルダー:_files -/'
        return
      fi
      if ((CURRENT > 2)) && ((${commands[(I)$words[2]:*]})); then
        command=$words[2]
        shift words
        ((CURRENT--))
      fi
      case $command in
    \(CommandUsage.all.map(row).joined(separator: "\n"))
      esac
    }

    _furikaeri "$@"

    """
  }

  private static func quoted(_ text: String) -> String { "'\(text.split(separator: "'").joined(separator: "'\\''"))'" }

  /// A command with what it does.
  private static func described(_ command: any ProgramCommand.Type) -> String {
    let summary = command.summary.split(separator: "\n").first.map(String.init) ?? ""
    return "\(command.name):\(summary.split(separator: ":").joined(separator: "\\:"))"
  }

  /// What a command takes.
  private static func row(_ usage: CommandUsage) -> String {
    var parts = ["'(- :)--help[説明を表示する]'"]
    if usage.command == "edit" { parts.append("'(- :)--version[版を表示する]'") }
    parts += usage.options.map { option in
      guard let value = option.value else { return "'\(option.name)'" }
      return "'\(option.name)=:\(option.choices == nil ? value : option.name):\(action(of: option))'"
    }
    if let argument = usage.argument { parts.append("':\(argument):\(argument == "FILE" ? "_files" : "_files -/")'") }
    return "    \(usage.command)) _arguments -S \(parts.joined(separator: " ")) ;;"
  }

  private static func action(of option: CommandUsage.Option) -> String {
    switch option.value {
    case "N": "_furikaeri_items"
    case "FOLDER": "_files -/"
    case "PATH": "_files"
    default: option.choices.map { "(\($0.joined(separator: " ")))" } ?? " "
    }
  }
}
