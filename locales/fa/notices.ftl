## آنچه به افراد گفته می‌شود

you = شما
button-open-deal = معامله
notice-deal-completed = <b>{ $deal }</b> انجام شد. سپاس از شما.
notice-milestone-opened = گام بعد: { $title }، { $amount }. هر وقت آماده بودید بپردازید؛ پول تا تأیید کار نزد ما می‌ماند.
notice-payment-claimed = { $name } می‌گوید { $title } پرداخت شده است. دنبال پول می‌گردیم. پیش از آن‌که بگوییم پول رسیده، کار را شروع نکنید.
notice-claim-rejected = پرداخت شما برای { $title } را پیدا نکردیم. لطفاً با بانک خود بررسی کنید و وقتی فرستاده شد دوباره خبر دهید.
notice-deposit-short = { $arrived } برای { $title } رسید. { $missing } مانده است، پس کار شروع نشده است.
notice-deposit-late = { $amount } برای { $title } رسید، که دیگر منتظر آن نبود. به همان جایی که آمده برمی‌گردد.
notice-shortfall-asked = { $name } می‌خواهد { $arrived } را برای { $title } به جای { $amount } بپذیرید.
notice-milestone-funded = { $held } برای { $title } نزد ما نگه داشته شد. { $role ->
        [freelancer] می‌توانید شروع کنید.
       *[other] { $name } می‌تواند شروع کند.
    } دفتر یادداشت باز است.
notice-milestone-voided = { $title } بدون پول پایان یافت: { $why ->
        [funding-lapses] به‌موقع پرداخت نشد.
        [cancel-funding] پیش از پرداخت لغو شد.
       *[other] کنار گذاشته شد.
    }
notice-money-settled = { $ground ->
        [approval] { $title }: کار تأیید شد.
        [part] { $title }: بخشی از پول آزاد شد.
        [silence] { $title }: مهلت بررسی بدون پاسخ گذشت، پس طبق توافق پول آزاد می‌شود.
        [ruling] { $title }: رأی داور اجرا شد.
        [withdrawal] { $title }: فریلنسر از کار انصراف داد.
        [late-cancel] { $title } به دلیل دیرکرد لغو شد.
        [dormancy] { $title } پایان یافت، چون مدت زیادی اتفاقی نیفتاد.
       *[other] { $title }: پول جابه‌جا شد.
    }
settled-payout = { $role ->
        [freelancer] به شما: { $amount }
       *[other] به فریلنسر: { $amount }
    }
settled-fee = کارمزد: { $amount }
settled-refund = { $role ->
        [client] بازگشت به شما: { $amount }
       *[other] بازگشت به کارفرما: { $amount }
    }
settled-left = هنوز نگه داشته شده: { $amount }
notice-waiting-returned = { $amount } که برای { $title } رسیده بود به همان جایی که آمده برمی‌گردد.
notice-transfer-confirmed = { $amount } { $transfer_kind ->
        [payout] برای { $title } به شما واریز شد.
       *[refund] برای { $title } به شما بازگردانده شد.
    }
notice-transfer-failed = { $amount } برای { $title } به شما نرسید. همچنان از آن شماست: میز داوری پیگیری می‌کند و شاید بپرسد به کجا بفرستد.
notice-work-submitted = { $name } کار { $title } را تحویل داد.
notice-submission-taken-back = { $name } کار { $title } را پس گرفت تا رویش کار کند. اکنون کاری با شما نیست.
notice-changes-requested = { $name } برای { $title } اصلاح می‌خواهد.
notice-late-cancel-opened = { $name } می‌خواهد { $title } را به دلیل دیرکرد لغو کند.
notice-late-cancel-taken-back = { $name } گذاشت کار { $title } ادامه یابد.
notice-dormancy-noticed = مدت زیادی است که در { $title } اتفاقی نیفتاده است.
notice-window-unserved = دربارهٔ { $title } به { $name } دسترسی نیافتیم. دوباره تلاش می‌کنیم؛ چیزی از دست شما نرفته است.
notice-dispute-opened = دربارهٔ { $title } اختلافی باز شد. پول مسدود است و چیزی از دست نرفته است. داور بررسی می‌کند؛ حرف خود را بگویید.
notice-dispute-silence = مهلت بررسی { $title } بدون پاسخ گذشت، پس داور بررسی می‌کند. پول مسدود است و چیزی از دست نرفته است.
notice-dispute-contested = فریلنسر با موردی دربارهٔ { $title } مخالف است، پس داور بررسی می‌کند. پول مسدود است و چیزی از دست نرفته است.
notice-dispute-objected = فریلنسر به لغو { $title } اعتراض دارد، پس داور بررسی می‌کند. پول مسدود است و چیزی از دست نرفته است.
notice-dispute-abandoned = اصلاحات { $title } نرسید، پس داور بررسی می‌کند. پول مسدود است و چیزی از دست نرفته است.
notice-dispute-unserved = دربارهٔ { $title } به همه دسترسی نیافتیم، پس داور بررسی می‌کند. پول مسدود است و چیزی از دست نرفته است.
notice-statement-made = { $name } حرف خود را دربارهٔ { $title } گفت.
notice-evidence-filed = { $name } دربارهٔ { $title } مدرک اضافه کرد.
notice-dispute-taken = یک داور پروندهٔ { $title } را برداشت. داوران تنها از راه همین ربات و تنها به نام نقش خود می‌نویسند.
notice-question-asked = داور دربارهٔ { $title } از شما می‌پرسد:
notice-ruling-made = داور دربارهٔ { $title } تصمیم گرفت.
notice-diary-written = { $name } در دفتر یادداشت { $deal } نوشت:
notice-message-sent = { $name } دربارهٔ { $deal } می‌نویسد:
notice-reminded = یادآوری دربارهٔ { $deal }.
notice-clocks-extended = مدتی در دسترس نبودیم. مهلت‌هایی که در آن مدت می‌گذشت در { $deal } به شما بازگردانده شد.

## اصلاحات و اختلاف

point-heading = { $number }. { $kind ->
        [defect] خلاف توافق ماست ({ $criterion })
        [preference] جور دیگری می‌پسندم
       *[extra] کار اضافه است
    }
statement-heading = <b>{ $name }</b>، خواسته: { $sought }
ruling-amounts = به فریلنسر: { $freelancer }. به کارفرما: { $client }.
ruling-criterion = سنجیده با: { $criterion }
ruling-evidence = مدارک مورد استناد: { $numbers }
ruling-reasons = <b>دلیل‌ها</b>
