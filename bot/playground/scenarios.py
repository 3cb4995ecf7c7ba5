"""What *Play it for me* plays: who does what, told in both languages. Data only.

English labels are those of the bots' buttons; ``PERSIAN`` has the same buttons' Persian words.
"""

from dataclasses import dataclass
from typing import Literal

Action = Literal["press", "type", "attach", "follow", "read", "clock"]


@dataclass(frozen=True)
class Step:
    """One action.

    ``what`` is a button's words, a text, a file's name, seconds or another's role.
    """

    who: str
    do: Action
    what: str
    say: str = ""
    say_fa: str = ""


@dataclass(frozen=True)
class Scenario:
    """Steps in order."""

    steps: tuple[Step, ...]


PERSIAN: dict[str, str] = {}


def worded(words: str, language: str) -> str:
    """A button's or a text's words in a language; in English where there are no others."""
    return PERSIAN.get(words, words) if language == "fa" else words


def said(step: Step, language: str) -> str:
    """What the page tells about a step."""
    return (
        step.say_fa if language == "fa" and step.say_fa else step.say
    ) or f"{step.who}: {step.what}"


_AGREE = (
    Step("freelancer", "type", "/start", "Bina, a freelancer, opens the bot."),
    Step("freelancer", "press", "New deal", "She starts a new deal."),
    Step("freelancer", "press", "I'm the freelancer"),
    Step("freelancer", "type", "Logo for a coffee house", "What it is about."),
    Step("freelancer", "type", "Three drafts, then the final files.", "The work in her words."),
    Step("freelancer", "press", "Next", "No files belong to the terms."),
    Step("freelancer", "press", "Several milestones", "She wants to be paid in parts."),
    Step("freelancer", "type", "Drafts; 120; 5; three concepts; SVG files", "The first part."),
    Step("freelancer", "type", "Final files; 180; 10; SVG and PDF", "And the second."),
    Step("freelancer", "press", "Done"),
    Step("freelancer", "press", "Next", "The usual rules will do."),
    Step("freelancer", "press", "Create invite", "The invite is made."),
    Step("client", "follow", "freelancer", "Carlos, her client, follows the link."),
    Step("client", "press", "Accept", "He has read the terms, and accepts."),
    Step("freelancer", "press", "Yes, it's them", "The safety words are right."),
    Step("client", "press", "Pay", "He pays the first part."),
    Step("client", "press", "Play money", "With play money."),
    Step("client", "press", "I've paid"),
)
_SUBMIT = (
    Step("freelancer", "press", "Submit work", "Five days later Bina hands in her drafts."),
    Step("freelancer", "attach", "drafts.svg"),
    Step("freelancer", "press", "Done"),
)

SCENARIOS = {
    "deal": Scenario((
        *_AGREE,
        *_SUBMIT,
        Step("client", "press", "Approve and release", "Carlos likes them."),
        Step("client", "press", "Yes", "The second tap repeats the amount."),
        Step("freelancer", "read", "released", "The money is hers."),
    )),
    "dispute": Scenario((
        *_AGREE,
        *_SUBMIT,
        Step("client", "press", "More…", "Carlos does not agree."),
        Step("client", "press", "Open dispute"),
        Step("client", "type", "One of the three concepts is missing."),
        Step("client", "press", "Call the arbiter"),
        Step("arbiter", "press", "Take", "Aram, an arbiter, takes it."),
        Step("arbiter", "press", "Rule…", "He rules by the criteria."),
    )),
}  # fmt: skip
