"""What *Play it for me* looks for and types when it plays in Persian.

The words of the bots are theirs, in ``locales/``. The playground is Telegram and knows no bot, so
it keeps the few that it looks for, as a person would remember them. A test compares them.
"""

from typing import Final

SEEN: Final[dict[str, str]] = {
    # the parties' buttons
    "New deal": "معاملهٔ تازه",
    "I'm the freelancer": "فریلنسر هستم",
    "Several milestones": "چند مرحله",
    "That's all": "همین‌ها کافی است",
    "Create invite": "ساختن دعوت‌نامه",
    "Accept": "می‌پذیرم",
    "Yes, it's them": "بله، خودش است",
    "Pay": "پرداخت",
    "Yes, pay": "بله، پرداخت",
    "Submit work": "تحویل کار",
    "Done": "تمام",
    "Yes, submit": "بله، تحویل شود",
    "Request changes": "درخواست اصلاح",
    "I'd like it different": "سلیقه‌ای",
    "Yes, send": "بله، بفرستید",
    "Approve and release": "تأیید و آزادسازی پول",
    "Yes, release": "بله، آزادسازی",
    "More…": "بیشتر…",
    "Open dispute": "ثبت اختلاف",
    "All:": "همه:",
    "Yes, open dispute": "بله، اختلاف ثبت شود",
    "My side": "حرف من",
    "Yes, send my side": "بله، فرستاده شود",
    "Call the arbiter": "درخواست داور",
    "Yes, call": "بله، داور می‌خواهم",
    "Nothing to add": "حرف دیگری ندارم",
    "Yes, nothing to add": "بله، حرفی ندارم",
    "Ask for more time": "درخواست وقت بیشتر",
    "Yes, ask": "بله، درخواست شود",
    "Give": "قبول:",
    "Something extra": "کار اضافه",
    "Yes, go on": "بله، ادامه",
    "Propose it": "پیشنهاد شود",
    "Accept the change": "قبول تغییر شرایط",
    "Yes, accept it": "بله، قبول است",
    "Tell us privately…": "مبلغ محرمانه…",
    "Yes, keep": "بله،",
    "Propose to end it": "پیشنهاد پایان مرحله",
    "Yes, propose it": "بله، پیشنهاد شود",
    "Accept and end it": "قبول و پایان مرحله",
    "Yes, end it": "بله، تمام شود",
    # the desk's
    "Take": "برداشتن پرونده",
    "Rule…": "رأی…",
    "Split…": "تقسیم…",
    "Confirm the ruling": "ثبت رأی",
    # what stands in messages
    "has approved the work": "کار را تأیید کرد",
    "The deal is done.": "معامله انجام شد.",
    "submitted": "تحویل داد",
    "You can start now.": "می‌توانید شروع کنید.",
    "What both of you told us privately about": "مبلغ‌هایی که هر دو محرمانه دربارهٔ مرحلهٔ",
    "you both agreed to end it.": "هر دو توافق کردید که تمام شود.",
    "The arbiter has decided about": "تصمیم گرفت",
    "It is carried out now.": "این تصمیم همین حالا اجرا می‌شود.",
}
SPANS: Final[dict[str, str]] = {"3 days": "۳ روز"}
"""Lengths of time on buttons, which the bots put together."""

TYPED: Final[dict[str, str]] = {
    "Logo for a coffee house": "لوگوی یک کافه",
    "Three drafts to choose from, then the final files.": (
        "سه طرح برای انتخاب، سپس فایل‌های نهایی."
    ),
    "Drafts; 120 EUR; 5; three concepts; SVG files": "طرح‌ها؛ ۱۲۰ یورو؛ ۵؛ سه ایده؛ فایل SVG",
    "Final files; 180; 10; SVG and PDF": "فایل‌های نهایی؛ ۱۸۰؛ ۱۰؛ SVG و PDF",
    "Logo; 150 EUR; 5; three concepts; SVG files": "لوگو؛ ۱۵۰ یورو؛ ۵؛ سه ایده؛ فایل SVG",
    "Could the brown be warmer?": "می‌شود قهوه‌ایِ آن گرم‌تر باشد؟",
    "One of the three concepts is missing.": "یکی از سه ایده نیست.",
    "The second file has two concepts; it was easy to overlook.": (
        "فایل دوم دو ایده دارد؛ به‌آسانی از چشم می‌افتد."
    ),
    "A business card with the logo": "یک کارت ویزیت با همین لوگو",
    "60; 4": "۶۰؛ ۴",
    "90": "۹۰",
    "110": "۱۱۰",
    "three concepts": "سه ایده",
    "60 %": "۶۰ ٪",
    (
        "The terms ask for three concepts. Two came, and what the freelancer calls the third is a "
        "variant of the second. The files are there and usable. So most of the price is paid."
    ): (
        "در شرایط سه ایده خواسته شده است. دو ایده رسیده و آنچه فریلنسر سومی می‌نامد گونه‌ای از دومی "
        "است. فایل‌ها هست و به کار می‌آید. پس بیشتر مبلغ پرداخت می‌شود و بقیه بازمی‌گردد."
    ),
}

WORDS: Final[dict[str, str]] = SEEN | SPANS | TYPED
