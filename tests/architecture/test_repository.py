"""What the repository promises about itself: nothing of one machine in it, pinned dependencies, dated decisions."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import mandat

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))

# Written in pieces, so that this file does not name what it looks for.
REGISTRY_HOSTS = re.compile(
    rb"|".join(
        re.escape(".".join(parts)).encode()
        for parts in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("npmjs", "org"),
            ("crates", "io"),
            ("deb", "debian", "org"),
            ("proxy", "golang", "org"),
            ("rubygems", "org"),
        )
    )
)
REGISTRY_OPTIONS = re.compile(rb"^\s*(-i|-f|--index-url|--extra-index-url|--find-links)\b", re.MULTILINE)
MACHINE_PATHS = re.compile(
    rb"(?<![\w.])/(" + b"|".join((b"home/" + rb"\w", b"Users/" + rb"\w", b"work/", b"root/")) + rb")"
)


@cache
def tracked_files() -> tuple[Path, ...]:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout, so there are no tracked files to look at")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    paths = (ROOT / name.decode() for name in listed.split(b"\0") if name)
    return tuple(path for path in paths if path.is_file())


def lines_with(pattern: re.Pattern[bytes], files: tuple[Path, ...]) -> Iterator[str]:
    for path in files:
        content = path.read_bytes()
        for found in pattern.finditer(content):
            line = content.count(b"\n", 0, found.start()) + 1
            yield f"{path.relative_to(ROOT)}:{line}: {found.group().decode(errors='replace').strip()}"


def packages_of(lock: Path) -> dict[str, Requirement]:
    """Read the requirements of a lock file by name. Fails where a line has no exact version or no hash."""
    packages: dict[str, Requirement] = {}
    text = re.sub(r"^\s*#.*\n", "", lock.read_text(), flags=re.MULTILINE).replace("\\\n", "")
    for line in filter(None, map(str.strip, text.splitlines())):
        stated, *hashes = re.split(r"\s+--hash=", line)
        requirement = Requirement(stated)
        assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), f"{lock.name}: {stated} is not pinned"
        assert hashes, f"{lock.name}: {stated} has no hash. Run: make lock"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", h) for h in hashes), (
            f"{lock.name}: {stated}: odd hash"
        )
        packages[canonicalize_name(requirement.name)] = requirement
    return packages


def test_no_file_names_a_package_registry() -> None:
    """Which registry packages come from is for the user's own configuration of pip to say."""
    assert list(lines_with(REGISTRY_HOSTS, tracked_files())) == []
    assert list(lines_with(REGISTRY_OPTIONS, tuple(LOCKS))) == []


def test_no_file_names_a_path_of_one_machine() -> None:
    here = re.compile(re.escape(str(ROOT)).encode() + rb"\b")
    assert list(lines_with(MACHINE_PATHS, tracked_files())) == []
    assert list(lines_with(here, tracked_files())) == []


@pytest.mark.parametrize(
    "text",
    [b"see /" + b"home/ada/x", b"cd '/" + b"Users/ada'", b"-f /" + b"work/wheels", b"file:///" + b"root/x"],
)
def test_the_search_for_machine_paths_finds_them(text: bytes) -> None:
    assert MACHINE_PATHS.search(text)


@pytest.mark.parametrize(
    "text", [b"https://example.org/work/7", b"docs/home/page.md", b"/homework", b"../root/x"]
)
def test_the_search_for_machine_paths_spares_the_rest(text: bytes) -> None:
    assert not MACHINE_PATHS.search(text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_package_of_a_lock_has_its_version_and_hashes(lock: Path) -> None:
    assert packages_of(lock)


def test_every_lock_has_its_list_of_wishes() -> None:
    assert [path.stem for path in LOCKS] == ["base", "bench-peers", "lock", "test"]
    for name in ("bench-peers", "lock", "test"):
        assert (ROOT / "requirements" / f"{name}.in").is_file()


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for asked in map(Requirement, project["project"]["dependencies"]):
        pinned = packages_of(ROOT / "requirements" / "base.txt").get(canonicalize_name(asked.name))
        assert pinned is not None, f"{asked.name} is not in requirements/base.txt. Run: make lock"
        (version,) = pinned.specifier
        assert Version(version.version) in asked.specifier, f"{asked} is pinned to {pinned}. Run: make lock"


def test_the_tests_run_on_the_packages_that_users_run() -> None:
    base = packages_of(ROOT / "requirements" / "base.txt")
    test = packages_of(ROOT / "requirements" / "test.txt")
    assert {name: str(test.get(name)) for name in base} == {name: str(pin) for name, pin in base.items()}


def test_what_builds_the_project_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wishes = (ROOT / "requirements" / "build.in").read_text().splitlines()
    assert [w for w in wishes if not w.startswith("#")] == project["build-system"]["requires"]


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert project["project"]["version"] == mandat.__version__


def test_the_changelog_has_a_place_for_what_is_new() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), flags=re.MULTILINE)
    current = rf"\[(Unreleased|{re.escape(mandat.__version__)})\]( - \d{{4}}-\d\d-\d\d)?"
    assert headings, "CHANGELOG.md has no section"
    assert re.fullmatch(current, headings[0]), f"first section of CHANGELOG.md: {headings[0]}"


def test_every_decision_has_a_title_and_a_date() -> None:
    for path in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        text = path.read_text()
        assert re.match(r"# \S", text), f"{path.name} begins with no title; write `# ...` on its first line"
        assert re.search(r"\b20\d\d-[01]\d-[0-3]\d\b", text[:500]), (
            f"{path.name} has no date near its top (YYYY-MM-DD)"
        )


def test_licence_and_notice_are_there() -> None:
    licence = (ROOT / "LICENSE").read_text()
    assert "Apache License" in licence
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert (ROOT / "NOTICE").read_text().startswith("Mandat\n")
