# furikaeri(1) の補完(bash)。命令の表から作られます: docs/contributing.md
_furikaeri() {
  local commands='edit review show status check import export new-year plan history recover doctor'
  local command=edit first=1 valued='' options='' argument='' values=''
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
  if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi
  if ((COMP_CWORD > 1)) && [[ " $commands " == *" ${COMP_WORDS[1]} "* ]]; then
    command=${COMP_WORDS[1]} first=2
  fi
  case $command in
    edit) valued='--item' options='--item --plain' argument='FOLDER' ;;
    review) valued='--item' options='--item' argument='FOLDER' ;;
    show) valued='--item' options='--item' argument='FOLDER' ;;
    status) valued='--format --due' options='--format --due --texts' argument='FOLDER' ;;
    check) valued='--for --format' options='--for --format' argument='FOLDER' ;;
    import) valued='--into --ward --year' options='--into --ward --year --replace --dry-run' argument='FILE' ;;
    export) valued='--format --item --item-title --output' options='--format --item --item-title --output --replace-special --check-special' argument='FOLDER' ;;
    new-year) valued='--to --into' options='--to --into --dry-run' argument='FOLDER' ;;
    plan) valued='--item' options='--item --fix --open' argument='FOLDER' ;;
    history) valued='--item' options='--item --verify' argument='FOLDER' ;;
    recover) valued='' options='--discarded' argument='FOLDER' ;;
    doctor) valued='' options='' argument='FOLDER' ;;
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
      'edit --item') values=$(_furikaeri_items "$folder") ;;
      'review --item') values=$(_furikaeri_items "$folder") ;;
      'show --item') values=$(_furikaeri_items "$folder") ;;
      'status --format') values='text json csv html' ;;
      'check --for') values='entry midterm final' ;;
      'check --format') values='text json' ;;
      'import --into') compopt -o dirnames ;;
      'export --format') values='html markdown csv text json xlsx' ;;
      'export --item') values=$(_furikaeri_items "$folder") ;;
      'export --output') compopt -o default ;;
      'new-year --into') compopt -o dirnames ;;
      'plan --item') values=$(_furikaeri_items "$folder") ;;
      'history --item') values=$(_furikaeri_items "$folder") ;;
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
