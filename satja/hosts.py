"""The command ``satja addin``: the functions, carried into the spreadsheets people have."""

from pathlib import Path

import click

CALC_STEPS = """เขียนแล้ว: {target}
ติดตั้งใน LibreOffice
  1. เปิด LibreOffice Calc เลือกเมนู เครื่องมือ > ตัวจัดการส่วนขยาย (Tools > Extensions)
  2. กด เพิ่ม (Add) เลือกไฟล์นี้ แล้วเปิดโปรแกรมใหม่
  3. พิมพ์ =SATJA.BAHT_TEXT(100) ต้องได้ หนึ่งร้อยบาทถ้วน
ถ้าฟังก์ชันแสดง #VALUE! พิมพ์ =SATJA.REASON("ชื่อฟังก์ชัน"; ช่องเดิม) จะบอกเหตุ
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

    build(output, VERSION)
    click.echo(CALC_STEPS.format(target=output))
