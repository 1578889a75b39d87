"""The command as a process: encodings, closed pipes, full disks, and what it imports."""

import io
import os
import subprocess
import sys

import pytest

from gridctl.cli import streams

START = [sys.executable, "-m", "gridctl"]


def run(*words, **environ):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [*START, *words], check=False, capture_output=True, env=kept | environ, cwd="/"
    )


def test_a_gbk_terminal_reads_chinese_and_sees_escapes_for_the_rest():
    done = run("--lang", "zh", "--help", PYTHONIOENCODING="gbk")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "信息收集" in done.stdout.decode("gbk")
    done = run("--lang", "zh", "🙂", PYTHONIOENCODING="gbk", LC_ALL="C.UTF-8")
    assert done.returncode == 2
    assert "没有命令 gridctl \\U0001f642" in done.stderr.decode("gbk")


def test_the_c_locale_writes_chinese_as_utf_8():
    done = run("--lang", "zh", "--help", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "信息收集" in done.stdout.decode("utf-8")


def test_an_ascii_terminal_gets_escapes_and_no_error():
    done = run("--lang", "zh", "--help", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"\\u4fe1" in done.stdout


def test_bytes_that_are_no_text_are_answered_and_not_a_fault():
    done = run(b"\xff\xfe", "--lang", "en", LC_ALL="C.UTF-8")
    assert done.returncode == 2
    assert b"There is no command" in done.stderr


def test_a_reader_that_goes_away_is_no_error_worth_a_word():
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*START, "--help"], check=False, stdout=write, stderr=subprocess.PIPE, cwd="/"
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_an_answer_that_cannot_be_written_is_exit_40(tmp_path):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*START, "--help"],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            cwd="/",
            env={**os.environ, "XDG_STATE_HOME": str(tmp_path)},
        )
    assert done.returncode == 40
    assert done.stderr.count(b"\n") == 1


def test_closed_standard_streams_do_no_harm():
    script = f"{sys.executable} -m gridctl --help >&- 2>&-"
    assert subprocess.run(["sh", "-c", script], check=False, cwd="/").returncode == 0


def test_the_exit_code_reaches_the_shell():
    assert run("nope").returncode == 2
    assert run("completion", "bash").returncode == 0


def test_completing_ids_imports_neither_typer_nor_yaml(tmp_path):
    (tmp_path / "grids.yaml").touch()
    (tmp_path / "staff.yaml").touch()
    day = tmp_path / "cases" / "2026" / "11" / "24"
    day.mkdir(parents=True)
    (day / "lz-20261124-k7qf2.yaml").touch()
    script = (
        "import sys\nfrom gridctl.cli.main import run\n"
        f"run(['-C', {str(tmp_path)!r}, 'show', 'k7'])\n"
        "sys.exit(' '.join({'typer', 'rich', 'pydantic', 'ruamel', 'oryaml'} & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "GRIDCTL_COMPLETE": "bash"},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "k7qf2\t\n", "")


def test_json_is_utf_8_on_a_gbk_terminal_too(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="gbk"))
    streams.forgive()
    sys.stdout.write("案")
    streams.speak_utf8()
    sys.stdout.write("案🙂")
    streams.flush()
    assert raw.getvalue() == "案".encode("gbk") + "案🙂".encode()
