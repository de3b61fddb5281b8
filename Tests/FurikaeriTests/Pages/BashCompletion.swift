// Holds the completion for bash, made of the commands' usages.

/// The completion for bash.
enum BashCompletion {
  static var source: String {
    """
    # furikaeri(1) の補完(bash)。命令の表から作られます: docs/contributing.md
    _furikaeri() {
      local commands='\(CommandUsage.all.map(\.command).joined(separator: " "))'
      local command=edit first=1 valued='' options='' argument='' values=''
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
      if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi
      if ((COMP_CWORD > 1)) && [[ " $commands " == *" ${COMP_WORDS[1]} "* ]]; then
        command=${COMP_WORDS[1]} first=2
      fi
      case $command in
    \(CommandUsage.all.map(words).joined(separator: "\n"))
      esac

      local i word folder=Data given=' ' ended=''
      for ((i = first; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ -z $ended && $word == -- ]]; then
          ended=yes
        elif [[ -z $ended && $word == -?* ]]; then
          given+="$word "
          if [[ " $valued " == *" $word "* ]]; then
            ((i++))
            if [[ ${COMP_WORDS[i]-} == = ]]; then ((i++)); fi
          fi
        else
          if [[ -d $word ]]; then folder=$word; fi
          argument=''
        fi
      done

      if [[ -z $ended && " $valued " == *" $prev "* ]]; then
        case "$command $prev" in
    \(CommandUsage.all.flatMap(values).joined(separator: "\n"))
        esac
      elif [[ -z $ended && $cur == -* ]]; then
        for word in $options --help; do
          if [[ $given != *" $word "* ]]; then values+="$word "; fi
        done
        if ((COMP_CWORD == 1)); then values+='--version '; fi
      elif ((COMP_CWORD == 1)); then
        values=$commands
        compopt -o plusdirs
      elif [[ $argument == FOLDER ]]; then
        compopt -o dirnames
      elif [[ $argument == FILE ]]; then
        compopt -o default
      fi
      COMPREPLY=($(compgen -W "$values" -- "$cur"))
    }

    # 項目の番号。
    _furikaeri_items() {
      local file number numbers=''
      for file in "$1"/item-*.json "$1"/*/item-*.json; do
        number=${file##*/item-}
        number=${number%.json}
        if [[ $number =~ ^[0-9]+$ ]]; then numbers+="$((10#$number)) "; fi
      done
      printf '%s' "$numbers"
    }

    complete -F _furikaeri furikaeri

    """
  }

  /// What a command takes.
  private static func words(_ usage: CommandUsage) -> String {
    let valued = usage.options.filter { $0.value != nil }.map(\.name).joined(separator: " ")
    let all = usage.options.map(\.name).joined(separator: " ")
    return "    \(usage.command)) valued='\(valued)' options='\(all)' argument='\(usage.argument ?? "")' ;;"
  }

  /// What the options of a command take.
  private static func values(_ usage: CommandUsage) -> [String] {
    usage.options.compactMap { option in
      let action: String
      switch option.value {
      case "N": action = "values=$(_furikaeri_items \"$folder\")"
      case "FOLDER": action = "compopt -o dirnames"
      case "PATH": action = "compopt -o default"
      default:
        guard let choices = option.choices else { return nil }
        action = "values='\(choices.joined(separator: " "))'"
      }
      return "      '\(usage.command) \(option.name)') \(action) ;;"
    }
  }
}
