"""The closed words that stand in effects and grounds, as people say them: ways, causes, results, stages, votes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mandat.language import Message, msg

_VOTES = {"yes": msg("yes"), "no": msg("no"), "abstain": msg("abstention")}
_STAGES = {
    "called": msg("called"),
    "open": msg("voting is open"),
    "closed": msg("voting is closed"),
    "open / closed": msg("open, or closed and not yet counted"),
    "tied": msg("waits for a lot"),
    "certified": msg("certified"),
    "void": msg("void"),
    "signing": msg("signatures are collected"),
    "voting": msg("put to the vote"),
    "carried": msg("carried"),
    "failed": msg("failed"),
    "lapsed": msg("lapsed"),
    "stands": msg("it stands"),
    "ended": msg("it has ended"),
}
_WAYS = {
    "elected": msg("elected", context="way"),
    "appointed": msg("appointed", context="way"),
    "sent": msg("sent by the body below", context="way"),
    "ex-officio": msg("by virtue of another office", context="way"),
    "co-opted": msg("chosen by the body itself", context="way"),
    "lot": msg("drawn by lot", context="way"),
    "next-on-list": msg("the next on the list"),
    "next-list": msg("the next list"),
    "next-by-votes": msg("the next by votes"),
    "countback": msg("a new count of the same ballots"),
    "substitute": msg("the substitute"),
    "deputy": msg("the deputy"),
    "sender": msg("named by the sending body"),
    "co-option": msg("chosen by the body itself", context="way"),
    "appointment": msg("a new appointment"),
    "by-election": msg("a by-election"),
    "caretaker": msg("in charge of current business until a successor takes over"),
    "void": msg("of no effect"),
    "suspend": msg("suspended"),
    "annul": msg("annulled"),
    "replace": msg("replaced by another decision"),
    "block": msg("blocked"),
}
_CAUSES = {
    "general": msg("a general election"),
    "by-election": msg("a by-election"),
    "recall": msg("recall"),
    "relief": msg("relief from office"),
    "resignation": msg("resignation"),
    "keeps": msg("what the seat hangs on is met no more"),
    "death": msg("death"),
    "left": msg("left the assembly"),
    "moved": msg("moved to another assembly"),
    "merged": msg("bodies were merged"),
    "dissolved": msg("the body is dissolved"),
    "abolished": msg("the seat is abolished"),
    "succeeded": msg("a successor takes over"),
    "term": msg("the term is over"),
    "incompatible": msg("it cannot be held together with another seat"),
}
_REASONS = {
    "taken back": msg("taken back"),
    "left": msg("left the assembly"),
    "span": msg("too old"),
    "general": msg("a general election comes first"),
    "deadline": msg("the time for it is over"),
    "abolished": msg("the seat is abolished"),
    "recall failed": msg("the recall failed"),
    "carried": msg("carried"),
    "lifted": msg("lifted by those who raised it"),
}
_RESULTS = {
    "carried": msg("carried"),
    "defeated": msg("defeated"),
    "no-quorum": msg("no quorum"),
    "tied": msg("tied"),
    "open": msg("open question"),
    "again": msg("to be held again"),
}
_CAPACITIES = {
    "full": msg("in office"),
    "caretaker": msg("in charge of current business only"),
    "suspended": msg("suspended"),
}
_DUE = {
    "term": msg("the end of the term"),
    "by-election": msg("a by-election"),
    "question": msg("the answer"),
    "petition": msg("the petition"),
    "vote": msg("the vote"),
    "vacancy": msg("the vacancy"),
    "nomination": msg("the end of nominations"),
    "duty": msg("the duty"),
    "check": msg("the check"),
    "force": msg("the entry into force"),
    "leave": msg("the leaving"),
}
_MODES = {
    "free": msg("they vote freely"),
    "advice": msg("advice only"),
    "binding": msg("binding"),
    "forbidden": msg("none are allowed"),
}
_SILENCE = {
    "nothing": msg("silence means nothing"),
    "consents": msg("silence consents"),
    "refuses": msg("silence refuses"),
}
_BREACHES = {
    "shown": msg("it counts, and is shown"),
    "counted": msg("it counts as instructed"),
    "void": msg("it is void"),
}

CLOSED: Mapping[str, Mapping[str, Message]] = MappingProxyType(
    {
        "breach": _BREACHES,
        "capacity": _CAPACITIES,
        "cause": _CAUSES,
        "choice": _VOTES,
        "fill": _WAYS,
        "how": _WAYS,
        "instructed": _VOTES,
        "kind": _DUE,
        "mode": _MODES,
        "needed": _STAGES,
        "reason": _REASONS,
        "result": _RESULTS,
        "silence": _SILENCE,
        "stage": _STAGES,
        "voted": _VOTES,
    }
)
"""Name of a place → closed word → what it is called. Another word in such a place is one of the bylaws, and stays as it is."""
