"""What LibreOffice makes of another producer's file."""

import subprocess
import tempfile
from pathlib import Path


def convert(data: bytes, suffix: str, target: str) -> bytes:
    """The file in another format; suffix is what it is, target what it becomes."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"twin.{suffix}"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder).as_uri()}/profile"
        out = f"{folder}/out"
        command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", out, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (Path(out) / f"twin.{target.partition(':')[0]}").read_bytes()
