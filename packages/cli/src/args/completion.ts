import { commandNames, globalOptions, specOf } from './commands.ts';
import type { OptionSpec } from './spec.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

/** A script that completes commands, their options, and values that are one of a few. */
export const completionScript = (shell: Shell): string => scripts[shell]();

const scripts: Record<Shell, () => string> = { bash, zsh, fish };

const optionsOf = (name: (typeof commandNames)[number]): [string, OptionSpec][] =>
  Object.entries({ ...specOf(name).options, ...globalOptions });
const choicesOf = (name: (typeof commandNames)[number]): readonly string[] =>
  specOf(name).positionals[0]?.choices ?? [];
/** Commands that take a folder. */
const takesFolder = (name: (typeof commandNames)[number]): boolean => specOf(name).positionals[0]?.name === 'folder';

function bash(): string {
  const cases = commandNames.map((name) => {
    const words = [...choicesOf(name), ...optionsOf(name).map(([option]) => `--${option}`)].join(' ');
    const folders = takesFolder(name) ? ' $(compgen -d -- "$word")' : '';
    return `    ${name}) COMPREPLY=($(compgen -W "${words}" -- "$word")${folders}) ;;`;
  });
  return `_tessera() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commandNames.join(' ')} help" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    help) COMPREPLY=($(compgen -W "${commandNames.join(' ')}" -- "$word")) ;;
  esac
}
complete -F _tessera tessera
`;
}

function zsh(): string {
  const described = commandNames.map((name) => `    '${name}:${escape(specOf(name).summary)}'`);
  const cases = commandNames.map((name) => {
    const options = optionsOf(name).map(([option, { help, type, value }]) => {
      const takes = type === 'string' ? `:${value ?? 'value'}:` : '';
      return `'--${option}[${escape(help).replaceAll('[', '(').replaceAll(']', ')')}]${takes}'`;
    });
    const first = takesFolder(name) ? "'*:folder:_files -/'" : `'*:argument:(${choicesOf(name).join(' ')})'`;
    return `    ${name}) _arguments ${[...options, first].join(' ')} ;;`;
  });
  return `#compdef tessera
_tessera() {
  local -a commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
compdef _tessera tessera
`;
}

function fish(): string {
  const lines = commandNames.flatMap((name) => [
    `complete -c tessera -n __fish_use_subcommand -f -a ${name} -d '${escape(specOf(name).summary)}'`,
    ...optionsOf(name).map(
      ([option, { help, type }]) =>
        `complete -c tessera -n '__fish_seen_subcommand_from ${name}' -l ${option}${type === 'string' ? ' -r' : ''} -d '${escape(help)}'`,
    ),
    ...choicesOf(name).map((choice) => `complete -c tessera -n '__fish_seen_subcommand_from ${name}' -f -a ${choice}`),
  ]);
  return `${lines.join('\n')}\n`;
}

const escape = (text: string): string => text.replaceAll("'", '’').replaceAll(':', ' –');
