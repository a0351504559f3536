"""Tables: rows of cells from a CSV text or from a spreadsheet, each with its line."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from mandat.counting.errors import BadFileError
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.source import HEAD, lines_of
from mandat.counting.remarks import SHEETS, Remark, quoted
from mandat.language import Quoted, Sentence, as_it_is, msg, told

CsvRow = tuple[int, list[str]]
SEPARATORS = ",;\t"
_LONGEST_CELL = 1 << 24
_LINES_LOOKED_AT = 10
_WHOLE_HEAD = HEAD - 3  # without its byte order mark
_SHEETS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")


@dataclass
class TableRows:
    """The rows of a table that are not empty: (line, cells). `separator` is what stood between cells; a spreadsheet has
    none."""

    rows: Iterator[CsvRow]
    source: str
    separator: str | None = None
    remarks: tuple[Remark, ...] = ()
    held: list[CsvRow] = field(default_factory=list)

    def first(self, many: int) -> list[CsvRow]:
        """The first rows; they are given again by `rest`."""
        while len(self.held) < many and (row := next(self.rows, None)) is not None:
            self.held.append(row)
        return self.held[:many]

    def rest(self, after: int = 0) -> Iterator[CsvRow]:
        """All rows but the first `after`."""
        yield from self.first(after)[after:] or self.held[after:]
        yield from self.rows


def is_spreadsheet(opened: OpenedFile) -> bool:
    """Whether the archive is a workbook (.xlsx, .xlsb, .ods)."""
    return any(name in _SHEETS for name in opened.files)


def read_rows(opened: OpenedFile, *, keep_empty: bool = False) -> TableRows:
    """The rows of a CSV text or a workbook. Raises `BadFileError`: no row at all, a quotation mark without its partner.

    With `keep_empty` a line without a character is a row with one empty cell (in a table of one column it is a blank paper).
    """
    found = _of_workbook(opened) if is_spreadsheet(opened) else _of_text(opened, keep_empty=keep_empty)
    if not found.first(1):
        raise BadFileError(msg("the table is empty"), source=opened.name)
    return found


def separator_of(opened: OpenedFile) -> str:
    """What stands between cells: of comma, semicolon and tab the one that all the first lines have, and the head line most often;
    what stands between quotes does not count.

    >>> separator_of(OpenedFile("votes.csv", lambda: b"Red;1,234\\nBlue;900\\n"))
    ';'
    """
    lines = [line for line in lines_of(opened.head.decode(errors="replace")) if line.strip()]
    if len(opened.head) >= _WHOLE_HEAD and len(lines) > 1:
        lines.pop()  # it was cut off
    bare = ["".join(line.split('"')[::2]) for line in lines[:_LINES_LOOKED_AT]] or [""]
    return max(SEPARATORS, key=lambda sign: (min(line.count(sign) for line in bare), bare[0].count(sign)))


def _of_text(opened: OpenedFile, *, keep_empty: bool) -> TableRows:
    text, separator = opened.text, separator_of(opened)
    return TableRows(_csv(text, separator, opened.name, keep_empty=keep_empty), opened.name, separator)


def _csv(text: str, separator: str, source: str, *, keep_empty: bool) -> Iterator[CsvRow]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for row in reader:
            if row or (keep_empty and reader.line_num > 1):
                yield line, row or [""]
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadFileError(
            msg("this is not a table ({problem})")(problem=_csv_trouble(error)),
            line=line,
            source=source,
        ) from None


def _csv_trouble(error: csv.Error) -> Sentence:
    said = str(error)
    if "unexpected end of data" in said or "expected after" in said:
        return msg('a quotation mark has no partner; write "" for one inside quotes')()
    return as_it_is(said)


def _of_workbook(opened: OpenedFile) -> TableRows:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415  (only workbooks need it)

    try:
        _refuse_a_trap(opened)
        book = CalamineWorkbook.from_filelike(io.BytesIO(opened.content))
        sheets = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names
        }
    except BadFileError:
        raise
    except BaseException as error:  # the library panics on some damaged workbooks, which is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise BadFileError(
            msg("this spreadsheet cannot be read ({problem}); save it anew, or as CSV in UTF-8")(
                problem=told(error)
            ),
            source=opened.name,
        ) from None
    filled = {name: rows for name, rows in sheets.items() if any(map(any, rows))}
    if not filled:
        raise BadFileError(msg("the spreadsheet is empty"), source=opened.name)
    read, *others = filled
    remarks = (SHEETS(read=Quoted(read), others=quoted(others)),) if others else ()
    lines = ((line, [_cell(value) for value in row]) for line, row in enumerate(filled[read], 1))
    return TableRows((row for row in lines if any(row[1])), opened.name, None, remarks)


def _refuse_a_trap(opened: OpenedFile) -> None:
    with zipfile.ZipFile(io.BytesIO(opened.content)) as archive:
        if sum(each.file_size for each in archive.infolist()) > opened.most:
            raise BadFileError(msg("this spreadsheet unpacks to more than can be read"), source=opened.name)


def _cell(value: object) -> str:
    """A cell of a workbook as a table of text would have it: whole numbers without a point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return "" if value is None else str(value)
