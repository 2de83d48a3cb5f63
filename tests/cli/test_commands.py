"""Every command at work, as a process."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.support import PROGRAM, ROOT, Translit
from translit.cli.reference import commands, reference

ENTITIES = """id,kind,name,name_ru
lukashenka,person,Аляксандр Лукашэнка,Александр Лукашенко
cichanouskaja,person,Святлана Ціханоўская,Светлана Тихановская
zelenskyj,person,Володимир Зеленський,Владимир Зеленский
"""
ROWS = '''id,name,note
1,Alaksandar Łukašenka,"a, ""b"""
2,Светлана Тихановская,
3,Wolodymyr Selenskyj,x
4,Grzegorz Brzęczyszczykiewicz,y
5,,z

6,Alaksandar Łukašenka,again
'''


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A file of rows and one of entities."""
    (tmp_path / "rows.csv").write_text(ROWS, encoding="utf-8", newline="")
    (tmp_path / "entities.csv").write_text(ENTITIES, encoding="utf-8", newline="")
    return tmp_path / "rows.csv", tmp_path / "entities.csv"


def test_to(translit: Translit) -> None:
    assert translit("to", "be-lacinka", "Аляксандр Лукашэнка", "Мінск").out == "Alaksandr Łukašenka\nMinsk\n"
    assert translit("to", "be-lacinka", given="Мінск\r\nГомель").out == "Minsk\r\nHomiel"
    assert translit("to", "be-lacinka", "--encoding", "cp1251", given="Мінск\n".encode("cp1251")).out == "Minsk\n"


def test_restore(translit: Translit) -> None:
    assert translit("restore", "be-lacinka", "Łukašenka").out == "Лукашэнка\n"
    assert translit("restore", "be-lacinka", given="Łukašenka\n\nMinsk\n").out == "Лукашэнка\n\nМінск\n"
    several = translit("restore", "be-bgnpcgn-1979", "--candidates", "2", "Lukashenka").out
    assert several.split("\t")[0] == "Лукашэнка"
    refused = translit("restore", "be-bgnpcgn-1979", "Lukashenka")
    assert (refused.status, refused.out) == (2, "")
    assert "can't be restored" in refused.err
    assert "--candidates 5" in refused.err


def test_candidates_name_the_letters_that_could_be_read_otherwise(translit: Translit) -> None:
    done = translit("restore", "be-icao-9303", "--candidates", "1", "Lukashenka", "😀")
    assert done.out == "Лукашэнка\t1.0000\tu = у or ў, e = э or е\n"
    assert done.err == "translit: be-icao-9303 writes nothing as '😀'\n"


def test_variants(translit: Translit) -> None:
    lines = translit("variants", "Лукашэнка", "--language", "be").out.splitlines()
    found = dict(line.split("\t") for line in lines)
    assert "be-lacinka" in found["Łukašenka"].split()
    as_json = json.loads(translit("variants", "Лукашэнка", "--language", "be", "--format", "json").out)
    assert [each["text"] for each in as_json] == list(found)


def test_detect(translit: Translit) -> None:
    first = translit("detect", "Łukašenka").out.splitlines()[0].split("\t")
    assert first[1:2] == ["be"]
    as_json = json.loads(translit("detect", "Łukašenka", "--json").out)
    assert as_json[0]["language"] == "be"
    assert 0 < as_json[0]["probability"] <= 1


def test_compare(translit: Translit) -> None:
    names = "Sviatłana Cichanoŭskaja", "Светлана Тихановская"
    told = translit("compare", *names).out
    assert all(name in told for name in names)
    as_json = json.loads(translit("compare", *names, "--json").out)
    assert as_json["probability"] > 0.9
    assert {"a", "b", "kind", "explanation"} <= set(as_json)


def test_schemes(translit: Translit) -> None:
    lines = translit("schemes", "be").out.splitlines()
    ids = [line.split("\t")[0] for line in lines]
    assert "be-lacinka" in ids
    assert all(id_.startswith("be-") for id_ in ids)
    whole = translit("schemes", "be-lacinka").out
    for part in ("source:", "letters", "rules", "examples", "ш → š"):
        assert part in whole
    refused = translit("schemes", "bee")
    assert refused.status == 2
    assert "did you mean be" in refused.err


def test_filters_of_schemes(translit: Translit) -> None:
    def ids(*filters: str) -> list[str]:
        return [line.split("\t")[0] for line in translit("schemes", *filters).out.splitlines()]

    assert ids("uk", "--status", "current", "--find", "DSTU 9112") == ["uk-dstu-9112-a", "uk-dstu-9112-b"]
    assert "be-scholarly" in ids("be", "--reversible")
    assert "be-icao-9303" not in ids("be", "--reversible")
    assert {id_.split("-")[1] for id_ in ids("--status", "press")} == {"press"}
    assert ids("--find", "be-bgnpcgn") == ["be-bgnpcgn-1979", "be-bgnpcgn-1979-plain"]


def test_table_check(translit: Translit, tmp_path: Path) -> None:
    table = ROOT / "tables/be/be-lacinka.toml"
    assert translit("table", "check", table).status == 0
    broken = tmp_path / "be-lacinka.toml"
    text = table.read_text(encoding="utf-8")
    broken.write_text(text.replace('"ш" = "š"', '"ш" = "ш"').replace("source = ", "sauce = ", 1), encoding="utf-8")
    found = translit("table", "check", table, broken)
    assert found.status == 1
    assert "no faults" in found.out
    for fault in ("has no source", "'sauce'", "not in [alphabet] output", "the example"):
        assert fault in found.out
    missing = translit("table", "check", "none.toml")
    assert missing.status == 2
    assert "there is no file 'none.toml'" in missing.err


def test_csv_adds_columns_and_keeps_the_rest(translit: Translit, files: tuple[Path, Path]) -> None:
    schemes = ["--to", "ru-bgnpcgn-1947", "--to", "ru-iso-9-1995", "--as", "a", "--as", "b"]
    done = translit("csv", files[0], "-c", "name", *schemes)
    assert done.status == 0, done.err
    lines = done.out.splitlines()
    assert lines[0] == "id,name,note,a,b"
    assert lines[2] == "2,Светлана Тихановская,,Svetlana Tikhanovskaya,Svetlana Tihanovskaâ"
    assert lines[1].startswith('1,Alaksandar Łukašenka,"a, ""b""",')
    assert lines[5] == "5,,z,,"
    assert lines[6] == ""


def test_csv_by_number_stdin_and_output_file(translit: Translit, files: tuple[Path, Path], tmp_path: Path) -> None:
    done = translit("csv", "-", "-c", "2", "--to", "ru-bgnpcgn-1947", "-o", "out.csv", given=ROWS)
    assert (done.status, done.out) == (0, "")
    assert rows((tmp_path / "out.csv").read_text(encoding="utf-8"))[0][-1] == "name_ru-bgnpcgn-1947"
    refused = translit("csv", "out.csv", "-c", "2", "--to", "be-lacinka", "-o", "out.csv")
    assert (refused.status, "is the input itself" in refused.err) == (2, True)
    assert len(rows((tmp_path / "out.csv").read_text(encoding="utf-8"))[0]) == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["entities.csv", "out.csv", "rows.csv"]


def test_csv_encodings(translit: Translit, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("id;name\r\n1;Мінск\r\n".encode("cp1251"))
    done = translit("csv", "a.csv", "-c", "name", "--to", "be-lacinka", "--encoding", "cp1251")
    assert done.raw == "id;name;name_be-lacinka\r\n1;Мінск;Minsk\r\n".encode("cp1251")
    (tmp_path / "b.csv").write_bytes("id;name\r\n1;Лукашэнка\r\n".encode("cp1251"))
    refused = translit("csv", "b.csv", "-c", "name", "--to", "be-lacinka", "--encoding", "cp1251")
    assert refused.status == 1
    assert "'Ł'" in refused.err
    assert "--output-encoding utf-8" in refused.err
    done = translit("csv", "b.csv", "-c", "name", "--to", "be-lacinka", "--output-encoding", "utf-8")
    assert done.out == "id;name;name_be-lacinka\r\n1;Лукашэнка;Łukašenka\r\n"
    assert "read as cp1251" in done.err


def test_resolve(translit: Translit, files: tuple[Path, Path]) -> None:
    done = translit("resolve", files[0], "-c", "name", "-e", files[1])
    assert done.status == 0, done.err
    found = rows(done.out)
    assert found[0] == ["id", "name", "note", "entity_id", "entity_name", "probability", "ambiguous"]
    assert [row[3] for row in found[1:] if row] == ["lukashenka", "cichanouskaja", "zelenskyj", "", "", "lukashenka"]
    assert found[1][4] == "Аляксандр Лукашэнка"
    assert all(0.5 <= float(row[5]) <= 1 for row in found[1:] if row and row[3])
    plain = ROWS.splitlines()
    assert [line[: len(before)] for line, before in zip(done.out.splitlines(), plain, strict=True)] == plain


def test_resolve_with_runner_up_and_reason(translit: Translit, files: tuple[Path, Path]) -> None:
    done = translit("resolve", files[0], "-c", "name", "-e", files[1], "--runner-up", "--reason", "--threshold", "0.5")
    found = rows(done.out)
    assert found[0][7:] == ["runner_up_id", "runner_up_name", "runner_up_probability", "reason"]
    assert re.search("Łukašenka ~ (Лукашэнка|Лукашенко): ", found[1][10])
    assert found[4][3:] == [""] * 8
    assert translit("resolve", files[0], "-c", "name", "-e", files[1], "--kind", "place").out.count("lukashenka") == 0


def test_resolve_is_the_same_whatever_the_number_of_processes(translit: Translit, files: tuple[Path, Path]) -> None:
    many = files[0].with_name("many.csv")
    names = ["Alaksandar Łukašenka", "Светлана Тихановская", "Wolodymyr Selenskyj", "Nobody Known"]
    text = "".join(f"{number},{names[number % 4]},{'x' * 600}\n" for number in range(2000))
    many.write_text("id,name,note\n" + text, encoding="utf-8")
    one, three = (
        translit("resolve", many, "-c", "name", "-e", files[1], "--processes", processes) for processes in ("1", "3")
    )
    assert one.status == three.status == 0, three.err
    assert one.out == three.out
    assert len(one.out.splitlines()) == 2001


@pytest.mark.slow
def test_resolve_on_the_seeds_and_a_saved_index(translit: Translit, tmp_path: Path) -> None:
    import translit as library
    from translit.finding.entities.sources import seeds

    given = "name\nAlaksandar Łukašenka\nSviatlana Tsikhanouskaya\n"
    found = rows(translit("resolve", "-", "-c", "name", given=given).out)
    names = {entity.id: entity.name for entity in seeds()}
    assert [names[row[1]] for row in found[1:]] == ["Аляксандр Рыгоравіч Лукашэнка", names[found[2][1]]]
    assert "Ціханоўская" in names[found[2][1]]
    library.Resolver(seeds()).save(tmp_path / "index")
    assert rows(translit("resolve", "-", "-c", "name", "-e", "index", given=given).out) == found


def stop(process: subprocess.Popen[bytes], part: Path, how: signal.Signals) -> None:
    """Stop a run once it has finished some rows."""
    journal = part.with_name(f"{part.name}.journal")
    while process.poll() is None and not (journal.exists() and journal.read_text(encoding="utf-8").count("\n") > 4):
        time.sleep(0.01)
    process.send_signal(how)
    process.wait()


@pytest.mark.slow
@pytest.mark.parametrize(("how", "processes"), [(signal.SIGINT, "2"), (signal.SIGTERM, "1")])
def test_a_stopped_run_goes_on(
    translit: Translit, files: tuple[Path, Path], how: signal.Signals, processes: str
) -> None:
    big, out = files[0].with_name("big.csv"), files[0].with_name("out.csv")
    syllables = ["ла", "ка", "шэ", "но", "ві", "ру", "да", "мі"]
    with big.open("w", encoding="utf-8", newline="") as file:
        file.write("id,name,note\r\n")
        for number in range(3000):
            name = "".join(syllables[(number >> shift) % 8] for shift in (0, 3, 6, 9))
            file.write(f'{number},Аляксандр {name.title()},"{"x" * 800}\n"\r\n')
    command = ["resolve", str(big), "-c", "name", "-e", str(files[1]), "--processes", processes, "-o", str(out)]
    process = subprocess.Popen([*PROGRAM, *command], stderr=subprocess.PIPE)
    stop(process, out.with_name("out.csv.part"), how)
    assert not out.exists(), "the run ended before it was stopped"
    if how == signal.SIGINT:
        assert process.stderr is not None
        assert "--resume goes on from there" in process.stderr.read().decode()
        assert process.returncode == 130
    other = translit(*command, "--resume", "--threshold", "0.7")
    assert other.status == 1
    assert "another threshold" in other.err
    done = translit(*command, "--resume")
    assert done.status == 0, done.err
    whole = translit(*command[:-2])
    assert out.read_bytes() == whole.raw
    assert [path.name for path in big.parent.glob("out.csv*")] == ["out.csv"]


def on_terminal(*arguments: str) -> str:
    """What a terminal of 100 columns shows."""
    master, slave = pty.openpty()
    environment = {**os.environ, "COLUMNS": "100", "TERM": "xterm"}
    process = subprocess.Popen([*PROGRAM, *arguments], stdout=slave, stderr=slave, cwd=ROOT, env=environment)
    os.close(slave)
    shown = b""
    try:
        while piece := os.read(master, 65536):
            shown += piece
    except OSError:  # how Linux says that the other end is closed
        pass
    process.wait()
    os.close(master)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())


def test_a_terminal_shows_tables(files: tuple[Path, Path]) -> None:
    shown = on_terminal("resolve", str(files[0]), "-c", "name", "-e", str(files[1])).splitlines()
    header = next(number for number, line in enumerate(shown) if line.startswith("name"))
    assert shown[header].split() == ["name", "entity_id", "entity_name", "probability", "ambiguous"]
    assert shown[header + 1].split()[:3] == ["Alaksandar", "Łukašenka", "lukashenka"]
    assert "be-lacinka" in on_terminal("schemes", "be")


def test_progress_and_tables_are_for_terminals_only(translit: Translit, files: tuple[Path, Path]) -> None:
    done = translit("csv", files[0], "-c", "name", "--to", "be-lacinka")
    assert done.err == ""
    assert "\x1b" not in done.out


def test_version_and_help(translit: Translit) -> None:
    assert re.fullmatch(r"translit \d+\.\d+\.\d+\n", translit("--version").out)
    assert translit().out == translit("--help").out == translit("-h").out


def test_every_command_has_examples_and_every_option_help() -> None:
    for name, command in commands():
        if not hasattr(command, "commands"):
            assert f"translit {name.removeprefix('translit ')}" in command.epilog, name
            for parameter in command.params:
                assert parameter.help, (name, parameter.name)


def test_the_reference_is_current() -> None:
    """Every command and option is documented: docs/cli.md is made from the program."""
    current = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    assert current == reference(), "run `make docs`"
    for name, command in commands():
        assert f"## {name}\n" in current
        for parameter in command.params:
            for option in parameter.opts:
                assert option in current or not option.startswith("-"), option


@pytest.mark.parametrize(("call", "needed"), [(["--help"], {"click"}), (["to", "be-lacinka", "x"], {"click", "regex"})])
def test_a_quick_command_loads_no_package_but_those_it_needs(call: list[str], needed: set[str]) -> None:
    code = f"import sys; from translit.cli import main; main({call}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}
    others = {name for name in packages_distributions() if not name.startswith(("_", "translit"))}
    assert loaded & others == needed
