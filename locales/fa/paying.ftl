## نوبت کیست، تا کی، و اگر اقدامی نشود چه می‌شود

turn-funding-lapses = { $who ->
        [you] نوبت شماست: تا { $until } مبلغ { $amount } را برای «{ $title }» بپردازید.
       *[other] { $name } باید تا { $until } مبلغ { $amount } را برای «{ $title }» بپردازد. کار قبل از آن شروع نمی‌شود.
    }
    { $arrived ->
        [first] اگر بقیهٔ پول تا آن وقت نرسد، یک بار دیگر تا { $then } فرصت هست.
        [last] اگر بقیهٔ پول تا آن وقت نرسد، این مرحله تمام می‌شود و { $waiting } به همان حسابی که از آن آمده برمی‌گردد.
       *[none] اگر تا آن وقت پرداخت نشود، این مرحله تمام می‌شود و برای آن کسی بدهکار نیست.
    }
turn-deposit-check = کارفرما می‌گوید پول «{ $title }» را پرداخت کرده است. { $late ->
        [true] بررسی می‌کنیم. باید تا { $until } جواب می‌دادیم و دیر شده است؛ به پشتیبانی یادآوری می‌شود.
       *[false] بررسی می‌کنیم و تا { $until } جواب می‌دهیم.
    } تا جواب ما، مهلت پرداخت متوقف است.
turn-drop-rest = { $split ->
        [true] { $who ->
            [you] نوبت شماست: تا { $until } یا با «{ $title }» ادامه دهید یا مرحله‌های بعد را حذف کنید.
           *[other] { $name } تا { $until } فرصت دارد با «{ $title }» ادامه دهد.
        }
        اگر این‌طور نشود، «{ $title }» و مرحله‌های بعدش حذف می‌شود. پولی برایشان پرداخت نشده است.
       *[false] «{ $title }» شروع نمی‌شود، چون مرحلهٔ قبل بدون آزادسازی پول تمام شد. هر کدام از شما می‌تواند مرحله‌های بعد را حذف کند.
        وگرنه در { $until } خودبه‌خود حذف می‌شود. پولی برای آن پرداخت نشده است.
    }

turn-fund-again = { $who ->
        [you] نوبت شماست: تا { $until } مبلغ { $amount } را برای «{ $title }» یک بار دیگر بپردازید. بانک پرداخت شما را برگشت زده و پس نمی‌دهد.
       *[other] { $name } باید تا { $until } مبلغ { $amount } را برای «{ $title }» یک بار دیگر بپردازد. بانک پرداخت را برگشت زده و پس نمی‌دهد.
    }
    تا آن وقت معامله متوقف است و مهلت دیگری نمی‌گذرد. اگر تا آن وقت پرداخت نشود، این مرحله بدون پرداخت تمام می‌شود؛ آنچه تحویل شده در معامله می‌ماند.

turn-hold-flag = این معامله فعلاً متوقف است. مبلغ امانت سر جایش می‌ماند: پولی جابه‌جا نمی‌شود، چیزی تمام نمی‌شود و مهلت هیچ‌کدام از شما نمی‌گذرد. { $late ->
        [true] باید تا { $until } بررسی می‌کردیم و دیر شده است؛ به پشتیبانی یادآوری می‌شود.
       *[false] پشتیبانی تا { $until } آن را بررسی می‌کند.
    }
    وقتی ادامه پیدا کند، هر دو همان زمانی را دارید که مانده بود، و به شما خبر می‌دهیم. تا آن وقت هم می‌توانید برای { $name } و برای ما بنویسید.
still-why = پشتیبانی می‌گوید: { $why }

## دکمه‌ها

button-receipt = رسید
button-receipts = رسیدها
button-copy-account = کپی شمارهٔ حساب
button-copy-reference = کپی شناسهٔ واریز
button-pay = پرداخت { $amount }
button-pay-missing = پرداخت ماندهٔ { $amount }
button-ask-shortfall = درخواست پذیرش { $amount }
button-accept-shortfall = پذیرش { $amount }
button-pay-several = پرداخت یک مرحله…
button-ask-shortfall-several = درخواست پذیرش…
button-accept-shortfall-several = پذیرش مبلغ رسیده…
button-go-on = ادامه با مرحلهٔ بعد
button-drop = حذف مرحله‌های بعد
button-cancel-funding = لغو این مرحله

## بیشتر…

more-pay = <b>پرداخت</b>: پول نزد ما امانت می‌ماند. { way-out }
more-ask-shortfall = <b>درخواست پذیرش</b>: از { $name } می‌خواهیم مبلغ رسیده را به جای کل مبلغ بپذیرد. تا وقتی نپذیرد، مبلغ همان می‌ماند.
more-accept-shortfall = <b>پذیرش</b> مبلغ رسیده به جای کل مبلغ.
more-go-on = <b>ادامه با مرحلهٔ بعد</b>.
more-drop = <b>حذف مرحله‌های بعد</b>: مرحله‌هایی که هنوز پرداخت نشده‌اند تمام می‌شوند.
more-cancel-funding = <b>لغو این مرحله</b>: قبل از پرداخت کامل تمام می‌شود. پولی که برای آن رسیده برمی‌گردد.

## بار دوم

confirm-pay = <b>{ $amount }</b> برای «{ $title }» پرداخت شود؟ پول نزد ما امانت می‌ماند. { way-out }
yes-pay = بله، پرداخت { $amount }
done-pay = { $amount } نزد ما امانت است.
confirm-cancel-funding = «{ $title }» لغو شود؟ برای آن پولی نزد ما امانت نیست. { $arrived ->
        [true] مبلغی که رسیده برمی‌گردد: <b>{ $amount }</b>.{" "}
       *[false] {""}
    }{ $at_once ->
        [true] مرحله‌های دیگر همان‌طور که هستند می‌مانند.
       *[false] اگر این مرحلهٔ اول باشد، مرحله‌های بعد هم تمام می‌شوند.
    }
yes-cancel-funding = بله، لغو شود
done-cancel-funding = لغو شد.
confirm-ask-shortfall = از { $name } بخواهیم <b>{ $amount }</b> را به جای کل مبلغ، یعنی { $price }، بپذیرد؟
yes-ask-shortfall = بله، درخواست از { $name }
done-ask-shortfall = از { $name } درخواست کردیم.
confirm-accept-shortfall = <b>{ $amount }</b> را به جای کل مبلغ، یعنی { $price }، می‌پذیرید؟ بعد از آن کار شروع می‌شود.
yes-accept-shortfall = بله، پذیرش { $amount }
done-accept-shortfall = { $amount } نزد ما امانت است. می‌توانید شروع کنید.
confirm-go-on = با «{ $title }» ادامه می‌دهید؟ مبلغ آن <b>{ $amount }</b> است که در قدم بعد پرداخت می‌کنید.
yes-go-on = بله، ادامه
done-go-on = قدم بعد پرداخت { $amount } است.
confirm-drop = «{ $title }» و مرحله‌های بعد از آن حذف شود؟ پولی برایشان پرداخت نشده است.
yes-drop = بله، حذف شود
done-drop = حذف شد.

## پرداخت بانکی

pay-no-account = هنوز برای این واحد پول حساب بانکی نداریم. <b>«پشتیبانی»</b> را بزنید تا راه پرداخت را بگوییم.
pay-how = پول «{ $title }» را با انتقال بانکی بپردازید. این پول نزد ما امانت می‌ماند. { way-out }
pay-other-how = این مبلغ را { $payer } می‌پردازد. این پیام را برایش بفرستید؛ شناسهٔ واریز باید در شرح انتقال نوشته شود.
pay-amount = مبلغ: <b>{ $amount }</b>
pay-holder = به نام: { $holder }
pay-account = شمارهٔ حساب: { $number }
pay-bank = بانک: { $bank }
# Of the account
pay-country = کشور: { $country }
pay-reference = شناسهٔ واریز: { $reference }
pay-note = { $note }
pay-then = بعد از فرستادن پول، دکمهٔ سبز را بزنید. تا پول را در حساب خود نبینیم، چیزی نزد ما امانت نیست.
pay-ask-payer = پول از حساب چه کسی فرستاده شد؟ نام صاحب حساب را بنویسید، یا دکمهٔ نام خود را بزنید.
pay-ask-other = چه کسی می‌پردازد؟ نام صاحب حساب را بنویسید.
pay-ask-day = چه روزی فرستاده شد؟ روز را بنویسید، یا یکی را انتخاب کنید.
pay-ask-receipt = اگر رسید دارید، الان عکس یا فایل آن را بفرستید.
pay-claim-summary = اعلام می‌کنید: <b>{ $amount }</b> برای «{ $title }»، فرستاده‌شده از حساب { $payer } در { $day }، { $receipt ->
        [true] همراه رسید.
       *[false] بدون رسید.
    }
pay-claim-then = حسابمان را برای این پول بررسی می‌کنیم. وقتی پیدا شد، پول امانت می‌شود و کار شروع می‌شود.
button-send-proof = فرستادن رسید
button-claim-paid = پرداخت کردم
button-they-have-paid = پرداخت کرده است
button-someone-else = پرداخت با دیگری
button-today = امروز
button-yesterday = دیروز
yes-claim-paid = بله، پرداخت کردم
done-claim-paid = ممنون. حساب را بررسی می‌کنیم.

## رسیدها

receipts-head = پول‌های رسیده و فرستاده‌شده:
receipt-milestone = <b>{ $number }. { $title }</b>
receipt-deposit = رسیده در { $at }: { $amount } (شمارهٔ { $number })
receipt-held = مبلغ امانت: { $amount }
receipt-released = آزادشده برای فریلنسر: { $amount }
receipt-fee = کارمزد ما: { $amount }
receipt-refunded = برگشت به کارفرما: { $amount }
receipt-taken-back = { $state ->
        [open] بانک در { $at } برگشت زد و هنوز نظر نداده است: { $amount }
        [won] بانک در { $at } برگشت زد و بعد پس داد: { $amount }
       *[lost] بانک در { $at } برگشت زد و پس نداد: { $amount }
    }
receipt-ordered = { $kind ->
        [legal] دادگاه یا مرجع قانونی تعیین کرد که پول به چه کسی برسد.
       *[fraud] پشتیبانی بعد از بررسی آن را تمام کرد.
    }
receipt-transfer = { $kind ->
        [payout] واریز به شما
       *[refund] برگشت پول به شما
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
paper-receipts = رسیدها
paper-footer = معاملهٔ { $code }
paper-deal = معامله
paper-fee = کارمزد ما
paper-milestone = مرحله
paper-held = امانت
paper-released = آزادشده
paper-refunded = برگشتی
paper-deposits = پرداخت‌هایی که رسید

## آنچه به افراد گفته می‌شود

notice-milestone-opened = { $several ->
        [true] حالا می‌توانید مرحله‌ها را به هر ترتیبی پرداخت کنید. پول هر کدام جداگانه نزد ما امانت می‌ماند.
       *[false] حالا نوبت «{ $title }» است. پولی که برای آن می‌پردازید نزد ما امانت می‌ماند.
    } { way-out }
notice-payment-claimed = { $name } می‌گوید پول «{ $title }» را پرداخت کرده است. تا نگفته‌ایم امانت شد، کار را شروع نکنید.
notice-proof-asked = پرداخت شما برای «{ $title }» را بررسی می‌کنیم و رسیدی می‌خواهیم که تاریخ و مبلغ روی آن باشد. آنچه اعلام کرده‌اید سر جایش می‌ماند.
notice-claim-rejected = پرداخت شما برای «{ $title }» را پیدا نکردیم. با بانک خود بررسی کنید و وقتی فرستاده شد، دوباره به ما بگویید.
notice-deposit-short = { $arrived } برای «{ $title }» رسید. { $missing } مانده است، برای همین کار شروع نشده.
notice-deposit-late = { $amount } برای «{ $title }» دیر رسید، یا بیش از یک بار. این پول به همان حسابی که از آن آمده برمی‌گردد.
notice-shortfall-asked = { $name } می‌خواهد { $arrived } را برای «{ $title }» به جای { $amount } بپذیرید. اگر چیزی نگویید، مبلغ همان می‌ماند.
notice-milestone-funded = { $held } برای «{ $title }» نزد ما امانت است. { $frozen ->
        [true] کار وقتی شروع می‌شود که این معامله ادامه پیدا کند.
       *[false] { $role ->
            [freelancer] می‌توانید شروع کنید.
           *[other] { $name } می‌تواند شروع کند.
        } گزارش کار باز است.
    }
notice-milestone-voided = { $why ->
        [unpaid] «{ $title }» بدون پرداخت تمام شد: بانک پرداخت را برگشت زد و دوباره پرداخت نشد. آنچه تحویل شده در معامله می‌ماند.
        [funding-lapses] «{ $title }» قبل از شروع کار تمام شد: به‌موقع پرداخت نشد.
        [cancel-funding] «{ $title }» قبل از شروع کار تمام شد: { $by ->
            [client] کارفرما آن را لغو کرد.
            [freelancer] فریلنسر آن را لغو کرد.
           *[clock] لغو شد.
        }
        [unfunded] «{ $title }» قبل از شروع کار تمام شد: مرحلهٔ اول پرداخت نشد.
       *[dropped] «{ $title }» قبل از شروع کار تمام شد: { $by ->
            [client] کارفرما آن را حذف کرد.
            [freelancer] فریلنسر آن را حذف کرد.
           *[clock] حذف شد، چون مهلت ادامهٔ آن تمام شد.
        }
    }
notice-deposit-reversed = { $stands ->
        [true] { $role ->
            [freelancer] بانک { $amount } از پرداخت «{ $title }» را برگشت زده است. لطفاً فعلاً روی آن کار نکنید: پول آن دیگر نزد ما امانت نیست. وقتی دوباره امانت شد خبر می‌دهیم.
           *[other] بانک شما { $amount } از پرداختتان برای «{ $title }» را برگشت زده است. کار تا پرداخت دوباره متوقف می‌شود.
        }
       *[false] بانک شما { $amount } از پرداختتان برای «{ $title }» را که تمام شده، برگشت زده است. موضوع را با بانک پیگیری می‌کنیم. اگر شما این را نخواسته‌اید، لطفاً برای ما بنویسید.
    }
notice-deposit-corrected = { $stops ->
        [true] { $role ->
            [freelancer] گفته بودیم پول «{ $title }» پرداخت شده است. اشتباه از ما بود: از { $was } که ثبت کرده بودیم، { $right } برای آن است. لطفاً فعلاً روی آن کار نکنید؛ وقتی همهٔ پول دوباره امانت شد خبر می‌دهیم. ماجرا:
           *[other] برای «{ $title }» به اشتباه { $was } ثبت کرده بودیم؛ { $right } برای آن است. کار تا پرداخت بقیه متوقف می‌شود. ماجرا:
        }
       *[false] برای «{ $title }» به اشتباه { $was } ثبت کرده بودیم؛ { $right } برای آن است. ماجرا:
    }
notice-reversal-won = بانک { $amount } مربوط به «{ $title }» را پس داد. پول دوباره نزد ماست.
notice-reversal-lost = { $stands ->
        [true] { $role ->
            [freelancer] بانک { $amount } از پرداخت «{ $title }» را پس نمی‌دهد. { $name } تا { $until } فرصت دارد آن را یک بار دیگر بپردازد. تا آن وقت لازم نیست روی آن کار کنید.
           *[other] بانک { $amount } از پرداخت شما برای «{ $title }» را پس نمی‌دهد. تا { $until } می‌توانید آن را یک بار دیگر بپردازید؛ وگرنه این مرحله بدون پرداخت تمام می‌شود. معاملهٔ تازه باید منتظر بررسی پشتیبانی بماند.
        }
       *[false] بانک { $amount } از پرداخت شما برای «{ $title }» را پس نمی‌دهد. معاملهٔ تازه باید منتظر بررسی پشتیبانی بماند. اگر اشتباهی شده، لطفاً برای ما بنویسید.
    }
notice-held-again = { $held } برای «{ $title }» دوباره نزد ما امانت است.
notice-payer-cleared = دوباره می‌توانید با ما معاملهٔ تازه شروع کنید.
notice-flag-set = { $why ->
        [operator] پشتیبانی این معامله را فعلاً متوقف کرده است. دلیل:
        [chargeback] بانکِ پرداخت‌کننده دربارهٔ پرداخت این معامله سؤال دارد. پشتیبانی معامله را تا روشن شدن آن متوقف کرده است.
       *[check] پشتیبانی این معامله را فعلاً متوقف کرده است تا موضوعی را بررسی کند. این به معنی مقصر بودن هیچ‌کدام از شما نیست.
    }
notice-flag-lifted = این معامله ادامه پیدا می‌کند. هر دو همان زمانی را دارید که مانده بود؛ تاریخ‌های تازه را پایین می‌بینید.
# Of money that fits no milestone; $amount is what is here
notice-money-unmatched = { $amount } به حساب ما رسیده و به نظر می‌رسد برای «{ $deal }» باشد، ولی این معامله حالا منتظر چنین پرداختی نیست. پشتیبانی ما بررسی می‌کند: یا بابت مرحله‌ای حساب می‌شود که منتظر آن است، یا به همان حسابی که از آن آمده برمی‌گردد.
notice-money-sent-back = { $amount } را که به «{ $deal }» نمی‌خورد، به همان حسابی که از آن آمده بود پس فرستادیم.
notice-money-came-back = { $amount } که پس فرستاده بودیم دوباره به حساب ما برگشته است. لطفاً با «پشتیبانی» به ما بنویسید که به کجا برود.
notice-waiting-returned = { $amount } که برای «{ $title }» رسیده بود به همان حسابی که از آن آمده برمی‌گردد.
# It left us; once it should be there, and nobody has said so, its receiver is asked
notice-transfer-sent = { $transfer_kind ->
        [payout] { $amount } را برای «{ $title }» به حساب شما فرستادیم. وقتی به حسابتان نشست، <b>پول رسید</b> را بزنید.
       *[refund] پول برگشتی «{ $title }»، { $amount }، را برای شما فرستادیم. وقتی به حسابتان نشست، <b>پول رسید</b> را بزنید.
    }
# $reached: who says that it is there: the way to pay, the statement; of what is older, that we sent it
notice-transfer-confirmed = { $transfer_kind ->
        [payout] { $reached ->
            [arrived] { $amount } برای «{ $title }» به دست شما رسید.
            [statement] { $amount } برای «{ $title }» طبق صورت‌حساب بانک به دست شما رسیده است. اگر در حسابتان نیست، <b>پشتیبانی</b> را بزنید.
           *[sent] { $amount } را برای «{ $title }» به حساب شما فرستادیم.
        }
       *[refund] { $reached ->
            [arrived] پول برگشتی «{ $title }»، { $amount }، به دست شما رسید.
            [statement] پول برگشتی «{ $title }»، { $amount }، طبق صورت‌حساب بانک به دست شما رسیده است. اگر در حسابتان نیست، <b>پشتیبانی</b> را بزنید.
           *[sent] پول برگشتی «{ $title }»، { $amount }، را برای شما فرستادیم.
        }
    }
notice-arrival-asked = { $transfer_kind ->
        [payout] { $amount } را برای «{ $title }» به حساب شما فرستادیم و تا حالا باید رسیده باشد. لطفاً حسابتان را ببینید، بعد <b>پول رسید</b> یا <b>پول نرسید</b> را بزنید.
       *[refund] پول برگشتی «{ $title }»، { $amount }، را برای شما فرستادیم و تا حالا باید رسیده باشد. لطفاً حسابتان را ببینید، بعد <b>پول رسید</b> یا <b>پول نرسید</b> را بزنید.
    }
button-arrived = پول رسید
button-not-arrived = پول نرسید
button-arrived-of = پول رسید: { $amount }
button-not-arrived-of = پول نرسید: { $amount }
# $at: when we sent it
confirm-arrived = آیا <b>{ $amount }</b> برای «{ $title }» که در { $at } فرستادیم در حساب شماست؟ آن وقت کار این پول تمام است.
confirm-not-arrived = آیا <b>{ $amount }</b> برای «{ $title }» که در { $at } فرستادیم در حساب شما نیست؟ لطفاً اول حسابتان را ببینید. بعد پشتیبانی از بانک می‌پرسد که کجاست.
yes-arrived = بله، رسیده است
yes-not-arrived = نه، نرسیده است
done-arrived = ممنون: { $amount } به حساب شما رسیده است.
done-not-arrived = پشتیبانی پیگیری می‌کند.
notice-transfer-returned = { $transfer_kind ->
        [payout] { $amount } که برای «{ $title }» فرستاده بودیم از بانک به حساب ما برگشت. همچنان به شما بدهکاریم. لطفاً حساب دریافت پول خود را بررسی کنید؛ بعد دوباره می‌فرستیم. دلیل برگشتن:
       *[refund] برگشت { $amount } از «{ $title }» که فرستاده بودیم، از بانک به حساب ما برگشت. همچنان به شما بدهکاریم. لطفاً با «پشتیبانی» به ما بنویسید که به کجا برود. دلیل برگشتن:
    }
notice-transfer-failed = { $amount } برای «{ $title }» به دست شما نرسید. همچنان به شما بدهکاریم: پشتیبانی پیگیری می‌کند و شاید بپرسد به کدام حساب بفرستیم.

## The treasurer

desk-claim-head = 💶 <b>{ $amount }</b>: کارفرما می‌گوید پرداخت کرده است
desk-claim-reference = شناسهٔ واریز: { $reference }
desk-claim-payer = پرداخت‌کننده: { $payer }، تاریخ پرداخت: { $day }
desk-claim-by = کارفرما: { $name }
desk-claim-settled = این پرداخت قبلاً جواب گرفته است.
desk-claim-rejected = ✗ { $name } می‌گوید نرسیده است. به کارفرما خبر می‌دهیم.
desk-not-arrived-sure = می‌گویید <b>{ $amount }</b> از { $name } نرسیده است؟ به کارفرما خبر می‌دهیم و مهلت پرداخت ادامه پیدا می‌کند.
desk-button-confirm-deposit = تأیید رسیدن پول
desk-button-not-arrived = نرسیده
desk-button-proof = درخواست رسید
desk-proof-asked = ⏳ در { $at } رسید خواستیم.
desk-button-different = مبلغ دیگر
desk-button-confirm-deposit-of = تأیید رسیدن { $amount }
desk-deposit-sure = آیا <b>{ $amount }</b> از <b>{ $payer }</b> با شناسهٔ واریز { $reference } رسیده است؟
desk-deposit-differs =
    { $how ->
        [short] ⚠️ { $apart } کمتر از { $expected } که انتظار می‌رفت: کار هنوز شروع نمی‌شود و بقیه را از کارفرما می‌خواهیم.
       *[over] ⚠️ { $apart } بیشتر از { $expected } که انتظار می‌رفت: مبلغ اضافه را برمی‌گردانیم.
    }
desk-deposit-asked = <b>{ $amount }</b> از <b>{ $payer }</b> با شناسهٔ واریز { $reference }
desk-deposit-done = ✓ { $name } می‌گوید { $amount } رسیده است.
desk-deposit-amount = { $name }، چه مبلغی رسیده است؟ انتظار { $amount } می‌رفت. پیام بعدی شما در اینجا مبلغ حساب می‌شود.
desk-deposit-which = { $count ->
        [one] نقطهٔ قبل از سه رقم را می‌شود اشتباه خواند. مبلغ همین است؟ اگر نه، دوباره بنویسید.
       *[other] این را دو جور می‌شود خواند. کدام است؟
    }
desk-suspense = 💶 { $amount } دیر رسیده است، یا برای بار دوم. اینجا بابت چیزی حساب نمی‌شود و باید به همان حسابی که از آن آمده برگردد.
desk-transfer-doubled =
    { $kind ->
        [payout] ⚠️ واریز { $amount } به { $name }: { $rail } آن را دوباره و با شناسه‌ای دیگر تأیید می‌کند.
       *[refund] ⚠️ برگشت { $amount } به { $name }: { $rail } آن را دوباره و با شناسه‌ای دیگر تأیید می‌کند.
    }
    ثبت‌شده در حساب‌ها: { $known }
    حالا می‌گوید: { $again }
    از { $rail } بپرسید که آیا این هم فرستاده شده است و اگر شده، بخواهید آن را برگردانند.
desk-owed-head =
    { $kind ->
        [payout] 💸 واریز: <b>{ $amount }</b> به { $name }
       *[refund] ↩️ برگشت پول: <b>{ $amount }</b> به { $name }
    }
desk-owed-to =
    { $kind ->
        [payout] به: { $details }
       *[refund] برگشت به: { $details }
    }
desk-owed-nowhere =
    { $kind ->
        [payout] ⚠️ فریلنسر هنوز نگفته به کجا واریز شود؛ ربات از او می‌پرسد. وقتی جواب داد، /payouts آن را نشان می‌دهد.
       *[refund] ⚠️ حساب مبدأ ثبت نشده است.
    }
desk-owed-came = با شناسهٔ واریز { $reference } رسیده بود؛ آن را در { $at } دیدیم.
desk-owed-changes = ⚠️ حساب عوض شده است: حساب تازه از { $at } به کار می‌آید. تا آن وقت به حساب بالا بفرستید.
desk-owed-changed = ⚠️ حساب وقتی عوض شده که این پول بدهی ما بود: این حساب از { $at } به کار می‌آید. اگر تردید دارید، قبل از فرستادن از گیرنده بپرسید.
desk-owed-reference = شناسهٔ واریز: { $reference }
desk-owed-failed = ⚠️ قبلاً ناموفق بود: { $why }
desk-owed-returned = ⚠️ فرستاده شد و برگشت: { $why }
desk-returned-why = { $name }، چرا برگشت؟ پیام بعدی شما در اینجا دلیل آن حساب می‌شود و { $receiver } آن را می‌خواند.
desk-returned-sure = ↩️ آیا <b>{ $amount }</b> مال <b>{ $name }</b> دوباره در حساب ماست؟ آن وقت دوباره به او بدهکاریم و هیچ مرحله‌ای دوباره باز نمی‌شود. او این را می‌خواند:
desk-owed-until = تا { $until } بفرستید.
desk-owed-sure = آیا دقیقاً همین را فرستاده‌اید؟
desk-owed-done =
    { $kind ->
        [payout] { $state ->
            [arrived] ✓ واریز { $amount } به { $name } رسیده است.
           *[sent] ↗️ واریز { $amount } به { $name } فرستاده شد.
        }
       *[refund] { $state ->
            [arrived] ✓ برگشت { $amount } به { $name } رسیده است.
           *[sent] ↗️ برگشت { $amount } به { $name } فرستاده شد.
        }
    }
# $until: by when it should be there
desk-way-since = در { $at } فرستاده شد و هنوز کسی نگفته که رسیده است. تا { $until } باید برسد.
desk-way-asked = در { $at } از گیرنده پرسیدیم.
desk-way-missed = ⚠️ گیرنده در { $at } گفت که نرسیده است. از بانک بپرسید که کجاست.
desk-way-head = ↗️ <b>فرستاده‌شده، بدون خبر رسیدن</b>: { $count }
# $age: how long ago it was sent
desk-way-row =
    { $stands ->
        [missed] ⚠️ { $code } · { $title } · { $amount } · { $age } پیش فرستاده شد و گیرنده می‌گوید نرسیده است
        [overdue] ⏰ { $code } · { $title } · { $amount } · { $age } پیش فرستاده شد
       *[open] { $code } · { $title } · { $amount } · { $age } پیش فرستاده شد
    }
desk-there-sure = آیا صورت‌حساب می‌گوید که <b>{ $amount }</b> به <b>{ $name }</b> رسیده است؟ به گیرنده خبر می‌دهیم و کار این پول تمام است.
desk-button-there = رسیده
desk-button-there-of = رسیده: { $amount }
desk-owed-why = { $name }، چرا ناموفق بود؟ پیام بعدی شما در اینجا دلیل حساب می‌شود؛ گیرنده آن را نمی‌خواند.
desk-button-confirm-payout = تأیید واریز
desk-button-qr = رمزینه
desk-button-copy-account = کپی شمارهٔ حساب
desk-button-copy-reference = کپی شناسهٔ واریز
desk-button-confirm-refund = تأیید برگشت پول
desk-button-confirm-payout-of = تأیید واریز { $amount }
desk-button-confirm-refund-of = تأیید برگشت { $amount }
desk-button-failed = ناموفق

## Payouts as a file for the bank

desk-payout-offer = { $count ->
        [one] یک واریز یا برگشت پول باید فرستاده شود. می‌تواند با فایل بانک برود.
       *[other] { $count } واریز و برگشت پول باید فرستاده شوند. می‌توانند با فایل بانک بروند.
    }
desk-button-pay-owed = پرداخت بدهی‌ها
desk-payout-head = 🏦 <b>برای فایل بانک</b>: { $count }
desk-payout-line = • { $code } · { $amount } · { $name }
desk-payout-left = <b>در فایل نمی‌آید</b>، با دلیل:
desk-payout-why =
    { $why ->
        [in-file] همین حالا در یک فایل باز است.
        [other-rail] از راه دیگری فرستاده می‌شود.
        [frozen] معامله متوقف است.
        [nowhere] هنوز معلوم نیست به کجا برود.
        [changes] حساب دریافت پول عوض شده و حساب تازه هنوز معتبر نیست.
        [no-iban] شمارهٔ شبای درست با نام صاحب حساب نیست.
        [by-two] خزانه‌دار دیگری هم باید آن را ببیند.
        [no-account] ما با این واحد پول شمارهٔ شبا نداریم.
       *[other] …
    }
desk-payout-open = 📄 فایل باز { $code }: { $count ->
        [one] یک واریز
       *[other] { $count } واریز
    }، { $amount }. بانک آن را گرفت؟
desk-button-payout-file = فایل: { $amount }
desk-payout-file = 📄 فایل { $code }: { $count ->
        [one] یک واریز
       *[other] { $count } واریز
    }، <b>{ $amount }</b>. هنوز چیزی فرستاده نشده است. آن را به بانک بدهید، بعد همین‌جا بگویید بانک چه کرد.
desk-button-took = بانک گرفت
desk-button-not-taken = بانک نگرفت
desk-button-took-of = بانک گرفت: { $amount }
desk-button-not-taken-of = بانک نگرفت: { $amount }
desk-payout-took-sure = بانک دقیقاً همین فایل { $code } را گرفت؟ { $count ->
        [one] یک واریز
       *[other] { $count } واریز
    }، در مجموع <b>{ $amount }</b>: برای هر کدام ثبت می‌شود که فرستاده شده است و گیرنده خبردار می‌شود.
desk-payout-not-taken-sure = فایل { $code } نزد بانک نیست؟ { $count ->
        [one] یک واریز
       *[other] { $count } واریز
    }، در مجموع <b>{ $amount }</b>. آن وقت همهٔ آن‌ها می‌توانند در فایل دیگری بروند. اگر بانک با این حال آن را انجام دهد، پول دوباره می‌رود.
desk-payout-closed = فایل { $code } بسته است: گفته شده که بانک چه کرد.
desk-payout-sent = ✓ از فایل { $code } فرستاده‌شده ثبت شد: { $count }
desk-payout-apart = ⚠️ { $code } · { $amount } فرستاده‌شده ثبت نشد. { $why } از بانک بپرسید چه شد.
desk-payout-dropped = فایل { $code } بسته شد و چیزی از آن فرستاده نشده است. دوباره برای فایل دیگر: { $count }
refusal-payout-nothing-due = الان هیچ‌کدام از بدهی‌ها نمی‌تواند در چنین فایلی بیاید.
refusal-payout-in-file = همکاری همین حالا فایلی با بعضی از این‌ها ساخت. بدهی‌ها را دوباره ببینید.
refusal-payout-file-closed = قبلاً گفته شده که بانک با این فایل چه کرد.
refusal-payout-changed = بعد از ساختن فایل، مقصد آن عوض شده است.
refusal-payout-by-two = خزانه‌دار دیگری هم باید آن را ببیند: روی کارت خودش تأیید کنید.
refusal-no-such-payout-file = چنین فایلی نیست.

## A deal that the desk has stopped

desk-recall-none = برای این معامله پولی نرسیده که بانک بتواند برگشت بزند.
desk-recall-which = ↩️ <b>بانک کدام پرداخت را برگشت زده است؟</b>
desk-recall-client = کارفرما: { $name }، شناسهٔ واریز { $reference }
desk-recall-deposit = { $number }. { $amount } از { $source }، دیده‌شده در { $at }
desk-button-recall = { $number }: { $amount }
desk-button-recalled = برگشت‌خورده: { $amount }
desk-recall-amount = { $name }، بانک چقدر از { $amount } را برگشت زده است؟ دکمه را بزنید یا مبلغ را بنویسید.
desk-button-recall-all = همه: { $amount }
desk-recall-why = { $name }، بانک دربارهٔ { $amount } که برگشت زده چه می‌گوید؟ پیام بعدی شما اینجا همراه آن ثبت می‌شود؛ دو طرف آن را نمی‌بینند.
desk-recall-sure = ↩️ بانک واقعاً <b>{ $amount }</b> را برگشت زده است؟ هرچه از آن هنوز امانت است با آن می‌رود: کار شروع‌شده متوقف می‌شود، و معامله‌ای که کارش تحویل شده می‌ایستد تا نتیجه را بگویید. آنچه آزاد شده برای فریلنسر می‌ماند و زیان ماست.
desk-recall-asked = بانک <b>{ $amount }</b> را برگشت زده است.
desk-button-recall-sure = بله، برگشت زده
desk-reversal-head = { $state ->
        [open] ↩️ <b>بانک { $amount } را برگشت زده</b> و هنوز نظر نداده است.
        [won] ✓ <b>بانک { $amount } را پس داد</b>؛ به گفتهٔ { $name }.
        [lost] ✗ <b>بانک { $amount } را پس نمی‌دهد</b>. پرداخت‌کننده تا اجازهٔ شما معاملهٔ تازه شروع نمی‌کند.
        [cleared] ✗ <b>بانک { $amount } را پس نمی‌دهد</b>. پرداخت‌کننده باز می‌تواند معامله شروع کند؛ به گفتهٔ { $name }.
       *[other] …
    }
desk-reversal-said = { $name }، در { $at }:
desk-reversal-part = { $what ->
        [refunded] به کارفرما بدهکار بودیم و این‌طور به دستش رسید: { $amount }
        [taken] برای کار امانت بود: { $amount }
        [beyond] آزاد یا فرستاده شده بود؛ اگر بانک پس ندهد زیان ماست: { $amount }
       *[other] …
    }
desk-reversal-again = کارفرما تا { $until } می‌تواند { $missing } را یک بار دیگر بپردازد.
desk-button-outcome = { $becomes ->
        [won] پول پس آمد
        [lost] بانک پس نمی‌دهد
        [cleared] اجازهٔ معاملهٔ تازه
       *[other] …
    }
desk-outcome-why = { $becomes ->
        [won] { $name }، از کجا می‌دانید که پول پس آمده؟ پیام بعدی شما اینجا به‌عنوان دلیل آن ثبت می‌شود.
        [lost] { $name }، از کجا می‌دانید که بانک پس نمی‌دهد؟ پیام بعدی شما اینجا به‌عنوان دلیل آن ثبت می‌شود.
        [cleared] { $name }، چرا می‌تواند معاملهٔ تازه شروع کند؟ پیام بعدی شما اینجا به‌عنوان دلیل آن ثبت می‌شود، و یک همکار باید موافقت کند.
       *[other] …
    }
desk-outcome-sure = { $becomes ->
        [won] <b>{ $amount }</b> پس آمده است؟ دوباره امانت می‌شود، یا اگر دیگر به کار نمی‌آید به کارفرما برمی‌گردد.
        [lost] بانک <b>{ $amount }</b> را پس نمی‌دهد؟ اگر کاری تحویل شده باشد کارفرما فرصت دارد دوباره بپردازد، و تا اجازهٔ شما معاملهٔ تازه شروع نمی‌کند.
        [cleared] با اینکه بانک <b>{ $amount }</b> را پس نداد، اجازه می‌دهید معاملهٔ تازه شروع کند؟
       *[other] …
    }
desk-outcome-asked = { $becomes ->
        [won] بانک <b>{ $amount }</b> را پس داد.
        [lost] بانک <b>{ $amount }</b> را پس نمی‌دهد.
        [cleared] پرداخت‌کننده باز می‌تواند معامله شروع کند، با اینکه بانک <b>{ $amount }</b> را پس نداد.
       *[other] …
    }
desk-button-outcome-sure = بله، همین است

## What was booked wrongly

desk-correct-none = در این معامله پرداختی نیست که همکاران ثبت کرده باشند.
desk-correct-which = ✏️ <b>کدام پرداخت اشتباه ثبت شده است؟</b>
desk-correct-amount = { $name }، از { $amount } چقدر برای این مرحله رسیده است؟ دکمه‌ای را بزنید یا مبلغ درست را بنویسید.
desk-button-correct-nothing = چیزی نرسیده
desk-button-correct-aside = برای چیز دیگری است
desk-correct-rest = { $name }، پس { $right } درست است. { $rest } دیگر چه؟
desk-button-rest-never = نرسیده است
desk-correct-why = { $name }، ماجرا چه بوده است؟ پیام بعدی شما اینجا دلیل آن است و هر دو طرف آن را می‌خوانند.
desk-correct-sure = ✏️ <b>حالا درست است؟</b> اگر کمتر باشد، کار شروع‌شده تا پرداخت بقیه متوقف می‌شود.
desk-correct-change = { $what ->
        [aside] ثبت‌شده: { $was }. درست: <b>{ $right }</b>. { $off } دیگر در حساب معلق می‌ماند.
        [more] ثبت‌شده: { $was }. درست: <b>{ $right }</b>. { $off } بیشتر رسیده است.
       *[never] ثبت‌شده: { $was }. درست: <b>{ $right }</b>. { $off } دیگر نرسیده است.
    }
desk-button-correct-sure = بله، تصحیح شود
desk-correct-done = ✓ <b>تصحیح شد</b>، به دست { $name }.
desk-button-order = { $kind ->
        [fraud] برگرداندن پول
       *[legal] به دستور دادگاه
    }
desk-order-to = { $kind ->
        [fraud] ↩️ کلاه‌برداری ثابت شده است؟ مبلغ امانت ({ $held }) به همان حسابی که از آن آمده برمی‌گردد. یک همکار باید با همین موافقت کند؛ بعد همان لحظه انجام می‌شود.
       *[legal] ⚖️ دادگاه یا مرجع قانونی مبلغ امانت ({ $held }) را به چه کسی می‌دهد؟ یک همکار باید با همین موافقت کند؛ بعد همان لحظه انجام می‌شود.
    }
desk-button-order-to = { $to ->
        [freelancer] به فریلنسر
       *[client] به کارفرما
    }
desk-order-document = { $name }، لطفاً مدرک را همین حالا به شکل فایل یا عکس بفرستید. مدرک همراه معامله ثبت می‌شود؛ دو طرف آن را نمی‌بینند.
desk-order-wants-document = لطفاً اول مدرک را به شکل فایل یا عکس بفرستید.
desk-order-why = { $name }، این را چه کسی گفته و تاریخ آن چیست؟ پیام بعدی شما اینجا همراه آن ثبت می‌شود؛ دو طرف آن را نمی‌بینند.
desk-order-sure = همین از یک همکار خواسته شود؟ تا او موافقت نکند پولی جابه‌جا نمی‌شود.
desk-order-asked = { $to ->
        [freelancer] همهٔ مبلغ امانت، <b>{ $held }</b>، به فریلنسر ({ $name }) می‌رسد.
       *[client] همهٔ مبلغ امانت، <b>{ $held }</b>، به کارفرما ({ $name }) و همان حسابی که از آن آمده برمی‌گردد.
    }
desk-order-file = مدرک: { $file }، کد یکتا { $mark }
desk-button-order-sure = بله، بپرسید
desk-flag-about = { $deal } · { $title }
    کارفرما: { $client } · فریلنسر: { $freelancer } · مبلغ امانت: { $held }
desk-allow-usage = برای بالا بردن سقف یک کارفرمای تازه‌وارد بنویسید ‎/allow 123456789 2000 { $currency }‎ و برای برداشتنش ‎/allow 123456789 { $currency }‎.
desk-allow-more = { $name } ({ $person }): حداکثر { $amount } هم‌زمان امانت، به جای { $limit }.
desk-allow-back = { $name } ({ $person }): باز حداکثر { $limit } هم‌زمان امانت.
desk-allow-why = { $name }، چرا؟ پیام بعدی شما در اینجا دلیل است. همکاران آن را می‌خوانند و کارفرما نه.
desk-allow-sure = به کارفرما خبر داده می‌شود، بدون دلیل.
desk-button-allow = بالا بردن سقف
desk-button-allow-back = برداشتن سقف بالاتر
desk-allow-done = ✓ { $name } این کار را کرد و به کارفرما خبر داده شد:

desk-freeze-kind = ⏸ این معامله متوقف شود؟ تا وقتی متوقف است چیزی جابه‌جا نمی‌شود، و برای ادامه باید یک همکار دیگر موافقت کند. دلیل چیست؟
desk-button-flag = { $kind ->
        [fraud] کلاهبرداری
        [legal] موضوع قانونی
        [chargeback] اعتراض بانکی
        [operator] دلیل خودمان
       *[other] …
    }
desk-freeze-reason = { $name }، دلیل را بنویسید. پیام بعدی شما در اینجا دلیل ثبت می‌شود. { $kind ->
        [fraud] دو طرف آن را نمی‌بینند؛ به آن‌ها گفته می‌شود پشتیبانی موضوعی را بررسی می‌کند.
        [legal] دو طرف آن را نمی‌بینند؛ به آن‌ها گفته می‌شود پشتیبانی موضوعی را بررسی می‌کند.
        [chargeback] دو طرف آن را نمی‌بینند؛ به آن‌ها گفته می‌شود بانک دربارهٔ پرداخت سؤال دارد.
        [operator] هر دو طرف آن را کلمه‌به‌کلمه می‌خوانند.
       *[other] …
    }
desk-freeze-sure = ⏸ این معامله الان با این دلیل متوقف شود؟ { $kind ->
        [fraud] به هر دو طرف گفته می‌شود پشتیبانی موضوعی را بررسی می‌کند، نه اینکه چه موضوعی.
        [legal] به هر دو طرف گفته می‌شود پشتیبانی موضوعی را بررسی می‌کند، نه اینکه چه موضوعی.
        [chargeback] به هر دو طرف گفته می‌شود بانک دربارهٔ پرداخت سؤال دارد.
        [operator] به هر دو طرف با همین متن گفته می‌شود.
       *[other] …
    }
desk-button-freeze = توقف این معامله
desk-freeze-done = { $kind ->
        [fraud] ⏸ { $name } آن را متوقف کرد: کلاهبرداری. به هر دو طرف گفتیم پشتیبانی موضوعی را بررسی می‌کند.
        [legal] ⏸ { $name } آن را متوقف کرد: موضوع قانونی. به هر دو طرف گفتیم پشتیبانی موضوعی را بررسی می‌کند.
        [chargeback] ⏸ { $name } آن را متوقف کرد: اعتراض بانکی. به هر دو طرف گفتیم بانک دربارهٔ پرداخت سؤال دارد.
        [operator] ⏸ { $name } آن را متوقف کرد. به هر دو طرف با دلیلش گفتیم.
       *[other] …
    }
desk-flag-head = ⏸ <b>متوقف</b> از { $since }
desk-flag = { $number }. { $kind ->
        [fraud] <b>کلاهبرداری</b>
        [legal] <b>موضوع قانونی</b>
        [chargeback] <b>اعتراض بانکی</b>
        [operator] <b>دلیل خودمان</b>
       *[other] …
    }، به گفتهٔ { $name } در { $at }. { $late ->
        [yes] ⏰ باید تا { $until } بررسی می‌شد.
       *[no] باید تا { $until } بررسی شود.
    }
desk-flag-asked = { $name } درخواست رفع توقف دارد. یک همکار دیگر تا { $until } می‌تواند <b>رفع توقف</b> را بزند، یا همین‌جا مخالفت کند:
desk-flag-owed =
    { $kind ->
        [payout] 💸 الان فرستاده نشود: واریز { $amount } برای { $name }
       *[refund] ↩️ الان فرستاده نشود: برگشت { $amount } برای { $name }
    }
desk-flag-none = ▶️ این معامله متوقف نیست.
desk-flag-over = ▶️ این معامله ادامه پیدا می‌کند. درخواست از { $asked }، موافقت از { $name }.
desk-button-ask-lift = درخواست رفع توقف
desk-button-ask-lift-of = درخواست رفع { $number }
desk-button-lift = رفع توقف
desk-button-lift-of = رفع توقف { $number }
desk-lift-why = { $name }، چرا می‌شود رفع توقف کرد؟ پیام بعدی شما در اینجا دلیل ثبت می‌شود و می‌ماند. بعد یک همکار دیگر موافقت یا مخالفت می‌کند.
desk-lift-sure = ▶️ رفع توقف شود؟ { $last ->
        [yes] معامله فوری ادامه پیدا می‌کند: به هر دو طرف گفته می‌شود و همان زمانی را دارند که مانده بود.
       *[no] معامله هنوز متوقف می‌ماند: دلیل دیگری هم هست.
    }
desk-button-lift-sure = بله، رفع توقف
desk-button-sent-before =
    { $kind ->
        [payout] قبلاً واریز شده: { $amount }
       *[refund] قبلاً برگشته: { $amount }
    }
desk-owed-frozen = ⏸ این معامله متوقف است: الان این را نفرستید. اگر قبل از { $since } از حساب رفته است، همین را تأیید کنید؛ پولی که فرستاده شده، فرستاده شده است.
desk-claim-frozen = ⏸ این معامله متوقف است. اگر پول رسیده است تأییدش کنید: نزد ما امانت می‌ماند و کار با ادامهٔ معامله شروع می‌شود. بقیهٔ کارها صبر می‌کند.

## Money at the bank that nobody has claimed

desk-arrived-ask =
    { $name }، آنچه در صورت‌حساب بانک است را بنویسید، هر کدام در یک خط:
    مبلغ با واحد پول
    شمارهٔ پیگیری خود بانک
    نام پرداخت‌کننده و حسابی که پول از آن آمده
    تاریخ واریز
    برای نمونه:
    <code>۳۰۰٫۰۰ یورو
    8841-26113
    کارلا، حساب ۴۵۰۲-۰۴۱۸
    ۲۰۲۶-۰۵-۱۹</code>
desk-arrived-head = 💶 <b>پولی که در صورت‌حساب بانک است</b>
desk-arrived-amount = مبلغ: <b>{ $amount }</b>
desk-arrived-payer = پرداخت‌کننده: { $payer }
desk-arrived-reference = شمارهٔ پیگیری بانک: { $reference }
desk-arrived-day = تاریخ واریز: { $day }
desk-arrived-deal = معاملهٔ { $code }: «{ $title }»
desk-arrived-currency = ⚠️ واحد پول این معامله { $currency } است: این پول به هیچ مرحلهٔ آن نمی‌خورد.
desk-arrived-no-milestone = هیچ مرحله‌ای از این معامله حالا منتظر چنین پولی نیست.
desk-arrived-waits = مرحلهٔ «{ $title }» منتظر { $missing } است{ $how ->
        [exact] : دقیقاً همین.
        [short] . ⚠️ این { $apart } کمتر است: منتظر می‌ماند و بقیه را از کارفرما می‌خواهیم.
       *[over] . ⚠️ این { $apart } بیشتر است: مبلغ اضافه را برمی‌گردانیم.
    }
desk-arrived-before = ⚠️ قبلاً برای مرحلهٔ «{ $title }» ثبت شده است: { $amount } از { $source }، شمارهٔ پیگیری { $reference }، در { $at }. همان پول نیست؟
desk-arrived-where = { $found ->
        [true] این پول برای چیست؟ اگر برای معاملهٔ دیگری است، کد آن معامله را همین‌جا بنویسید.
       *[false] این پول برای چیست؟ کد معامله را همین‌جا بنویسید؛ اگر معلوم نیست، در حساب معلق نگهش دارید.
    }
desk-button-book-for = برای «{ $title }»
desk-button-to-suspense = ثبت در حساب معلق
desk-arrived-sure = <b>{ $amount }</b> برای مرحلهٔ «{ $title }» از معاملهٔ { $code } ثبت شود؟
desk-button-book-amount = ثبت { $amount }
desk-suspense-sure = <b>{ $amount }</b> در حساب معلق بماند؟ تا وقتی آن را به معامله‌ای وصل نکرده یا پس نفرستاده‌اید، صاحبش را نمی‌شناسیم.
desk-suspense-sure-about = <b>{ $amount }</b> در حساب معلق بماند؟ به نظر می‌رسد برای معاملهٔ { $code }، «{ $title }»، باشد. به کارفرمای آن می‌گوییم که پول نزد ماست و بررسی می‌کنیم.
desk-button-keep-amount = حساب معلق: { $amount }
desk-arrived-known = شمارهٔ پیگیری { $reference } قبلاً برای معاملهٔ { $code }، «{ $title }»، ثبت شده است. چیزی دوباره ثبت نشد. اگر این واریز دیگری است، شماره‌ای را بنویسید که بانک به آن داده.
desk-item-open = 💶 <b>{ $amount } در حساب معلق</b>: تا { $until } معلوم کنید چیست.
desk-item-matched = ✓ { $name } می‌گوید <b>{ $amount }</b> به { $code } وصل شد.
desk-item-returned = ↩️ { $name } می‌گوید <b>{ $amount }</b> در { $at } پس فرستاده شد.
desk-item-number = شماره: { $item }
desk-item-booked = { $name } آن را در { $at } ثبت کرد
desk-item-about = به نظر می‌رسد برای معاملهٔ { $code } باشد.
desk-item-asked = ⏳ <b>منتظر خزانه‌دار دوم.</b> { $name } در { $at } گفت که پس فرستاده شده است.
desk-item-overdue = ⏰ این پول در حساب معلق است و باید تا { $since } بررسی می‌شد.
desk-button-match = وصل به معامله
desk-button-sent-back = پس فرستاده شد
desk-button-came-back = دوباره برگشت
desk-match-ask = { $name }، <b>{ $amount }</b> برای کدام معامله است؟ کد آن را همین‌جا بنویسید.
desk-match-which = <b>{ $amount }</b> برای کدام مرحله است؟
desk-match-missing = مرحلهٔ «{ $title }» منتظر { $missing } است.
desk-match-other = اگر برای معاملهٔ دیگری است، کد آن معامله را همین‌جا بنویسید.
desk-back-sure = آیا <b>{ $amount }</b> از حساب بیرون رفته و به <b>{ $source }</b> برگشته است؟
desk-button-back-amount = پس فرستاده شد: { $amount }
desk-came-sure = آیا بانک <b>{ $amount }</b> را دوباره به اینجا برگردانده است؟ آن وقت دوباره در حساب معلق می‌نشیند.
desk-button-came-amount = دوباره برگشت: { $amount }
desk-board-suspense = 🏷 <b>در حساب معلق</b>: { $count }
desk-board-item =
    { $stands ->
        [overdue] ⏰ { $code } · { $amount } · مهلت { $until } بود
       *[open] { $code } · { $amount } · تا { $until }
    }

## Refusals

refusal-deal-frozen = این معامله فعلاً متوقف است و پشتیبانی موضوعی را بررسی می‌کند؛ برای همین الان نمی‌شود. وقتی ادامه پیدا کند به شما خبر می‌دهیم. همچنان می‌توانید برای طرف دیگر و برای ما بنویسید.
refusal-nothing-to-freeze = چیزی برای متوقف کردن نیست: هنوز توافق نشده، یا تمام شده و به کسی بدهکار نیستیم.
refusal-no-flag = این معامله متوقف نیست.
refusal-flag-stands = این معامله همین حالا هم به همین دلیل متوقف است.
refusal-lift-own = خود شما درخواست داده‌اید؛ باید یک همکار دیگر موافقت کند.
refusal-lift-lapsed = مهلت این درخواست گذشته است. دوباره درخواست بدهید تا یک همکار دیگر موافقت کند.
refusal-lift-waits = همکار دیگری برای موافقت نیست؛ برای همین رفع توقف از { $until_at } به بعد ممکن است.
refusal-no-order = این کار پرچمی برای موضوع حقوقی یا کلاه‌برداری روی این معامله می‌خواهد.
refusal-nothing-held = اینجا مبلغ امانتی نیست که جابه‌جا شود.
refusal-fraud-goes-back = پولی که کلاه‌برداری در آن ثابت شده به همان حسابی که از آن آمده برمی‌گردد، نه جای دیگر.
refusal-flag-of-bank = این معامله به‌خاطر پرداختی متوقف است که بانک برگشت زده. وقتی نتیجهٔ آن را بگویید ادامه پیدا می‌کند.
refusal-deposit-of-rail = این پرداخت را خود روش پرداخت تأیید کرده است و به دست ما تصحیح نمی‌شود.
refusal-nothing-to-correct = همین مبلغ ثبت شده است. لطفاً مبلغ دیگری بنویسید، یا صفر.
refusal-deposit-taken-back = بانک این پرداخت را برگشت زده است و دیگر تصحیح نمی‌شود. نتیجه را /recall نشان می‌دهد.
refusal-set-aside-whole = پولی که از حساب معلق آمده کامل به آن برمی‌گردد، و از هر پرداخت دیگر یک بار می‌شود بخشی را جدا کرد.
refusal-set-aside-before = آنچه از آن جدا شد در حساب معلق است و از همان‌جا می‌آید: /suspense را ببینید.
refusal-correction-rests = { $amount } از آن قبلاً از این مرحله خارج شده است، پس این مقدار را نمی‌شود کم کرد.
refusal-work-rests = کار به این دلیل تحویل شده که { $amount } اینجا امانت است. این می‌ماند و جبرانش با ماست.
refusal-part-is-here = { $amount } از همین واریز روی این مرحله ثبت است، پس بقیه برای چیز دیگری است.
refusal-reversal-closed = نتیجهٔ این قبلاً گفته شده است.
refusal-nothing-reversed = اینجا بانک چیزی را برگشت نزده است.
refusal-no-such-reversal = بانک چنین پولی را اینجا برگشت نزده است.
refusal-no-such-deposit = چنین پرداختی اینجا نیست.
refusal-above-deposit = این بیشتر از باقی‌ماندهٔ این پرداخت ({ $left }) است.
refusal-reversal-used-elsewhere = این برگشت بانک قبلاً ثبت شده است.
refusal-own-limit = این سقف خود شماست؛ خزانه‌دار دیگری باید دربارهٔ آن تصمیم بگیرد.
refusal-conflict-limit = شما با او معامله دارید یا در { $months } ماه گذشته داشته‌اید؛ خزانه‌دار دیگری باید دربارهٔ این تصمیم بگیرد.
refusal-no-limit-there = برای { $currency } سقفی برای کارفرماهای تازه‌وارد نیست، پس چیزی برای بالا بردن نیست.
refusal-allows-no-more = هر کارفرمای تازه‌وارد تا { $limit } پول امانت دارد: مبلغی بیشتر از آن بنویسید. برای برداشتن سقف بالاتر، مبلغ را ننویسید.
refusal-nothing-allowed = سقف او بالا برده نشده است.
refusal-payer-frozen = بانک یکی از پرداخت‌های شما را برگشت زده است، برای همین معاملهٔ تازه باید منتظر بررسی پشتیبانی بماند. معامله‌های در جریان ادامه دارند. دکمهٔ <b>پشتیبانی</b> را بزنید تا درباره‌اش صحبت کنیم.
refusal-other-cannot-begin = طرف مقابل فعلاً نمی‌تواند با ما معاملهٔ تازه شروع کند، برای همین این کار باید صبر کند.
refusal-not-its-turn = نوبت این مرحله نرسیده است: اول باید مرحلهٔ قبل تمام شود و پولش آزاد یا بین دو طرف تقسیم شود.
refusal-not-asked = کارفرما چنین چیزی از شما نخواسته است. اگر بخواهد، می‌توانید جواب بدهید.
refusal-already-asked = قبلاً درخواست کرده‌اید و طرف دیگر هنوز جواب نداده است. منتظر جواب بمانید، یا کسری را بپردازید.
refusal-nothing-arrived = هنوز پولی نرسیده است. وقتی قسمتی از آن برسد، می‌توانید از فریلنسر بخواهید همان را بپذیرد.
refusal-proof-asked = قبلاً از کارفرما رسید خواسته‌ایم.
refusal-no-claim = کارفرما نگفته که پرداخت کرده است.
refusal-claim-unanswered = هنوز پرداخت را بررسی می‌کنیم. وقتی جواب دادیم، این کار دوباره می‌شود.
refusal-deposit-booked-before = شمارهٔ پیگیری { $reference } قبلاً ثبت شده است و چیزی دوباره ثبت نشد. /suspense و خود معامله آن را نشان می‌دهند.
refusal-milestone-not-waiting = این مرحله حالا منتظر پولی نیست و با پولی که رسیده دوباره شروع نمی‌شود. آن را در حساب معلق نگه دارید یا پس بفرستید.
refusal-no-such-suspense = چنین پولی نمی‌شناسیم.
refusal-booked-by-side = کسی که این پول را ثبت کرده یک طرف همین معامله است؛ پس این پول به حساب آن گذاشته نمی‌شود. آن را به مبدأ پس بفرستید تا دوباره پرداخت شود.
refusal-booked-by-arbiter = کسی که این پول را ثبت کرده نمی‌تواند دربارهٔ آن داوری کند و برای این معامله داور کافی نمی‌ماند. آن را به مبدأ پس بفرستید تا دوباره پرداخت شود.
refusal-suspense-closed = این پول دیگر در حساب معلق نیست.
refusal-statement-lines = چیزی کم است. چهار خط بنویسید: مبلغ با واحد پول، شمارهٔ پیگیری بانک، پرداخت‌کننده و تاریخ واریز.
refusal-amount-needs-currency = لطفاً مبلغ را با واحد پول بنویسید، مثلاً ۳۰۰٫۰۰ یورو.
refusal-date-unreadable = این تاریخ را نمی‌شود خواند. تاریخ واریز را این‌طور بنویسید: ۲۰۲۶-۰۵-۱۹
refusal-transfer-not-sent = این را ما نفرستاده‌ایم، یا قبلاً برگشته است.
refusal-transfer-paid-by-bank = بعد از آنکه این پول را پس فرستادیم، بانکِ کارفرما پول همین مرحله را از ما برگشت زده است. برای همین دوباره بدهی ما نمی‌شود، وگرنه شاید این پول باز هم به کارفرما برسد. پول برگشته را مثل پول‌های دیگرِ صورت‌حساب بانک ثبت کنید و در حساب معلق نگه دارید؛ اگر این برگشت پول هنوز «فرستاده‌شده» است، بگویید که رسیده است: کارفرما این پول را از بانکش گرفته است.
refusal-transfer-returned-since = بعد از آنکه دیدید، این پول برگشته یا ناموفق بوده است. کارت آن را دوباره ببینید.
refusal-deposit-used-elsewhere = این پرداخت قبلاً ثبت شده است.
refusal-other-rail = این مرحله از راه دیگری پرداخت می‌شود.
refusal-transfer-done = این پول قبلاً از حساب ما رفته و تأیید شده است.
refusal-transfer-sent = قبلاً ثبت شده که این پول فرستاده شد. دوباره چیزی فرستاده نشد.
refusal-transfer-not-on-its-way = این پول الان در راه نیست: هنوز فرستاده نشده، برگشته، یا رسیده است.
refusal-arrival-early = ممکن است تا { $until_at } طول بکشد. اگر تا آن وقت نرسید، همین‌جا بگویید.
refusal-arrival-denied = قبلاً گفته‌اید که نرسیده است. پشتیبانی پیگیری می‌کند.
refusal-last-arbiter = اگر شما تأیید کنید، دیگر داوری نمی‌ماند که بتواند دربارهٔ این معامله تصمیم بگیرد. پرداخت‌هایش را باید همکار دیگری تأیید کند.
refusal-no-such-transfer = چنین انتقالی نیست.
refusal-deposit-currency = واحد پول این معامله { $currency } است.

refusal-no-play-money = اینجا پول آزمایشی در کار نیست.
refusal-no-manual-rail = اینجا لازم نیست چیزی اعلام کنید: پرداخت‌ها خودبه‌خود تأیید می‌شوند.

### A bank's statement as a file

refusal-statement-empty = این فایل هیچ سطری ندارد.
refusal-statement-too-large = حجم این فایل از { $limit } مگابایت بیشتر است. از بانک صورت‌حساب مدت کوتاه‌تری را بگیرید و تکه‌ها را یکی‌یکی بفرستید.
refusal-statement-lines-many = این فایل بیش از { $limit } سطر دارد. از بانک صورت‌حساب مدت کوتاه‌تری را بگیرید و تکه‌ها را یکی‌یکی بفرستید.
refusal-statement-kind = این فایل صورت‌حسابی نیست که بتوانیم بخوانیم. از بانک یکی از این قالب‌ها را بگیرید: { $kinds }
refusal-statement-xml = سطر { $line }: فایل از اینجا ناقص یا خراب است. چیزی از آن ثبت نشد. آن را دوباره از بانک بگیرید.
refusal-statement-xml-entities = این فایل به فایل‌های دیگر اشاره می‌کند یا متن فشرده دارد؛ فایل بانک چنین نیست. آن را باز نکردیم. دوباره از بانک بگیریدش.
refusal-statement-field = سطر { $line }: «{ $field }» نیست یا خوانده نمی‌شود. چیزی از فایل ثبت نشد. صورت‌حساب را یک بار دیگر، یا در قالبی دیگر از بانک بگیرید.
refusal-statement-amount = سطر { $line }: «{ $amount }» مبلغ نیست. چیزی از فایل ثبت نشد. صورت‌حساب را یک بار دیگر، یا در قالبی دیگر از بانک بگیرید.
refusal-statement-currency = سطر { $line }: واحد پول { $currency } را نمی‌شناسیم، یا واحد پول این حساب نیست. چیزی از فایل ثبت نشد.
refusal-statement-day = سطر { $line }: «{ $day }» تاریخ نیست. چیزی از فایل ثبت نشد. صورت‌حساب را یک بار دیگر، یا در قالبی دیگر از بانک بگیرید.
refusal-statement-sum = سطر { $line }: جمع فایل درست نیست. با { $opening } شروع می‌شود، سطرهایش روی هم { $lines } است و با { $closing } تمام می‌شود: { $apart } اختلاف دارد. چیزی از آن ثبت نشد. فایل کامل را دوباره از بانک بگیرید.
refusal-statement-columns = نمی‌دانیم هر ستون چیست: { $columns }. فایل را دوباره بفرستید و در توضیح آن این را با شماره‌های خودتان بنویسید: { $example } دفعهٔ بعد می‌دانیم.
refusal-statement-columns-typed = «{ $typed }» نمی‌گوید هر ستون چیست. این‌طور بنویسید: { $example }
refusal-statement-columns-currency = سطر { $line }: در فایل واحد پول نیامده است. دوباره بفرستید و در توضیح آن بنویسید: { $example }
refusal-statement-account = سطر { $line }: در فایل نیامده که حساب از کیست. دوباره بفرستید و در توضیح آن این را با شمارهٔ خودتان بنویسید: { $example }
refusal-statement-days = سطر { $line }: روز و ماه را دو جور می‌شود خواند. فایل را دوباره بفرستید و در توضیح آن ترتیب روز، ماه و سال را بنویسید: { $example }
refusal-statement-decimals = سطر { $line }: «{ $amount }» را دو جور می‌شود خواند. فایل را دوباره بفرستید و در توضیح آن بنویسید ممیز کدام است: { $example }
refusal-statement-no-account = حسابی از ما برای مقایسه نیست: هنوز حسابی برای واریز بانکی تنظیم نشده است.
refusal-statement-not-ours = این صورت‌حسابِ حساب { $account } با واحد پول { $currency } است که حساب ما نیست. چیزی از آن ثبت نشد.
refusal-statement-apart = سطر { $line }: در فایل { $said } آمده که با { $told } در بقیهٔ فایل، توضیح آن یا تنظیمات ما نمی‌خواند. چیزی از آن ثبت نشد. ببینید فایل از کدام حساب است و در توضیح آن چه نوشته‌اید.
refusal-statement-sign = سطر { $line }: از «{ $sign }» معلوم نمی‌شود که پول آمده یا رفته است. چیزی از فایل ثبت نشد. از بانک قالب دیگری بگیرید، یا فایلی که مبلغ‌هایش علامت منها دارد.
refusal-statement-status = سطر { $line }: نمی‌دانیم «{ $status }» یعنی پول ثبت شده است یا نه. چیزی از فایل ثبت نشد. از بانک فایلی بگیرید که همهٔ سطرهایش ثبت شده است، یا قالب دیگری.
refusal-line-changed = سطر { $line }: بعد از آنکه دیدید، وضعیت این معامله عوض شده است. فایل را دوباره بفرستید تا وضعیت تازه را ببینید.
refusal-line-done = سطر { $line } در این میان برای چیز دیگری ثبت شده است. فایل را دوباره بفرستید تا وضعیت تازه را ببینید.
refusal-line-other-amount = سطر { $line }: این پرداخت { $amount } است و پرداخت یک‌جا می‌رود و یک‌جا برمی‌گردد. چیزی ثبت نشد.
refusal-line-reverses = سطر { $line }: بانک پرداختی را برگشت می‌زند. با /recall و کد معامله بگویید: با آن کار متوقف می‌شود و مهلت‌های خودش شروع می‌شود.

desk-line-why =
    { $why ->
        [two-deals] از چند معامله نام می‌برد.
        [no-milestone] معامله معلوم است، ولی مرحلهٔ آن نه.
        [not-waiting] آن مرحله منتظر پولی نیست: اگر برایش ثبت شود به پرداخت‌کننده برمی‌گردد.
        [deal-ended] آن معامله تمام شده است: اگر برایش ثبت شود به پرداخت‌کننده برمی‌گردد.
        [by-hand] یک خزانه‌دار همین مبلغ را دستی تأیید کرده است. شاید همان پول باشد.
        [asked] همکاری برای پول همین مرحله منتظر تأیید نفر دوم است.
        [short] از مبلغ باقی‌مانده کمتر است.
        [over] از مبلغ باقی‌مانده بیشتر است: مبلغ اضافه برمی‌گردد.
        [currency] واحد پول معامله‌ای که نام برده چیز دیگری است.
        [payer] کارفرما کس دیگری را پرداخت‌کننده گفته است.
        [batch] بانک چند پرداخت را یک‌جا ثبت کرده و نگفته کدام‌ها.
        [reverses] بانک چیزی را که قبلاً ثبت کرده برگشت می‌زند.
        [cut] شناسهٔ واریز ناقص است.
        [amount-and-name] مبلغ و نام می‌خورد، ولی شناسهٔ واریز ندارد.
        [amount-and-account] مبلغ و حساب می‌خورد، ولی شناسهٔ واریز ندارد.
        [amount-alone] مبلغ با پرداختی که کسی گفته می‌خورد، ولی نام و شناسهٔ واریز نه.
        [other-amount] شناسهٔ واریز می‌خورد، ولی مبلغ نه.
        [older] شناسهٔ واریز از ارسال قبلی است.
        [return-reason] بانک دلیلی برای برگشت گفته است: شاید پرداختی از ما باشد که برگشته است.
        [seen-before] سطری درست مثل این با فایل دیگری آمده است. شاید همان پول باشد.
        [typed] شمارهٔ بانک آن با مبلغ دیگری ثبت شده است. شاید همان پول باشد.
        [void] آن پرداخت پیش از ارسال پس گرفته شده است.
        [twice] سطر دیگری از همین فایل برای همین است.
        [nothing] پولی جابه‌جا نشده است.
        [no-reference] شناسهٔ واریز ما را ندارد.
       *[other] { $why }
    }
refusal-file-no-statement = فایل این کارت دیگر اینجا نیست. دوباره بفرستیدش.
desk-file-account = 🏦 <b>{ $account }</b>، { $currency }
desk-file-days = از { $since } تا { $until }
desk-file-balance = اول { $opening }، بعد { $closing }
desk-file-pending =
    { $count ->
        [one] { $count } سطر را بانک هنوز ثبت نکرده است: با فایل بعدی می‌آید.
       *[other] { $count } سطر را بانک هنوز ثبت نکرده است: با فایل بعدی می‌آیند.
    }
desk-file-done =
    { $count ->
        [one] به { $count } سطر قبلاً رسیدگی شده است.
       *[other] به { $count } سطر قبلاً رسیدگی شده است.
    }
desk-file-certain = ✅ <b>قطعی</b>: { $count }
desk-file-likely = 🔍 <b>احتمالی، یکی‌یکی</b>: { $count }
desk-file-unknown = ❔ <b>نمی‌دانیم برای چیست</b>: { $count }، { $amounts }
desk-file-listed = ➖ <b>چیزی برای ثبت ندارد</b>: { $count }، { $amounts }
desk-file-more = … و { $count } سطر دیگر.
desk-file-all-done = ✅ به همهٔ این فایل رسیدگی شده است.
desk-file-line = سطر { $line }: <b>{ $amount }</b>، { $day }، { $name }
desk-line-nobody = بدون نام
desk-line-words = «{ $words }»
desk-line-to =
    { $what ->
        [deposit] پرداخت مرحلهٔ { $number } از معاملهٔ { $code }
        [double] مرحلهٔ { $number } از معاملهٔ { $code } که قبلاً دستی تأیید شده است: چیزی دوباره ثبت نمی‌شود
        [sent] انتقال { $number } از معاملهٔ { $code } که بانک آن را از حساب ما برداشته است: رسیده به حساب می‌آید
        [returned] انتقال { $number } از معاملهٔ { $code } که برگشته است
        [reversed] مرحلهٔ { $number } از معاملهٔ { $code } که بانک پرداختش را برگشت می‌زند
       *[other] { $code }
    }
desk-button-file-book = ثبت { $count } سطر
desk-button-file-likely = بررسی { $count } سطر
desk-button-file-keep = به حساب معلق: { $count }
desk-button-file-list = دیده شد: { $count }
desk-button-line-double = همان پول است
desk-button-line-seen = دیده شد
desk-button-line-leave = بماند
desk-file-came = ✓ { $name } { $count } سطر را انجام داد.
desk-file-asked =
    { $count ->
        [one] ⏳ { $count } سطر منتظر خزانه‌دار دوم است.
       *[other] ⏳ { $count } سطر منتظر خزانه‌دار دوم است.
    }
desk-file-refused = ⚠️ سطر { $line }: { $why }
