## کارت زندهٔ معامله

the-other-side = طرف دیگر
deal-head = <b>{ $title }</b>
    { $role ->
        [client] پرداخت با شماست و کار با { $name }.
        [freelancer] پرداخت با { $name } است و کار با شما.
       *[none] با { $name }.
    } معاملهٔ { $deal }
deal-draft = این یک پیش‌نویس است. هنوز کس دیگری آن را نمی‌بیند.
deal-invite = شرایط فرستاده شده، ولی هنوز توافق نشده است.
milestone-line = { $state ->
        [planned] ▫️
        [funding] 💳
        [in-progress] 🛠
        [submitted] 👀
        [revising] ✏️
        [cancelling] ⏳
        [disputed] ⚖️
        [released] ✅
        [refunded] ↩️
        [split] ➗
        [void] ✖️
       *[other] …
    } { $number }. { $title }، { $amount }: { $state ->
        [planned] بعداً
        [funding] در انتظار پرداخت
        [in-progress] در دست کار
        [submitted] تحویل شده، در انتظار بررسی
        [revising] در حال اصلاح
        [cancelling] در آستانهٔ لغو
        [disputed] نزد داور
        [released] انجام شد و پول آزاد شد
        [refunded] پایان یافت، پول برگشت
        [split] پایان یافت، پول تقسیم شد
        [void] بدون پول پایان یافت
       *[other] …
    }
# زیر خبر: مرحله بدون حالتش، که خبر و نوبت آن را می‌گویند
stands-milestone = { $number }. { $title }، { $amount }
milestones-before = { $count } مرحله پیش از این‌ها
milestones-after = { $count } مرحله پس از این‌ها
milestone-arrived = رسیده: { $arrived }. مانده: { $missing }.
milestone-claimed = در { $at } پرداخت‌شده اعلام شد.
milestone-part-released = تا حالا آزاد شده: { $amount }
milestone-rounds = دورهای اصلاحِ استفاده‌شده: { $used } از { $agreed }
deal-held = نزد ما نگه داشته شده: { $amount }{ $play ->
        [true] {" "}(پول آزمایشی)
       *[false] {""}
    }
play-money = این پول آزمایشی است: هیچ‌کس پول واقعی نمی‌دهد و نمی‌گیرد.
safety-phrase = عبارت امنیتی شما: { $phrase }
deal-transfer = { $kind ->
        [payout] به شما
       *[refund] بازگشت به شما
    }: { $amount }، { $state ->
        [pending] در راه است؛ تا { $until } می‌رسد
        [failed] نرسید؛ پشتیبانی پیگیری می‌کند
        [confirmed] رسید
       *[other] …
    }
deal-ended = { $why ->
        [completed] این معامله انجام شد.
        [discarded] این پیش‌نویس حذف شد.
        [idle] این پیش‌نویس در مهلتش کامل نشد و پایان یافت.
        [declined] طرف دیگر نپذیرفت.
        [withdrawn] دعوت‌نامه لغو شد.
        [expired] مهلت دعوت‌نامه تمام شد.
        [unfunded] این معامله پیش از هر پرداختی پایان یافت.
        [unpaid] این معامله پایان یافت و همهٔ پول برگشت.
       *[other] این معامله پایان یافته است.
    }

## نوبت کیست، تا کی، و اگر کاری نشود چه می‌شود

turn-draft-idle = تا { $until } آن را کامل کنید. پس از آن پاک می‌شود.
turn-invite-expires = { $who ->
        [nobody] هنوز کسی آن را نپذیرفته است. تا { $until } باز است.
        [claims] نوبت شماست: تا { $until } بگویید همان کسی است که منظورتان بود یا نه.
        [you] نوبت شماست: تا { $until } پاسخ دهید.
       *[other] { $name } تا { $until } فرصت پاسخ دارد.
    } بدون پاسخ، دعوت‌نامه پایان می‌یابد و کسی چیزی بدهکار نیست.
turn-funding-lapses = { $who ->
        [you] نوبت شماست: { $amount } را برای { $title } تا { $until } بپردازید.
       *[other] { $name } باید { $amount } را برای { $title } تا { $until } بپردازد. پیش از آن کار را شروع نکنید.
    }
    اگر پرداختی نشود، این مرحله منتفی است و کسی چیزی بدهکار نیست.
turn-deposit-check = در حال پیدا کردن پرداختِ { $title } هستیم و تا { $until } پاسخ می‌دهیم. تا آن زمان مهلتی به زیان کسی نمی‌گذرد.
turn-work-due = { $who ->
        [you] نوبت شماست: { $title } را تا { $until } تحویل دهید.
       *[other] { $name } باید { $title } را تا { $until } تحویل دهد.
    }
    اگر دیر شود، پول همچنان نزد ما امانت است؛ از { $then } به بعد کارفرما می‌تواند مرحله را لغو کند.
turn-may-cancel-late = { $who ->
        [you] { $title } دیر شده است. همین حالا تحویل دهید.
       *[other] { $name } در تحویل { $title } دیر کرده است.
    }
    از { $until } به بعد می‌توان آن را به‌خاطر تأخیر لغو کرد.
turn-dormancy-notice = { $who ->
        [you] { $title } دیر شده است. تحویل دهید، یا بگویید کار در چه حال است.
       *[other] { $name } در تحویل { $title } دیر کرده است. می‌توانید صبر کنید، یا از «بیشتر…» آن را لغو کنید.
    }
    اگر تا { $until } هیچ‌کس کاری نکند، به هر دو آخرین هشدار داده می‌شود.
turn-dormant = از { $since } تا حالا هیچ‌کدام از شما کاری نکرده‌اید. اگر تا { $until } هم کاری نکنید، { $amount } برای مرحلهٔ «{ $title }» به کارفرما برمی‌گردد.
clocks-wait = { $why ->
        [paused] ⏸ فعلاً کار را متوقف کرده‌ایم: مهلت‌ها صبر می‌کند و این زمان به آن‌ها برمی‌گردد.
       *[deaf] ⏳ فعلاً پیام‌ها به ما نمی‌رسد، برای همین مهلت‌ها صبر می‌کند: هیچ مهلتی تمام نمی‌شود و هیچ پولی به این دلیل که کسی به نظر ساکت است جابه‌جا نمی‌شود. هر دکمه‌ای که بزنید، به محض رسیدن و قبل از هر مهلتی حساب می‌شود.
    }
turn-review-ends-escalate = { $who ->
        [you] نوبت شماست: { $title } را تا { $until } بررسی کنید.
       *[other] { $name } تا { $until } فرصت دارد { $title } را بررسی کند.
    }
    اگر چیزی گفته نشود، داور بررسی می‌کند؛ هیچ پولی خودبه‌خود جابه‌جا نمی‌شود.
turn-review-ends-release = { $who ->
        [you] نوبت شماست: { $title } را تا { $until } بررسی کنید.
       *[other] { $name } تا { $until } فرصت دارد { $title } را بررسی کند.
    }
    اگر چیزی گفته نشود، { $amount } طبق توافق هر دوی شما آزاد می‌شود.
turn-abandoned = { $who ->
        [you] نوبت شماست: اصلاحات { $title } را تا { $until } تحویل دهید.
       *[other] { $name } باید اصلاحات { $title } را تا { $until } تحویل دهد.
    }
    اگر تا { $then } چیزی نرسد، داور بررسی می‌کند؛ هیچ پولی خودبه‌خود جابه‌جا نمی‌شود.
turn-late-cancel-ends = { $who ->
        [you] نوبت شماست: تا { $until } به لغو { $title } اعتراض کنید یا کار را تحویل دهید.
       *[other] { $name } تا { $until } می‌تواند اعتراض کند یا کار را تحویل دهد.
    }
    اگر چیزی گفته نشود، { $amount } به کارفرما برمی‌گردد.
turn-drop-rest = { $split ->
        [true] { $who ->
            [you] نوبت شماست: تا { $until } یا { $title } را ادامه دهید یا بقیه را کنار بگذارید.
           *[other] { $name } تا { $until } تصمیم می‌گیرد که { $title } ادامه یابد یا نه.
        }
        اگر چیزی گفته نشود، بقیه کنار گذاشته می‌شود؛ برای آن پولی پرداخت نشده است.
       *[false] { $title } شروع نمی‌شود، چون بخش پیش از آن پایان یافته است. هر یک از شما می‌تواند بقیه را کنار بگذارد.
        اگر هیچ‌کدام نگذارد، در { $until } خودبه‌خود کنار گذاشته می‌شود؛ برای آن پولی پرداخت نشده است.
    }
turn-dispute-answer = { $who ->
        [you] نوبت شماست: تا { $until } بگویید در اختلاف مرحلهٔ «{ $title }» چه می‌خواهید و چرا.
       *[other] { $name } تا { $until } فرصت دارد در اختلاف مرحلهٔ «{ $title }» پاسخ بدهد.
    }
    پاسخ ندادن به معنی مقصر بودن نیست: بعد از آن داور بر اساس واقعیت‌ها تصمیم می‌گیرد. { $amount } تا تصمیم داور دست‌نخورده می‌ماند.
turn-question-answer = { $who ->
        [you] نوبت شماست: تا { $until } به سؤال داور دربارهٔ مرحلهٔ «{ $title }» پاسخ بدهید.
       *[other] { $name } تا { $until } فرصت دارد به سؤال داور دربارهٔ مرحلهٔ «{ $title }» پاسخ بدهد.
    }
    بعد از آن داور می‌تواند بدون این پاسخ تصمیم بگیرد. { $amount } تا تصمیم داور دست‌نخورده می‌ماند.
turn-dispute-take = یک داور تا { $until } پروندهٔ اختلاف مرحلهٔ «{ $title }» را برمی‌دارد؛ اگر کسی برندارد، یک داور به قید قرعه انتخاب می‌شود. { $amount } تا تصمیم داور دست‌نخورده می‌ماند.
turn-dispute-ruling = داور تا { $until } دربارهٔ مرحلهٔ «{ $title }» تصمیم می‌گیرد؛ اگر نگیرد، پرونده به داور دیگری سپرده می‌شود. { $amount } تا تصمیم داور دست‌نخورده می‌ماند.

## دکمه‌ها

button-back = بازگشت
button-done = تمام
button-send-anyway = فرستادن همین‌ها
button-more = بیشتر…
button-diary = گزارش کار
button-diary-add = نوشتن در گزارش کار
button-agreement = توافق‌نامه (PDF)
button-receipt = رسید
button-receipts = رسیدها
button-again = تکرار همین معامله
button-help = پشتیبانی
button-remind = یادآوری به او
button-whatsapp = واتس‌اپ
button-copy-text = کپی متن
button-copy-account = کپی شمارهٔ حساب
button-copy-reference = کپی شناسهٔ پرداخت
button-deal-draft = ادامه
button-deal-invite = دیدن شرایط
button-answer = پاسخ به داور
button-approve = تأیید و آزادسازی پول
button-request-changes = درخواست اصلاح
button-pay = پرداخت { $amount }
button-pay-missing = پرداخت ماندهٔ { $amount }
button-ask-shortfall = درخواست از { $name } برای پذیرش { $amount }
button-accept-shortfall = پذیرش { $amount }
button-object = اعتراض
button-take-back-cancel = کار ادامه یابد
button-submit = تحویل کار
button-contest = با یک مورد مخالفم
button-go-on = ادامه با مرحلهٔ بعد
button-drop = کنار گذاشتن بقیه
button-state = حرف من
button-evidence = افزودن مدرک
button-take-back = پس گرفتن کار
button-release-part = آزادسازی قسمتی از پول
button-talk = فرستادن به { $name }
button-cancel-late = لغو به‌خاطر تأخیر
button-withdraw = انصراف
button-cancel-funding = لغو این مرحله
button-dispute = باز کردن اختلاف
button-done-as-agreed = طبق توافق انجام شد
button-word-on-one = توضیح دربارهٔ یکی…
done-as-agreed = طبق توافق انجام شد.

## بیشتر…

more-nothing = الان کار دیگری اینجا نیست.
more-answer = <b>پاسخ به داور</b>: پرسشی برای شما هست.
more-approve = <b>تأیید و آزادسازی پول</b>: همین‌طور که هست راضی هستید.
more-request-changes = <b>درخواست اصلاح</b>: بگویید چه کم است.
more-pay = <b>پرداخت</b>: پول تا تأیید شما نزد ما می‌ماند.
more-ask-shortfall = <b>درخواست از { $name }</b> که آنچه رسیده را به جای کل بپذیرد.
more-accept-shortfall = <b>پذیرش</b> آنچه رسیده به جای کل.
more-object = <b>اعتراض</b>: داور بررسی می‌کند.
more-take-back-cancel = <b>کار ادامه یابد</b>: لغو متوقف می‌شود.
more-submit = <b>تحویل کار</b>: { $name } آن را بررسی می‌کند.
more-contest = <b>با یک مورد مخالفم</b>: داور بررسی می‌کند.
more-go-on = <b>ادامه با مرحلهٔ بعد</b>.
more-drop = <b>کنار گذاشتن بقیه</b>: آنچه هنوز پرداخت نشده پایان می‌یابد.
more-state = <b>حرف من</b>: ماجرا را از نگاه خود برای داور بگویید.
more-evidence = <b>افزودن مدرک</b>: متن و فایل‌هایی که هر دو طرف می‌بینند.
more-take-back = <b>پس گرفتن کار</b>: انگار تحویل نشده است.
more-diary = <b>نوشتن در گزارش کار</b>: یادداشت یا فایلی دربارهٔ کار که { $name } هم می‌بیند.
more-release-part = <b>آزادسازی قسمتی از پول</b>: کمتر از مبلغ امانت؛ بقیه می‌ماند.
more-talk = <b>فرستادن به { $name }</b>: پیامی که همراه معامله نگه داشته می‌شود.
more-cancel-late = <b>لغو به‌خاطر تأخیر</b>: { $name } می‌تواند اعتراض کند، وگرنه پول برمی‌گردد.
more-withdraw = <b>انصراف</b>: کار را رها می‌کنید و پول برمی‌گردد.
more-cancel-funding = <b>لغو این مرحله</b>: هنوز پولی برای آن نگه داشته نشده است.
more-dispute = <b>باز کردن اختلاف</b>: پول تا تصمیم داور دست‌نخورده می‌ماند.

## بار دوم

confirm-pay = <b>{ $amount }</b> برای { $title } پرداخت شود؟ نزد ما می‌ماند و تنها وقتی کار را تأیید کنید به { $name } می‌رسد.
yes-pay = بله، پرداخت { $amount }
done-pay = { $amount } نزد ما امانت است.
confirm-approve = <b>{ $amount }</b> برای { $title } آزاد شود و به { $name } برسد؟ تحویل شمارهٔ { $submission } را تأیید می‌کنید که در { $at } داده شده است. این کار برگشت ندارد.
yes-approve = بله، آزادسازی { $amount }
done-approve = { $amount } برای { $name } آزاد شد.
confirm-withdraw = از { $title } انصراف می‌دهید؟ <b>{ $amount }</b> به { $name } برمی‌گردد و چیزی به شما نمی‌رسد.
again-withdraw = مطمئن هستید؟ <b>{ $amount }</b> همین حالا به { $name } برمی‌گردد. این کار برگشت ندارد.
yes-withdraw = بله، انصراف: بازگشت { $amount }
done-withdraw = { $amount } به { $name } برمی‌گردد.
confirm-cancel-late = مرحلهٔ «{ $title }» به‌خاطر تأخیر لغو شود؟ اگر همین حالا لغو کنید، { $name } تا { $until } می‌تواند اعتراض کند یا کار را تحویل دهد. اگر { $name } هیچ‌کدام را نکند، <b>{ $amount }</b> به شما برمی‌گردد.
yes-cancel-late = بله، لغو شود
done-cancel-late = به { $name } خبر دادیم.
confirm-take-back-cancel = { $name } کار { $title } را ادامه دهد؟ پول همچنان نزد ما می‌ماند: <b>{ $amount }</b>.
yes-take-back-cancel = بله، ادامه یابد
done-take-back-cancel = کار ادامه دارد.
confirm-cancel-funding = { $title } لغو شود؟ برای آن پولی نگه داشته نشده است. { $arrived ->
        [true] آنچه رسیده برمی‌گردد: <b>{ $amount }</b>.{" "}
       *[false] {""}
    }اگر این اولین مرحله باشد، مرحله‌های بعد هم پایان می‌یابند.
yes-cancel-funding = بله، لغو شود
done-cancel-funding = لغو شد.
confirm-ask-shortfall = از { $name } خواسته شود <b>{ $amount }</b> را به جای کل، یعنی { $price }، بپذیرد؟
yes-ask-shortfall = بله، از { $name } بپرسید
done-ask-shortfall = از { $name } پرسیدیم.
confirm-accept-shortfall = <b>{ $amount }</b> را به جای کل، یعنی { $price }، می‌پذیرید؟ پس از آن کار شروع می‌شود.
yes-accept-shortfall = بله، پذیرش { $amount }
done-accept-shortfall = { $amount } نزد ما نگه داشته شد. می‌توانید شروع کنید.
confirm-take-back = { $title } را پس می‌گیرید؟ آن وقت { $name } نمی‌تواند تأییدش کند و انگار تحویل نشده است.
yes-take-back = بله، پس می‌گیرم
done-take-back = پس گرفته شد.
confirm-go-on = با { $title } ادامه می‌دهید؟ هزینهٔ آن <b>{ $amount }</b> است که در گام بعد پرداخت می‌شود.
yes-go-on = بله، ادامه
done-go-on = ادامه دارد.
confirm-drop = { $title } و همهٔ مرحله‌های پس از آن کنار گذاشته شود؟ برای آن پولی پرداخت نشده است.
yes-drop = بله، کنار گذاشته شود
done-drop = کنار گذاشته شد.

## گردآوری متن و فایل

gather-submit = کارِ { $title } را بفرستید: فایل یا لینک آن. می‌توانید پیامی هم برای { $name } بنویسید. بعد «تمام» را بزنید.
gather-got = نگه داشته شد: { $files ->
        [0] بدون فایل
        [one] { $files } فایل
       *[other] { $files } فایل
    }، { $texts ->
        [0] بدون متن
        [one] { $texts } متن
       *[other] { $texts } متن
    }.
gather-missing = { $count ->
    [one] { $count } مورد نگه داشته نشد:
   *[other] { $count } مورد نگه داشته نشد:
 }
gather-missing-these = { $which }. { $why }
gather-missing-more = { $count ->
    [one] و { $count } مورد دیگر پس از این‌ها.
   *[other] و { $count } مورد دیگر پس از این‌ها.
 }
gather-incomplete = بدون این‌ها فرستاده شود؟
gather-cut = آنچه برای یک متن بلند است، کامل به شکل فایل نگه داشته شد.
gather-more = باز هم بفرستید، یا «تمام» را بزنید.
gather-nothing = این را نمی‌توان نگه داشت. لطفاً بنویسید یا فایل بفرستید.
gather-left = بسته شد.

## تحویل

submit-note = معیار { $number } از { $count }: <b>{ $criterion }</b>
    کار چگونه به این معیار می‌رسد؟ چند کلمه بنویسید، یا «طبق توافق انجام شد» را بزنید.
submit-answer = مورد { $number } از { $count }: <b>{ $point }</b>
    برای آن چه کردید؟ چند کلمه بنویسید، یا «طبق توافق انجام شد» را بزنید.
submit-summary = <b>{ $title }</b>: این را تحویل می‌دهید.
submit-which = کدام یک دقیقاً طبق توافق نیست، یا توضیحی از شما لازم دارد؟
submit-which-point = خواسته‌شده: { $point }
submit-all-agreed = { $count ->
        [one] با تحویل کار می‌گویید که این مورد طبق توافق انجام شده است.
       *[other] با تحویل کار می‌گویید که هر { $count } مورد طبق توافق انجام شده است.
    }
submit-rest-agreed = با تحویل کار می‌گویید هر موردی که خودتان چیزی درباره‌اش ننوشته‌اید، طبق توافق انجام شده است.
submit-then = بعد { $name } آن را بررسی می‌کند. تا { $length } بعد از تحویل، اگر { $name } هنوز کاری نکرده باشد، می‌توانید آن را پس بگیرید.
yes-submit = بله، تحویل شود
done-submit = به { $name } خبر دادیم که کار رسید.
work-files = { $count } فایل: { $names }
work-no-files = بدون فایل.
work-words = همراه تحویل:
work-links = لینک‌ها:
work-criterion = <b>{ $criterion }</b>
work-point = خواسته‌شده: <b>{ $point }</b>
words-erased = (این نوشته پاک شده است)

## یادآوری

remind-how = این متن را جایی بگذارید که پیام‌های شما را می‌خواند:
remind-until = «{ $title }»: لطفاً { $link } را ببینید. تا { $until } منتظر شماست.
remind-open = «{ $title }»: لطفاً { $link } را ببینید. منتظر شماست.

## پرداخت بانکی

pay-no-account = هنوز برای این واحد پول حساب بانکی نداریم. «پشتیبانی» را بزنید تا راه پرداخت را بگوییم.
pay-how = برای { $title } با انتقال بانکی بپردازید. پول نزد ما می‌ماند و تنها وقتی کار را تأیید کنید به { $name } می‌رسد.
pay-other-how = پرداخت با { $payer } است. این را برای او بفرستید؛ شناسهٔ پرداخت باید در شرح انتقال نوشته شود.
pay-amount = مبلغ: <b>{ $amount }</b>
pay-holder = به نام: { $holder }
pay-account = شمارهٔ حساب: { $number }
pay-bank = بانک: { $bank }
pay-reference = شناسهٔ پرداخت: { $reference }
pay-note = { $note }
pay-then = پس از فرستادن پول، دکمهٔ سبز را بزنید. تا پول را ندیده‌ایم چیزی نگه داشته نشده است.
pay-ask-payer = پول از حساب چه کسی آمده است؟ نام را بنویسید، یا نام خود را بزنید.
pay-ask-other = چه کسی می‌پردازد؟ نام صاحب حساب را بنویسید.
pay-ask-day = کی فرستاده شد؟ روز را بنویسید، یا انتخاب کنید.
pay-ask-receipt = اگر رسید دارید، الان عکس یا فایل آن را بفرستید.
pay-claim-summary = اعلام می‌کنید: <b>{ $amount }</b> برای { $title }، از طرف { $payer } در { $day }، { $receipt ->
        [true] همراه رسید.
       *[false] بدون رسید.
    }
pay-claim-then = در بانک دنبال پول می‌گردیم. کار وقتی شروع می‌شود که پول رسیده باشد.
button-send-proof = فرستادن رسید
button-claim-paid = پرداخت کردم
button-they-have-paid = پرداخت کرده است
button-someone-else = کس دیگری می‌پردازد
button-today = امروز
button-yesterday = دیروز
button-skip = رد شدن
yes-claim-paid = بله، پرداخت کردم
done-claim-paid = سپاس. الان دنبال پول می‌گردیم.

## قسمتی از پول، و آنچه هر طرف می‌خواهد

amount-part = از { $held } که نزد ما امانت است، الان چقدر برای { $name } آزاد می‌کنید؟ مبلغ را بنویسید. بقیه می‌ماند.
amount-dispute = از { $held } که برای { $title } نگه داشته شده، چقدر باید به شما برسد؟ انتخاب کنید یا مبلغ را بنویسید.
amount-side = از { $held } که برای { $title } نگه داشته شده، چقدر باید به شما برسد؟ انتخاب کنید یا مبلغ را بنویسید.
amount-which = { $count ->
        [one] نقطهٔ پیش از سه رقم را می‌توان نادرست خواند. مبلغ همین است؟ اگر نه، دوباره بنویسید.
       *[other] این را دو جور می‌توان خواند. کدام است؟
    }
amount-all = همه: { $amount }
amount-nothing = هیچ
confirm-release-part = <b>{ $amount }</b> برای { $title } آزاد شود و به { $name } برسد؟ { $left } نزد ما می‌ماند. این کار برگشت ندارد.
yes-release-part = بله، آزادسازی { $amount }

## اصلاحات

points-collect = در { $title } چه چیزی باید تغییر کند؟ هر مورد را در یک پیام بفرستید: متن، عکس یا صدا. بعد «تمام» را بزنید.
points-so-far = تا حالا { $count } مورد.
points-noted = { $count } مورد ثبت شد. بعدی را بفرستید، یا «تمام» را بزنید.
point-without-words = فایل را ببینید.
point-kind = مورد { $number } از { $count }: <b>{ $point }</b>
    این چیست؟
    <b>خلاف توافق ماست</b>: با یک معیار نمی‌خواند. رایگان، هر چند بار که لازم باشد.
    <b>جور دیگری می‌پسندم</b>: یک دور اصلاح مصرف می‌کند ({ $left } از { $agreed } مانده).
    <b>کار اضافه است</b>: کاری که توافق نشده بود.
point-extra = مورد { $number }: <b>{ $point }</b>
    کار اضافه بخشی از توافق شما نیست، پس اینجا نمی‌توان آن را خواست. تغییر توافق در میانهٔ کار بعداً اضافه می‌شود؛ فعلاً برای آن معاملهٔ تازه‌ای بسازید. این مورد را کنار بگذارید، یا بگویید که چیز دیگری است.
point-criterion = مورد { $number }: با کدام معیار نمی‌خواند؟
numbered = { $number }. { $words }
points-due = { $name } تا کی باید انجامش دهد؟ حداقل { $least }. انتخاب کنید، یا تعداد روز یا تاریخ بنویسید.
points-summary = برای { $title } این اصلاحات را می‌خواهید:
points-files = همراه { $count } فایل.
points-cost = { $counts ->
        [true] این یک دور اصلاح مصرف می‌کند: { $used } از { $agreed }.
       *[false] این رایگان است و دوری مصرف نمی‌کند.
    }
points-until = { $name } برای آن { $due } فرصت دارد.
button-defect = خلاف توافق ماست
button-preference = جور دیگری می‌پسندم
button-extra = کار اضافه است
button-leave-out = این مورد حذف شود
button-earlier = قبلی
button-later = بعدی
yes-changes = بله، بفرستید
done-changes = به { $name } گفتیم چه چیزی تغییر کند.
contest-which = با کدام موردِ { $name } مخالفید؟ بعد داور بررسی می‌کند.

## اختلاف

gather-dispute = چرا باید داور دربارهٔ { $title } تصمیم بگیرد؟ بنویسید و اگر خواستید فایل اضافه کنید. بعد «تمام» را بزنید.
gather-side = ماجرای { $title } را از نگاه خود بگویید. هم { $name } و هم داور آن را می‌خوانند. اگر خواستید فایل اضافه کنید، بعد «تمام» را بزنید.
gather-object = چرا به لغو { $title } اعتراض دارید؟ بنویسید و اگر خواستید فایل اضافه کنید. بعد «تمام» را بزنید.
gather-contest = چرا با این مورد مخالفید؟ بنویسید و اگر خواستید فایل اضافه کنید. بعد «تمام» را بزنید.
gather-evidence = متن و فایل‌های مربوط به { $title } را بفرستید. هم { $name } و هم داور آن‌ها را می‌بینند. بعد «تمام» را بزنید.
gather-answer = داور می‌پرسد: <b>{ $question }</b>
    پاسخ خود را بنویسید و اگر خواستید فایل اضافه کنید. بعد «تمام» را بزنید.
case-dispute = دربارهٔ <b>{ $title }</b> اختلاف باز می‌کنید. پول تا تصمیم داور دست‌نخورده می‌ماند.
case-side = حرف شما دربارهٔ <b>{ $title }</b>:
case-object = به لغو <b>{ $title }</b> اعتراض می‌کنید. بعد داور بررسی می‌کند.
case-contest = با موردی دربارهٔ <b>{ $title }</b> مخالفید. بعد داور بررسی می‌کند؛ پول تا تصمیم داور دست‌نخورده می‌ماند.
case-words = نوشتهٔ شما:
case-sought = از { $held } که نگه داشته شده، { $sought } را برای خود می‌خواهید.
case-then = طرف دیگر و داور این را می‌خوانند. پس گرفتنی نیست.
yes-dispute = بله، اختلاف باز شود
yes-side = بله، بفرستید
yes-object = بله، اعتراض دارم
yes-contest = بله، مخالفم
done-dispute = اختلاف باز شد. پول تا تصمیم داور دست‌نخورده می‌ماند.
done-side = حرف شما رسید.
done-object = اعتراض کردید. داور بررسی می‌کند.
done-contest = داور بررسی می‌کند.
done-evidence = به پرونده اضافه شد.
done-answer = پاسخ شما به داور رسید.

## گزارش کار، گفت‌وگو، پشتیبانی

gather-diary = آنچه باید در گزارش کار باشد بنویسید یا بفرستید. { $name } هم آن را می‌بیند و کسی بعداً نمی‌تواند تغییرش دهد. بعد «تمام» را بزنید.
gather-say = برای { $name } بنویسید. همراه معامله نگه داشته می‌شود. بعد «تمام» را بزنید.
gather-help = در چه کاری کمک می‌خواهید؟ پشتیبانی ما می‌خواند و همین‌جا پاسخ می‌دهد. پشتیبانی ما هرگز اول پیام نمی‌دهد و هرگز پول نمی‌خواهد. بعد «تمام» را بزنید.
gather-help-read-by = ⚠️ { $name } از پشتیبانی ماست و آنچه اینجا می‌نویسید را می‌تواند بخواند. کس دیگری از پشتیبانی ما جواب شما را می‌دهد.
done-diary = در گزارش کار ثبت شد.
done-say = برای { $name } فرستاده شد.
done-help = به پشتیبانی رسید؛ پاسخ همین‌جا می‌آید.
done-never-mind = چیزی فرستاده نشد.
diary-entry = <b>{ $number }</b> { $name }، { $at } · { $hash }
diary-files = { $count } فایل
diary-chain = { $count } یادداشت، { $whole ->
        [true] هیچ‌یک تغییر نکرده و کم نشده است
       *[false] چیزی تغییر کرده است: «پشتیبانی» را بزنید
    }. کد یکتای متن آخرین یادداشت: { $hash }
diary-empty = هنوز چیزی در گزارش کار نوشته نشده است.
diary-whole = یادداشت { $number } از گزارش کار.
diary-which = گزارش کار کدام معامله؟
diary-none = معامله‌ای در جریان نیست. گزارش کار با پرداخت باز می‌شود.
button-entry = یادداشت { $number }
plain-words = { $words }
form-overtaken = { $what ->
        [submit] کار { $title } دیگر تحویل‌دادنی نیست
        [changes] برای { $title } دیگر نمی‌شود اصلاح خواست
        [part] دیگر نمی‌شود قسمتی از پول { $title } را آزاد کرد
        [paid] برای { $title } دیگر لازم نیست پرداختی گزارش شود
        [dispute] دربارهٔ { $title } دیگر نمی‌شود اختلاف باز کرد
        [side] دربارهٔ { $title } دیگر نمی‌شود موضع خود را گفت
        [object] برای اعتراض دربارهٔ { $title } دیر شده است
        [contest] در { $title } دیگر موردی نیست که با آن مخالفت شود
        [evidence] پروندهٔ { $title } دیگر چیزی نمی‌پذیرد
        [answer] داور دیگر در انتظار این پاسخ نیست
        [diary] گزارش کار این معامله بسته است
        [say] در این معامله دیگر چیزی فرستاده نمی‌شود
        [ask-inviter] پرسش شما دیگر فرستادنی نیست: دعوت پایان یافته یا لینک تازه‌ای دارد
        [answer-invited] دیگر کسی در انتظار این پاسخ نیست
       *[terms] این شرایط دیگر تغییرپذیر نیست
    }: در این میان چیز دیگری روی داد. این پرسش بسته شد و چیزی از آن فرستاده نشد.
loose-what = نگهش داشتم. کجا برود؟ ({ $title })
loose-which = نگهش داشتم. دربارهٔ کدام معامله است؟
loose-no-deal = نگهش داشتم. پشتیبانی آن را بخواند؟
loose-change = این به درخواست اصلاح می‌ماند. درخواست رسمی شود؟ تنها آن وقت باید به آن پاسخ داده شود.
loose-file = تحویل داده شود، یا به گزارش کار اضافه شود؟ فایلی که در گفت‌وگو فرستاده شود تحویل به شمار نمی‌آید.
loose-later = مهلت بیشتر، تغییر توافق، توقف موقت، پس گرفتن اختلاف و پایان دادن با هم هنوز با دکمه شدنی نیست. به طرف دیگر بنویسید، یا از پشتیبانی بپرسید.
button-formal-change = درخواست رسمی اصلاح
button-submit-it = تحویل شود
button-never-mind = لازم نیست
help-files-only = (فقط فایل)
words-of-change = تغییر, عوض, اصلاح, درست کن, به جای, متفاوت, اشتباه, ایراد, اشکال, جابه‌جا, بزرگ‌تر, کوچک‌تر, روشن‌تر, تیره‌تر, حذف, کم است, اضافه کن, ویرایش
words-of-later = مهلت بیشتر, وقت بیشتر, تمدید, چند روز دیگر, توقف, دست نگه, تغییر قرارداد, تغییر قیمت, با هم تمام, مصالحه, توافق کنیم, اختلاف را پس, پس گرفتن اختلاف, اختلاف را ببند

## رسیدها

agreement-here = این همان است که هر دو پذیرفتید.
receipts-head = آنچه آمد و آنچه رفت:
receipt-milestone = <b>{ $number }. { $title }</b>
receipt-deposit = رسیده در { $at }: { $amount } (شمارهٔ { $number })
receipt-held = نگه داشته شده: { $amount }
receipt-released = آزاد شده: { $amount }
receipt-fee = کارمزد: { $amount }
receipt-refunded = بازگردانده شده: { $amount }
receipt-transfer = { $kind ->
        [payout] واریز به شما
       *[refund] بازگشت به شما
    }: { $amount }، { $state ->
        [confirmed] رسید
        [failed] نرسید؛ پشتیبانی پیگیری می‌کند
        [pending] در راه است
       *[other] …
    }
paper-receipts = رسیدها
paper-footer = معاملهٔ { $deal }
paper-undrawn = برخی از حرف‌ها یا نشانه‌های این برگه قابل رسم نبودند. نام آن‌ها داخل کروشه آمده است و همهٔ نوشته‌های این برگه در پیوستِ words.txt هست.
paper-deal = معامله
paper-fee = کارمزد
paper-milestone = مرحله
paper-held = نگه داشته شده
paper-released = آزاد شده
paper-refunded = بازگردانده شده
paper-deposits = پرداخت‌هایی که رسید
