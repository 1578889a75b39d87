"""DOCX archive: what is packed: nothing of the template's past, fixed times and order, fonts with stand-ins."""

import zipfile
from io import BytesIO
from typing import Any

_FIRST = "[Content_Types].xml"  # readers look for it first
_FONTS = "word/fontTable.xml"
_TIME = (1980, 1, 1, 0, 0, 0)

# Machines without the fonts of official letters take what is named beside them.
_STAND_INS = {
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,Noto Serif CJK SC", "roman"),
    "仿宋_GB2312": ("仿宋,FangSong,STFangsong,Noto Serif CJK SC", "modern"),
    "黑体": ("SimHei,STHeiti,Noto Sans CJK SC", "swiss"),
}
_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:fonts>'
)
_FONT = (
    '<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
    '<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
)


# What python-docx's template brings along of the machine it was made on.
_LEFTOVERS = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects")


def strip(document: Any) -> None:
    """Leaves out of a document what came with the template and says nothing of the paper."""
    for relations in (document.part.package.rels, document.part.rels):
        for name in [name for name, each in relations.items() if _is_leftover(each.reltype)]:
            del relations[name]


def _is_leftover(relation: str) -> bool:
    return relation.rpartition("/")[2] in _LEFTOVERS


def steady(packed: bytes) -> bytes:
    """The same document, packed so that equal contents are equal bytes."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda each: (each != _FIRST, each)):
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            new.writestr(entry, _fonts() if name == _FONTS else old.read(name))
    return out.getvalue()


def _fonts() -> bytes:
    fonts = (
        _FONT.format(name=name, others=others, family=family)
        for name, (others, family) in _STAND_INS.items()
    )
    return _TABLE.format("".join(fonts)).encode()
