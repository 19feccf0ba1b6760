"""The extension as a file: all functions, their words in two languages, the same bytes each time."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from addin.hosts.calc import arguments
from addin.hosts.calc.build import build
from addin.hosts.calc.names import SERVICES
from addin.hosts.cells import Refused
from addin.hosts.reading import ErrorCell
from addin.hosts.reasons import REASON
from addin.udfs import UDFS
from satja.command import satja

OOR = "{http://openoffice.org/2001/registry}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
THAI = re.compile("[ก-๙]")


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    path = tmp_path_factory.mktemp("oxt") / "satja.oxt"
    build(path, "1.2.3")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def named(node: ET.Element) -> dict[str, ET.Element]:
    return {child.get(f"{OOR}name", ""): child for child in node}


def said(node: ET.Element, name: str) -> dict[str, str]:
    return {value.get(LANGUAGE, ""): value.text or "" for value in named(node)[name]}


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    for name in ("one", "two"):
        build(tmp_path / name, "1.2.3")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_every_function_has_its_method_and_its_arguments(parts: dict[str, str]) -> None:
    methods = dict(re.findall(r"([A-Z_]+)\(([^)]*)\);", parts["satja.idl"]))
    assert methods.keys() == {*UDFS, REASON}
    for name, entry in UDFS.items():
        assert re.findall(r"\[in\] any ([A-Z_]+)", methods[name]) == [argument.upper() for argument, _, _ in entry.arguments]


@pytest.mark.parametrize("service", SERVICES)
def test_the_wizard_speaks_thai_and_english(parts: dict[str, str], service: str) -> None:
    (root,) = ET.fromstring(parts["CalcAddIns.xcu"])  # noqa: S314 - a file we have just written
    functions = named(named(named(root)[service])["AddInFunctions"])
    assert functions.keys() == {*UDFS, REASON}
    for name, function in functions.items():
        assert said(function, "DisplayName")["th"] == SERVICES[service].shown.format(name)
        assert THAI.search(said(function, "Description")["th"])
        assert not THAI.search(said(function, "Description")["en-US"])
        for argument in named(function)["Parameters"]:
            assert THAI.search(said(argument, "DisplayName")["th"])
            assert not THAI.search(said(argument, "DisplayName")["en-US"])


@pytest.mark.parametrize(("service", "in_file"), [("SATJA", None), ("SATJAVBA", "SATJA_AGE_BE"), ("SATJAJS", "_xldudf_SATJA_AGE_BE")])
def test_each_service_is_one_spelling_of_files(parts: dict[str, str], service: str, in_file: str | None) -> None:
    (root,) = ET.fromstring(parts["CalcAddIns.xcu"])  # noqa: S314 - a file we have just written
    function = named(named(named(root)[service])["AddInFunctions"])["AGE_BE"]
    assert ("CompatibilityName" in named(function)) == bool(in_file)
    if in_file:
        assert said(function, "CompatibilityName") == {"en-US": in_file}


def test_its_version_is_the_programs(parts: dict[str, str]) -> None:
    assert '<version value="1.2.3"/>' in parts["description.xml"]


def test_the_command_builds_it_and_says_what_to_click(tmp_path: Path) -> None:
    target = tmp_path / "มี เว้นวรรค" / "ฟังก์ชัน.oxt"
    ran = CliRunner().invoke(satja, ["addin", "calc", "-o", str(target)])
    assert ran.exit_code == 0, ran.output
    assert zipfile.is_zipfile(target)
    assert "ตัวจัดการส่วนขยาย" in ran.output


@pytest.mark.parametrize(
    ("name", "values", "cells"),
    [
        ("INTEREST", (1.0, 0.12, 1.0, None, None), [1.0, 0.12, 1.0]),
        ("INTEREST", (1.0, 0.12, 1.0, None, "ปัดขึ้น"), [1.0, 0.12, 1.0, None, "ปัดขึ้น"]),
        ("INTEREST", (1.0, 0.12, 1.0, 0.0, 0.0), [1.0, 0.12, 1.0, 0.0, None]),
        ("INTEREST", (0.0, 0.0, 0.0), [0.0, 0.0, 0.0]),
        ("INTEREST", (), []),
    ],
)
def test_what_calc_gives_is_taken_as_cells(name: str, values: tuple[object, ...], cells: list[object]) -> None:
    assert arguments.taken(name, values) == cells


def test_answers_are_rows_and_texts_come_alone() -> None:
    assert arguments.answer("AGEING", (45.0,)) == "31–90"
    assert arguments.answer("THAI_ID_OK", (1234567890121.0,)) == ((1.0,),)
    assert arguments.answer("ADD_MONTHS", (((45322.0,), (45323.0,)), 1.0)) == ((45351.0,), (45352.0,))
    with pytest.raises(Refused, match="ใส่ทีละช่อง"):
        arguments.answer("AGEING", (((45.0,), (5.0,)),))


def test_an_error_in_a_row_is_a_number_that_is_none() -> None:
    ((shown,),) = arguments.answered("INTEREST", ((ErrorCell("#VALUE!"),),))
    assert shown != shown  # noqa: PLR0124 - what a number that is none is known by
