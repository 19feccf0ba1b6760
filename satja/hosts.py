"""The command ``satja addin``: the functions, carried into the spreadsheets people have."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

CALC_STEPS = """เขียนแล้ว: {target}
ติดตั้งใน LibreOffice
  1. เปิด LibreOffice Calc เลือกเมนู เครื่องมือ > ตัวจัดการส่วนขยาย (Tools > Extensions)
  2. กด เพิ่ม (Add) เลือกไฟล์นี้ แล้วเปิดโปรแกรมใหม่
  3. พิมพ์ =SATJA.BAHT_TEXT(100) ต้องได้ หนึ่งร้อยบาทถ้วน
ถ้าฟังก์ชันแสดง #VALUE! พิมพ์ =SATJA.REASON("ชื่อฟังก์ชัน", ช่องเดิม) จะบอกเหตุ
Made {target}; add it in Tools > Extensions and restart LibreOffice."""


@click.group()
def addin() -> None:
    """ใช้ฟังก์ชัน SATJA ในโปรแกรมตาราง · The functions in Excel, xlwings Lite and LibreOffice."""


@addin.command()
@click.option(
    "-o", "--output", default=Path("satja.oxt"), show_default=True, type=click.Path(path_type=Path, readable=False), help="ชื่อไฟล์ที่จะสร้าง · the file to make"
)
def calc(output: Path) -> None:
    """สร้างส่วนขยายของ LibreOffice Calc · Build the extension for LibreOffice Calc."""
    from addin.hosts.calc.build import build
    from validator.version import VERSION

    if output.suffix != ".oxt":
        raise click.ClickException(f"ชื่อไฟล์ส่วนขยายต้องลงท้ายด้วย .oxt ไม่ใช่ {output.name} · An extension's name ends in .oxt.")
    _ours(lambda: build(output, VERSION))
    click.echo(CALC_STEPS.format(target=output))


@addin.command()
@click.option(
    "-o",
    "--output",
    default=Path("satja-lite"),
    show_default=True,
    type=click.Path(path_type=Path, readable=False),
    help="โฟลเดอร์ที่จะเขียน · the folder to write",
)
def lite(output: Path) -> None:
    """สร้างไฟล์สำหรับ xlwings Lite (Excel 2021 ขึ้นไป) · Write the files for xlwings Lite."""
    from addin.hosts.lite.build import build

    written = _ours(lambda: build(output))
    click.echo("\n".join([f"เขียนแล้วในโฟลเดอร์ {output}", *(f"  · {path.name}" for path in written), f"เริ่มที่ {written[-1].name} บอกวิธีทำทีละขั้น · start there."]))


@addin.group()
def excel() -> None:
    """Excel บน Windows ผ่าน xlwings · Excel on Windows through xlwings."""


@excel.command()
@click.argument("book", type=click.Path(path_type=Path, readable=False))
@click.option("-o", "--output", type=click.Path(path_type=Path, readable=False), help="ชื่อไฟล์ที่จะสร้าง · the file to make")
def convert(book: Path, output: Path | None) -> None:
    """เขียนสมุดแบบ .xlsm ที่เรียก SATJA_X ไฟล์เดิมไม่ถูกแก้ · Write the .xlsm of a book; the old file is not changed."""
    from addin.hosts.excel_book import convert as write
    from workbook.macros import HasRibbon
    from workbook.unreadable import Unreadable

    target = output or book.with_suffix(".xlsm")
    if target.suffix != ".xlsm":
        raise click.ClickException(f"สมุดที่มีแมโครต้องลงท้ายด้วย .xlsm ไม่ใช่ {target.name} Excel จึงจะเปิดให้ · Its name ends in .xlsm, or Excel refuses it.")
    if not target.parent.is_dir():
        raise click.ClickException(f"ไม่มีโฟลเดอร์ {target.parent} ลองสร้างก่อน หรือเลือกโฟลเดอร์อื่นด้วย -o · There is no folder {target.parent}.")
    if target.exists():
        raise click.ClickException(f"มีไฟล์ {target} อยู่แล้ว จึงไม่เขียนทับ ลองตั้งชื่ออื่นด้วย -o · {target} is there already; choose another name with -o.")
    try:
        number = write(book, target)
    except Unreadable as trouble:
        raise click.ClickException(
            f"ยังเปิด {book} เป็นสมุด Excel ไม่ได้ ลองดูด้วย satja check {book} · cannot open it as a workbook ({trouble.reason.name})."
        ) from None
    except HasRibbon:
        raise click.ClickException(f"สมุด {book} มีแท็บของตัวเองใน Excel อยู่แล้ว ซึ่งจะหายไป จึงไม่แปลงให้ · It has a ribbon of its own, which would be lost.") from None
    click.echo(CONVERTED.format(target=target, number=number))


@excel.command()
def install() -> None:
    """ตั้งค่า xlwings และบอกว่าต้องคลิกอะไร · Set up xlwings and say what to click."""
    from addin.hosts.excel_setup import install as set_up

    click.echo(EXCEL_STEPS.format(macros=_here(set_up)))


@excel.command()
def uninstall() -> None:
    """เอาการตั้งค่าออก คืนค่าเดิมของ xlwings · Take the settings away, and put back what was there."""
    from addin.hosts.excel_setup import uninstall as take_away

    if not _here(take_away):
        click.echo("ยังไม่ได้ตั้งค่าด้วยคำสั่งนี้ จึงไม่มีอะไรให้เอาออก · Nothing was set up by this command.")
        return
    click.echo("เอาออกแล้ว สมุด .xlsm ยังเปิดได้และแสดงตัวเลขเดิม · Removed; the books still open and show the same figures.")


@excel.command()
def status() -> None:
    """บอกว่าตั้งค่าอะไรไว้แล้ว · Tell what is set up."""
    from addin.hosts.excel_setup import status as look

    seen = _here(look)
    told = "เครื่องนี้" if seen.is_this else seen.interpreter or "ยังไม่ได้ตั้ง"
    click.echo(f"Python ที่ Excel เรียก: {told} ({sys.executable})\nแฟ้มแมโคร: {seen.macros or 'ยังไม่มี ลอง satja addin excel install'}\nxlwings: {seen.addin}")


def _ours(action: Callable[[], Any]) -> Any:
    """Do it, or say that a file of somebody else's stands there."""
    from addin.hosts import NotOurs

    try:
        return action()
    except NotOurs as found:
        raise click.ClickException(
            f"มีไฟล์ {found.args[0]} อยู่แล้ว และไม่ใช่ไฟล์ที่คำสั่งนี้สร้าง จึงไม่เขียนทับ ลองเลือกที่อื่นด้วย -o\n{found.args[0]} is there already and was left alone; choose another place with -o."
        ) from None


def _here(action: Callable[[], Any]) -> Any:
    """Do it, or say why it cannot be done on this computer."""
    from addin.hosts.excel_setup import NotHere

    try:
        return action()
    except NotHere as missing:
        raise click.ClickException(str(missing)) from None


CONVERTED = """เขียนแล้ว: {target} ({number:,} สูตรเรียก SATJA_X ตัวเลขในสมุดเหมือนเดิม)
สมุดนี้ใช้ใน Excel บน Windows ที่ตั้งค่าด้วย satja addin excel install แล้ว ถ้ายังไม่ได้ตั้ง สมุดก็แสดงตัวเลขเดิม
Made {target}; {number:,} formulas call the functions, and the figures are the same without them."""
EXCEL_STEPS = """ตั้งค่าแล้ว ปิด Excel แล้วเปิดใหม่ จากนั้นทำในสมุด .xlsm ครั้งเดียวต่อเล่ม
  1. satja addin excel convert สมุด.xlsx แล้วเปิดไฟล์ .xlsm ที่ได้ กด เปิดใช้งานเนื้อหา (Enable Content)
  2. กด Alt+F11 เลือก File > Import File แล้วเลือก {macros}
  3. เลือก Tools > References ติ๊ก xlwings แล้วกด OK ปิดหน้าต่างนั้น
  4. กด Ctrl+Alt+F9 ให้คำนวณใหม่ทั้งเล่ม แล้วบันทึก
  5. แท็บ สัจจะ มีปุ่ม ทวนสมุดเล่มนี้ และ ใบเสร็จถัดไป
ยังไม่มีใครลองขั้นเหล่านี้ใน Excel จริง ถ้าติดตรงไหน ดู docs/hosts.md
Set up. Import the macros and tick the reference to xlwings, once for each book; nobody has run these steps in Excel yet."""
