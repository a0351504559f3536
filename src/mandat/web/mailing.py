"""Invitations by mail: one message to the address in the private register, through the configured mail server only."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage

from mandat.language import msg
from mandat.record.errors import RecordError
from mandat.web.settings import Mail

_PATIENCE_SECONDS = 20


class MailError(RecordError):
    """The mail server did not take a message; nothing was sent."""


def send(mail: Mail, to: str, subject: str, text: str) -> None:
    """Send one message; raises ``MailError`` with what the server said. Waits for the server: not for the event loop."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = mail.sender, to, subject
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="quoted-printable")
    try:
        with _connected(mail) as server:
            if mail.user:
                server.login(mail.user, mail.password)
            server.send_message(message)
    except smtplib.SMTPResponseException as error:
        said = error.smtp_error.decode(errors="replace") if isinstance(error.smtp_error, bytes) else ""
        raise MailError(
            msg("{host} answered {code} {said}")(host=mail.host, code=str(error.smtp_code), said=said)
        ) from error
    except (smtplib.SMTPException, OSError) as error:
        raise MailError(
            msg("{host}:{port} did not take it ({kind})")(
                host=mail.host, port=str(mail.port), kind=type(error).__name__
            )
        ) from error


def _connected(mail: Mail) -> smtplib.SMTP:
    """Connect as configured: over TLS from the start, after STARTTLS, or in the clear on this machine."""
    if mail.security == "tls":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=_PATIENCE_SECONDS, context=context)
    server = smtplib.SMTP(mail.host, mail.port, timeout=_PATIENCE_SECONDS)
    if mail.security == "starttls":
        server.starttls(context=ssl.create_default_context())
    return server
