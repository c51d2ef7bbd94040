"""The one kind of error that users see."""


class InputError(Exception):
    """Input that cannot be used: file, place, cause and remedy, in Chinese, on one line each."""

    def __init__(self, file: str, cause: str, remedy: str, place: str = "") -> None:
        super().__init__(file, cause, remedy, place)  # what pickle makes it anew from
        self.file = file
        self.cause = cause
        self.remedy = remedy
        self.place = place

    def __str__(self) -> str:
        where = f"{self.file}，{self.place}" if self.place else self.file
        return f"{where}：{self.cause}\n怎么办：{self.remedy}"
