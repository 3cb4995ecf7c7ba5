## کارت زندهٔ معامله

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

clocks-wait = { $why ->
        [paused] ⏸ فعلاً کار را متوقف کرده‌ایم: مهلت‌ها صبر می‌کند و این زمان به آن‌ها برمی‌گردد.
       *[deaf] ⏳ فعلاً پیام‌ها به ما نمی‌رسد، برای همین مهلت‌ها صبر می‌کند: هیچ مهلتی تمام نمی‌شود و هیچ پولی به این دلیل که کسی به نظر ساکت است جابه‌جا نمی‌شود. هر دکمه‌ای که بزنید، به محض رسیدن و قبل از هر مهلتی حساب می‌شود.
    }

## دکمه‌ها

button-more = بیشتر…
button-again = تکرار همین معامله
button-remind = یادآوری به او
button-whatsapp = واتس‌اپ
button-copy-text = کپی متن
button-deal-draft = ادامه
button-deal-invite = دیدن شرایط

## بیشتر…

more-nothing = الان کار دیگری اینجا نیست.

## یادآوری

remind-how = این متن را جایی بگذارید که پیام‌های شما را می‌خواند:
remind-until = «{ $title }»: لطفاً { $link } را ببینید. تا { $until } منتظر شماست.
remind-open = «{ $title }»: لطفاً { $link } را ببینید. منتظر شماست.

## آنچه به افراد گفته می‌شود

notice-money-settled = { $ground ->
        [approval] { $title }: کار تأیید شد.
        [part] { $title }: قسمتی از پول آزاد شد.
        [silence] { $title }: مهلت بررسی بدون پاسخ گذشت، پس طبق توافق پول آزاد می‌شود.
        [ruling] { $title }: رأی داور اجرا شد.
        [withdrawal] { $title }: فریلنسر از کار انصراف داد.
        [late-cancel] { $title } به‌خاطر تأخیر لغو شد.
        [dormancy] مرحلهٔ «{ $title }» پایان یافت، چون بعد از آخرین هشدار هیچ‌کدام از شما کاری نکردید.
       *[other] { $title }: پول جابه‌جا شد.
    }
settled-payout = { $role ->
        [freelancer] به شما: { $amount }
       *[other] به فریلنسر: { $amount }
    }
settled-fee = کارمزد: { $amount }
settled-refund = { $role ->
        [client] برگشت به شما: { $amount }
       *[other] برگشت به کارفرما: { $amount }
    }
settled-left = هنوز نزد ما امانت است: { $amount }
notice-window-unserved = پیام ما دربارهٔ مرحلهٔ «{ $title }» به { $name } نرسید. { $again_at } دوباره می‌فرستیم؛ مهلت پاسخ از وقتی حساب می‌شود که پیام برسد.
notice-reminded = این یک یادآوری است.
notice-clocks-extended = { $seconds } در دسترس نبودیم. این زمان به مهلت‌ها برگشت.

## توافق

agreed-phrase = هنوز عبارت امنیتی ندارید. این عبارت در هر پیام مالی می‌آید تا بدانید پیام از ماست: <b>عبارت امنیتی</b> را بزنید.
agreed-where = لطفاً بگویید پول شما کجا واریز شود: <b>حساب دریافت پول</b> را بزنید.
