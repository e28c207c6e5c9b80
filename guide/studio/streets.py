"""Secret streets: what the browser and the history are given in their place, and how they are found again."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Collection, Iterator

from guide.content.edit import Plain
from guide.content.secrets import SECRETS_OF_PLACE

TOKEN = "~secret"  # the key that stands in the place of those that are hidden
STREET = ("address_1", "po_box")
SAID = ("confidential", "city", "state_province", "country")  # of a secret address
CONFIDENTIAL, NOT = "confidential", ("no", "false", "")

Mapped = dict[str, Plain]


def is_secret(value: Plain | None) -> bool:
    """Whether this is an address that is told by phone only."""
    if isinstance(value, str):
        return value.strip().lower() == CONFIDENTIAL
    flag = value.get(CONFIDENTIAL, "no") if isinstance(value, dict) else "no"
    return not (isinstance(flag, str) and flag.strip().lower() in NOT)


class Streets:
    """Hides and finds secret streets, by tokens that say nothing without the salt."""

    def __init__(self, salt: str) -> None:
        self.salt = salt.encode()

    def hidden(self, value: Plain, also: Collection[str] = ()) -> Plain:
        """A value with tokens in the places of what leads to a secret address; `also`: streets that are secret elsewhere."""
        if isinstance(value, list):
            return [self.hidden(each, also) for each in value]
        if not isinstance(value, dict):
            return value
        keys = secret_keys(value, also)
        shown = {key: self.hidden(each, also) for key, each in value.items() if key not in keys}
        return shown | ({TOKEN: self.token(value, keys)} if keys else {})

    def token(self, value: Mapped, keys: list[str]) -> str:
        """The token of what is hidden of a mapping."""
        text = json.dumps([[key, value[key]] for key in keys])
        return hmac.new(self.salt, text.encode(), hashlib.sha256).hexdigest()[:24]

    def found(self, value: Plain, there: Plain) -> Plain:
        """A value with what its tokens stand for, as it is `there`; what is there no more is left out."""
        return self._filled(value, dict(self._known(there)))

    def _filled(self, value: Plain, known: dict[str, Mapped]) -> Plain:
        if isinstance(value, list):
            return [self._filled(each, known) for each in value]
        if not isinstance(value, dict):
            return value
        token = value.get(TOKEN)
        back = known.get(token, {}) if isinstance(token, str) else {}
        own = {key: self._filled(each, known) for key, each in value.items() if key != TOKEN}
        return {**{key: each for key, each in back.items() if key not in own}, **own}

    def _known(self, value: Plain) -> Iterator[tuple[str, Mapped]]:
        """Yield (token, what it stands for) of a value as it is in the file."""
        if isinstance(value, list):
            for each in value:
                yield from self._known(each)
        elif isinstance(value, dict):
            for keys in (secret_keys(value), keys_of_address(value), keys_of_place(value)):
                if keys:  # also of those that are not secret now: they were when a token took their place
                    yield self.token(value, keys), {key: value[key] for key in keys}
            for each in value.values():
                yield from self._known(each)

    def is_lost(self, value: Plain, there: Plain) -> bool:
        """Whether a token stands for what is there no more."""
        known = dict(self._known(there))
        return any(token not in known for token in tokens_in(value))

    def behind(self, token: str, there: Plain) -> Mapped:
        """What a token stands for; {} for nothing."""
        return dict(self._known(there)).get(token, {})


def secret_keys(value: Mapped, also: Collection[str] = ()) -> list[str]:
    """The keys of a mapping that lead to a secret address: of the address itself, or of its office."""
    if is_secret(value) or is_one_of(value, also):
        return keys_of_address(value, every=True)
    if is_secret(value.get("address")) or is_one_of(value.get("address"), also):
        return keys_of_place(value)
    return []


def keys_of_address(value: Mapped, every: bool = False) -> list[str]:
    """The keys of an address that lead to it; `every`: also where no street is in it."""
    if not every and not any(key in value for key in STREET):
        return []
    return [key for key in value if key not in SAID and key != TOKEN]


def keys_of_place(value: Mapped) -> list[str]:
    """The keys of an office that lead to its address."""
    return [key for key in value if key in SECRETS_OF_PLACE] if "address" in value else []


def is_one_of(value: Plain | None, streets: Collection[str]) -> bool:
    """Whether this is an address in one of these streets."""
    return isinstance(value, dict) and any(value.get(key) in streets for key in STREET)


def secret_streets(value: Plain) -> Iterator[str]:
    """Yield the streets in a value that are secret."""
    if isinstance(value, list):
        for each in value:
            yield from secret_streets(each)
    elif isinstance(value, dict):
        if is_secret(value):
            yield from (text for key in STREET if isinstance(text := value.get(key), str) and text)
        for each in value.values():
            yield from secret_streets(each)


def streets_of(value: Plain) -> Iterator[str]:
    """Yield the streets in a value, secret or not."""
    if isinstance(value, dict):
        yield from (text for key in STREET if isinstance(text := value.get(key), str) and text)
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from streets_of(each)


def tokens_in(value: Plain) -> Iterator[str]:
    """Yield the tokens in a value."""
    if isinstance(value, dict) and isinstance(token := value.get(TOKEN), str):
        yield token
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from tokens_in(each)


def without_tokens(value: Plain) -> Plain:
    """A value without the tokens of secret streets."""
    if isinstance(value, list):
        return [without_tokens(each) for each in value]
    if isinstance(value, dict):
        return {key: without_tokens(each) for key, each in value.items() if key != TOKEN}
    return value


def has_secret(value: Plain) -> bool:
    """Whether a secret address is somewhere in a value."""
    if isinstance(value, dict):
        return is_secret(value) or any(is_secret(each) or has_secret(each) for each in value.values())
    return isinstance(value, list) and any(map(has_secret, value))
