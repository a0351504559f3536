"""The Common Data Format of cast vote records (NIST SP 1500-103), as JSON or XML; RCTab writes and reads it.

A report names contests, their selections and candidates, and holds a `CVR` for each ballot with snapshots; the one that
`CurrentSnapshotId` names counts. A mark counts if it `HasIndication` (yes), is not `IsAllocable` "no" and has votes, or if
the contest is overvoted, for the rule to say what an overvote is worth; its `Rank` says where it stands (1 where ranks are
unknown). A write-in has the text that its adjudication gave it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from mandat.counting.errors import BadFileError
from mandat.counting.formats.cast_votes import WRITE_IN, CastPaper, Contest, chosen_contest, contents
from mandat.counting.formats.json_values import Json, JsonNode
from mandat.counting.formats.naming import tidy
from mandat.counting.formats.opened import OpenedFile
from mandat.counting.formats.records import Asked, Contents
from mandat.counting.formats.xml_values import local_name, parse
from mandat.language import msg

_LISTS = {
    "CVR",
    "CVRSnapshot",
    "CVRContest",
    "CVRContestSelection",
    "SelectionPosition",
    "Election",
    "Candidate",
    "Contest",
    "ContestSelection",
    "CandidateIds",
}
_NUMBERS = {"Rank", "NumberVotes", "TotalNumberVotes", "Overvotes", "NumberElected", "VotesAllowed"}


def read_cdf(opened: OpenedFile, asked: Asked) -> Contents:
    """The papers of a report in JSON. Raises `BadFileError` with what is missing."""
    return _contents(JsonNode.parse(opened.content, opened.name), asked, opened.name)


def read_cdf_xml(opened: OpenedFile, asked: Asked) -> Contents:
    """The papers of a report in XML."""
    plain = _plain(parse(opened))
    return _contents(JsonNode(plain, opened.name), asked, opened.name)


def _contents(report: JsonNode, asked: Asked, source: str) -> Contents:
    contests: dict[str, Contest] = {}
    for election in report.each("Election"):
        people = {_id(c): c.string("Name", _id(c)) for c in election.each("Candidate")}
        for contest in election.each("Contest"):
            contests[_id(contest)] = _contest(contest, people)
    chosen = chosen_contest(contests, asked, source)
    return contents(contests[chosen], _papers(report, chosen, contests[chosen]), source)


def _id(node: JsonNode) -> str:
    for key in ("@id", "ObjectId"):
        if node.has(key):
            return node.string(key)
    raise BadFileError(msg("{way} has no @id")(way=node.way), source=node.source)


def _contest(node: JsonNode, people: dict[str, str]) -> Contest:
    names: dict[str, str] = {}
    for selection in node.each("ContestSelection"):
        ids = [each.text() for each in selection.each("CandidateIds")]
        shown = " and ".join(tidy(people.get(each, each)) for each in ids)
        if not selection.flag("IsWriteIn", default=False):
            names[_id(selection)] = shown or selection.string("Selection", _id(selection))
    seats = node.number("NumberElected", 0) or None
    return Contest(tidy(node.string("Name", _id(node))), names, seats)


def _papers(report: JsonNode, contest: str, about: Contest) -> Iterator[CastPaper]:
    for number, cvr in enumerate(report.each("CVR"), 1):
        current = cvr.string("CurrentSnapshotId")
        for snapshot in cvr.each("CVRSnapshot"):
            if current and _id(snapshot) != current:
                continue
            for voted in snapshot.each("CVRContest"):
                if voted.string("ContestId") == contest:
                    yield CastPaper(number, tuple(_marks(voted, about)))


def _marks(voted: JsonNode, about: Contest) -> Iterator[tuple[str, int]]:
    """The marks that are votes; of an overvoted contest, whose marks the machine allots to nobody, all of them."""
    overvoted = voted.number("Overvotes", 0) > 0
    for selection in voted.each("CVRContestSelection"):
        for position in selection.each("SelectionPosition"):
            if position.string("HasIndication", "yes") == "yes" and (
                overvoted or _is_allotted(selection, position)
            ):
                rank = position.number("Rank", selection.number("Rank", 1))
                yield _candidate(selection, position, about), rank


def _is_allotted(selection: JsonNode, position: JsonNode) -> bool:
    """Whether a mark is a vote: not a write-in that waits for adjudication, not one that was found to be no vote."""
    votes = (selection.number("TotalNumberVotes", 1), position.number("NumberVotes", 1))
    return position.string("IsAllocable") != "no" and 0 not in votes


def _candidate(selection: JsonNode, position: JsonNode, about: Contest) -> str:
    chosen = selection.string("ContestSelectionId")
    if chosen in about.names:
        return chosen
    written = position["CVRWriteIn"].string("Text") if position.has("CVRWriteIn") else ""
    return tidy(written) or WRITE_IN


def _plain(element: Element) -> Json:
    """An element as JSON would have it: attributes and children by name; lists where the format has lists."""
    if not len(element) and not element.attrib:
        return (element.text or "").strip()
    found: dict[str, Json] = {local_name(key): value for key, value in element.attrib.items()}
    for child in element:
        name, value = local_name(child.tag), _plain(child)
        if name in _NUMBERS and isinstance(value, str) and value.isdecimal() and len(value) < 10:
            value = int(value)
        if name in _LISTS:
            held = found.setdefault(name, [])
            if isinstance(held, list):
                held.append(value)
        else:
            found[name] = value
    return found
