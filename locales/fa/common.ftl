## Instants and durations

moment = { $day }، ساعت { $time } ({ $city })

duration-days =
    { $count ->
        [one] { $count } روز
       *[other] { $count } روز
    }
duration-hours =
    { $count ->
        [one] { $count } ساعت
       *[other] { $count } ساعت
    }
duration-minutes =
    { $count ->
        [one] { $count } دقیقه
       *[other] { $count } دقیقه
    }
duration-seconds =
    { $count ->
        [one] { $count } ثانیه
       *[other] { $count } ثانیه
    }
duration-two = { $larger } و { $smaller }

## پول

rial = ریال
money-rials =
    { $count ->
        [one] { $figure } ریال
       *[other] { $figure } ریال
    }
money-rials-toman = { $rials } ({ $tomans } تومان)

## What a message says beside its own words

said-forward =
    { $origin ->
        [hidden_user] ↪️ فوروارد شده از { $name } (حساب پنهان)، { $at }:
        [chat] ↪️ فوروارد شده از گروه { $name }، { $at }:
        [channel] ↪️ فوروارد شده از کانال { $name }، { $at }:
       *[user] ↪️ فوروارد شده از { $name }، { $at }:
    }
said-quote =
    { $whose ->
        [us] ⤷ در پاسخ به پیام ما، { $at }:
        [self] ⤷ در پاسخ به پیام خودش، { $at }:
        [unknown] ⤷ در پاسخ به:
        [hidden_user] ⤷ در پاسخ به { $name } (حساب پنهان)، { $at }:
        [chat] ⤷ در پاسخ به گروه { $name }، { $at }:
        [channel] ⤷ در پاسخ به کانال { $name }، { $at }:
       *[user] ⤷ در پاسخ به { $name }، { $at }:
    }
said-thing =
    { $thing ->
        [contact] 👤 مخاطب
        [location] 📍 موقعیت مکانی
        [venue] 📍 مکان
        [poll] 📊 نظرسنجی
        [dice] 🎲 تاس
        [sticker] استیکر
        [story] استوری
        [giveaway] قرعه‌کشی
        [paid_media] محتوای پولی
        [invoice] صورت‌حساب
        [game] بازی
        [checklist] چک‌لیست
        [photo] 🖼 عکس
        [voice] 🎤 پیام صوتی
        [video_note] 🎥 پیام ویدیویی
        [animation] 🎞 گیف
        [audio] 🎵 فایل صوتی
        [video] 🎥 ویدیو
       *[document] 📎 فایل
    }{ $bare ->
        [true] { "" }
       *[other] : { $what }
    }

## طرف‌ها و پول

the-other-side = طرف دیگر
play-money = این پول آزمایشی است: هیچ‌کس پول واقعی نمی‌دهد و نمی‌گیرد.
safety-phrase = عبارت امنیتی شما: { $phrase }
words-erased = (این نوشته پاک شده است)
numbered = { $number }. { $words }
plain-words = { $words }

you = شما

## دکمه‌ها

button-back = بازگشت
button-done = تمام
button-send-anyway = فرستادن همین‌ها
button-help = پشتیبانی
button-skip = رد شدن
button-earlier = قبلی
button-later = بعدی
button-open-deal = معامله
tap-help = پشتیبانی
tap-menu = منو
tap-back = بازگشت
tap-next = بعدی
tap-previous = قبلی
tap-done = تمام
tap-skip = رد شدن
tap-edit = تغییر…
tap-remove = حذف

## گردآوری متن و فایل

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
work-files = { $count } فایل: { $names }
work-no-files = بدون فایل.
amount-which = { $count ->
        [one] نقطهٔ پیش از سه رقم را می‌توان نادرست خواند. مبلغ همین است؟ اگر نه، دوباره بنویسید.
       *[other] این را دو جور می‌توان خواند. کدام است؟
    }
amount-all = همه: { $amount }
amount-nothing = هیچ

## پیرامون همه چیز

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
notice-file-lost = 📎 فایل { $name } همراه پیام پایین است، اما فرستاده نشد. دکمهٔ <i>پشتیبانی</i> را بزنید تا دنبالش بگردیم.

frame-old-button = آن دکمه قدیمی است. وضع کنونی این است
frame-dead-button = آن دکمه قدیمی است و دیگر کاری نمی‌کند. معامله‌های شما در /deals و منو در /start است.
frame-private-only = معامله‌ها فقط میان شما و همین ربات است. لطفاً گفت‌وگوی خصوصی ما را باز کنید.
frame-too-fast = پیام‌های زیادی پشت سر هم رسید. از این پیام به بعد چیزی دریافت نشد. لطفاً { $wait } صبر کنید و دوباره از همین پیام بفرستید.
frame-too-fast-press = خیلی سریع بود. لطفاً { $wait } صبر کنید.
frame-edit = با ویرایش این پیام اینجا چیزی عوض نمی‌شود. اگر مهم است، آن را دوباره در یک پیام تازه بفرستید.
frame-edit-in-form = با ویرایش این پیام اینجا چیزی عوض نمی‌شود. برای اصلاح پاسخ، در پرسش «بازگشت» را بزنید و دوباره پاسخ دهید.
frame-unread = این پیام برای ما خوانا نبود و چیزی از آن نگه داشته نشد. لطفاً آن را بنویسید، یا به‌صورت فایل، عکس یا پیام صوتی بفرستید.
frame-unread-part = بخشی از این پیام برای ما خوانا نبود و نگه داشته نشد. لطفاً همان بخش را دوباره بفرستید: با نوشته، یا به‌صورت فایل، عکس یا پیام صوتی.
edit-used = این پیام قبلاً فرستاده شده و همان‌طور که بود می‌ماند؛ ویرایش شما به آن نمی‌رسد. برای اصلاح یا اضافه کردن چیزی، یک پیام تازه بفرستید.
edit-answered = این پاسخ همان‌طور که بود می‌ماند. برای تغییر آن «ویرایش» را بزنید.
edit-stays = همان که اول فرستاده بودید، بدون تغییر می‌ماند.
frame-heard = انجام شد.

nothing-to-cancel = پرسش بازی نیست. معامله‌های شما در /deals است.
cancelled = بیرون آمدید. پاسخ‌های پیشین مانده و در /deals است.
cancelled-unsent = بیرون آمدید. چیزی فرستاده نشد و چیزی تغییر نکرد.
ask-so-far = تا اینجا: { $value }

## اسناد

paper-undrawn = برخی از حرف‌ها یا نشانه‌های این برگه قابل رسم نبودند. نام آن‌ها داخل کروشه آمده است و همهٔ نوشته‌های این برگه در پیوستِ words.txt هست.
paper-title = { $title } ({ $deal })

## Refusals

refusal-button-unknown = آن دکمه اینجا کاری نمی‌کند. لطفاً دکمه‌های تازه‌ترین پیام را بزنید.
refusal-number-unreadable = لطفاً یک عدد بفرستید، مانند ۲.

refusal-stranger = این معامله میان دو نفر دیگر است.
refusal-other-side = این کارِ طرف دیگر است.
refusal-own-deal = شما یک طرف این معامله هستید؛ کس دیگری باید تصمیم بگیرد.

refusal-stale = آن دکمه قدیمی است. وضعیت الان این است.
refusal-wrong-state = الان این کار با این مرحله شدنی نیست.
refusal-deal-wrong-state = الان این کار با این معامله شدنی نیست.
refusal-clock-only = این کار در زمان خود خودبه‌خود انجام می‌شود.
refusal-not-your-turn = الان نوبت طرف دیگر است. به شما خبر می‌دهیم.

refusal-no-such-deal = چنین معامله‌ای نیست. کد را بررسی کنید.
refusal-no-such-milestone = چنین مرحله‌ای نیست.

refusal-empty-text = این پیام نوشته‌ای ندارد. لطفاً چیزی بنویسید.
refusal-only-named = ثبت شد که آن را فرستادید، اما ربات‌ها محتوای استوری، رسانهٔ پولی، بازی، صورت‌حساب و قرعه‌کشی را نمی‌بینند. آنچه مهم است را به‌صورت عکس یا فایل بفرستید.
refusal-text-too-long = این متن بلند است: { $length } نویسه، و تا { $limit } جا می‌شود.
refusal-amount-unreadable = این مبلغ را نتوانستیم بخوانیم. آن را مانند ۳۰۰ یا ۳۰۰٫۵۰ به { $currency } بنویسید.
refusal-amount-not-positive = مبلغ باید بیشتر از صفر باشد.
refusal-amount-too-large = این مبلغ بیش از اندازه بزرگ است.
refusal-amount-decimals = { $currency } { $decimals ->
    [0] رقم اعشار ندارد
    [one] حداکثر { $decimals } رقم اعشار دارد
   *[other] حداکثر { $decimals } رقم اعشار دارد
 }. لطفاً بدون رقم‌های اضافه بنویسید.
refusal-amount-other-currency = این معامله به { $currency } است.
refusal-amount-ambiguous = این را می‌توان بیش از یک جور خواند. لطفاً آن را با واحد پول و بدون نقطه و ویرگول میان هزارها بنویسید.
refusal-amounts-two-currencies = هر معامله یک واحد پول دارد. همهٔ مبلغ‌ها را به یک واحد بنویسید، یا برای واحد دیگر معاملهٔ جدا بسازید.
refusal-currency-unknown = واحد پول { $currency } را نمی‌شناسیم.
refusal-duration-unreadable = این را نتوانستیم به زمان بخوانیم. بنویسید ۵ روز، ۲ هفته، یا تاریخی مانند ۱۲ اردیبهشت.
refusal-duration-out-of-range = این بیش از اندازه کوتاه یا بلند است. حداکثر { $days } روز.
refusal-date-in-future = آن روز هنوز نیامده است. روزی را بنویسید که پول فرستاده شد.
refusal-date-is-past = آن روز گذشته است. روز دیگری بنویسید.
refusal-date-ambiguous = این می‌تواند دو تاریخ باشد. نام ماه را بنویسید، مانند ۱۲ مه یا ۲۲ اردیبهشت، یا سال را اول بنویسید: 2026-05-12.
refusal-above-held = این بیشتر از مبلغ امانت است، { $held }.
refusal-file-too-large = این فایل بیش از اندازه بزرگ است: حداکثر { $limit_mb } مگابایت جا می‌شود. فایل کوچک‌تر یا لینک آن را بفرستید.
refusal-file-away = نتوانستیم فایل «{ $name }» را از تلگرام بگیریم. لطفاً همین فایل را دوباره بفرستید.
refusal-file-gone = «{ $name }» دیگر در دسترس نیست، برای همین نمی‌شود تغییرش داد. لطفاً متنش را دوباره بفرستید. به همکاران ما خبر داده شد.
refusal-nothing-collected = هنوز چیزی برای فرستادن نیست. چیزی بنویسید یا فایلی بفرستید.
refusal-too-many-files = حداکثر { $limit } فایل جا می‌شود. آن‌ها را در یک فایل فشرده بگذارید، یا لینک بفرستید.
refusal-files-full = در { $days } روز گذشته { $limit_mb } مگابایت فایل فرستاده‌اید و بیشتر از این جا نمی‌شود. این فایل دریافت نشد؛ لینک آن را بفرستید.
refusal-files-full-stranger = تا اولین توافق شما { $limit_mb } مگابایت فایل جا می‌شود. این فایل دریافت نشد؛ لینک آن را بفرستید.
refusal-files-no-room = الان نمی‌توانیم فایل بگیریم و این فایل دریافت نشد. آن را بنویسید یا لینکش را بفرستید، یا بعداً دوباره بفرستید.
refusal-too-much-today = در یک روز همین‌قدر جا می‌شود ({ $limit }). { $seconds } دیگر می‌توانید ادامه دهید.
