"""The mail server as the environment names it, and how it is reached: never without encryption but on this computer."""

import ipaddress
import os
import smtplib
import socket
import ssl
import stat
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from guide.errors import GuideError, Mark
from guide.frozen import frozen
from guide.problems import mail as kinds
from guide.problems.kind import MessageValue, ProblemKind

URL, PASSWORD, PASSWORD_FILE, AUTHORITY = (
    "GUIDE_MAIL_URL",
    "GUIDE_MAIL_PASSWORD",
    "GUIDE_MAIL_PASSWORD_FILE",
    "GUIDE_MAIL_CA",
)
PORTS = {"smtp": 587, "smtps": 465}
SERVICE = "make-guide"  # the name of the password in the keyring


@frozen
class Server:
    """Where mail is handed in, and as whom."""

    host: str
    port: int
    tls_first: bool  # smtps: encrypted from the first byte
    user: str = ""
    password: str = field(default="", repr=False)
    authority: str = ""  # file with certificates to trust beside the system's


class Unreachable(Exception):
    """No connection now; perhaps later."""


class NotWelcome(Exception):
    """The server is there and does not want us, or cannot be trusted: no use to try again."""


# --- from the environment ---------------------------------------------------------------------------


def wrong(name: str | Path, kind: ProblemKind, **values: MessageValue) -> GuideError:
    return GuideError([kind.at(Mark(Path(name)), **values)])


def server_from(environment: Mapping[str, str]) -> Server:
    """The Server that the environment names. Raises GuideError."""
    text = environment.get(URL, "")
    if not text:
        raise wrong(URL, kinds.MAIL_SERVER, variable=URL)
    try:
        url = urlsplit(text)
        host, port = url.hostname, url.port or PORTS.get(url.scheme, 0)
    except ValueError:
        raise wrong(URL, kinds.NO_SERVER_ADDRESS) from None
    if (
        url.scheme not in PORTS
        or not host
        or url.path not in ("", "/")
        or url.query
        or url.fragment
        or not text.isprintable()
    ):
        raise wrong(URL, kinds.NO_MAIL_ADDRESS)
    if url.password is not None:
        raise wrong(URL, kinds.OPEN_PASSWORD, variable=PASSWORD)
    user = unquote(url.username or "")
    if not user.isprintable():
        raise wrong(URL, kinds.UNSEEN_IN_USER)
    authority = environment.get(AUTHORITY, "")
    if authority and not Path(authority).is_file():
        raise wrong(AUTHORITY, kinds.NO_CERTIFICATES, path=authority)
    return Server(
        host=host,
        port=port,
        tls_first=url.scheme == "smtps",
        user=user,
        authority=authority,
        password=find_password(user, host, environment) if user else "",
    )


def find_password(user: str, host: str, environment: Mapping[str, str]) -> str:
    """The password from the environment, a file that nobody else can read, or the keyring."""
    if environment.get(PASSWORD):
        return environment[PASSWORD]
    if environment.get(PASSWORD_FILE):
        return read_password(Path(environment[PASSWORD_FILE]))
    found = ask_keyring(f"{user}@{host}")
    if not found:
        raise wrong(
            PASSWORD,
            kinds.NO_PASSWORD,
            user=user,
            host=host,
            variable=PASSWORD,
            file_variable=PASSWORD_FILE,
            service=SERVICE,
        )
    return found


def ask_keyring(name: str) -> str | None:
    """The password that the system's keyring has under a name; None where it has none, or there is no keyring."""
    try:
        import keyring  # optional, and slow where it looks for a desktop
        import keyring.errors
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password(SERVICE, name)
        return found
    except keyring.errors.KeyringError:
        return None


def read_password(path: Path) -> str:
    """The first line of a file that only its owner can read."""
    try:
        with path.open(encoding="utf-8") as file:
            mode = os.fstat(file.fileno()).st_mode
            if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
                raise wrong(path, kinds.SHARED_PASSWORD, path=path)
            password = file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise wrong(path, kinds.UNREAD_PASSWORD, reason=reason, variable=PASSWORD_FILE) from None
    if not password:
        raise wrong(path, kinds.EMPTY_PASSWORD)
    return password


# --- the connection ---------------------------------------------------------------------------------


def connect(server: Server, timeout: float) -> smtplib.SMTP:
    """An smtplib client that has said hello, encrypted and logged in.

    Raises Unreachable where it may help to try again, and NotWelcome where it cannot.
    """
    context = ssl.create_default_context()
    if server.authority:
        try:
            context.load_verify_locations(server.authority)
        except (ssl.SSLError, OSError):
            raise NotWelcome(f"{AUTHORITY}: {server.authority} has no certificates") from None
    client: smtplib.SMTP | None = None
    try:
        name = "localhost"  # replaced below: to ask the network for our own name can take long
        if server.tls_first:
            client = smtplib.SMTP_SSL(server.host, server.port, name, timeout=timeout, context=context)
        else:
            client = smtplib.SMTP(server.host, server.port, name, timeout=timeout)
        line = socket_of(client)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # the last two bytes do not wait
        client.local_hostname = own_name(line)
        greet(client, server, context)
    except BaseException as error:
        if client is not None:
            client.close()
        raise translated(error, server) from None
    return client


def socket_of(client: smtplib.SMTP) -> socket.socket:
    """What a client is connected by; raises what smtplib does where the connection is lost."""
    if client.sock is None:
        raise smtplib.SMTPServerDisconnected("the connection was lost")
    return client.sock


def own_name(sock: socket.socket) -> str:
    """This computer's address as SMTP writes it."""
    address = sock.getsockname()[0].split("%")[0]
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def greet(client: smtplib.SMTP, server: Server, context: ssl.SSLContext) -> None:
    """Say hello, encrypt and log in."""
    client.ehlo_or_helo_if_needed()
    if not server.tls_first:
        if client.has_extn("starttls"):
            client.starttls(context=context)
            client.ehlo_or_helo_if_needed()
        elif not ipaddress.ip_address(socket_of(client).getpeername()[0].split("%")[0]).is_loopback:
            raise NotWelcome(
                f"{server.host} does not offer encryption (STARTTLS), and nothing was sent; try smtps://"
            )
    if server.user:
        client.login(server.user, server.password, initial_response_ok=True)


def translated(error: BaseException, server: Server) -> BaseException:
    """The exception to raise for one that came up while connecting."""
    place = f"{server.host}:{server.port}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return NotWelcome(f"the certificate of {place} is not good: {error.verify_message}")
    if isinstance(error, ssl.SSLError) and not isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
        return NotWelcome(
            f"{place} does not speak TLS as expected ({error.reason}); smtps:// and smtp:// may be confused"
        )
    if isinstance(error, smtplib.SMTPResponseException):
        what = f"{place}: {error.smtp_code} {as_text(error.smtp_error)}"
        if 500 <= error.smtp_code < 600:
            login = isinstance(error, smtplib.SMTPAuthenticationError)
            return NotWelcome(f"{what} (the login was refused)" if login else what)
        return Unreachable(what)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return NotWelcome(f"{place} takes no login")
    if isinstance(error, UnicodeError):
        return NotWelcome("the user or the password has characters that a login cannot have")
    if isinstance(error, (OSError, smtplib.SMTPException)):  # most of smtplib's errors are OSErrors too
        return Unreachable(f"{place}: {getattr(error, 'strerror', None) or error or 'no answer'}")
    return error


def as_text(answer: str | bytes) -> str:
    """A server's answer on one line, without what could steer a terminal."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else str(answer)
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
