## دکمه‌ها

tap-deals-open = در جریان
tap-deals-ended = تمام‌شده
tap-statement = صورت‌حساب (PDF)
tap-csv = تاریخچه (CSV)

## معامله‌های من و پول

deals-open = <b>معامله‌های شما</b>
deals-ended = <b>معامله‌های تمام‌شده</b>
deals-none-open = معاملهٔ بازی ندارید.
deals-none-ended = هنوز معامله‌ای از شما تمام نشده است.
deals-label =
    { $state ->
        [draft] { $title } · پیش‌نویس
        [invited] { $title } · هنوز بدون توافق
        [agreed] { $title } · توافق‌شده
        [active] { $title } · در جریان
        [completed] { $title } · انجام‌شده
       *[other] { $title } · تمام‌شده
    }
deals-line =
    { $other ->
        [none] • «{ $title }»: { $total }
       *[other] • «{ $title }» با { $other }: { $total }
    }
deals-no-total = هنوز بدون قیمت
money-head = <b>پول</b>
money-nothing = پولی برای شما نزد ما امانت نیست و به شما بدهکار نیستیم.
money-held-for-me = امانت برای کار شما به‌عنوان فریلنسر: { $amounts }
money-held-by-me = امانت از پرداخت‌های شما به‌عنوان کارفرما: { $amounts }
money-to-be-paid-out = قرار است به شما واریز شود: { $amounts }
money-to-be-refunded = قرار است به شما برگردد: { $amounts }
money-on-its-way = برای شما فرستاده شده و خبری از رسیدنش نداریم: { $amounts }
money-history = <b>گردش‌های اخیر</b>
money-moved =
    { $what ->
        [held] { $day }: { $amount } برای «{ $title }» امانت شد
        [released] { $day }: { $amount } برای «{ $title }» آزاد شد
        [fee] { $day }: کارمزد ما { $amount } برای «{ $title }»
        [refunded] { $day }: برگشت { $amount } از «{ $title }»
        [payout-sent] { $day }: واریز { $amount } برای «{ $title }» فرستاده شد
        [refund-sent] { $day }: برگشت { $amount } از «{ $title }» فرستاده شد
        [payout-arrived] { $day }: واریز { $amount } برای «{ $title }» رسید
        [refund-arrived] { $day }: برگشت { $amount } از «{ $title }» رسید
        [came-back] { $day }: { $amount } برای «{ $title }» از بانک به ما برگشت
        [taken-back] { $day }: بانک شما { $amount } برای «{ $title }» را پس گرفت
        [not-held] { $day }: { $amount } برای «{ $title }» دیگر امانت نیست، چون بانک پرداختی را پس گرفت
        [unbooked] { $day }: { $amount } برای «{ $title }» دیگر امانت نیست، چون به اشتباه ثبت شده بود
        [given-back] { $day }: بانک شما { $amount } برای «{ $title }» را به ما پس داد
       *[other] { $day }: { $amount }، «{ $title }»
    }
statement-title = صورت‌حساب
statement-here = وضع پول شما در این لحظه و همهٔ گردش‌ها.
statement-history = همهٔ گردش‌ها
statement-head-day = زمان
statement-head-deal = معامله
statement-head-what = چه شد
statement-what =
    { $what ->
        [held] امانت شد
        [released] آزاد شد
        [fee] کارمزد ما
        [refunded] برگشت پول
        [payout-sent] واریز فرستاده شد
        [refund-sent] برگشت پول فرستاده شد
        [payout-arrived] واریز رسید
        [refund-arrived] برگشت پول رسید
        [came-back] به ما برگشت
        [taken-back] بانک شما پس گرفت
        [not-held] دیگر امانت نیست
        [unbooked] ثبت اشتباه
        [given-back] بانک شما به ما پس داد
       *[other] جابه‌جا شد
    }
statement-head-amount = مبلغ
statement-footer = تا { $at }
money-csv = همهٔ تاریخچهٔ شما، برای اکسل و مثل آن.
