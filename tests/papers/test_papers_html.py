"""Papers as HTML: one file that needs nothing, runs nothing, and shows hostile text as text."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from traces import HOSTILE

FORMS = ("dispatch", "urge", "supervise", "dossier")
EMPTY = {"meta", "col"}


class Page(HTMLParser):
    """Tags, attributes and text of a page; complains of a tag that is not closed."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.attributes, self.text = [], [], [], []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@pytest.fixture
def html(paper, tmp_path):
    """The text of a paper as HTML."""

    def print_(ending, form, *words, **more):
        out = tmp_path / "paper.html"
        assert paper(ending, form, "-o", str(out), "--force", *words, **more).code == 0
        return out.read_text(encoding="utf-8")

    return print_


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_a_page_has_every_label_of_the_text(told, paper, html, form, lang):
    page = Page(html(told.ending, form, lang=lang))
    shown = "".join("".join(page.text).split())
    for line in paper(told.ending, form, lang=lang).out.splitlines():
        label = re.split(r"\s{2,}", line.strip(" -=_"))[0]
        assert "".join(label.split()) in shown


@pytest.mark.parametrize("form", FORMS)
def test_a_page_runs_nothing_and_calls_nobody(told, html, form):
    text = html(told.ending, form)
    page = Page(text)
    assert not set(page.tags) & {"script", "link", "img", "iframe", "object", "form", "a", "base"}
    names = {name for name, _value in page.attributes}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"src", "href", "style", "action"}
    assert not [trace for trace in ("://", "url(", "@import") if trace in text]


def test_the_policy_allows_its_own_style_and_nothing_else(told, html):
    text = html(told.ending, "dispatch")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert "size: A4" in style


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_is_shown_and_not_obeyed(collected, gridctl, html, form):
    plain = "桥头<script>alert(1)</script>\"'&"
    ending = collected("--text", HOSTILE, "--reporter", "<b>", title=plain)
    gridctl("triage", ending, "--category", "E0406", "--note", plain)
    assert gridctl("file", ending, "--to", "城管", "--note", plain).code == 0
    gridctl("urge", ending, "--note", plain)
    gridctl("supervise", ending, "red", "--note", plain, "--as", "p02")
    text = html(ending, form)
    page = Page(text)
    assert not {"script", "b"} & set(page.tags)
    assert plain in "".join(page.text)
    assert not [trace for trace in ("<script", "\x1b", "\u202e") if trace in text]


def test_several_papers_are_one_page(told, collected, html):
    other = collected(title="另一件", seed="8")
    text = html(told.ending, "dossier", other)
    page = Page(text)
    # A browser prints the title on every page, and counts them all as one.
    assert "<title>案卷</title>" in text
    assert '<body class="several">' in text
    assert "<title>案卷 青云网案〔2026〕1号</title>" in html(told.ending, "dossier")
    assert page.tags.count("article") == page.tags.count("h1") == 2
    assert page.tags.count("html") == 1


def test_it_may_go_down_a_pipe(told, paper):
    code, out, err = paper(told.ending, "dispatch", "--format", "html")
    assert (code, err) == (0, "")
    assert out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "given", "begins"),
    [
        ("a.HTM", (), b"<!DOCTYPE"),
        ("a.docx", (), b"PK"),
        ("a.txt", (), b" "),
        ("a", (), b" "),
        ("docx", (), b" "),
        ("b", ("--format", "docx"), b"PK"),
        ("b.htm", ("--format", "html"), b"<!DOCTYPE"),
    ],
)
def test_the_format_follows_the_file_unless_it_is_given(told, paper, tmp_path, name, given, begins):
    assert paper(told.ending, "urge", "-o", str(tmp_path / name), *given).code == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_file_that_cannot_be_written_says_so(told, paper, tmp_path):
    (tmp_path / "folder.html").mkdir()
    for name in ("no/a.html", "folder.html"):
        words = ("-o", str(tmp_path / name), "--force")
        code, out, err = paper(told.ending, "urge", *words, lang="en")
        assert (code, out) == (40, "")
        assert err.startswith("Error: ")
        assert "git checkout" not in err
