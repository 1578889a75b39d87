"""Small offices for the tests of the duty matrix, written as their files are."""

from gridctl.store.settings_file import read

GRIDS = """\
format: 1
ledger: {name: 试}
grids:
- id: lz
  name: 刘寨街道
  code_name: 刘寨
  level: 1
  duties: [DUTIES]
- {id: lz-a, name: 甲社区, level: 2, parent: lz}
- {id: lz-b, name: 乙社区, level: 2, parent: lz}
- {id: lz-c, name: 丙社区, level: 2, parent: lz, until: 2020-12-31}
- {id: lz-a-1, name: 甲一片, level: 3, parent: lz-a}
- {id: lz-b-1, name: 乙一片, level: 3, parent: lz-b}
"""
STAFF = """\
format: 1
departments:
- id: chengguan
  name: 城管
  powers: [CHENGGUAN]
- id: jiaojing
  name: 交警
  powers: [JIAOJING]
- id: huanbao
  name: 环保
  powers: [HUANBAO]
staff:
- {id: p1, name: 甲管, home: chengguan, kind: enforcement, posts: [{grid: lz-a, role: enforcer, since: 2012-05-01}]}
- {id: p2, name: 全警, home: jiaojing, kind: enforcement, posts: [{grid: lz, role: enforcer, since: 2012-05-01, until: 2026-11-23}]}
- {id: p3, name: 片巡, home: lz, kind: officer, posts: [{grid: lz-b-1, role: patroller, since: 2012-05-01}]}
- {id: p4, name: 甲长, home: lz, kind: officer, posts: [{grid: lz-a, role: head, since: 2012-05-01}]}
"""


def power(category, action="enforce", *, lead=True, basis="《法》"):
    """A power as the file has it."""
    law = f", basis: {basis}" if basis else ""
    return f"{{category: {category}, action: {action}, lead: {str(lead).lower()}{law}}}"


def duty(category, action, level):
    """A duty as the file has it."""
    return f"{{category: {category}, action: {action}, level: {level}}}"


def office_with(*, duties=(), chengguan=(), jiaojing=(), huanbao=()):
    """An office of three departments with these powers and duties, each as `power` and `duty` write it."""
    staff = STAFF
    for name, powers in (("CHENGGUAN", chengguan), ("JIAOJING", jiaojing), ("HUANBAO", huanbao)):
        staff = staff.replace(name, ", ".join(powers))
    grids = GRIDS.replace("DUTIES", ", ".join(duties))
    return read({"grids.yaml": grids.encode(), "staff.yaml": staff.encode()})
