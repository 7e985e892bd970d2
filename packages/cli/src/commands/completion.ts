/** `minfraud completion`: prints a script for a shell, which asks `minfraud` itself for proposals. */
import { type CliContext, print } from '../context.ts';
import { oneOf } from '../shared-flags.ts';

const scripts = {
  bash: `_minfraud() {
  local IFS=$'\\n'
  COMPREPLY=($(minfraud __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _minfraud minfraud`,
  zsh: `#compdef minfraud
_minfraud() {
  local -a proposals
  local line brief
  while IFS=$'\\t' read -r line brief; do
    proposals+=("\${line//:/\\\\:}:$brief")
  done < <(minfraud __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#proposals} )); then _describe minfraud proposals; else _files; fi
}
if [[ $funcstack[1] == _minfraud ]]; then _minfraud "$@"; else compdef _minfraud minfraud; fi`,
  fish: `function __minfraud_complete
  set -l proposals (minfraud __complete (commandline -opc)[2..] (commandline -ct) 2>/dev/null)
  if test (count $proposals) -gt 0
    printf '%s\\n' $proposals
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c minfraud -f -a '(__minfraud_complete)'`,
} as const;

export default function (this: CliContext, _flags: unknown, shell: string): void {
  const name = oneOf(shell, Object.keys(scripts), 'shell') as keyof typeof scripts;
  print(this, scripts[name]);
}
