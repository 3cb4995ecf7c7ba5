"""What *Play it for me* plays: who does what, told in both languages. Data only.

The words are English; ``persian.py`` has what stands or is typed in their place in Persian.
"""

from dataclasses import dataclass
from typing import Literal

from bot.playground.persian import WORDS

Action = Literal["press", "type", "attach", "follow", "read", "clock"]


@dataclass(frozen=True)
class Scene:
    """One action.

    ``what`` is a button's words, a text, a file's name, seconds or another's role. A step without
    words of its own goes on with what was told before it.
    """

    who: str
    do: Action
    what: str
    say: str = ""
    say_fa: str = ""


@dataclass(frozen=True)
class Scenario:
    """Steps in order."""

    steps: tuple[Scene, ...]


def worded(words: str, language: str) -> str:
    """A button's or a text's words in a language; in English where there are no others."""
    return WORDS.get(words, words) if language == "fa" else words


def said(step: Scene, language: str) -> str:
    """What the page tells about a step; nothing where it goes on with the step before."""
    return step.say_fa if language == "fa" and step.say_fa else step.say


_BEGIN = (
    Scene("freelancer", "type", "/start",
         "Bina, a freelancer, opens the bot.",
         "بینا، فریلنسر، ربات را باز می‌کند."),
    Scene("freelancer", "press", "New deal",
         "She starts a new deal.",
         "معاملهٔ تازه‌ای شروع می‌کند."),
    Scene("freelancer", "press", "I'm the freelancer"),
    Scene("freelancer", "type", "Logo for a coffee house",
         "What it is about …",
         "دربارهٔ چیست …"),
    Scene("freelancer", "type", "Three drafts to choose from, then the final files.",
         "… and the work in her own words.",
         "… و شرح کار به زبان خودش."),
)  # fmt: skip
_INVITE = (
    Scene("freelancer", "press", "Create invite",
         "She sees what the client will see, the usual rules too, and makes the invite.",
         "آنچه را کارفرما خواهد دید، با قواعد همیشگی، می‌بیند و دعوت‌نامه را می‌سازد."),
    Scene("client", "follow", "freelancer",
         "Carlos, her client, got the link by e-mail and follows it.",
         "کارلوس، کارفرما، پیوند را با ایمیل گرفته است و بازش می‌کند."),
    Scene("client", "press", "Accept",
         "He reads the terms and what happens to his money, and accepts. Nothing is paid yet.",
         "شرایط و سرنوشت پولش را می‌خواند و می‌پذیرد. هنوز چیزی پرداخت نشده است."),
    Scene("freelancer", "press", "Yes, it's them",
         "Both see the same three safety words, so Bina knows that it is Carlos.",
         "هر دو همان سه کلمهٔ ایمنی را می‌بینند، پس بینا می‌داند که خود کارلوس است."),
)  # fmt: skip
_PAY = (
    Scene("client", "press", "Pay",
         "Carlos pays with play money. It is held until he approves the work.",
         "کارلوس با پول آزمایشی می‌پردازد. پول نگه داشته می‌شود تا کار را تأیید کند."),
    Scene("client", "press", "Yes, pay"),
)  # fmt: skip
_LATER = Scene(
    "freelancer", "clock", "172800",
    "Two days go by. Bina is at work.",
    "دو روز می‌گذرد. بینا سرگرم کار است.",
)  # fmt: skip


def _submit(file: str, say: str, say_fa: str) -> tuple[Scene, ...]:
    """Hand in a file, all of it as agreed."""
    return (
        Scene("freelancer", "press", "Submit work", say, say_fa),
        Scene("freelancer", "attach", file),
        Scene("freelancer", "press", "Done"),
        Scene("freelancer", "press", "Yes, submit"),
    )


def _approve(say: str, say_fa: str) -> tuple[Scene, ...]:
    """The second tap repeats the amount."""
    return (
        Scene("client", "press", "Approve and release", say, say_fa),
        Scene("client", "press", "Yes, release"),
    )


_DEAL = (
    *_BEGIN,
    Scene("freelancer", "press", "Several milestones",
         "She wants to be paid in two parts, and types each at once.",
         "می‌خواهد در دو بخش دستمزد بگیرد و هر یک را یکجا می‌نویسد."),
    Scene("freelancer", "type", "Drafts; 120 EUR; 5; three concepts; SVG files"),
    Scene("freelancer", "type", "Final files; 180; 10; SVG and PDF"),
    Scene("freelancer", "press", "That's all"),
    *_INVITE,
    *_PAY,
    _LATER,
    *_submit("drafts.svg",
             "She hands in the drafts, and says that each criterion is met.",
             "طرح‌ها را تحویل می‌دهد و می‌گوید هر معیار طبق توافق است."),
    Scene("client", "press", "Request changes",
         "Carlos would like one thing different. That uses one of two rounds.",
         "کارلوس یک چیز را جور دیگری می‌پسندد. یکی از دو دور اصلاح صرف آن می‌شود."),
    Scene("client", "type", "Could the brown be warmer?"),
    Scene("client", "press", "Done"),
    Scene("client", "press", "I'd like it different"),
    Scene("client", "press", "3 days"),
    Scene("client", "press", "Yes, send"),
    *_submit("drafts-2.svg",
             "Bina hands the drafts in again, and says that the point is done.",
             "بینا طرح‌ها را دوباره تحویل می‌دهد و می‌گوید آن مورد انجام شد."),
    *_approve("Now Carlos is content. The second tap repeats the amount.",
              "اکنون کارلوس راضی است. لمس دوم، مبلغ را تکرار می‌کند."),
    Scene("freelancer", "read", "has approved the work",
         "The first part is hers. The second begins when it is paid.",
         "بخش نخست از آنِ اوست. بخش دوم با پرداخت شروع می‌شود."),
    *_PAY,
    *_submit("final.zip",
             "She hands in the final files.",
             "فایل‌های نهایی را تحویل می‌دهد."),
    *_approve("Carlos approves them too.",
              "کارلوس این‌ها را هم تأیید می‌کند."),
    Scene("freelancer", "read", "The deal is done.",
         "The deal is done, and every cent of it stands in the books: look at What happened.",
         "معامله انجام شد و هر سنت آن در دفترها هست: What happened را ببینید."),
)  # fmt: skip

_REASONS = (
    "The terms ask for three concepts. Two came, and what the freelancer calls the third is a "
    "variant of the second. The files are there and usable. So most of the price is paid."
)
_ONE_PAYMENT = (
    *_BEGIN,
    Scene("freelancer", "type", "Logo; 150 EUR; 5; three concepts; SVG files",
         "One payment, typed at once: title, amount, days, and how it is judged.",
         "یک پرداخت، یکجا نوشته: عنوان، مبلغ، روزها و معیارها."),
    *_INVITE,
    *_PAY,
)  # fmt: skip
_DISPUTE = (
    *_ONE_PAYMENT,
    _LATER,
    *_submit("logo.svg",
             "She hands in her work.",
             "کارش را تحویل می‌دهد."),
    Scene("client", "read", "submitted"),
    Scene("client", "press", "More…",
         "Carlos does not think that this is what they agreed on, and opens a dispute.",
         "کارلوس این را همان چیزی نمی‌داند که بر سرش توافق شد و اختلاف باز می‌کند."),
    Scene("client", "press", "Open dispute"),
    Scene("client", "type", "One of the three concepts is missing."),
    Scene("client", "press", "Done"),
    Scene("client", "press", "All:",
         "He asks for everything back. The money is frozen; nobody can take it.",
         "همه را پس می‌خواهد. پول بسته می‌ماند و کسی نمی‌تواند بردارد."),
    Scene("client", "press", "Yes, open dispute"),
    Scene("freelancer", "press", "My side",
         "Bina tells her side, and asks for all of it too.",
         "بینا هم حرف خود را می‌زند و همه را می‌خواهد."),
    Scene("freelancer", "type", "The second file has two concepts; it was easy to overlook."),
    Scene("freelancer", "press", "Done"),
    Scene("freelancer", "press", "All:"),
    Scene("freelancer", "press", "Yes, send my side"),
    Scene("client", "press", "Call the arbiter",
         "They have a week to agree between them. Neither wants to: both call the arbiter.",
         "یک هفته وقت دارند با هم توافق کنند. هیچ‌کدام حاضر نیست: هر دو داور می‌خواهند."),
    Scene("client", "press", "Yes, call"),
    Scene("freelancer", "press", "Call the arbiter"),
    Scene("freelancer", "press", "Yes, call"),
    Scene("freelancer", "press", "Nothing to add",
         "Both could still add evidence for three days. They have none.",
         "هر دو هنوز تا سه روز می‌توانند مدرک اضافه کنند. مدرکی ندارند."),
    Scene("freelancer", "press", "Yes, nothing to add"),
    Scene("client", "press", "Nothing to add"),
    Scene("client", "press", "Yes, nothing to add"),
    Scene("arbiter", "press", "Take",
         "In the arbiters' group the case has a topic of its own. Aram takes it.",
         "در گروه داوران پرونده موضوع خودش را دارد. آرام آن را برمی‌دارد."),
    Scene("arbiter", "press", "Rule…",
         "He rules: a split, 60 to 40, measured by a criterion that both had accepted.",
         "رأی می‌دهد: تقسیم، ۶۰ به ۴۰، با معیاری که هر دو پذیرفته بودند."),
    Scene("arbiter", "press", "Split…"),
    Scene("arbiter", "type", "60 %"),
    Scene("arbiter", "press", "three concepts"),
    Scene("arbiter", "type", _REASONS,
         "Both sides will read his reasons.",
         "هر دو طرف دلیل‌های او را خواهند خواند."),
    Scene("arbiter", "press", "Confirm the ruling",
         "The last tap shows each side's share to the cent.",
         "لمس پایانی سهم هر طرف را تا سنت نشان می‌دهد."),
    Scene("freelancer", "read", "The arbiter has decided about",
         "Both are told. For three days either may ask another arbiter to look at it.",
         "به هر دو خبر داده می‌شود. تا سه روز هر کدام می‌تواند از داور دیگری بازبینی بخواهد."),
    Scene("client", "read", "The arbiter has decided about"),
    Scene("freelancer", "clock", "259200",
         "Nobody does, and the money goes where the ruling says.",
         "هیچ‌کدام نمی‌خواهد و پول همان‌جا می‌رود که رأی می‌گوید."),
    Scene("freelancer", "read", "It is carried out now."),
    Scene("client", "read", "It is carried out now."),
)  # fmt: skip

_CHANGES = (
    *_ONE_PAYMENT,
    Scene("freelancer", "read", "You can start now."),
    Scene("freelancer", "press", "More…",
         "Bina was ill, and asks for more time while there is some left.",
         "بینا بیمار بوده است و تا وقت مانده، وقت بیشتر می‌خواهد."),
    Scene("freelancer", "press", "Ask for more time"),
    Scene("freelancer", "press", "3 days"),
    Scene("freelancer", "press", "Yes, ask"),
    Scene("client", "press", "Give",
         "Carlos agrees, and the date moves. Had he said nothing, it would have stayed.",
         "کارلوس قبول می‌کند و مهلت عقب می‌رود. اگر چیزی نمی‌گفت، همان می‌ماند."),
    *_submit("logo.svg",
             "She hands in her work.",
             "کارش را تحویل می‌دهد."),
    Scene("client", "press", "Request changes",
         "Carlos would like a business card too. That was not agreed: it is a change of the terms.",
         "کارلوس کارت ویزیت هم می‌خواهد. این توافق نشده بود: تغییر شرایط است."),
    Scene("client", "type", "A business card with the logo"),
    Scene("client", "press", "Done"),
    Scene("client", "press", "Something extra"),
    Scene("client", "press", "Yes, go on"),
    Scene("client", "type", "60; 4",
         "He says what he would pay for it, and in how many days he needs it.",
         "می‌گوید برای آن چقدر می‌پردازد و چندروزه لازمش دارد."),
    Scene("client", "press", "Propose it"),
    Scene("freelancer", "press", "Accept the change",
         "Bina reads what would be different, and accepts. Now a new version counts.",
         "بینا می‌خواند چه چیزی عوض می‌شود و قبول می‌کند. از حالا نسخهٔ تازه معتبر است."),
    Scene("freelancer", "press", "Yes, accept it"),
    *_approve("Carlos approves the logo.",
              "کارلوس لوگو را تأیید می‌کند."),
    *_PAY,
    *_submit("card.pdf",
             "She hands in the card.",
             "کارت را تحویل می‌دهد."),
    *_approve("And the card.",
              "و کارت را."),
    Scene("freelancer", "read", "The deal is done.",
         "One deal, two versions of its terms; the diary and the books tell both.",
         "یک معامله با دو نسخه از شرایط؛ گزارش کار و دفترها هر دو را می‌گویند."),
)  # fmt: skip
_SETTLED = (
    *_ONE_PAYMENT,
    _LATER,
    *_submit("logo.svg",
             "She hands in her work.",
             "کارش را تحویل می‌دهد."),
    Scene("client", "read", "submitted"),
    Scene("client", "press", "More…",
         "Carlos opens a dispute, and asks for everything back.",
         "کارلوس اختلاف باز می‌کند و همه را پس می‌خواهد."),
    Scene("client", "press", "Open dispute"),
    Scene("client", "type", "One of the three concepts is missing."),
    Scene("client", "press", "Done"),
    Scene("client", "press", "All:"),
    Scene("client", "press", "Yes, open dispute"),
    Scene("freelancer", "press", "More…",
         "No arbiter is needed if they meet. Each tells us alone what would do.",
         "اگر به هم برسند داوری لازم نیست. هر یک محرمانه می‌گوید با چه مبلغی کنار می‌آید."),
    Scene("freelancer", "press", "Tell us privately…"),
    Scene("freelancer", "type", "90",
         "Bina would take 90 or more. Nobody else reads that.",
         "بینا با ۹۰ یا بیشتر کنار می‌آید. کس دیگری آن را نمی‌خواند."),
    Scene("freelancer", "press", "Yes, keep"),
    Scene("client", "press", "More…"),
    Scene("client", "press", "Tell us privately…"),
    Scene("client", "type", "110",
         "Carlos would give up to 110. The two meet, at the middle.",
         "کارلوس تا ۱۱۰ می‌دهد. به هم می‌رسند: میانهٔ دو مبلغ."),
    Scene("client", "press", "Yes, keep"),
    Scene("freelancer", "read", "What both of you told us privately about",
         "The dispute is over: 100 for her, 50 back to him.",
         "اختلاف تمام است: ۱۰۰ برای او، ۵۰ برای کارلوس."),
)  # fmt: skip
_ENDED = (
    *_ONE_PAYMENT,
    _LATER,
    Scene("client", "press", "More…",
         "Carlos's plans have changed. He proposes to end it, and to pay for what is done.",
         "برنامهٔ کارلوس عوض شده است. پیشنهاد می‌کند تمامش کنند و پول کار انجام‌شده را می‌دهد."),
    Scene("client", "press", "Propose to end it"),
    Scene("client", "type", "90",
         "He writes how much should come back to him; the preview shows both shares to the cent.",
         "می‌نویسد چقدر به او برگردد؛ پیش‌نمایش هر دو سهم را تا سنت نشان می‌دهد."),
    Scene("client", "press", "Yes, propose it"),
    Scene("freelancer", "press", "Accept and end it",
         "Bina accepts. Silence would have been a no.",
         "بینا قبول می‌کند. سکوت یعنی نه."),
    Scene("freelancer", "press", "Yes, end it"),
    Scene("client", "read", "you both agreed to end it.",
         "It ends at once, as both agreed.",
         "همان لحظه، همان‌طور که هر دو خواستند، تمام می‌شود."),
)  # fmt: skip

SCENARIOS = {
    "deal": Scenario(_DEAL),
    "changes": Scenario(_CHANGES),
    "ended": Scenario(_ENDED),
    "dispute": Scenario(_DISPUTE),
    "settled": Scenario(_SETTLED),
}
