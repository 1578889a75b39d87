"""Who asked for secrecy stands on no paper, in no face, in no language."""

import io
import zipfile

import pytest
from traces import NAME, PHONE

FORMS = ("dispatch", "urge", "supervise", "dossier")
TRACES = (NAME, PHONE, "欧", "139****0000")


@pytest.fixture
def secret(collected, gridctl):
    """A case whose reporter asked for secrecy, ripe for every paper."""
    ending = collected(
        "--reporter", NAME, "--phone", PHONE, "--secret", "--text", "有人占道", seed="9"
    )
    for words in (
        ("triage", ending, "--category", "E0406"),
        ("file", ending, "--to", "城管"),
        ("urge", ending),
        ("supervise", ending, "yellow", "--as", "p02"),
    ):
        assert gridctl(*words).code == 0
    return ending


def everything(data):
    """The text of a file, or of all the files packed into it."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("face", ["text", "html", "docx"])
@pytest.mark.parametrize("form", FORMS)
def test_a_secret_reporter_is_on_no_paper(secret, paper, tmp_path, form, face, lang):
    out = tmp_path / "paper"
    assert paper(secret, form, "--format", face, "-o", str(out), lang=lang).code == 0
    text = everything(out.read_bytes())
    assert [trace for trace in TRACES if trace in text] == []
    if form in ("dispatch", "dossier"):
        assert {"zh": "保密", "en": "kept secret"}[lang] in text


@pytest.mark.parametrize("form", ["dispatch", "dossier"])
@pytest.mark.parametrize("face", ["text", "html", "docx"])
def test_not_even_when_it_is_asked_for(secret, paper, tmp_path, form, face):
    out = tmp_path / "paper"
    words = ("--format", face, "-o", str(out), "--with-reporter")
    code, printed, err = paper(secret, form, *words, lang="en")
    assert (code, printed) == (20, "")
    assert err.startswith(f"Refused by the rule O02: Who reported {secret} asked for secrecy.")
    assert not out.exists()


def test_the_unit_is_told_not_to_ask(secret, paper):
    assert "反映人要求保密：不得打听、泄露其身份" in paper(secret, "dispatch").out


def test_one_secret_reporter_among_several_papers_stops_them_all(told, secret, paper):
    answer = paper(told.ending, "dispatch", secret, "--with-reporter")
    assert (answer.code, answer.out) == (20, "")


def test_a_paper_with_a_name_is_its_owners_alone(told, paper, tmp_path):
    named, plain = tmp_path / "named.html", tmp_path / "plain.html"
    assert paper(told.ending, "dispatch", "--with-reporter", "-o", str(named)).err == ""
    assert paper(told.ending, "dispatch", "-o", str(plain)).err == ""
    assert named.stat().st_mode & 0o777 == 0o600
    assert plain.stat().st_mode & 0o777 == 0o644


def test_a_paper_with_a_name_in_the_ledgers_folder_is_warned_of(told, paper):
    words = ("--with-reporter", "-o", "paper.html")
    code, _out, err = paper(told.ending, "dispatch", *words, lang="en")
    assert code == 0
    assert err == (
        "Warning: paper.html names a resident and lies in the ledger's folder; keep it out of git.\n"
    )


@pytest.mark.parametrize(
    ("given", "shown", "direct"),
    [
        ("{name: 欧阳大明, phone: '13900000000'}", "欧阳大明 13900000000", True),
        ("{name: 欧阳大明}", "欧阳大明 139****0000", False),
        ("{phone: '13900000000'}", "欧** 13900000000", True),
        ("{}", "欧** 139****0000", False),
    ],
)
def test_what_the_private_file_lacks_stays_masked(told, paper, ledger_folder, given, shown, direct):
    file = next((ledger_folder / "private").glob("*.yaml"))
    head = file.read_text(encoding="utf-8").partition("reporter:")[0]
    file.write_text(f"{head}reporter: {given}\n", encoding="utf-8")
    out = paper(told.ending, "dispatch", "--with-reporter").out
    assert f"反映人          {shown}\n" in out
    assert ("请直接联系反映人" in out, "经网格办派遣员转接" in out) == (direct, not direct)
