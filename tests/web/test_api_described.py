"""The API against its own description: Schemathesis tries what the description allows and what it does not."""

from __future__ import annotations

import contextlib
import shutil
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import SearchStrategy
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from mandat.federation.base.types import PersonId
from mandat.web.sessions import COOKIE
from tests.web.conftest import session_of
from tests.web.scene import Scene
from tests.web.serving import Running, running

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
EXAMPLES = 12
LEAST = 120
REFUSED = 10
SPEC = "/api/openapi/openapi.json"


@pytest.fixture(scope="module")
def served(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    copy = tmp_path_factory.mktemp("described") / "record"
    shutil.copytree(scene.directory, copy)
    with running(copy) as here:
        yield here


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("reader", ["outsider", "member", "registrar"])
def test_no_server_error_and_all_documented(
    served: Running, scene: Scene, reader: str, mode: GenerationMode
) -> None:
    person = {"outsider": None, "member": scene.member, "registrar": scene.registrar}[reader]
    description = schemathesis.openapi.from_url(served.base + SPEC)
    answers: Counter[int] = Counter()
    for found in description.get_all_operations():
        assert isinstance(found, Ok)
        # one of the operations signs out: sign in anew before each
        headers = {} if person is None else {"Cookie": f"{COOKIE}={session_of(served.site, person)}"}
        answers += _try(found.ok().as_strategy(generation_mode=mode), headers)
    assert answers.total() > LEAST, answers
    assert answers[200 if mode is GenerationMode.POSITIVE else 400], answers
    assert answers[403] < REFUSED or person != scene.registrar, answers


def _try(cases: SearchStrategy[Case[Any]], headers: dict[str, str]) -> Counter[int]:
    """Send generated requests to one operation, check the answers against the description, and count them by status."""
    answers: Counter[int] = Counter()

    @given(case=cases)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def check(case: Case[Any]) -> None:
        response = case.call(headers=headers)
        case.validate_response(response, checks=CHECKS)
        answers[response.status_code] += 1

    with contextlib.suppress(Unsatisfiable):  # what takes no input cannot be given wrong input
        check()
    return answers


def test_every_act_and_view_is_described(served: Running) -> None:
    paths = httpx.get(served.base + SPEC).json()["paths"]
    described = {f"{method} {path}" for path, item in paths.items() for method in item}
    for wanted in (
        "post /api/acts",
        "get /api/acts/{index}",
        "get /api/checkpoint",
        "get /api/consistency",
        "get /api/entries",
        "get /api/blobs/{name}",
        "get /api/federation",
        "get /api/bodies/{name}",
        "get /api/posts/{name}",
        "get /api/people/{name}",
        "get /api/elections/{name}",
        "get /api/motions/{name}",
        "get /api/feed",
        "get /api/bylaws",
        "get /api/me",
        "get /api/health",
        "post /api/sessions",
        "post /api/sessions/challenge",
        "post /api/office/members/preview",
    ):
        assert wanted in described, sorted(described)
    for path, item in paths.items():
        for operation in item.values():
            assert operation["summary"], path
            assert {"400", "403", "404", "503"} <= set(operation["responses"]), path


def test_views_have_the_eyes_of_their_reader(served: Running, scene: Scene) -> None:
    def ask(path: str, reader: PersonId | None) -> httpx.Response:
        cookies = {} if reader is None else {COOKIE: session_of(served.site, reader)}
        return httpx.get(f"{served.base}/api{path}", cookies=cookies)

    people = f"/people/{scene.member}"
    assert ask(people, None).json()["person"] == {"person": scene.member, "name": scene.member}
    assert ask(people, None).json()["bodies"] is None
    assert ask(people, scene.other).json()["person"]["name"] == scene.member
    assert ask(people, scene.registrar).json()["person"]["name"] == "Mòrag NicLeòid"
    assert ask("/me", None).status_code == 403
    mine = ask("/me", scene.member).json()
    assert mine["bodies"] == [scene.ward]
    assert scene.post in [each["post"] for each in mine["delegates"]]
    assert ask(f"/posts/{scene.post}", None).json()["seat"]["holder"] == scene.delegate
    assert ask(f"/elections/{scene.running}", None).json()["stage"] == "open"
    assert ask("/health", None).json()["pen"] is True
