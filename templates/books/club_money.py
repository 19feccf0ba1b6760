"""The club's receipts, its cash and bank book and its ledger: the common ones, and what a collector and two books that never mix change."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated as A
from typing import Any, NamedTuple

from templates.arithmetic import Rounded
from templates.books import cash, club_words, ledger, receipts, words
from templates.books.bylaws import rule
from templates.choices import either, when
from templates.declare import Column, Size, Table, col, declare, placed_after
from templates.expressions import Expr, expr, f
from templates.kinds import Kind, Money, Text
from templates.lookups import Look, LookText, Total, count_of, sum_of

PURSE = Column("เล่ม", "book", one_of=club_words.PURSES, kind=Kind.TEXT, width=8, help="ก = เงินสงเคราะห์ของสมาชิก · ข = เงินของชมรม")
DEATHS = ("deaths", "number")
REFERENCES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(club_words.OF_A_DEATH, DEATHS), club_words.REMITTANCE: ("collection", "number"), club_words.PREPAID_BACK: ("members", "id"), **cash.ONE_RECEIPT,
}  # fmt: skip
"""What a row of the cash and bank book refers to, by its register."""
NOT_KEPT = ("month", "savings_month", "missing_months", *receipts.OF_LOANS, *receipts.OF_INTEREST)


def receipts_table() -> Table:
    """Build the receipts: also those a village's collector takes, and one receipt for a whole village without a member's code."""
    table = receipts.receipts_table(without=NOT_KEPT)
    own: dict[str, dict[str, Any]] = {
        "member": {"required": False, "help": "เว้นว่างได้ เมื่อผู้เก็บเงินนำส่งรวมทั้งหมู่"},
        "channel": {"one_of": (words.CASH, words.TRANSFER, club_words.BY_COLLECTOR), "help": "ว่าง = เงินสด · ผู้เก็บเงิน = เงินล่วงหน้าที่ยังอยู่กับผู้เก็บเงิน"},
        "register": {"hidden": True},
    }
    columns = {name: replace(column, **own.get(name, {})) for name, column in table.columns.items()}
    columns["village"] = Column("หมู่ที่", "village", name="village", kind=Kind.WHOLE, hidden=True, formula=Look(f.member, "members", "village", "id"))
    return replace(table, columns=columns, capacity=lambda size: 300 + 2 * size.members)


def cash_table(banks: int) -> Table:
    """Build the cash and bank book: rows for a death post on the death's own account; a fee is one row from book ก to book ข."""
    table = cash.cash_table(banks, REFERENCES, without=("missing_months",))
    of_death = either(*(f.register.is_(word) for word in club_words.OF_A_DEATH))
    own: dict[str, dict[str, Any]] = {
        "reference": {"help": "ผู้เก็บนำส่ง: รอบเก็บที่ · สำรองจ่าย หนี้กองทุน จ่ายครอบครัว ค่าดำเนินการ: รายที่ · คืนเงินล่วงหน้า: รหัสสมาชิก"},
        "account": {"formula": when(of_death, LookText(f.reference, "deaths", "account", "number"), LookText(f.item, "items", "account", "item"))},
    }
    columns = {name: replace(column, **own.get(name, {})) for name, column in table.columns.items()}
    for name, side, th in (("goes_out", "out", "โอนออก"), ("goes_into", "in", "โอนเข้า")):
        places = ("cash", *(f"bank{bank}" for bank in range(1, banks + 1)))
        moved = sum((getattr(f, f"{place}_{side}") for place in places), start=expr(0))
        columns[name] = Column(th, f"moved {side}", name=name, kind=Kind.MONEY, hidden=True, formula=when(f.kind.is_(words.MOVE), moved, 0))
    return replace(table, columns=columns, capacity=_room_for_cash)


def _room_for_cash(size: Size) -> int:
    """Prepare for ten collections and five payments a death, and the club's own rows."""
    return 300 + size.members


def trial_balance_table(banks: int) -> Table:
    """Build the trial balance: calls and collections post themselves, from the deaths and the collectors' rounds."""
    debits = (
        when(f.code.is_(rule.account_receivable), Total("deaths", "called_now"), 0),
        when(f.code.is_(rule.account_collectors), Total("collection", "posted"), 0),
        ledger.set_off(rule.account_collectors, club_words.BY_COLLECTOR),
        sum_of("deaths", "fee_now", account=f.code),
        sum_of("unpaid", "waived", account=f.code),
    )
    fee_in = when(f.code.is_(rule.account_fee), sum_of("cash", "goes_into", register=club_words.FEE), 0)
    received = when(f.code.is_(rule.account_receivable), Total("collection", "posted") + Total("unpaid", "waived"), 0)
    credits_ = (sum_of("deaths", "called_now", account=f.code), received, fee_in)
    table = ledger.with_purse(ledger.trial_balance_table(banks, debits=debits, credits=credits_), PURSE)
    of_deaths = when(either(f.code.is_(rule.account_payable), count_of("deaths", account=f.code) > 0), f.balance, 0)
    payable = Column("ค้างจ่ายตามราย", "payable by death", name="of_deaths", kind=Kind.MONEY, hidden=True, least=None, formula=of_deaths)
    return placed_after(replace(table, columns={**table.columns, "of_deaths": payable}), "worth", "of_deaths")


class OnePurse(NamedTuple):
    """One of the two books, balanced by itself: what is there, whose it is, and that nothing crossed over."""

    purse: A[Text, col("เล่ม", "book", fixed=True, width=8)]
    what: A[Text, col("เงินของใคร", "whose", fixed=True, width=22)]
    money: A[Money, col("เงินสดและธนาคาร", "money", fixed=True, least=None, width=13)]
    assets: A[Money, col("สินทรัพย์รวม", "assets", least=None, width=13, formula=expr(0) + sum_of("trial_balance", "balance", purse=f.purse, group=words.ASSET))]
    liabilities: A[
        Money, col("หนี้สิน", "liabilities", least=None, width=13, formula=expr(0) - sum_of("trial_balance", "balance", purse=f.purse, group=words.LIABILITY))
    ]
    capital: A[Money, col("ทุนต้นงวด", "capital", least=None, width=13, formula=expr(0) - sum_of("trial_balance", "balance", purse=f.purse, group=words.CAPITAL))]
    surplus: A[
        Money,
        col(
            "รายได้สูง (ต่ำ) กว่าค่าใช้จ่าย", "surplus", least=None, width=14,
            formula=expr(0)
            - sum_of("trial_balance", "balance", purse=f.purse, group=words.INCOME)
            - sum_of("trial_balance", "balance", purse=f.purse, group=words.EXPENSE),
        ),
    ]  # fmt: skip
    difference: A[Money, col("ต่างกัน", "difference", least=None, width=13, formula=Rounded(f.assets - f.liabilities - f.capital - f.surplus, 2))]
    state: A[Text, col("ผล", "state", width=13, formula=when(f.difference.is_(0), words.AGREES, words.DIFFERS))]


OWNERS = {club_words.MEMBERS_MONEY: "เงินของสมาชิก (หนี้สินทั้งหมด)", club_words.CLUB_MONEY: "เงินของชมรมเอง"}


def by_purse_table(banks: int) -> Table:
    """Build the proof that each book balances by itself."""
    rows = tuple({"purse": purse, "what": what, "money": _money_of(purse, banks)} for purse, what in OWNERS.items())
    return declare(OnePurse, name="by_purse", th="สองเล่มไม่ปนกัน", guard="purse", key=("purse",), fixed_rows=rows)


def _money_of(purse: str, banks: int) -> Expr:
    """Give what cash and banks of one book hold, the collectors' cash with them."""
    accounts = (rule.account_cash, rule.account_collectors, *(cash.bank_account(bank) for bank in range(1, banks + 1)))
    return sum((sum_of("trial_balance", "balance", code=account, purse=purse) for account in accounts), start=expr(0))


def income_tables() -> tuple[Table, ...]:
    """Give the statement of income and expense: only the club's own book has any."""
    statement, result = ledger.income_tables()
    surplus = replace(result.columns["surplus"], th="รายได้สูง (ต่ำ) กว่าค่าใช้จ่าย")
    return replace(ledger.with_purse(statement, PURSE), th="งบรายได้-ค่าใช้จ่าย"), replace(result, columns={**result.columns, "surplus": surplus})


def position_tables() -> tuple[Table, ...]:
    statement, result = ledger.position_tables()
    return ledger.with_purse(statement, PURSE), result
