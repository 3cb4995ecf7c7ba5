## کارت زندهٔ معامله

deal-head = <b>{ $title }</b>
    { $role ->
        [client] شما کارفرما هستید و { $name } فریلنسر است.
        [freelancer] شما فریلنسر هستید و { $name } کارفرماست.
       *[none] با { $name }.
    } معاملهٔ { $code }
deal-draft = این یک پیش‌نویس است. طرف دیگر هنوز آن را نمی‌بیند.
deal-invite = شرایط فرستاده شده، ولی هنوز توافق نشده است.
milestone-line = { $state ->
        [planned] ▫️
        [funding] 💳
        [in-progress] 🛠
        [submitted] 👀
        [revising] ✏️
        [paused] ⏸
        [contested] ✋
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
        [in-progress] در حال انجام
        [submitted] تحویل شده، در انتظار بررسی
        [revising] در حال اصلاح
        [paused] متوقف
        [contested] مخالفت با یک اصلاح
        [cancelling] در حال لغو
        [disputed] در اختلاف
        [released] پول آزاد شد
        [refunded] تمام شد، برگشت پول
        [split] تمام شد، پول بین دو طرف تقسیم شد
        [void] قبل از پرداخت تمام شد
       *[other] …
    }
# زیر خبر: مرحله بدون حالتش، که خبر و نوبت آن را می‌گویند
stands-milestone = { $number }. { $title }، { $amount }
milestones-before = { $count } مرحله قبل از این‌ها
milestones-after = { $count } مرحله بعد از این‌ها
milestone-at-bank = بانک { $amount } از پول این مرحله را برگشت زده و هنوز نظر نداده است.
milestone-pay-again = پرداخت دوباره: { $missing } مانده. رسیده از آن: { $arrived }.
milestone-arrived = رسیده: { $arrived }. مانده: { $missing }.
milestone-claimed = { $proof ->
        [true] کارفرما می‌گوید پرداخت کرده است. در { $at } از او رسید خواستیم.
       *[false] کارفرما در { $at } گفت پرداخت کرده است.
    }
milestone-part-released = تا حالا آزاد شده: { $amount }
milestone-rounds = دورهای اصلاحِ استفاده‌شده: { $used } از { $agreed }
deal-held = مبلغ امانت: { $amount }{ $play ->
        [true] {" "}(پول آزمایشی)
       *[false] {""}
    }
deal-transfer = { $kind ->
        [payout] به شما
       *[refund] برگشت به شما
    }: { $amount }، { $state ->
        [pending] تا { $until } می‌فرستیم
        [nowhere] وقتی بگویید به کجا، می‌فرستیم
        [late] هنوز فرستاده نشده و موعدش { $until } بود؛ به پشتیبانی یادآوری می‌شود
        [frozen] تا وقتی معامله متوقف است فرستاده نمی‌شود
        [missed] فرستاده شد؛ گفتید نرسیده است و پشتیبانی پیگیری می‌کند
        [sent] فرستاده شد
        [arrived] رسید
        [returned] بانک آن را به ما برگرداند؛ دوباره می‌فرستیم
        [failed] به دست شما نرسید؛ پشتیبانی پیگیری می‌کند
       *[other] …
    }{ $changes ->
        [true] . تا { $from } به حسابی که قبل از تغییر داشتید واریز می‌شود و از آن به بعد به حساب تازه.
       *[false] {""}
    }
deal-ended = { $why ->
        [completed] این معامله انجام شد.
        [shared] این معامله تمام شد. در مجموع { $net } به فریلنسر می‌رسد و { $refunded } به کارفرما برمی‌گردد.{ $charged ->
            [true] { " " }کارمزد ما { $fee } است.
           *[false] { "" }
        }
        [discarded] این پیش‌نویس حذف شد.
        [idle] این پیش‌نویس در مهلتش کامل نشد و تمام شد.
        [declined] طرف دیگر نپذیرفت.
        [withdrawn] دعوت‌نامه لغو شد.
        [expired] مهلت دعوت‌نامه بدون جواب تمام شد.
        [unfunded] این معامله قبل از شروع کار تمام شد: مرحلهٔ اول پرداخت نشد.
        [unfunded-all] این معامله قبل از شروع کار تمام شد: هیچ مرحله‌ای پرداخت نشد.
        [unpaid] این معامله تمام شد. پولی آزاد نشد؛ مبلغ امانت به کارفرما برمی‌گردد.
       *[other] این معامله تمام شده است.
    }

## نوبت کیست، تا کی، و اگر اقدامی نشود چه می‌شود

clocks-wait = { $why ->
        [paused] ⏸ فعلاً کار را متوقف کرده‌ایم: مهلت‌ها متوقف است و به همین اندازه تمدید می‌شود.
       *[deaf] ⏳ فعلاً پیام‌ها به ما نمی‌رسد، برای همین مهلت‌ها متوقف است: خبر نداشتن از کسی باعث نمی‌شود مهلتی تمام شود یا پولی جابه‌جا شود. هر دکمه‌ای که بزنید، به محض رسیدن و قبل از هر مهلتی حساب می‌شود.
    }
# جز آن‌ها که گفته شد
turns-more = { $count } مرحلهٔ دیگر هم باز است.

## دکمه‌ها

button-more = بیشتر…
button-why = چرا نمی‌شود؟
button-again = تکرار همین معامله
button-remind = یادآوری به او
button-whatsapp = واتس‌اپ
button-copy-text = کپی متن
button-deal-draft = ادامه
button-deal-invite = دیدن شرایط

## بیشتر…

more-nothing = الان کار دیگری نمی‌شود کرد.

## چرا نمی‌شود؟

why-head = کارهایی که با شماست و حالا نمی‌شود انجام داد:
why-nothing = هر کاری که حالا اینجا با شماست دکمه دارد.
why-line = <b>{ $steps }</b>: { $words }
why-wrong-state = وقتی ممکن است که این مرحله { $when }.
why-when = { $state ->
        [planned] هنوز شروع نشده باشد
        [funding] منتظر پرداخت باشد
        [in-progress] در حال انجام باشد
        [paused] متوقف باشد
        [contested] موردی داشته باشد که فریلنسر با آن مخالف است
        [submitted] در حال بررسی باشد
        [revising] در حال اصلاح باشد
        [cancelling] در حال لغو باشد
        [disputed] در اختلاف باشد
        [released] آزاد شده باشد
        [refunded] پولش برگشته باشد
        [split] بین دو طرف تقسیم شده باشد
        [void] بدون پرداخت تمام شده باشد
       *[other] …
    }

## یادآوری

remind-how = این متن را در گفت‌وگویی بگذارید که طرف دیگر می‌خواند:
remind-until = «{ $title }»: تا { $until } منتظر شماست. اینجا را ببینید: { $link } { remind-then }
remind-then = { $what ->
        [invite-expires] اگر جوابی نیاید، دعوت‌نامه تمام می‌شود.
        [funding-lapses] { $arrived ->
            [first] بعد از آن، یک بار دیگر تا { $then } فرصت هست.
            [last] بعد از آن مرحله تمام می‌شود و پول رسیده برمی‌گردد.
           *[none] بعد از آن مرحله تمام می‌شود.
        }
        [fund-again] بعد از آن مرحله بدون پرداخت تمام می‌شود.
        [drop-rest] بعد از آن حذف می‌شود.
        [work-due] اگر تا { $then } تحویل نشود، کارفرما می‌تواند لغو کند.
        [may-cancel-late] از آن به بعد کارفرما می‌تواند به‌خاطر تأخیر لغو کند.
        [dormancy-notice] بعد از آن، آخرین هشدار قبل از برگشت پول می‌آید.
        [pause-ends-material] اگر نه موارد لازم را بفرستید و نه بگویید چیزی کم نیست، کار بدون آن ادامه پیدا می‌کند.
        [work-due-waited] بعد از آن تأخیر حساب می‌شود.
        [dormancy-notice-waited] بعد از آن، آخرین هشدار قبل از برگشت پول می‌آید.
        [proposal-ends] اگر پاسخ ندهید، چیزی عوض نمی‌شود.
        [dormant] اگر تا آن وقت کاری نکنید، پول برمی‌گردد.
        [review-ends-escalate] اگر تا آن وقت چیزی نگویید، داور تصمیم می‌گیرد پول به چه کسی برسد.
        [review-ends-release] اگر تا آن وقت چیزی نگویید، پول طبق توافق آزاد می‌شود.
        [abandoned] اگر تا { $then } تحویل نشود، داور تصمیم می‌گیرد پول به چه کسی برسد.
        [fee-cancel-ends] اگر تا آن وقت نه اعتراض کنید و نه تحویل دهید، هزینهٔ توافق‌شده برای شما آزاد می‌شود و بقیه برمی‌گردد.
        [fallback] اگر تا آن وقت چیزی تحویل نشود، پول طبق تصمیم داور تقسیم می‌شود.
        [contest-ends] اگر نه از آن مورد صرف‌نظر کنید و نه آن را به‌عنوان تغییر شرایط بخواهید، داور تصمیم می‌گیرد پول به چه کسی برسد.
        [late-cancel-ends] اگر تا آن وقت نه اعتراض کنید و نه تحویل دهید، پول برمی‌گردد.
        [dispute-answer] بعد از آن داور بر اساس واقعیت‌ها تصمیم می‌گیرد.
        [negotiation-ends] بعد از آن داور تصمیم می‌گیرد پول به چه کسی برسد.
        [evidence-ends] بعد از آن داور تصمیم می‌گیرد پول به چه کسی برسد.
        [question-answer] بعد از آن داور می‌تواند بدون پاسخ شما تصمیم بگیرد.
       *[other] { "" }
    }
# چند مورد که منتظرند: هر کدام یک خط کوتاه
remind-several = «{ $title }»: این‌ها منتظر شماست. اینجا را ببینید: { $link }
remind-one = { $terms ->
        [true] تغییر شرایط: { $until }
       *[false] «{ $title }»: { $until }
    }، { $what ->
        [invite-expires] بعد دعوت‌نامه تمام می‌شود.
        [funding-lapses] { $arrived ->
            [first] بعد یک بار دیگر تا { $then }.
           *[other] بعد مرحله تمام می‌شود.
        }
        [fund-again] بعد بدون پرداخت تمام می‌شود.
        [drop-rest] بعد حذف می‌شود.
        [work-due] از { $then } کارفرما می‌تواند لغو کند.
        [may-cancel-late] بعد کارفرما می‌تواند لغو کند.
        [dormancy-notice] بعد آخرین هشدار می‌آید.
        [pause-ends-material] بعد کار ادامه پیدا می‌کند.
        [work-due-waited] بعد تأخیر حساب می‌شود.
        [dormancy-notice-waited] بعد آخرین هشدار می‌آید.
        [proposal-ends] بعد چیزی عوض نمی‌شود.
        [dormant] بعد پول برمی‌گردد.
        [review-ends-escalate] بعد داور تصمیم می‌گیرد.
        [review-ends-release] بعد پول آزاد می‌شود.
        [abandoned] از { $then } داور تصمیم می‌گیرد.
        [fee-cancel-ends] بعد با هزینهٔ توافق‌شده لغو می‌شود.
        [fallback] بعد پول تقسیم می‌شود.
        [contest-ends] بعد داور تصمیم می‌گیرد.
        [late-cancel-ends] بعد پول برمی‌گردد.
        [dispute-answer] بعد داور تصمیم می‌گیرد.
        [negotiation-ends] بعد داور تصمیم می‌گیرد.
        [evidence-ends] بعد داور تصمیم می‌گیرد.
        [question-answer] بعد داور می‌تواند تصمیم بگیرد.
       *[other] بعد ادامه پیدا می‌کند.
    }
remind-more = { $count ->
        [one] یک مرحلهٔ دیگر هم منتظر است.
       *[other] { $count } مرحلهٔ دیگر هم منتظر است.
    }
remind-open = «{ $title }»: منتظر شماست. اینجا را ببینید: { $link }

## آنچه به افراد گفته می‌شود

notice-money-settled = { $ground ->
        [approval] «{ $title }»: کارفرما کار را تأیید کرد.
        [part] «{ $title }»: کارفرما قسمتی از پول را آزاد کرد.
        [silence] «{ $title }»: کارفرما در مهلت بررسی چیزی نگفت، برای همین پول طبق توافق آزاد شد.
        [ruling] «{ $title }»: تصمیم داور را اجرا می‌کنیم.
        [agreement] «{ $title }»: هر دو توافق کردید که تمام شود.
        [lower] «{ $title }»: هر دو با مبلغ کمتری توافق کردید.
        [legal-order] «{ $title }»: دادگاه یا مرجع قانونی تعیین کرده که پول به چه کسی برسد و ما آن را اجرا می‌کنیم.
        [fraud] «{ $title }»: پشتیبانی بعد از بررسی، این مرحله را تمام کرد.
        [withdrawal] «{ $title }»: فریلنسر از کار انصراف داد.
        [cancel-fee] «{ $title }»: کارفرما با هزینهٔ توافق‌شده لغو کرد.
        [late-cancel] «{ $title }»: کارفرما به‌خاطر تأخیر لغو کرد.
        [dormancy] «{ $title }»: تمام شد، چون بعد از آخرین هشدار هیچ‌کدام از شما کاری نکردید.
       *[other] «{ $title }»: پول جابه‌جا شد.
    }
settled-gross = آزادشده: { $amount }
settled-payout = { $role ->
        [freelancer] به شما: { $amount }
       *[other] به فریلنسر: { $amount }
    }
settled-fee = کارمزد ما: { $amount }
settled-refund = { $role ->
        [client] برگشت به شما: { $amount }
       *[other] برگشت به کارفرما: { $amount }
    }
settled-left = هنوز نزد ما امانت است: { $amount }
notice-window-unserved = پیام ما دربارهٔ مرحلهٔ «{ $title }» به { $name } نرسید. در { $again_at } دوباره می‌فرستیم؛ مهلت پاسخ از وقتی حساب می‌شود که پیام برسد.
notice-reminded = این یک یادآوری است.
notice-clocks-extended = { $seconds } در دسترس نبودیم. مهلت‌ها به همین اندازه تمدید شد.

## توافق

agreed-phrase = هنوز عبارت امنیتی ندارید. این عبارت در هر پیام مالی می‌آید تا بدانید پیام از ماست: <b>«عبارت امنیتی»</b> را بزنید.
agreed-where = بگویید پول شما کجا واریز شود: <b>«حساب دریافت پول»</b> را بزنید.
