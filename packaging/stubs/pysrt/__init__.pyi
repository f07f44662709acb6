class SubRipTime:
    def __init__(self, hours: int = 0, minutes: int = 0, seconds: int = 0, milliseconds: int = 0) -> None: ...

class SubRipItem:
    index: int
    start: SubRipTime
    end: SubRipTime
    text: str
    def __init__(
        self, index: int = 0, start: SubRipTime | None = None, end: SubRipTime | None = None, text: str = ""
    ) -> None: ...
