import pytest

from readers.words import package


@pytest.fixture
def write(tmp_path):
    """A function that puts bytes (or parts of a package) into a file and gives its path."""

    def put(content, name="报告.docx"):
        path = tmp_path / name
        path.write_bytes(package(content) if isinstance(content, dict) else content)
        return path

    return put
