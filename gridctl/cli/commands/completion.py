"""`gridctl completion`: the script that teaches a shell to complete gridctl's words."""

import sys
from typing import Annotated, Literal

import typer

from gridctl.cli.marks import N_

MORE = N_(
    "bash: add this line to ~/.bashrc\n"
    '    eval "$(gridctl completion bash)"\n'
    "zsh: add this line to ~/.zshrc, after compinit\n"
    '    eval "$(gridctl completion zsh)"\n'
    "fish: run this once\n"
    "    gridctl completion fish > ~/.config/fish/completions/gridctl.fish"
)

Shell = Literal["bash", "zsh", "fish"]

_SCRIPTS = {
    "bash": r"""_gridctl() {
    local IFS=$'\n'
    COMPREPLY=($(GRIDCTL_COMPLETE=bash "${COMP_WORDS[0]}" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _gridctl gridctl
""",
    "zsh": r"""#compdef gridctl
_gridctl() {
    local line
    local -a offers
    for line in "${(@f)$(GRIDCTL_COMPLETE=zsh "${words[1]}" "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -n $line ]] && offers+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done
    if (( ${#offers} )); then _describe -V gridctl offers; else _files; fi
}
compdef _gridctl gridctl
""",
    "fish": r"""function __gridctl_offers
    set -l words (commandline -opc) (commandline -ct)
    set -l offers (env GRIDCTL_COMPLETE=fish $words 2>/dev/null)
    if test (count $offers) -gt 0
        printf '%s\n' $offers
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c gridctl -f -a '(__gridctl_offers)'
""",
}


def command(
    shell: Annotated[
        Shell, typer.Argument(metavar="bash|zsh|fish", help=N_("The shell to teach."))
    ],
) -> None:
    """Print the script of `shell`."""
    sys.stdout.write(_SCRIPTS[shell])
