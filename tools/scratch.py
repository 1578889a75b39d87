"""A scratch world for trying gridctl: a home of its own, no settings of this machine, a fixed clock."""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BIN = os.path.dirname(os.path.abspath(sys.executable))


def environment(home: str, **more: str) -> dict[str, str]:
    """The variables of a scratch world; gridctl and git there know nobody yet."""
    dropped = ("GIT_", "GRIDCTL_", "LC_", "LANG", "XDG_", "PYTHON", "COV_", "PYTEST_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return (
        kept
        | {
            "HOME": home,
            "PATH": BIN + os.pathsep + os.environ.get("PATH", os.defpath),
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
            "TZ": "Asia/Shanghai",
            "COLUMNS": "80",
            "NO_COLOR": "1",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_PAGER": "cat",
        }
        | more
    )
