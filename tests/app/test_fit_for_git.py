"""No phone or identity number of a resident enters an event; --mask lets the rest of the text in."""

from datetime import datetime

import pytest

from gridctl.app.fit_for_git import fit_for_git
from gridctl.domain.event import Evidence
from gridctl.domain.verbs.collect import Collected
from gridctl.domain.verbs.handle import Handled
from gridctl.domain.verbs.link import Linked
from gridctl.domain.verbs.triage import Triaged
from gridctl.errors import Refused

AT = datetime.fromisoformat("2026-11-24T08:00:00+08:00")
PHONE = "13812345678"
MASKED = "138****5678"
IDENTITY = "110101199003070003"


def report(**said):
    plain = {"title": "占道", "kind": "problem", "grid": "qy", "source": "patrol"}
    return Collected(n=1, at=AT, by="p10", **plain | said)


def handled(**said):
    return Handled(n=5, at=AT, by="p17", **said)


def photo(name, sha256="0f" * 32):
    return (Evidence(name=name, sha256=sha256, kind="after"),)


@pytest.mark.parametrize(
    ("event", "masked"),
    [
        (report(title=f"找{PHONE}"), report(title=f"找{MASKED}")),
        (report(text=f"一\n{PHONE}\n二"), report(text=f"一\n{MASKED}\n二")),
        (report(place=PHONE), report(place=MASKED)),
        (handled(note=PHONE), handled(note=MASKED)),
        (handled(counts={"电话": PHONE}), handled(counts={"电话": MASKED})),
        (handled(counts={PHONE: "1次"}), handled(counts={MASKED: "1次"})),
        # Names that other entries have for what is never a citizen's text.
        (handled(counts={"n": PHONE}), handled(counts={"n": MASKED})),
        (handled(seized={"at": PHONE}), handled(seized={"at": MASKED})),
        (handled(counts={"sha256": PHONE}), handled(counts={"sha256": MASKED})),
        (handled(evidence=photo(f"{PHONE}.jpg")), handled(evidence=photo(f"{MASKED}.jpg"))),
    ],
)
def test_a_number_is_refused_wherever_it_stands_and_can_be_masked(event, masked):
    with pytest.raises(Refused) as refusal:
        fit_for_git(event)
    assert refusal.value.rule == "P01"
    assert PHONE not in str(refusal.value.message)
    assert fit_for_git(event, mask=True) == masked
    assert fit_for_git(masked) == masked


def test_two_keys_that_would_be_one_masked_are_refused_not_merged():
    event = handled(counts={"13811115678": "1次", "13822225678": "2次"})
    with pytest.raises(Refused):
        fit_for_git(event, mask=True)


@pytest.mark.parametrize(
    "event",
    [
        report(external={"12345": "20260913800138000"}),
        # An order number that could be an identity number: region, day and check character fit.
        report(external={"12345": IDENTITY}),
        handled(evidence=photo("a.jpg", sha256="a" + PHONE + "b" * 52)),
        # The id of an office that ends in 138, and the day of the case.
        Linked(n=2, at=AT, by="p01", to="qy138-20261124-aaaaa", relation="duplicate"),
        Triaged(n=2, at=AT, by="p01", outcome="duplicate", duplicate_of="qy138-20261124-aaaaa"),
    ],
)
def test_order_numbers_hashes_and_ids_are_no_phones(event):
    assert fit_for_git(event) is event
    assert fit_for_git(event, mask=True) == event


def test_a_mobile_number_that_stands_alone_is_one_in_the_numbers_of_other_systems_too():
    with pytest.raises(Refused):
        fit_for_git(report(external={"12345": PHONE}))
    with pytest.raises(Refused):
        fit_for_git(report(title=f"证号{IDENTITY}"))


@pytest.mark.parametrize(
    ("name", "text", "masked"),
    [
        ("张三", "张三反映，张三的邻居也在", "张**反映，张**的邻居也在"),
        ("欧阳大明", "欧阳大明来电", "欧**来电"),
        (" 张三 ", "找张三", "找张**"),
    ],
)
def test_the_name_of_who_reported_is_refused_and_can_be_masked(name, text, masked):
    with pytest.raises(Refused) as refusal:
        fit_for_git(handled(note=text), names=(name,))
    assert refusal.value.rule == "P01"
    assert name.strip() not in str(refusal.value.message)
    assert fit_for_git(handled(note=text), mask=True, names=(name,)) == handled(note=masked)


@pytest.mark.parametrize("name", ["张先生", "欧阳女士", "居民", "张", "李阿姨"])
def test_a_form_of_address_names_nobody(name):
    event = handled(note=f"{name}来电")
    assert fit_for_git(event, names=(name,)) is event
