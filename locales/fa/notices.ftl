## آنچه به افراد گفته می‌شود

you = شما
button-open-deal = معامله
notice-deal-agreed = <b>توافق شد</b>؛ مبلغ کل: { $total }.
notice-deal-completed = <b>معامله انجام شد.</b> سپاس از شما.
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
notice-waiting-returned = { $amount } که برای { $title } رسیده بود به همان جایی که آمده برمی‌گردد.
notice-transfer-confirmed = { $amount } { $transfer_kind ->
        [payout] برای { $title } به شما واریز شد.
       *[refund] برای { $title } به شما برگشت.
    }
notice-transfer-failed = { $amount } برای { $title } به شما نرسید. همچنان از آن شماست: پشتیبانی ما پیگیری می‌کند و شاید بپرسد به کجا بفرستیم.
notice-work-submitted = { $name } کار { $title } را تحویل داد.
notice-submission-taken-back = { $name } کار { $title } را پس گرفت تا رویش کار کند. الان کاری با شما نیست.
notice-changes-requested = { $name } برای { $title } اصلاح می‌خواهد.
notice-late-cancel-opened = { $name } می‌خواهد { $title } را به‌خاطر تأخیر لغو کند.
notice-late-cancel-taken-back = { $name } گذاشت کار { $title } ادامه یابد.
notice-dormancy-noticed = این آخرین هشدار دربارهٔ مرحلهٔ «{ $title }» است.
notice-window-unserved = پیام ما دربارهٔ مرحلهٔ «{ $title }» به { $name } نرسید. { $again_at } دوباره می‌فرستیم؛ مهلت پاسخ از وقتی حساب می‌شود که پیام برسد.
notice-dispute-opened = { $name } از داور خواسته دربارهٔ مرحلهٔ «{ $title }» تصمیم بگیرد.
notice-dispute-silence = مهلت بررسی مرحلهٔ «{ $title }» بدون پاسخ گذشت، پس داور بررسی می‌کند.
notice-dispute-contested = فریلنسر با موردی دربارهٔ مرحلهٔ «{ $title }» مخالف است، پس داور بررسی می‌کند.
notice-dispute-objected = فریلنسر به لغو مرحلهٔ «{ $title }» اعتراض دارد، پس داور بررسی می‌کند.
notice-dispute-abandoned = اصلاحات مرحلهٔ «{ $title }» نرسید، پس داور بررسی می‌کند.
notice-dispute-unserved = دربارهٔ مرحلهٔ «{ $title }» به هر دو طرف دسترسی نیافتیم، پس داور بررسی می‌کند.
notice-statement-made = { $name } حرف خود را دربارهٔ { $title } گفت.
notice-evidence-filed = { $name } دربارهٔ { $title } مدرک اضافه کرد.
notice-dispute-taken = یک داور پروندهٔ { $title } را برداشت. داوران تنها از راه همین ربات و تنها به نام نقش خود می‌نویسند.
notice-dispute-assigned = { $again ->
        [true] تصمیم دربارهٔ مرحلهٔ «{ $title }» به‌موقع گرفته نشد، پس پرونده به داور دیگری سپرده شد.
       *[false] برای اختلاف مرحلهٔ «{ $title }» یک داور به قید قرعه انتخاب شد.
    } داور فقط از راه همین ربات و فقط با عنوان «داور» برای شما می‌نویسد.
notice-answer-overdue = { $to ->
        [dispute] مهلت پاسخ شما در اختلاف مرحلهٔ «{ $title }» تمام شد. این به معنی مقصر بودن نیست: داور حالا بر اساس واقعیت‌ها تصمیم می‌گیرد و تا آن موقع هنوز می‌توانید حرفتان را بگویید.
       *[question] مهلت پاسخ شما به سؤال داور دربارهٔ مرحلهٔ «{ $title }» تمام شد. تا تصمیم داور هنوز می‌توانید پاسخ بدهید.
    }
notice-question-asked = داور دربارهٔ مرحلهٔ «{ $title }» از شما می‌پرسد:
question-until = لطفاً تا { $until } پاسخ بدهید. بعد از آن داور می‌تواند بدون این پاسخ تصمیم بگیرد.
notice-ruling-made = داور دربارهٔ { $title } تصمیم گرفت.
notice-diary-written = { $name } در گزارش کار { $deal } نوشت:
notice-message-sent = { $name } دربارهٔ { $deal } می‌نویسد:
notice-outside-named = ⚠️ { $outside ->
        [card] در آنچه دربارهٔ «{ $deal }» نوشته شد شمارهٔ کارت هست.
        [account] در آنچه دربارهٔ «{ $deal }» نوشته شد شمارهٔ حساب هست.
        [wallet] در آنچه دربارهٔ «{ $deal }» نوشته شد نشانی کیف پول رمزارز هست.
        [direct] در آنچه دربارهٔ «{ $deal }» نوشته شد انگار حرف از پرداخت مستقیم است.
       *[other] …
    } فقط پولی که از راه همین معامله پرداخت شود نزد ما امانت است؛ پول دیگری را نمی‌توانیم برگردانیم و داور هم نمی‌تواند درباره‌اش تصمیم بگیرد. اگر برای کار دیگری است، لازم نیست کاری بکنید.
notice-file-lost = 📎 فایل { $name } همراه پیام پایین است، اما فرستاده نشد. دکمهٔ <i>پشتیبانی</i> را بزنید تا دنبالش بگردیم.
notice-reminded = این یک یادآوری است.
notice-clocks-extended = { $seconds } در دسترس نبودیم. این زمان به مهلت‌ها برگشت.

## اصلاحات و اختلاف

point-heading = { $number }. { $kind ->
        [defect] خلاف توافق ماست ({ $criterion })
        [preference] جور دیگری می‌پسندم
        [extra] کار اضافه است
       *[other] …
    }
statement-heading = <b>{ $name }</b>، خواسته: { $sought }
ruling-amounts = به فریلنسر: { $freelancer }. به کارفرما: { $client }.
ruling-criterion = سنجیده با: { $criterion }
ruling-evidence = بر پایهٔ:
ruling-reasons = <b>دلیل‌ها</b>
