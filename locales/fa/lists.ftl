## دکمه‌ها

tap-deals-open = در جریان
tap-deals-ended = پایان‌یافته
tap-statement = صورت‌حساب (PDF)
tap-csv = تاریخچه (CSV)

## معامله‌های من و پول

deals-open = <b>معامله‌های شما</b>
deals-ended = <b>معامله‌های پایان‌یافته</b>
deals-none-open = معاملهٔ بازی ندارید.
deals-none-ended = هنوز معامله‌ای از شما پایان نیافته است.
deals-label =
    { $state ->
        [draft] { $title } · پیش‌نویس
        [invited] { $title } · دعوت‌شده
        [agreed] { $title } · توافق‌شده
        [active] { $title } · در جریان
        [completed] { $title } · انجام‌شده
       *[other] { $title } · پایان‌یافته
    }
deals-line =
    { $other ->
        [none] • { $title }: { $total }
       *[other] • { $title } با { $other }: { $total }
    }
deals-no-total = هنوز بی‌قیمت
money-head = <b>پول</b>
money-nothing = الان پولی نزد ما نیست و چیزی بدهکار نیستیم.
money-held-for-me = نگه‌داشته برای شما به عنوان فریلنسر: { $amounts }
money-held-by-me = نگه‌داشته از شما به عنوان کارفرما: { $amounts }
money-to-be-paid-out = در راه واریز به شما: { $amounts }
money-to-be-refunded = در راه بازگشت به شما: { $amounts }
money-history = <b>گردش‌های اخیر</b>
money-moved =
    { $what ->
        [held] { $day }: { $amount } برای { $title } نگه داشته شد
        [released] { $day }: { $amount } آزاد شد، { $title }
        [fee] { $day }: { $amount } کارمزد، { $title }
        [refunded] { $day }: { $amount } برگشت، { $title }
        [payout-sent] { $day }: { $amount } واریز شد، { $title }
        [refund-sent] { $day }: { $amount } بازگردانده شد، { $title }
       *[other] { $day }: { $amount }، { $title }
    }
statement-title = صورت‌حساب
statement-here = وضع کنونی پول شما و همهٔ گردش‌ها.
statement-history = همهٔ گردش‌ها
statement-head-day = زمان
statement-head-deal = معامله
statement-head-what = چه شد
statement-what =
    { $what ->
        [held] نگه داشته شد
        [released] آزاد شد
        [fee] کارمزد
        [refunded] برگشت پول
        [payout-sent] واریز شد
        [refund-sent] بازگردانده شد
       *[other] جابه‌جا شد
    }
statement-head-amount = مبلغ
statement-footer = تا { $at }
money-csv = همهٔ تاریخچهٔ شما، برای صفحه‌گسترده.
