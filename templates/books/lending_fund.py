"""The book of a fund that saves and lends, put together: what the savings group and the village fund share, and where they differ."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from templates.books import bylaws, cards, cash, controls, ledger, lending_face, loans, members, receipts, words, year_end
from templates.choices import chosen, when
from templates.declare import Column, FundBook, Sheet, Size, Table
from templates.expressions import Expr
from templates.face import Tile

SAVINGS_SHEET = "คำนวณจากใบเสร็จทั้งแผ่น ไม่ต้องพิมพ์"


def _no_more(_: Size) -> dict[str, tuple[Sheet, ...]]:
    return {}


@dataclass(frozen=True)
class LendingFund:
    """A fund that saves and lends: its data, and the parts in which its book differs from the savings group's."""

    id: str
    name: str
    version: str
    colour: str
    presets: Mapping[str, object]
    bank_accounts: tuple[str, ...]
    accounts: tuple[tuple[object, ...], ...]
    items: tuple[tuple[str, str, str], ...]
    allocation: tuple[tuple[str, str, object], ...]
    rules: tuple[type, ...] = bylaws.SAVING_AND_LENDING
    holdings: tuple[members.Holding, ...] = (members.SAVED,)
    purse: Column | None = None
    """The column of the accounts that says to which money each belongs, where monies are kept apart."""
    of_member: tuple[type, ...] = (ledger.OpeningMember,)
    loans_table: Callable[[], Table] = loans.loans_table
    cards_table: Callable[[], Table] = cards.cards_table
    ageing_table: Callable[[], Table] = cards.ageing_table
    loan_ties: Callable[[], tuple[controls.Tie, ...]] = field(default=lambda: (controls.loans_tie(),))
    more: Callable[[Size], Mapping[str, tuple[Sheet, ...]]] = _no_more
    """Sheets of its own: after which sheet they stand."""

    tiles: Mapping[str, Tile] | None = None
    """Tiles of its own on the home sheet, by the label of the tile each stands for."""

    @property
    def registers(self) -> tuple[str, ...]:
        """What an item may feed."""
        return tuple(dict.fromkeys((*words.REGISTERS, *(each for holding in self.holdings for each in (holding.register, holding.back)))))

    @property
    def shared(self) -> members.Holding:
        """What the dividend is worked from."""
        return next(holding for holding in self.holdings if holding.shared)


def lending_book(fund: LendingFund, size: Size) -> FundBook:
    """Declare the book of such a fund for a size."""
    presets = dict(fund.presets) | {f"account_bank{number}": fund.bank_accounts[number - 1] for number in range(1, size.banks + 1)}
    received = receipts.receipts_table(() if fund.shared.offset else ("missing_months",), tuple(holding.register for holding in fund.holdings))
    references = cash.REFERENCES | {holding.back: ("members", "id") for holding in fund.holdings}
    money = cash.cash_table(size.banks, references, back=fund.shared.back)
    contracts, people, journal = fund.loans_table(), members.members_table(), ledger.journal_table()
    roomy = tuple((table, table.capacity(size)) for table in (people, received, money, contracts, journal))
    months = {name: _month_name(place) for place, name in enumerate(members.MONTHS, 1)}
    sheets = (
        Sheet("ระเบียบ", (*bylaws.bylaw_tables(fund.rules, presets, size.banks), year_end.bounds_table()), "กรอกช่องสีเหลืองตามระเบียบของกลุ่ม ช่องว่างแปลว่ายังไม่มีข้อกำหนด ไม่ใช่ศูนย์"),
        Sheet("สมาชิก", (people,), "หนึ่งแถวต่อหนึ่งคน คนใหม่ต่อท้าย ใช้ตัวกรองค้นหาได้ แต่อย่าเรียงลำดับใหม่"),
        Sheet("ผังบัญชีและรายการ", ledger.account_tables(fund.accounts, fund.items, fund.registers, fund.purse), "รายการที่เหรัญญิกเลือก ผูกกับรหัสบัญชีไว้ให้แล้ว"),
        Sheet("ยอดยกมา", ledger.opening_tables(*fund.of_member), "ลอกยอดจากงบปีก่อนที่ที่ประชุมใหญ่รับรอง ถ้ายังไม่ลงตัว ช่องผลต่างรอตรวจสอบจะบอกยอด"),
        Sheet("รับเงินวันทำการ", (received,), "หนึ่งแถวต่อใบเสร็จต่อรายการ พิมพ์ครั้งเดียว ทะเบียนอื่นดึงไปใช้เอง"),
        Sheet("สมุดเงินสด-ธนาคาร", (money,), "วันทำการพิมพ์แถวเดียว เลือกประเภท 'วันทำการ' แล้วยอดรับจะขึ้นเอง"),
        Sheet("สมุดรายวันทั่วไป", (journal,), "รายการที่เงินไม่เคลื่อนไหว เดบิตต้องเท่ากับเครดิตทุกใบสำคัญ"),
        *(Sheet(each.th, (members.holding_table(each, alone=len(fund.holdings) == 1),), SAVINGS_SHEET, captions=months) for each in fund.holdings),
        Sheet("ถอน-ลาออก", (loans.settlement_table(fund.holdings),), "ก่อนคืนเงินสัจจะ ดูว่ายังมีหนี้หรือยังค้ำใครอยู่"),
        Sheet("สัญญาเงินกู้", (contracts,), "หนึ่งแถวต่อหนึ่งสัญญา เลขที่สัญญาต้องไม่ซ้ำ"),
        Sheet("บัญชีลูกหนี้รายสัญญา", (fund.cards_table(),), "ทุกการชำระหนี้ ดึงจากใบเสร็จ เทียบดอกเบี้ยและค่าปรับกับระเบียบ"),
        Sheet("ลูกหนี้และอายุหนี้", (fund.ageing_table(),), "ณ วันที่ออกรายงานในแผ่นระเบียบ"),
        Sheet("ทะเบียนหนี้อื่น", loans.small_registers(), "หนี้ตัดสูญตามมติ และผู้ค้ำที่ชำระแทน"),
        Sheet("ปันผลปีก่อน", year_end.last_year_tables(), "มติจัดสรรกำไรปีก่อน ลงบัญชีและจ่ายในปีนี้ ใครยังไม่มารับจะเห็นที่นี่"),
        Sheet("ทะเบียนใบเสร็จ", receipts.receipt_book_tables(), "เล่มที่ใช้ในปี และใบที่ยกเลิกพร้อมเหตุ"),
        Sheet("ทะเบียนมติ", (controls.minutes_table(),), "มติที่แผ่นอื่นอ้างถึง"),
        Sheet("ทะเบียนสวัสดิการ", (year_end.welfare_table(),), "สิทธิ เพดาน และมติ ส่วนจำนวนเงินดึงจากสมุดเงินสด"),
        Sheet("ตรวจนับเงินสด", cash.count_tables(), "นับพร้อมกันสองคน ใส่จำนวนใบและเหรียญ"),
        Sheet("กระทบยอดธนาคาร", (cash.bank_table(size.banks),), "ใช้หนังสือรับรองยอดจากธนาคาร ไม่ใช่สมุดฝากอย่างเดียว"),
        Sheet("ใบสอบทานยอด", (controls.confirmations_table(),), "เทียบสมุดคู่ฝากของสมาชิกกับทะเบียน"),
        Sheet("งบทดลอง", (_trial_balance(fund, size.banks),), "ก่อนปิดบัญชี คำนวณเองทั้งแผ่น"),
        Sheet("งบกำไรขาดทุน", ledger.income_tables(), "แสดงเฉพาะบัญชีที่มีรายการ"),
        Sheet("งบแสดงฐานะการเงิน", ledger.position_tables(), "หลังปิดบัญชี ก่อนมติจัดสรรกำไร"),
        Sheet("จัดสรรกำไร", year_end.allocation_tables(fund.allocation), "ข้อเสนอต่อที่ประชุมใหญ่ ร้อยละรวมต้องเป็น 100 พอดี"),
        Sheet("ปันผลและเฉลี่ยคืน", (year_end.shares_table(fund.shared.table),), "หุ้นเท่ากันได้เงินเท่ากัน เศษอยู่ในแผ่นจัดสรรกำไร"),
        Sheet("สรุป", (controls.figures_table(), controls.by_month_table(), controls.by_age_table()), "ตัวเลขสำหรับที่ประชุม คำนวณเองทั้งหมด"),
        Sheet(
            "จุดตรวจก่อนปิดบัญชี", (controls.controls_table(_ties(fund, size.banks)), controls.room_table(roomy), controls.sign_off_table()),
            "ทุกคู่ควรตรงกันก่อนปิดบัญชี",
        ),
        Sheet("_satja", (controls.stamp_table(),), "", hidden=True),
    )  # fmt: skip
    more = fund.more(size)
    placed = tuple(each for sheet in sheets for each in (sheet, *more.get(sheet.name, ())))
    return FundBook(fund.id, fund.name, fund.version, placed, fund.colour, lending_face.face(fund.tiles), fund.shared.table)


def _trial_balance(fund: LendingFund, banks: int) -> Table:
    table = ledger.trial_balance_table(banks)
    return ledger.with_purse(table, fund.purse) if fund.purse else table


def _ties(fund: LendingFund, banks: int) -> tuple[controls.Tie, ...]:
    held = tuple(controls.holding_tie(holding) for holding in fund.holdings)
    return (
        *held, *fund.loan_ties(), controls.ageing_tie(), controls.receipts_tie(), controls.dividends_tie(), *controls.ledger_ties(), *controls.money_ties(banks),
    )  # fmt: skip


def _month_name(place: int) -> Expr:
    return when(bylaws.rule.first_day.is_(""), "", chosen(members.fund_month(place), words.THAI_MONTHS))
