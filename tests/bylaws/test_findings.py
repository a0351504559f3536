"""What the checker finds, with its words: one small file per finding, and nothing wrong in what we ship."""

from __future__ import annotations

import importlib.resources
from pathlib import Path

import pytest

from mandat.bylaws.findings import Finding, check
from mandat.bylaws.findings.wording import FINDINGS
from mandat.bylaws.reading.loader import load

SOURCE = importlib.resources.files("mandat")
FILES = Path(__file__).parent / "files"
CLEAN = """mandat = 1
id = "club"
body.members = { type = "assembly" }
decision.majority = { carried = "yes > no" }
power."bylaws.amend" = { article = "9", holder = "members", decision = "majority" }
"""
BOARD = """[body.board]
type = "committee"
[body.board.seats.members]
article = "2"
from = "members"
number = 5
"""
RECALL = '[recall.board]\narticle = "3"\nof = "board"\nby = "members"\ndecision = "majority"\n'


def found(text: str) -> tuple[Finding, ...]:
    return check(load(text))


def test_the_clean_file_has_no_findings() -> None:
    assert found(CLEAN + BOARD + RECALL) == ()


CASES = [
    ("no-recall", BOARD, "warning", "Nobody can recall the holders of board.members."),
    (
        "answers-to-nobody",
        'body.chair = { type = "office", seats.chair = { from = "members" } }\n',
        "warning",
        "The office chair answers to nobody: no recall, no duty to report, no check on its acts.",
    ),
    (
        "recall-leads-back",
        BOARD
        + '[body.audit]\ntype = "committee"\nseats.members = { from = "members", number = 3 }\n'
        + '[recall.board]\nof = "board"\nby = "audit"\ndecision = "majority"\n'
        + '[recall.audit]\nof = "audit"\nby = "board"\ndecision = "majority"\n',
        "warning",
        "Following who can recall whom leads in a circle and never to an assembly: board → audit → board.",
    ),
    (
        "recall-reaches-nobody",
        BOARD
        + '[body.audit]\ntype = "committee"\nseats.members = { from = "members", number = 3 }\n'
        + '[recall.audit]\nof = "audit"\nby = "board"\ndecision = "majority"\n',
        "warning",
        "Following who can recall whom never reaches an assembly: audit → board, and nobody recalls board.",
    ),
    (
        "losers-fill",
        BOARD + 'succession = ["co-option"]\n' + RECALL + 'target = "body"\n',
        "warning",
        "When board is recalled, the very people who lost the vote fill the vacancies (co-option).",
    ),
    (
        "recalled-decide",
        BOARD + RECALL.replace('by = "members"', 'by = ["members", "board"]'),
        "warning",
        "board decides on its own recall.",
    ),
    (
        "recalled-consent",
        BOARD + RECALL + 'needs = [{ from = "board", as = "consent" }]\n',
        "warning",
        "The recall needs the consent (consent) of those whom it would remove: board.",
    ),
    (
        "recall-undecided",
        BOARD + '[recall.board]\nof = "board"\nby = "members"\n',
        "error",
        "members may recall, but it is not said how: neither `decision` nor `confidence`.",
    ),
    (
        "signer-names-second",
        BOARD
        + RECALL
        + '[body.cashier]\ntype = "office"\nseats.cashier = { fill = "appointed", by = "board" }\n'
        + '[power."money.spend"]\nholder = "board"\ndecision = "majority"\n'
        + 'needs = [{ from = "cashier", as = "countersign", within = { length = "P3D", silence = "refuses" } }]\n',
        "warning",
        "Who gives the second signature (countersign: cashier) is chosen by the first signer, board.",
    ),
    (
        "no-holder",
        '[body.ghosts]\ntype = "committee"\n[power.haunt]\nholder = "ghosts"\ndecision = "majority"\n',
        "error",
        "Nobody can hold this power: ghosts has neither members nor seats.",
    ),
    (
        "power-undecided",
        '[power.talk]\nholder = "members"\n',
        "note",
        "members holds this power, and it is not said by which decision it is exercised.",
    ),
    (
        "several-holders",
        BOARD + RECALL + '[power.talk]\nholder = ["members", "board"]\ndecision = "majority"\n',
        "note",
        "members, board each hold this power alone.",
    ),
    (
        "two-holders",
        BOARD
        + RECALL
        + '[power.talk]\nholder = "members"\ndecision = "majority"\nalso = { holder = "board" }\n',
        "warning",
        "members and board can hold this power at the same time.",
    ),
    (
        "blocks-for-ever",
        BOARD
        + RECALL
        + '[power.talk]\nholder = "members"\ndecision = "majority"\nneeds = { from = "board", as = "consent" }\n',
        "note",
        "board can block this power for ever by saying nothing (consent).",
    ),
    (
        "endless-freeze",
        BOARD
        + RECALL
        + '[power.talk]\nholder = "members"\ndecision = "majority"\nfrozen = "open(recall.board)"\n',
        "warning",
        "The power is frozen while recall.board is open, and nothing keeps petitions from following each other.",
    ),
    (
        "endless-pending",
        BOARD + RECALL + 'pending = "suspended"\nstart = { by = "members", enough = "signed >= 3" }\n',
        "warning",
        "Until it is decided the holders are restricted, and nothing keeps petitions from following each other.",
    ),
    (
        "moving-base",
        BOARD + '[recall.board]\nof = "board"\nby = "sender"\nconfidence = "withdrawn > 1/2 * members"\n',
        "warning",
        "`members` moves when members join: the registrar can topple or save a delegate.",
    ),
    (
        "majority-beside-quota",
        BOARD
        + 'elect = { method = "stv-scottish" }\n'
        + '[recall.board]\nof = "board"\nby = "sender"\nconfidence = "withdrawn > 1/2 * electors"\n',
        "note",
        "A majority can unseat every delegate of board.members, also those whom a minority elected by quota (stv-scottish).",
    ),
    (
        "two-thresholds",
        BOARD
        + '[recall.one]\nof = "board"\nby = "sender"\nconfidence = "withdrawn > 1/2 * electors"\n'
        + '[recall.two]\nof = "board.members"\nby = "sender"\nconfidence = "withdrawn > 2/3 * electors"\n',
        "error",
        "board.members already falls by recall.one: two thresholds of confidence for one seat contradict each other.",
    ),
    (
        "quorum-never",
        BOARD
        + RECALL
        + '[decision.board]\nin = "board"\nquorum = "present >= 6"\ncarried = "yes > no"\n'
        + '[power.talk]\nholder = "board"\ndecision = "board"\n',
        "error",
        "The quorum can never be met, even with everybody there of 5: `present >= 6`.",
    ),
    (
        "carried-never",
        '[decision.all]\ncarried = "yes > entitled"\n[power.talk]\nholder = "members"\ndecision = "all"\n',
        "error",
        "Nothing can ever be carried, even by all: `yes > entitled`.",
    ),
    (
        "no-carries",
        '[decision.odd]\ncarried = "yes >= 2/3 * cast and cast >= 1/2 * entitled"\n'
        + '[power.talk]\nholder = "members"\ndecision = "odd"\n',
        "warning",
        "One more no can carry it: of 5, 2 : 0 fails and 2 : 1 carries.",
    ),
    (
        "yes-defeats",  # the turnout rule of a Swiss union: a table over turnout
        "[decision.odd]\n"
        + 'rejected = [["voted > 1/2 * entitled", "no > 1/2 * cast"], ["else", "no >= 2/3 * cast"]]\n'
        + '[power.talk]\nholder = "members"\ndecision = "odd"\n',
        "warning",
        "One more yes can defeat it",
    ),
    (
        "silence-defeats",
        '[decision.odd]\nquorum = "voted >= 1/2 * entitled"\ncarried = "yes > no"\n'
        + '[power.talk]\nholder = "members"\ndecision = "odd"\n',
        "note",
        "Opponents do better to stay silent than to vote no: of 5, 2 : 0 misses the quorum and 2 : 1 carries.",
    ),
    (
        "confidence-never",
        BOARD + '[recall.board]\nof = "board"\nby = "sender"\nconfidence = "withdrawn > electors"\n',
        "error",
        "No seat can ever fall, even if all withdraw confidence: `withdrawn > electors`.",
    ),
    (
        "confidence-always",
        BOARD
        + '[recall.board]\nof = "board"\nby = "sender"\nconfidence = "withdrawn + 3 >= 1/2 * electors"\n',
        "error",
        "A seat of 1 electors falls although nobody withdrew confidence: `withdrawn + 3 >= 1/2 * electors`.",
    ),
    (
        "least-above-most",
        BOARD + "at_least = 4\nat_most = 3\n" + RECALL,
        "error",
        "At least 4 and at most 3 cannot both be.",
    ),
    (
        "row-never",
        BOARD.replace("number = 5", 'number = [["entitled < 9", 1], ["entitled < 5", 2], ["else", 3]]')
        + RECALL,
        "warning",
        "Row 2 (`entitled < 5`) never applies: the rows before take every number.",
    ),
    (
        "row-hole",
        BOARD.replace("number = 5", 'number = [["entitled < 9", 1], ["entitled > 9", 2], ["else", 3]]')
        + RECALL,
        "note",
        'Only entitled = 9 falls through to "else".',
    ),
    (
        "table-falls",  # the thresholds of a Californian city: 10,000 voters need 2,000 signatures, 9,999 need 2,500
        BOARD.replace(
            "number = 5", 'number = [["entitled < 100", "1/4 * entitled"], ["else", "1/5 * entitled"]]'
        )
        + RECALL,
        "note",
        "The number falls while entitled rises: 99 gives 24, 100 gives 20.",
    ),
    ("never-used", '[clock.soon]\nlength = "P3D"\n', "warning", "clock.soon is never used."),
    (
        "no-seats",
        '[body.ghosts]\ntype = "committee"\n',
        "warning",
        "body.ghosts is of type committee and has no line of seats: nobody can ever sit there.",
    ),
    (
        "nobody-fills",
        BOARD.replace('from = "members"\n', "") + RECALL,
        "error",
        "Nobody fills these seats: they are elected, with neither `from` nor `by`.",
    ),
    (
        "one-post",
        BOARD.replace("number = 5\n", "") + RECALL,
        "note",
        "board.members does not say how many: each sender has one post.",
    ),
    (
        "after-vacant",
        BOARD + 'succession = ["vacant", "by-election"]\n' + RECALL,
        "warning",
        'What follows "vacant" in the succession is never reached.',
    ),
    (
        "motion-unstarted",
        '[motion.x]\nin = "members"\ndecision = "majority"\n',
        "warning",
        "Nobody can start motion.x.",
    ),
    (
        "motion-undecided",
        '[motion.x]\nin = "members"\nstart = { by = "members", enough = "signed >= 1" }\n',
        "warning",
        "motion.x never comes to a decision.",
    ),
    (
        "amendment-weaker",
        '[decision.strong]\narticle = "8"\ncarried = "yes >= 2/3 * cast"\n'
        + '[power.talk]\nholder = "members"\ndecision = "strong"\n',
        "warning",
        "decision.majority can take away what decision.strong (art. 8) protects: of 5, 3 : 2 amends and would not carry "
        "decision.strong.",
    ),
]


@pytest.mark.parametrize(("code", "text", "level", "words"), CASES, ids=[case[0] for case in CASES])
def test_the_words_of_a_finding(code: str, text: str, level: str, words: str) -> None:
    (first, *_) = [finding for finding in found(CLEAN + text) if finding.code == code]
    assert first.level == level
    assert first.what().startswith(words)
    assert first.remedy()
    assert first.what("fr") != first.what("en")


@pytest.mark.parametrize(
    ("code", "level"),
    [("nobody-amends", "warning"), ("nobody-interprets", "warning"), ("nobody-interprets", "error")],
)
def test_a_file_without_power_to_amend(code: str, level: str) -> None:
    silent = (
        'body.board = { type = "committee", seats.members = { from = "members", number = "unspecified" } }\n'
    )
    text = CLEAN.rpartition("power")[0] + (silent if level == "error" else "")
    assert (level, code) in [(finding.level, finding.code) for finding in found(text)]


def test_every_kind_of_finding_has_its_case() -> None:
    assert {case[0] for case in CASES} | {"nobody-amends", "nobody-interprets"} == set(FINDINGS)


def test_a_finding_knows_rule_article_and_line() -> None:
    text = CLEAN + BOARD + RECALL + 'target = "body"\nneeds = [{ from = "board", as = "consent" }]\n'
    (finding,) = found(text)
    assert (finding.rule, finding.article, finding.line) == (
        "recall.board",
        "3",
        text.splitlines().index("[recall.board]") + 7,
    )


def test_holders_who_wait_for_each_other_do_not_overlap() -> None:
    worked = (FILES / "debian.toml").read_text()
    assert "two-holders" not in [finding.code for finding in found(worked)]


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("vacant(board)", "not vacant(board)", False),
        ("vacant(board)", "sitting(board)", True),
        ("vacant(board) or sitting(board)", "not sitting(board)", True),
    ],
)
def test_conditions_of_two_holders_are_tried_on_every_combination(
    one: str, other: str, overlap: bool
) -> None:
    text = CLEAN + 'body.other = { type = "assembly" }\n' + BOARD + RECALL
    also = f'{{ holder = "other", when = "{other}" }}'
    power = f'[power.talk]\nholder = "members"\ndecision = "majority"\nwhen = "{one}"\nalso = {also}\n'
    assert ("two-holders" in [finding.code for finding in found(text + power)]) is overlap


def test_the_1917_file_has_two_posts_that_nobody_can_recall() -> None:
    findings = found((FILES / "petrograd-1917.toml").read_text())
    nobody = [finding.rule for finding in findings if finding.code in ("no-recall", "answers-to-nobody")]
    assert nobody == ["commissar.commissar", "commandant.commandant"]


@pytest.mark.parametrize(
    "name",
    ["bylaws/templates/association.toml", "bylaws/templates/federation.toml", "demo/data/federation.toml"],
)
def test_nothing_is_wrong_in_what_we_ship(name: str) -> None:
    findings = found((SOURCE / name).read_text(encoding="utf-8"))
    assert [finding.code for finding in findings if finding.level != "note"] == []
