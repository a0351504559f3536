"""The words that the browser's code says, by the keys it asks for; they go into each page in its language."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def browser_words(_: Callable[[str], str]) -> Mapping[str, str]:
    """Return the words in the language of ``_`` (a catalogue's gettext); ``{x}`` is filled in by the browser."""
    return {
        "sign.title": _("Sign this?"),
        "sign.yes": _("Sign and send"),
        "sign.no": _("Cancel"),
        "sending": _("Signing and sending …"),
        "elsewhere": _("Another window is sending this very act. Wait a moment."),
        "no-key": _("This device has no key here. Open your invitation, or ask the registrar for a new one."),
        "unanswered": _(
            "No answer came. Your act is signed and kept on this device; it is sent again by itself, and counts once."
        ),
        "offline": _("There is no connection. Nothing was signed: try again once it is back."),
        "forked": _(
            "The record does not continue what this device has seen before. Nothing was signed. Tell your assembly."
        ),
        "broken": _("This did not work. Load the page again and retry."),
        "keys.insecure": _("This page came without HTTPS. A key can be made only over a secure connection."),
        "keys.ed25519": _(
            "This browser cannot make Ed25519 keys. Use a current Firefox, Chrome, Edge or Safari."
        ),
        "keys.storage": _(
            "This browser keeps nothing, perhaps because the window is private. Use an ordinary window."
        ),
        "receipt.place": _("Number {index} in the record"),
        "receipt.admitted": _("Admitted."),
        "receipt.refused": _("Refused. Nothing has changed; the attempt is on the record."),
        "article": _("Article {article}:"),
        "join.no-code": _(
            "This address holds no invitation. Open the link or scan the code of your letter again."
        ),
        "join.done": _("You register the key of this device."),
        "ballot.up": _("Move {name} up"),
        "ballot.down": _("Move {name} down"),
        "ballot.drop": _("Take {name} out of the ranking"),
        "ballot.rank": _("Rank {name} next"),
        "ballot.placed": _("{name} is ranked {place}"),
        "ballot.dropped": _("{name} is not ranked"),
        "invite.link": _("Open this on the other device, within an hour:"),
        "invite.made": _("{count} letters are made. Print them from the browser's menu."),
        "invite.mailed": _("{count} invitations were sent by mail."),
        "invite.refused": _("{person}: {problem}"),
        "invite.nobody": _("Say for whom."),
        "invite.words": _(
            "You invite {people} to make a key on a device: whoever has the code signs for the person named."
        ),
        "invite.words-replaces": _(
            "You invite {people} to make a new key. When the code is used, all older keys of that person end."
        ),
        "import.count": _("{count} people, {bodies}"),
        "import.fault": _("Line {line}: {problem}"),
        "import.none": _("Nothing can be imported until every line is right."),
        "import.named": _("{count} names are kept in the private register."),
        "count.bad": _("Line {line} is not “how many: numbers, best first”."),
        "count.words": _("You sign this count of {election}: {papers} papers."),
        "count.box": _("{papers} ballots from the box"),
        "count.first": _("Signed. Give this text to the second teller:"),
        "count.half": _("This is not what a first teller signed."),
        "check.reading": _("Reading {read} of {size} entries …"),
        "check.done": _("{size} entries checked in {seconds} seconds on this device."),
        "check.signatures": _("{count} signatures of members hold, each by a key that was registered before"),
        "check.unknown": _(
            "{count} signatures could not be checked: their keys stand in lists that are not for you"
        ),
        "check.statements": _("{count} statements of the server hold"),
        "check.root": _("The hash over all entries is the one that the log's checkpoint signs: {root}"),
        "check.seen": _("The {count} checkpoints that members had seen are all parts of this very record"),
        "check.order": _("Times never go back, and no act stands twice"),
        "check.sealed": _(
            "Not checked here: the contents of sealed acts, and the rulings (the command “mandat verify” checks both)"
        ),
        "check.wrong": _("Entry {index} is wrong: {problem}"),
        "check.p.signature": _("a signature does not hold"),
        "check.p.key": _("it is signed by a key that is not registered at this place"),
        "check.p.form": _("it is not a well-formed note of this record"),
        "check.p.twice": _("the same act stands here a second time"),
        "check.p.time": _("its time is before that of an earlier entry"),
        "check.p.seen": _("its author has seen another record"),
        "check.p.root": _(
            "the hash over all entries is not the one that the checkpoint signs: entries were changed, dropped or reordered"
        ),
        "check.p.checkpoint": _("the checkpoint is not signed by the log's key"),
    }
