## نوبت کیست، تا کی، و اگر کاری نشود چه می‌شود

turn-funding-lapses = { $who ->
        [you] نوبت شماست: { $amount } را برای { $title } تا { $until } بپردازید.
       *[other] { $name } باید { $amount } را برای { $title } تا { $until } بپردازد. پیش از آن کار را شروع نکنید.
    }
    اگر پرداختی نشود، این مرحله منتفی است و کسی چیزی بدهکار نیست.
turn-deposit-check = در حال پیدا کردن پرداختِ { $title } هستیم و تا { $until } پاسخ می‌دهیم. تا آن زمان مهلتی به زیان کسی نمی‌گذرد.
turn-drop-rest = { $split ->
        [true] { $who ->
            [you] نوبت شماست: تا { $until } یا { $title } را ادامه دهید یا بقیه را کنار بگذارید.
           *[other] { $name } تا { $until } تصمیم می‌گیرد که { $title } ادامه یابد یا نه.
        }
        اگر چیزی گفته نشود، بقیه کنار گذاشته می‌شود؛ برای آن پولی پرداخت نشده است.
       *[false] { $title } شروع نمی‌شود، چون بخش پیش از آن پایان یافته است. هر یک از شما می‌تواند بقیه را کنار بگذارد.
        اگر هیچ‌کدام نگذارد، در { $until } خودبه‌خود کنار گذاشته می‌شود؛ برای آن پولی پرداخت نشده است.
    }

## دکمه‌ها

button-receipt = رسید
button-receipts = رسیدها
button-copy-account = کپی شمارهٔ حساب
button-copy-reference = کپی شناسهٔ پرداخت
button-pay = پرداخت { $amount }
button-pay-missing = پرداخت ماندهٔ { $amount }
button-ask-shortfall = درخواست از { $name } برای پذیرش { $amount }
button-accept-shortfall = پذیرش { $amount }
button-go-on = ادامه با مرحلهٔ بعد
button-drop = کنار گذاشتن بقیه
button-cancel-funding = لغو این مرحله

## بیشتر…

more-pay = <b>پرداخت</b>: پول تا تأیید شما نزد ما می‌ماند.
more-ask-shortfall = <b>درخواست از { $name }</b> که آنچه رسیده را به جای کل بپذیرد.
more-accept-shortfall = <b>پذیرش</b> آنچه رسیده به جای کل.
more-go-on = <b>ادامه با مرحلهٔ بعد</b>.
more-drop = <b>کنار گذاشتن بقیه</b>: آنچه هنوز پرداخت نشده پایان می‌یابد.
more-cancel-funding = <b>لغو این مرحله</b>: هنوز پولی برای آن نگه داشته نشده است.

## بار دوم

confirm-pay = <b>{ $amount }</b> برای { $title } پرداخت شود؟ نزد ما می‌ماند و تنها وقتی کار را تأیید کنید به { $name } می‌رسد.
yes-pay = بله، پرداخت { $amount }
done-pay = { $amount } نزد ما امانت است.
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
confirm-go-on = با { $title } ادامه می‌دهید؟ هزینهٔ آن <b>{ $amount }</b> است که در گام بعد پرداخت می‌شود.
yes-go-on = بله، ادامه
done-go-on = ادامه دارد.
confirm-drop = { $title } و همهٔ مرحله‌های پس از آن کنار گذاشته شود؟ برای آن پولی پرداخت نشده است.
yes-drop = بله، کنار گذاشته شود
done-drop = کنار گذاشته شد.

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
yes-claim-paid = بله، پرداخت کردم
done-claim-paid = سپاس. الان دنبال پول می‌گردیم.

## رسیدها

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
paper-deal = معامله
paper-fee = کارمزد
paper-milestone = مرحله
paper-held = نگه داشته شده
paper-released = آزاد شده
paper-refunded = بازگردانده شده
paper-deposits = پرداخت‌هایی که رسید

## آنچه به افراد گفته می‌شود

notice-milestone-opened = حالا نوبت { $title } است. پول آن تا تأیید کار نزد ما می‌ماند.
notice-payment-claimed = { $name } می‌گوید { $title } پرداخت شده است. پیش از آن‌که بگوییم پول رسیده، کار را شروع نکنید.
notice-proof-asked = دنبال پرداخت شما برای { $title } هستیم و رسیدی می‌خواهیم که تاریخ و مبلغ روی آن باشد. آنچه گفته‌اید سر جایش می‌ماند.
notice-claim-rejected = پرداخت شما برای { $title } را پیدا نکردیم. لطفاً با بانک خود بررسی کنید و وقتی فرستاده شد دوباره خبر دهید.
notice-deposit-short = { $arrived } برای { $title } رسید. این همهٔ آن نیست، پس کار شروع نشده است.
notice-deposit-late = { $amount } برای { $title } رسید، که دیگر منتظر آن نبود. به همان جایی که آمده برمی‌گردد.
notice-shortfall-asked = { $name } می‌خواهد { $arrived } را برای { $title } به جای { $amount } بپذیرید.
notice-milestone-funded = { $held } برای { $title } نزد ما امانت است. { $role ->
        [freelancer] می‌توانید شروع کنید.
       *[other] { $name } می‌تواند شروع کند.
    } گزارش کار باز است.
notice-milestone-voided = { $title } بدون پول پایان یافت: { $why ->
        [funding-lapses] به‌موقع پرداخت نشد.
        [cancel-funding] پیش از پرداخت لغو شد.
       *[other] کنار گذاشته شد.
    }
notice-waiting-returned = { $amount } که برای { $title } رسیده بود به همان جایی که آمده برمی‌گردد.
notice-transfer-confirmed = { $amount } { $transfer_kind ->
        [payout] برای { $title } به شما واریز شد.
       *[refund] برای { $title } به شما برگشت.
    }
notice-transfer-failed = { $amount } برای { $title } به شما نرسید. همچنان از آن شماست: پشتیبانی ما پیگیری می‌کند و شاید بپرسد به کجا بفرستیم.

## The treasurer

desk-claim-head = 💶 <b>{ $amount }</b>: کارفرما می‌گوید پرداخت کرده است
desk-claim-reference = شناسهٔ پرداخت: { $reference }
desk-claim-payer = پرداخت‌کننده: { $payer }، تاریخ پرداخت: { $day }
desk-claim-by = کارفرما: { $name }
desk-claim-settled = این پرداخت قبلاً پاسخ گرفته است.
desk-claim-rejected = ✗ { $name } می‌گوید نرسیده است. به کارفرما خبر داده می‌شود.
desk-not-arrived-sure = می‌گویید <b>{ $amount }</b> از { $name } نرسیده است؟ به او خبر می‌دهیم و مهلت پرداختش ادامه پیدا می‌کند.
desk-button-confirm-deposit = رسید، تأیید می‌کنم
desk-button-not-arrived = نرسیده است
desk-button-proof = مدرک بخواه
desk-proof-asked = ⏳ در { $at } رسید خواسته شد.
desk-button-different = مبلغ دیگری رسیده
desk-button-confirm-deposit-of = تأیید می‌کنم: { $amount }
desk-deposit-sure = آیا <b>{ $amount }</b> از <b>{ $payer }</b> با شناسهٔ { $reference } رسیده است؟
desk-deposit-differs =
    { $how ->
        [short] ⚠️ { $apart } کمتر از { $expected } که انتظار می‌رفت: کار هنوز شروع نمی‌شود و بقیه از کارفرما خواسته می‌شود.
       *[over] ⚠️ { $apart } بیشتر از { $expected } که انتظار می‌رفت: مازاد بازگردانده می‌شود.
    }
desk-deposit-done = ✓ { $name } می‌گوید { $amount } رسیده است.
desk-deposit-amount = { $name }، چه مبلغی رسیده است؟ انتظار { $amount } می‌رفت. پیام بعدی شما در اینجا مبلغ شمرده می‌شود.
desk-deposit-which = { $count ->
        [one] نقطهٔ پیش از سه رقم را می‌توان نادرست خواند. مبلغ همین است؟ اگر نه، دوباره بنویسید.
       *[other] این را دو جور می‌توان خواند. کدام است؟
    }
desk-suspense = 💶 { $amount } دیر یا برای بار دوم رسیده است. برای چیزی به کار نمی‌رود و باید به مبدأ بازگردد.
desk-transfer-doubled =
    { $kind ->
        [payout] ⚠️ واریز { $amount } به { $name }: { $rail } آن را دوباره و با شناسه‌ای دیگر تأیید می‌کند.
       *[refund] ⚠️ بازپرداخت { $amount } به { $name }: { $rail } آن را دوباره و با شناسه‌ای دیگر تأیید می‌کند.
    }
    در دفترهای حساب: { $known }
    اکنون می‌گوید: { $again }
    از { $rail } بپرسید که آیا این هم فرستاده شده است و اگر شده، بخواهید برگردانده شود.
desk-owed-head =
    { $kind ->
        [payout] 💸 واریز: <b>{ $amount }</b> به { $name }
       *[refund] ↩️ بازپرداخت: <b>{ $amount }</b> به { $name }
    }
desk-owed-to =
    { $kind ->
        [payout] به: { $details }
       *[refund] بازگشت به: { $details }
    }
desk-owed-nowhere =
    { $kind ->
        [payout] ⚠️ هنوز نگفته‌اند به کجا واریز شود؛ ربات از آن‌ها می‌پرسد. همین که گفتند، /payouts آن را نشان می‌دهد.
       *[refund] ⚠️ مبدأ پول ثبت نشده است.
    }
desk-owed-came = با شناسهٔ { $reference } رسیده بود؛ آن را در { $at } دیدیم.
desk-owed-changes = ⚠️ آن را عوض کرده‌اند: مقصد تازه از { $at } به کار می‌آید. تا آن زمان تنها همین.
desk-owed-reference = شناسهٔ پرداخت: { $reference }
desk-owed-failed = ⚠️ قبلاً ناموفق بود: { $why }
desk-owed-until = تا { $until } بفرستید.
desk-owed-sure = آیا دقیقاً همین را فرستاده‌اید؟
desk-owed-done =
    { $kind ->
        [payout] ✓ واریز { $amount } به { $name } فرستاده شد.
       *[refund] ✓ بازپرداخت { $amount } به { $name } فرستاده شد.
    }
desk-owed-why = { $name }، چرا ناموفق بود؟ پیام بعدی شما در اینجا دلیل شمرده می‌شود؛ گیرنده آن را نمی‌خواند.
desk-button-confirm-payout = واریز شد، تأیید می‌کنم
desk-button-copy-account = کپی شمارهٔ حساب
desk-button-copy-reference = کپی شناسهٔ پرداخت
desk-button-confirm-refund = بازپرداخت شد، تأیید می‌کنم
desk-button-confirm-payout-of = تأیید واریز: { $amount }
desk-button-confirm-refund-of = تأیید بازپرداخت: { $amount }
desk-button-failed = ناموفق بود

## Refusals

refusal-not-its-turn = نوبت این مرحله نرسیده است.
refusal-not-asked = کارفرما چنین چیزی از شما نخواسته است.
refusal-already-asked = قبلاً پرسیده‌اید. طرف دیگر پاسخ خواهد داد.
refusal-nothing-arrived = هنوز پولی نرسیده است.
refusal-proof-asked = قبلاً از کارفرما رسید خواسته شده است.
refusal-no-claim = کسی نگفته است که پرداخت کرده.
refusal-claim-unanswered = هنوز پرداخت را بررسی می‌کنیم. لطفاً تا پاسخ صبر کنید.
refusal-deposit-used-elsewhere = این پرداخت قبلاً ثبت شده است.
refusal-other-rail = این مرحله از راه دیگری پرداخت می‌شود.
refusal-transfer-done = این واریز قبلاً تأیید شده است.
refusal-last-arbiter = تنها شما مانده‌اید که می‌توانید دربارهٔ این معامله رأی بدهید؛ پس کس دیگری باید پرداخت‌هایش را تأیید کند.
refusal-no-such-transfer = چنین واریزی نیست.
refusal-deposit-currency = واحد پول این معامله { $currency } است.

refusal-no-play-money = اینجا پول آزمایشی در کار نیست.
refusal-no-manual-rail = اینجا نیازی به گزارش نیست: پرداخت‌ها خودبه‌خود تأیید می‌شوند.
