"""Keeps the Chinese catalogue in step with the English sentences in the code.

tools/messages.py           bring gridctl.po up to date and compile gridctl.mo
tools/messages.py --prune   the same, and drop sentences that the code no longer says
tools/messages.py --check   change nothing; exit 1 and say what is missing or stale
"""

import argparse
import ast
import os
import struct
import sys
from collections.abc import Iterator
from io import BytesIO
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join("gridctl", "locale", "zh", "LC_MESSAGES")
MARKS = ("say", "_", "N_")
HEADER = "Content-Type: text/plain; charset=UTF-8\nLanguage: zh\n"


def extracted(package: str) -> Catalog:
    """Every sentence marked with say(), _() or N_() in the Python files below `package`.

    Read from the syntax tree: Babel's own extractor does not look into f-strings.
    """
    catalog = Catalog()
    for folder, _folders, names in os.walk(package):
        for name in names:
            if name.endswith(".py"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    for text in marked(file.read()):
                        catalog.add(text)
    return catalog


def marked(source: str) -> Iterator[str]:
    """The marked sentences of one file."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Name(id=name) | ast.Attribute(attr=name),
                args=[ast.Constant(value=str() as text), *_],
            ) if text and name in MARKS:
                yield text


def merged(source: Catalog, known: Catalog) -> Catalog:
    """The sentences of `source` with the translations of `known`; what is left over, obsolete."""
    result = Catalog(locale="zh")
    old = {message.id: message for message in (*known.obsolete.values(), *known) if message.id}
    for message in source:
        if message.id:
            had = old.pop(message.id, None)
            result.add(message.id, had.string if had else "", flags=had.flags if had else ())
    for message in old.values():
        if message.string:
            result.obsolete[message.id] = message
    return result


def po_text(catalog: Catalog) -> bytes:
    """The catalogue as text, sorted, without dates, line numbers or names of tools."""
    out = BytesIO()
    write_po(out, catalog, omit_header=True, no_location=True, sort_output=True, width=0)
    header = "".join(f'"{line}\\n"\n' for line in HEADER.splitlines())
    return f'msgid ""\nmsgstr ""\n{header}\n'.encode() + out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """The compiled catalogue: the same bytes for the same translations, whatever Babel's version."""
    pairs = {"": HEADER}
    pairs |= {m.id: m.string for m in catalog if m.id and m.string and not m.fuzzy}
    items = [(key.encode(), value.encode()) for key, value in sorted(pairs.items())]
    start = 7 * 4 + 16 * len(items)
    keys = b"".join(key + b"\0" for key, _value in items)
    values = b"".join(value + b"\0" for _key, value in items)
    key_at, value_at, key_table, value_table = start, start + len(keys), b"", b""
    for key, value in items:
        key_table += struct.pack("<II", len(key), key_at)
        value_table += struct.pack("<II", len(value), value_at)
        key_at += len(key) + 1
        value_at += len(value) + 1
    head = struct.pack("<7I", 0x950412DE, 0, len(items), 28, 28 + 8 * len(items), 0, start)
    return head + key_table + value_table + keys + values


def holes(template: str) -> set[str]:
    """The names in braces; a text that is no template has none."""
    try:
        return {name for _text, name, _spec, _conversion in Formatter().parse(template) if name}
    except ValueError:
        return set()


def faults(catalog: Catalog) -> Iterator[str]:
    """What keeps a Chinese reader from being spoken to in Chinese."""
    for message in catalog:
        if message.id and (what := _fault(message)):
            yield f"{what}: {message.id}"
    for key in catalog.obsolete:
        yield f"no longer said: {key}"


def _fault(message: Message) -> str | None:
    if not message.string:
        return "untranslated"
    if message.fuzzy:
        return "fuzzy"
    if holes(message.id) != holes(message.string):
        return "other holes"
    return None


def main(argv: list[str] | None = None, root: str = ROOT) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing, find fault")
    parser.add_argument("--prune", action="store_true", help="drop what is no longer said")
    wish = parser.parse_args(argv)
    po, mo = (os.path.join(root, FOLDER, f"gridctl.{kind}") for kind in ("po", "mo"))
    catalog = merged(extracted(os.path.join(root, "gridctl")), _known(po))
    if wish.prune:
        catalog.obsolete.clear()
    found = list(faults(catalog))
    fresh = {po: po_text(catalog), mo: mo_bytes(catalog)}
    if wish.check:
        found += [f"stale: {path}" for path, content in fresh.items() if _bytes(path) != content]
    else:
        os.makedirs(os.path.dirname(po), exist_ok=True)
        for path, content in fresh.items():
            with open(path, "wb") as file:
                file.write(content)
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if wish.check and found else 0


def _known(path: str) -> Catalog:
    return read_po(BytesIO(_bytes(path)), locale="zh")


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return b""


if __name__ == "__main__":
    sys.exit(main())
