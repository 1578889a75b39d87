"""Catalogue: the categories of cases, their filing and closing conditions and limits, and what a text suggests."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from gridctl.domain.naming import closest, meant
from gridctl.errors import NotFound
from gridctl.words import Both, say


@dataclass(frozen=True)
class Condition:
    """One filing condition with its own limit; `closing` is what must be seen to close."""

    filing: Both
    closing: Both
    limit: str


@dataclass(frozen=True)
class Category:
    """A small class; `words` in a text suggest it; `local` marks a local extension."""

    code: str
    name: Both
    words: tuple[str, ...]
    conditions: tuple[Condition, ...]
    local: bool = False


@dataclass(frozen=True)
class CategoryClass:
    """A prefix that names a whole class; `kind` stands on the first letter only."""

    code: str
    name: Both
    kind: str | None = None


@dataclass(frozen=True)
class Suggestion:
    """A category that a text suggests, with the words found."""

    category: Category
    words: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """An edition of the catalogue, such as `cn@1`."""

    edition: str
    classes: Mapping[str, CategoryClass]
    categories: Mapping[str, Category]

    @cached_property
    def _words(self) -> tuple[tuple[str, Category], ...]:
        pairs = ((w, c) for c in self.categories.values() for w in (c.name.zh, *c.words))
        return tuple(sorted(dict.fromkeys(pairs), key=lambda pair: (-len(pair[0]), pair[1].code)))

    def category(self, word: str) -> Category:
        """The category by code or name; NotFound with a suggestion."""
        code = word.strip().upper()
        if code in self.categories:
            return self.categories[code]
        same = [c for c in self.categories.values() if word.strip() in (c.name.zh, c.name.en)]
        if len(same) == 1:
            return same[0]
        near = [c.code for c in same] or [s.category.code for s in self.suggest(word)[:3]]
        near = near or closest(code, self.categories)
        shown = [f"{code} {self.categories[code].name}" for code in near]
        raise NotFound(
            say("There is no category “{word}”.", word=word),
            meant(near, shown, "gridctl catalogue list"),
        )

    def within(self, prefix: str) -> tuple[Category, ...]:
        """The categories of a class, or all for an empty prefix; NotFound where there are none."""
        found = tuple(c for c in self.categories.values() if c.code.startswith(prefix.upper()))
        if not found:
            near = closest(prefix.upper(), self.classes)
            raise NotFound(
                say("There is no class “{word}”.", word=prefix),
                meant(
                    near, [f"{c} {self.classes[c].name}" for c in near], "gridctl catalogue list"
                ),
            )
        return found

    def covers(self, code: str) -> bool:
        """Whether the code is a category or a class of it."""
        return code in self.categories or code in self.classes

    def suggest(self, text: str, *, kind: str | None = None) -> tuple[Suggestion, ...]:
        """Categories that a text suggests, likeliest first.

        Longer words win: a word inside a longer one that was found already does not count again.
        """
        found: dict[str, list[str]] = {}
        taken: list[tuple[int, int]] = []
        for word, category in self._words:
            span = next((each for each in _spans(text, word) if not _within(each, taken)), None)
            if span:
                taken.append(span)
                found.setdefault(category.code, []).append(word)
        ranked = sorted(found.items(), key=lambda each: self._rank(*each, kind=kind))
        return tuple(Suggestion(self.categories[c], tuple(words)) for c, words in ranked)

    def _rank(self, code: str, words: list[str], *, kind: str | None) -> tuple[int, int, int, str]:
        """Categories of the right kind first, then by what was found, then the national ones."""
        own = self.classes.get(code[0])
        off = int(kind is not None and own is not None and own.kind != kind)
        category = self.categories[code]
        weight = sum(len(word) ** 2 * (1 + (word == category.name.zh)) for word in words)
        return (off, -weight, int(category.local), code)

    def kind_of(self, code: str) -> str | None:
        """The kind of case that a category belongs to."""
        top = self.classes.get(code[:1])
        return top.kind if top else None


def _spans(text: str, word: str) -> Iterator[tuple[int, int]]:
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1)


def _within(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Whether a longer word was found around the span."""
    return any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in taken)


def class_of(code: str) -> str:
    """The code of the class that a category stands in: E04 for E0406, D for D07."""
    return code[:-2]
