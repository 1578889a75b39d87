"""Papers as Word documents: opened again, their fields, fonts, margins and fixed bytes."""

import io
import subprocess
import sys
import zipfile
from datetime import datetime

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from traces import HOSTILE

from gridctl.cli import session
from gridctl.views.papers.docx_pieces import fit

FORMS = ("dispatch", "urge", "supervise", "dossier")


@pytest.fixture
def docx(paper, tmp_path):
    """The bytes of a paper as DOCX."""

    def print_(ending, form, *words, **more):
        out = tmp_path / "paper.docx"
        assert paper(ending, form, "-o", str(out), "--force", *words, **more).code == 0
        return out.read_bytes()

    return print_


def opened(data):
    return Document(io.BytesIO(data))


def part(data, name):
    """The text of a file inside."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode()


def test_an_order_holds_its_fields(told, docx):
    document = opened(docx(told.ending, "dispatch"))
    assert [p.text for p in document.paragraphs[:4]] == [
        "青云街道",
        "案件交办单",
        "青云网案〔2026〕1号",
        "城管执法中队、交警大队：",
    ]
    rows = (row.cells for table in document.tables for row in table.rows)
    pairs = (
        (cells[at].text, cells[at + 1].text) for cells in rows for at in range(0, len(cells) - 1, 2)
    )
    found = dict(pairs)
    assert found["问题描述"] == "流动摊贩占用人行道。\n早高峰行人绕行机动车道。"
    assert found["到期时间"] == "2026-11-20 12:00"
    assert found["结案条件"] == "摊点已撤，地面已清，通行恢复"
    assert found["反映人"] == "欧** 139****0000"
    assert found["办理情况"] == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_a_document_has_every_label_of_the_text(told, paper, docx, form, lang):
    document = opened(docx(told.ending, form, lang=lang))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    shown = "".join("".join([*(p.text for p in document.paragraphs), *cells]).split())
    for line in paper(told.ending, form, lang=lang).out.splitlines():
        label = line.strip(" -=_").split("  ")[0]
        assert "".join(label.split()) in shown


def test_it_is_a_letter_on_a4_with_a_red_head(told, docx):
    document = opened(docx(told.ending, "dispatch"))
    page = document.sections[0]
    sizes = (page.page_width, page.page_height, page.top_margin, page.bottom_margin)
    sides = (page.left_margin, page.right_margin)
    assert [round(each.mm) for each in (*sizes, *sides)] == [210, 297, 37, 35, 28, 26]
    head = document.paragraphs[0].runs[0]
    assert str(head.font.color.rgb) == "C00000"
    assert head._r.rPr.rFonts.get(qn("w:eastAsia")) == "方正小标宋简体"
    body = document.tables[0].rows[0].cells[0].paragraphs[0].runs[0]
    assert body._r.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert "w:pBdr" in document.paragraphs[0]._p.xml
    for table in document.tables:
        assert sum(column.width for column in table.columns) <= Mm(156.1)


def test_each_of_several_papers_counts_its_own_pages(told, collected, docx):
    other = collected(title="另一件", seed="8")
    sections = opened(docx(told.ending, "dossier", other)).sections
    assert len(sections) == 2
    names = ["案卷 青云网案〔2026〕1号", "案卷 未立案"]
    assert [each.header.paragraphs[0].text for each in sections] == names
    for section in sections:
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert section.different_first_page_header_footer
        assert section.first_page_header.paragraphs[0].text == ""
        for footer in (section.footer, section.first_page_footer):
            assert "PAGE" in footer._element.xml


def test_the_stamp_stands_under_the_order_and_the_slip_on_a_page_that_names_the_case(told, docx):
    paragraphs = opened(docx(told.ending, "dispatch")).paragraphs
    texts = [each.text for each in paragraphs]
    stamp, slip = texts.index("青云街道（盖章）"), texts.index("案件交办单回执")
    assert stamp < slip < texts.index("签收")
    assert paragraphs[slip].paragraph_format.page_break_before
    assert texts[slip + 1] == "青云网案〔2026〕1号 东河桥头早市占道"


def test_fonts_have_stand_ins(told, docx):
    fonts = part(docx(told.ending, "dispatch"), "word/fontTable.xml")
    assert '<w:font w:name="方正小标宋简体"><w:altName' in fonts
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,' in fonts


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_is_written_out(collected, gridctl, docx, form):
    ending = collected("--text", HOSTILE, title="桥头<w:t>占道")
    gridctl("triage", ending, "--category", "E0406")
    gridctl("file", ending, "--to", "城管")
    gridctl("urge", ending)
    gridctl("supervise", ending, "red", "--as", "p02")
    xml = part(docx(ending, form), "word/document.xml")
    assert not [trace for trace in ("\x1b", "\u202e", "<w:t>占道", "<script") if trace in xml]
    if form in ("dispatch", "dossier"):
        assert "\\x1b[31m\\u202e&lt;script&gt;" in xml


def test_what_xml_cannot_hold_is_written_out():
    assert fit("a\ufffeb\uffff\x00\ud800\n\t") == "a\\ufffeb\\uffff\\u0000\\ud800\n\t"


def test_its_properties_are_of_the_day_and_its_parts_of_no_time(told, docx):
    data = docx(told.ending, "dispatch")
    about = opened(data).core_properties
    assert (about.author, about.title) == ("青云街道", "案件交办单 青云网案〔2026〕1号")
    assert about.created.replace(tzinfo=None) == datetime(2026, 11, 24)  # noqa: DTZ001
    assert about.modified == about.created
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        entries = packed.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", *sorted(names[1:])]


def test_nothing_of_the_template_goes_along(told, docx):
    with zipfile.ZipFile(io.BytesIO(docx(told.ending, "dispatch"))) as packed:
        names = packed.namelist()
        text = "".join(packed.read(name).decode() for name in names)  # a picture would not decode
    assert not [each for each in names if "custom" in each or "app.xml" in each or "thumb" in each]
    assert not [each for each in ("Macintosh", "python-docx", "thumbnail") if each in text]


def test_printed_twice_on_one_day_it_is_the_same(told, docx):
    assert docx(told.ending, "urge", day="24") == docx(told.ending, "urge", day="24")
    assert docx(told.ending, "urge", day="24") != docx(told.ending, "urge", day="25")


@pytest.mark.parametrize("face", ["docx", "html"])
@pytest.mark.parametrize("listening", [True, False])
def test_a_terminal_gets_no_document(told, paper, monkeypatch, face, listening):
    # Though the ids come down a pipe: only where the document would go is asked for.
    monkeypatch.setattr(session, "_is_terminal", lambda each: listening or each is sys.stdout)
    code, out, err = paper(told.ending, "dispatch", "--format", face, lang="en")
    assert (code, out) == (2, "")
    assert err == f"Error: {face.upper()} is not for a terminal.\nName a file: -o paper.{face}\n"


WITHOUT_DOCX = """
import sys
sys.modules["docx"] = None
from gridctl.cli import main
sys.exit(main.run(sys.argv[1:]))
"""


@pytest.mark.parametrize(("face", "code"), [("docx", 2), ("text", 0), ("html", 0)])
def test_without_python_docx_it_says_how_to_get_it(told, ledger_folder, face, code):
    # In a process of its own: here the pieces are loaded already.
    words = ["print", told.ending, "--form", "dispatch", "--format", face, "--lang", "en"]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DOCX, *words],
        cwd=ledger_folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, bool(done.stdout)) == (code, code == 0)
    if code:
        assert done.stderr == (
            "Error: Word documents need python-docx, and it is not installed.\n"
            "Install it: pip install 'gridctl[docx]'. Or print it as text or HTML.\n"
        )
