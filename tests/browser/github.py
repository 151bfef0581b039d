"""GitHub, as far as the CMS asks it: a repository in memory behind the REST and GraphQL addresses, on loopback."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from tests.loopback import running

REPOSITORY = "eksempel/katalog"
TOKEN = "github_pat_til_test"
LOGIN = "redaktoer"
_WHEN = "2026-11-20T12:00:00Z"
Json = Any


def _sha(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


@dataclass(frozen=True)
class Commit:
    """The files at one moment, by path."""

    oid: str
    files: Mapping[str, bytes]
    message: str


@dataclass
class Pull:
    """A pull request."""

    number: int
    title: str
    head: str
    draft: bool
    labels: list[str] = field(default_factory=list)
    state: str = "open"


@dataclass
class Repository:
    """Branches and pull requests, and what was asked that nobody here can answer."""

    branches: dict[str, Commit]
    pulls: list[Pull] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def file(self, branch: str, path: str) -> str:
        """The text of a file on a branch."""
        return self.branches[branch].files[path].decode()

    def blob(self, sha: str) -> bytes | None:
        """The content with that name, on any branch."""
        files = (content for commit in self.branches.values() for content in commit.files.values())
        return next((content for content in files if _sha(content) == sha), None)

    def changed(self, branch: str) -> list[str]:
        """The paths that are not on main as they are on the branch."""
        main, here = self.branches["main"].files, self.branches[branch].files
        return sorted(path for path in {*main, *here} if main.get(path) != here.get(path))

    def commit(self, branch: str, change: Mapping[str, bytes | None], message: str) -> Commit:
        """Adds, replaces and removes files on a branch."""
        files = {**self.branches[branch].files, **change}
        kept = {path: content for path, content in files.items() if content is not None}
        oid = hashlib.sha1(f"{branch}{message}{self.branches[branch].oid}".encode(), usedforsecurity=False).hexdigest()
        self.branches[branch] = Commit(oid, kept, message)
        return self.branches[branch]


def repository(folder: Path) -> Repository:
    """A repository whose main holds the data files of that folder."""
    paths = [path for path in sorted(folder.rglob("*.yml")) if path.is_file()]
    files = {f"data/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in paths}
    return Repository({"main": Commit("1" * 40, files, "Kataloget")})


def rest(repo: Repository, method: str, path: str, body: Json) -> tuple[int, Json] | None:
    """The answer of the REST address; None where the CMS was not known to ask that."""
    root = f"/repos/{REPOSITORY}"
    inside = path.removeprefix(root)
    fixed: dict[str, tuple[int, Json]] = {
        "/user": (
            200,
            {
                "id": 7,
                "login": LOGIN,
                "name": "Ronja Redaktør",
                "email": "",
                "avatar_url": "https://avatars.githubusercontent.com/u/7",
            },
        ),
        root: (200, {"full_name": REPOSITORY, "default_branch": "main", "permissions": {"push": True, "pull": True}}),
        f"{root}/collaborators/{LOGIN}": (204, None),
    }
    if inside.startswith("/git/trees/"):
        return 200, _tree(repo, inside.removeprefix("/git/trees/"))
    if method == "POST" and inside == "/pulls":
        return 201, _open(repo, body)
    if found := re.fullmatch(r"/(pulls|issues)/(\d+)(/labels)?", inside):
        return 200, _pull(repo.pulls[int(found[2]) - 1], method, body)
    return fixed.get(path)


def _tree(repo: Repository, ref: str) -> Json:
    commit = repo.branches.get(ref) or next(one for one in repo.branches.values() if one.oid == ref)
    shown = [
        {"path": path, "mode": "100644", "type": "blob", "sha": _sha(content), "size": len(content)}
        for path, content in commit.files.items()
    ]
    return {"sha": commit.oid, "tree": shown, "truncated": False}


def _open(repo: Repository, body: Json) -> Json:
    pull = Pull(len(repo.pulls) + 1, body["title"], body["head"], bool(body.get("draft")))
    repo.pulls.append(pull)
    return _shown(pull)


def _pull(pull: Pull, method: str, body: Json) -> Json:
    if method != "GET":
        pull.labels = list(body.get("labels", pull.labels))
        pull.title = body.get("title", pull.title)
        pull.state = body.get("state", pull.state)
    return _shown(pull)


def _shown(pull: Pull) -> Json:
    return {
        "number": pull.number,
        "node_id": f"PR_{pull.number}",
        "title": pull.title,
        "state": pull.state,
        "draft": pull.draft,
        "html_url": f"https://github.com/{REPOSITORY}/pull/{pull.number}",
        "head": {"ref": pull.head},
        "labels": [{"name": name} for name in pull.labels],
        "user": {"login": LOGIN, "id": 7},
        "created_at": _WHEN,
        "updated_at": _WHEN,
    }


def graphql(repo: Repository, query: str, given: Json) -> Json | None:
    """The answer to a GraphQL query, told apart by the words in it; None where it is not known."""
    if "createCommitOnBranch" in query:
        return {"createCommitOnBranch": {"commit": _commit(repo, query, given["input"])}}
    if "createRef(" in query:
        return _create_branch(repo, given["input"])
    if found := re.search(r"(convertPullRequestToDraft|markPullRequestReadyForReview)\(", query):
        return _set_draft(repo, found[1], given["input"]["pullRequestId"])
    if "pullRequests(" in query:
        return {"repository": {"pullRequests": {"nodes": _pulls(repo, query, given)}}}
    inside = {**_blobs(repo, query), **_branch_files(repo, query), **_histories(query)}
    if inside:
        return {"repository": inside}
    return _about_branch(repo, query, given)


def _about_branch(repo: Repository, query: str, given: Json) -> Json | None:
    if "defaultBranchRef" in query:
        return {"repository": {"defaultBranchRef": {"name": "main"}}}
    if "refUpdateRule" in query:
        return {"repository": {"ref": {"refUpdateRule": None}}}
    name = str((given or {}).get("branch", "main")).removeprefix("refs/heads/")
    commit = repo.branches.get(name)
    target = (
        {"oid": commit.oid, "history": {"nodes": [{"oid": commit.oid, "message": commit.message}]}} if commit else {}
    )
    ref = {"target": target} if commit else None
    if re.search(r"\bfork:", query):
        return {"fork": {"id": "R_1"}, "base": {"ref": ref}}
    return {"repository": {"id": "R_1", "ref": ref}} if "target" in query else None


def _head(commit: Commit) -> Json:
    return {"oid": commit.oid, "history": {"nodes": [{"oid": commit.oid, "message": commit.message}]}}


def _commit(repo: Repository, query: str, given: Json) -> Json:
    change: dict[str, bytes | None] = {path["path"]: None for path in given["fileChanges"].get("deletions", [])}
    change |= {one["path"]: base64.b64decode(one["contents"]) for one in given["fileChanges"].get("additions", [])}
    branch = given["branch"]["branchName"]
    assert given["expectedHeadOid"] == repo.branches[branch].oid
    made = repo.commit(branch, change, given["message"]["headline"])
    named = re.findall(r'(file_\d+):\s*file\(path:\s*("(?:[^"\\]|\\.)*")\)', query)
    files = {alias: {"oid": _sha(made.files[json.loads(path)])} for alias, path in named}
    return {"oid": made.oid, "committedDate": _WHEN, **files}


def _create_branch(repo: Repository, given: Json) -> Json:
    source = next(one for one in repo.branches.values() if one.oid == given["oid"])
    repo.branches[given["name"].removeprefix("refs/heads/")] = source
    return {"createRef": {"ref": {"name": given["name"]}}}


def _set_draft(repo: Repository, mutation: str, node: str) -> Json:
    pull = next(one for one in repo.pulls if f"PR_{one.number}" == node)
    pull.draft = mutation == "convertPullRequestToDraft"
    return {mutation: {"pullRequest": {"isDraft": pull.draft}}}


def _pulls(repo: Repository, query: str, given: Json) -> Json:
    wanted = given.get("branch") if re.search(r"headRefName:\s*\$branch", query) else None
    return [_node(repo, pull) for pull in repo.pulls if pull.state == "open" and wanted in (None, pull.head)]


def _node(repo: Repository, pull: Pull) -> Json:
    new = {path for path in repo.changed(pull.head) if path not in repo.branches["main"].files}
    files = [{"path": path, "changeType": "ADDED" if path in new else "MODIFIED"} for path in repo.changed(pull.head)]
    return {
        "id": f"PR_{pull.number}",
        "number": pull.number,
        "title": pull.title,
        "url": f"https://github.com/{REPOSITORY}/pull/{pull.number}",
        "state": pull.state.upper(),
        "isDraft": pull.draft,
        "isCrossRepository": False,
        "createdAt": _WHEN,
        "updatedAt": _WHEN,
        "headRefName": pull.head,
        "headRepositoryOwner": {"login": REPOSITORY.split("/", maxsplit=1)[0]},
        "headRefOid": repo.branches[pull.head].oid,
        "author": {"login": LOGIN, "avatarUrl": "", "name": "Ronja Redaktør", "email": "", "databaseId": 7},
        "labels": {"nodes": [{"name": name} for name in pull.labels]},
        "files": {"nodes": files},
    }


def _blobs(repo: Repository, query: str) -> Json:
    """Files by the name of their content, and the checks of a commit, of which there are none."""
    found: Json = {}
    for alias, sha, kind in re.findall(r'(\w+_\d+):\s*object\(oid:\s*"(\w+)"\)\s*\{\s*\.\.\.\s*on\s+(\w+)', query):
        content = repo.blob(sha) if kind == "Blob" else None
        text = None if content is None else {"text": content.decode(), "isTruncated": False}
        found[alias] = text if kind == "Blob" else {"checkSuites": {"nodes": []}}
    return found


def _branch_files(repo: Repository, query: str) -> Json:
    """Files by `branch:path`."""
    found: Json = {}
    for alias, quoted in re.findall(r'(\w+_\d+):\s*object\(expression:\s*("(?:[^"\\]|\\.)*")\)', query):
        branch, _colon, path = json.loads(quoted).partition(":")
        content = repo.branches[branch].files.get(path) if branch in repo.branches else None
        found[alias] = None if content is None else _text(content)
    return found


def _text(content: bytes) -> Json:
    return {
        "oid": _sha(content),
        "byteSize": len(content),
        "isBinary": False,
        "isTruncated": False,
        "text": content.decode(),
    }


def _histories(query: str) -> Json:
    """Who changed a file last: for each the same commit."""
    author = {"name": "Ronja Redaktør", "email": "", "avatarUrl": "", "user": {"id": 7, "login": LOGIN}}
    nodes = [{"oid": "1" * 40, "author": author, "committedDate": _WHEN}]
    aliases = re.findall(r"(\w+_\d+):\s*ref[^{]*\{\s*target\s*\{[^{]*\{\s*history", query)
    return {alias: {"target": {"history": {"nodes": nodes}}} for alias in aliases}


class _Handler(BaseHTTPRequestHandler):
    """Answers a page of another origin, as GitHub does."""

    def __init__(self, repo: Repository, *args: Any) -> None:
        self._repo = repo
        super().__init__(*args)

    def do_OPTIONS(self) -> None:
        self._send(204, None)

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def do_PATCH(self) -> None:
        self._answer("PATCH")

    def do_PUT(self) -> None:
        self._answer("PUT")

    def _answer(self, method: str) -> None:
        path = self.path.split("?")[0].removeprefix("/api").removeprefix("/v3")  # where a GitHub of one's own has it
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")
        if self.headers.get("Authorization", "").split()[-1:] != [TOKEN]:
            self._send(401, {"message": "Bad credentials"})
        elif path == "/graphql":
            self._answer_query(body["query"], body.get("variables") or {})
        else:
            answer = rest(self._repo, method, path, body)
            if answer is None:
                self._repo.unknown.append(f"{method} {self.path}")
            self._send(*(answer or (404, {"message": "Not Found"})))

    def _answer_query(self, query: str, given: Json) -> None:
        data = graphql(self._repo, query, given)
        if data is None:
            self._repo.unknown.append(query)
        self._send(200, {"data": data})

    def _send(self, status: int, content: Json) -> None:
        text = json.dumps(content).encode() if content is not None else b""
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*, Authorization")
        self.send_header("Access-Control-Allow-Methods", "*")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@contextmanager
def answering(repo: Repository) -> Iterator[str]:
    """The address of that GitHub, while it is needed."""
    with running(partial(_Handler, repo)) as address:
        yield address
