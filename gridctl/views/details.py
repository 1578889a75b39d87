"""Details: the fields of a case or an event as labelled lines."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.fields import FIELDS, VALUES
from gridctl.domain.hidden import visible
from gridctl.domain.limits import in_words
from gridctl.domain.office import Office
from gridctl.domain.routing import line_in_words
from gridctl.domain.terms import EVIDENCE_KINDS, RETURNED_TO
from gridctl.words import Both, _, aside, listed

Pair = tuple[str, str]
_WITHOUT = frozenset({"n", "did", "at", "by", "entered", "pinned"})


class Details:
    """Says field values in words, with the names that an office and a catalogue give."""

    def __init__(
        self,
        office: Office,
        catalogue: Catalogue,
        edition: Callable[[str], Catalogue | None],
        *,
        most: int = 8,
    ) -> None:
        self.office = office
        self.catalogue = catalogue
        self.edition = edition  # the catalogue that a case is pinned to
        self.most = most  # of several values that are shown; an archive wants all

    def pairs(self, plain: Mapping[str, Any]) -> Iterator[Pair]:
        """Label and value of every field that is worth a line."""
        for key, value in plain.items():
            if key == "condition":
                yield str(FIELDS[key]), self._condition(value, plain)
            elif key == "field":
                yield str(FIELDS[key]), str(FIELDS.get(value, value))
            elif key in ("old", "new") and "field" in plain:
                yield str(FIELDS[key]), self._value(plain["field"], value)
            elif key not in _WITHOUT:
                yield str(FIELDS[key]), self._value(key, value)

    def _value(self, key: str, value: Any) -> str:
        if key in _NAMED:
            return self._names(key, value)
        if key in VALUES and isinstance(value, str):
            return str(self._term(key, value))
        if isinstance(value, datetime):
            return f"{value:%Y-%m-%d %H:%M}"
        if key == "evidence":
            pieces = [aside(visible(e["name"]), EVIDENCE_KINDS[e["kind"]]) for e in value]
            return listed(pieces, most=self.most)
        if key == "reporter":
            return self._reporter(value)
        if isinstance(value, Mapping):
            counted = [f"{visible(k)} {visible(str(v))}" for k, v in value.items()]
            return listed(counted, most=max(20, self.most))
        if isinstance(value, list | tuple):
            return listed([visible(str(each)) for each in value], most=self.most)
        if isinstance(value, bool):
            return _("yes")
        if key == "routed":
            return line_in_words(value)
        return in_words(value) if key == "limit" else visible(str(value), keep="\n")

    def _condition(self, number: int, filed: Mapping[str, Any]) -> str:
        """The condition in the words of the edition that the case was filed under."""
        catalogue = self.edition(filed["pinned"]["catalogue"])
        known = catalogue.categories.get(filed["category"]) if catalogue else None
        conditions = known.conditions if known else ()
        return (
            f"{number}. {conditions[number - 1].filing}"
            if number <= len(conditions)
            else str(number)
        )

    def _term(self, key: str, value: str) -> Both | str:
        own = {source.id: source.name for source in self.office.settings.sources}
        return VALUES[key].get(value) or visible(own.get(value, value))

    def _names(self, key: str, value: Any) -> str:
        several = value if isinstance(value, list | tuple) else [value]
        return listed([self._name(key, each) for each in several], most=self.most)

    def _name(self, key: str, value: str) -> str:
        if key == "category":
            known = self.catalogue.categories.get(value)
            return f"{value} {known.name}" if known else value
        if key == "place":
            return visible(self._places().get(value, value))
        if key == "to" and value in RETURNED_TO:
            return str(RETURNED_TO[value])
        name = self.office.person_name(value)
        return aside(visible(name), value) if name != value else visible(value)

    def _places(self) -> dict[str, str]:
        return {
            place.id: place.name for grid in self.office.grids.values() for place in grid.places
        }

    def _reporter(self, reporter: Mapping[str, Any]) -> str:
        if reporter.get("secret"):
            return _("kept secret")
        return " ".join(visible(reporter[key]) for key in ("masked", "phone") if key in reporter)


_NAMED = frozenset(
    {
        "grid",
        "lead",
        "assist",
        "persons",
        "category",
        "place",
        "units",
        "to",
        "skipped",
        "escalated_to",
    }
)
