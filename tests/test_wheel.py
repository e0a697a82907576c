"""The wheel alone, in a fresh environment with the network off, reads an example."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, **options) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the locked dependencies and the wheel, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder]
    run(*build, ROOT, cwd=folder)
    (wheel,) = folder.glob("onrecord-*.whl")
    assert wheel.stat().st_size < 45e6
    run(sys.executable, "-m", "venv", folder / "venv")
    pip = [folder / "venv" / "bin" / "python", "-m", "pip", "install", "--quiet"]
    run(*pip, "--require-hashes", "-r", ROOT / "requirements" / "runtime.txt", cwd=folder)
    run(*pip, "--no-deps", wheel, cwd=folder)
    return folder


def without_network(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    if shutil.which("unshare") is None:
        pytest.skip("needs unshare, to turn the network off")
    return run("unshare", "--map-root-user", "--net", *command, cwd=cwd)


def test_reads_an_example_offline(installed: Path) -> None:
    onrecord = installed / "venv" / "bin" / "onrecord"
    done = without_network(onrecord, "read", "--json", ROOT / "examples" / "wire.txt", cwd=installed)
    record = json.loads(done.stdout)
    text = record["document"]["text"]
    said = {entity["id"]: entity["name"] for entity in record["entities"]}
    quoted = {
        said[statement["speaker_ids"][0]]: statement["words"]["content"][0]
        for statement in record["statements"]
        if statement["form"] == "direct" and statement["speaker_ids"]
    }
    assert quoted["Ilse Marent"] == "“We will not stop until every street has been walked,”" or (
        quoted["Ilse Marent"] == '"We will not stop until every street has been walked,"'
    )
    assert all(
        text[start:end] == words
        for statement in record["statements"]
        for (start, end), words in zip(statement["content"], statement["words"]["content"], strict=True)
    )


def test_the_checkout_is_not_what_was_imported(installed: Path) -> None:
    python = installed / "venv" / "bin" / "python"
    place = run(python, "-c", "import onrecord; print(onrecord.__file__)", cwd=installed).stdout
    assert Path(place.strip()).is_relative_to(installed)
