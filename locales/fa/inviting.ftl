## نوبت کیست، تا کی، و اگر کاری نشود چه می‌شود

turn-invite-expires = { $who ->
        [nobody] هنوز پذیرفته نشده است. تا { $until } باز است.
        [claims] نوبت شماست: تا { $until } بگویید همان کسی است که دعوت کردید یا نه.
        [you] نوبت شماست: تا { $until } جواب بدهید.
       *[other] { $name } تا { $until } فرصت جواب دارد.
    } اگر جوابی نیاید، دعوت‌نامه تمام می‌شود و کسی بدهکار نیست.

## دکمه‌ها

button-agreement = توافق‌نامه (PDF)
tap-create-invite = ساختن دعوت‌نامه
tap-send-to = فرستادن برای { $name }
sent-to = برای { $name } فرستاده شد
tap-other-language = به زبان دیگر…
tap-change-terms = تغییرهای شما…
tap-share = اشتراک در تلگرام
tap-whatsapp = واتس‌اپ
tap-email = ایمیل
tap-copy = کپی متن
tap-copy-link = کپی لینک
tap-copy-code = کپی کد
tap-new-link = لینک تازه
tap-renew = لینک تازه
tap-withdraw = لغو دعوت‌نامه
tap-who-waits = منتظر تأیید ({ $count })
tap-accept = می‌پذیرم
tap-all-terms = همهٔ شرایط
tap-suggest = پیشنهاد تغییر
tap-decline = نمی‌پذیرم
tap-ask = پرسیدن سؤال
tap-its-them = بله، خودش است
tap-not-them = نه
tap-answer = جواب دادن
tap-open-deal = باز کردن معامله

## توافق

agreement-here = این متنی است که هر دو پذیرفتید.

agreed-fingerprint = هر دو یک متن را پذیرفتید. کد یکتای متن آن با { $fingerprint } شروع می‌شود.
agreement-title = توافق‌نامه · { $deal }
agreement-between = دو طرف
agreement-freelancer = فریلنسر
agreement-client = کارفرما
agreement-person = { $name } (شناسهٔ تلگرام { $id })
agreement-at = زمان توافق
agreement-version = نسخه
agreement-fingerprint = کد یکتای متن
agreement-what = موضوع توافق
agreement-total = مجموع
agreement-work = شرح کار
agreement-files = فایل‌ها
agreement-sum = SHA-256
agreement-size = اندازه (بایت)
agreement-rules = مهلت‌ها و اصلاح‌ها
agreement-accepted = چه کسی و چه زمانی پذیرفت
agreement-who = شخص
agreement-when = زمان
agreement-language = زبانی که دید
agreement-button = دکمه‌ای که زد
agreement-reference = شمارهٔ ثبت
agreement-footer = { $operator } · { $deal }

## آنچه به افراد گفته می‌شود

notice-deal-agreed = <b>توافق شد</b>، مبلغ کل: { $total }.

## دعوت‌نامه، برای دعوت‌شده

ask-code = کد دعوت‌نامه را بفرستید، مثل <code>7K3F-9QZM-2A4B</code>، یا لینک کاملش را.

invited-head =
    { $role ->
        [client] <b>{ $name }</b> شما را به عنوان فریلنسر دعوت می‌کند.
       *[other] <b>{ $name }</b> شما را به عنوان کارفرما دعوت می‌کند.
    }
# در یک صفحهٔ گوشی: حداکثر ۶۰۰ نویسه برای یک پرداخت
invited-deal =
    { $count ->
        [one] <b>{ $title }</b>: { $total }، { $length } بعد از پرداخت
       *[other] <b>{ $title }</b>: { $total } در { $count } پرداخت
            اول: { $first }، { $amount }، { $length } بعد از پرداخت
    }
between-criteria = {"؛ "}
invited-criteria = معیارها: { $criteria }
invited-rules =
    { $rounds ->
        [0] بدون دور اصلاح، { $review } برای بررسی.
        [one] { $rounds } دور اصلاح، { $review } برای بررسی.
       *[other] { $rounds } دور اصلاح، { $review } برای بررسی.
    }
invited-described =
    { $files ->
        [0] شرح کار در «همهٔ شرایط» است.
        [one] شرح کار و { $files } فایل در «همهٔ شرایط» است.
       *[other] شرح کار و { $files } فایل در «همهٔ شرایط» است.
    }
invited-paid-client = پذیرفتن رایگان است. { $way ->
        [play] بعد تا { $funding } پرداخت کنید، با پول آزمایشی: پول واقعی نیست.
        [bank] بعد تا { $funding } به حساب { $holder } پرداخت کنید؛ خزانه‌دار آن تأیید می‌کند.
       *[unknown] بعد تا { $funding } پرداخت کنید؛ هنوز برای این واحد پول حسابی نداریم، پس اول از ما بپرسید.
    }
invited-paid-freelancer = { $way ->
        [play] با پول آزمایشی پرداخت می‌شود: پول واقعی نیست.
        [bank] کارفرما به حساب { $holder } پرداخت می‌کند؛ خزانه‌دار آن تأیید می‌کند.
       *[unknown] هنوز برای این واحد پول حسابی نداریم، پس اول از ما بپرسید.
    } وقتی شروع کنید که بگوییم پول امانت شد.
invited-money-client = امانت می‌ماند تا { $silent ->
        [true] تأیید کنید، داور تصمیم بگیرد یا { $review } بعد از تحویل چیزی نگویید.
       *[false] تأیید کنید یا داور تصمیم بگیرد.
    }
    کار دیرشده را تا تحویل می‌توانید لغو کنید؛ فریلنسر حق اعتراض دارد. بعد از آن با تصمیم داور یا انصراف فریلنسر برمی‌گردد.
    کار دیرشده‌ای که { $idle } رها بماند: هشدار، و { $warning } بعد پول برمی‌گردد.
invited-money-freelancer = قبل از تحویل، کارفرما می‌تواند کارِ دیرشده را لغو کند؛ شما می‌توانید اعتراض کنید. بعد از آن، کارفرما به‌تنهایی نمی‌تواند پول را پس بگیرد.
    پول وقتی به شما می‌رسد که { $silent ->
        [true] کارفرما تأیید کند، داور چنین تصمیم بگیرد یا کارفرما { $review } چیزی نگوید.
       *[false] کارفرما تأیید کند یا داور چنین تصمیم بگیرد.
    }
invited-number = شمارهٔ تلفن شما را نشان نمی‌دهیم.
invited-again =
    { $role ->
        [client] <b>{ $name }</b> که پول را می‌پردازد، می‌خواهد دوباره با شما معامله کند.
       *[other] <b>{ $name }</b> که کار را انجام می‌دهد، می‌خواهد دوباره با شما معامله کند.
    }
invited-free = باز کردن لینک شما را متعهد نمی‌کند و با پذیرفتن پولی پرداخت نمی‌کنید. شمارهٔ تلفن شما را به { $name } نشان نمی‌دهیم.
outside-in-terms = ⚠️ { $outside ->
        [card] در این شرایط شمارهٔ کارت هست.
        [account] در این شرایط شمارهٔ حساب هست.
        [wallet] در این شرایط آدرس کیف پول رمزارز هست.
        [direct] در این شرایط انگار حرف از پرداخت مستقیم است.
       *[other] …
    } پولی که خارج از این معامله پرداخت شود نزد ما امانت نیست و نمی‌توانیم آن را برایتان پس بگیریم.
waiting-accepted = پذیرفتید. حالا از { $name } می‌پرسیم که واقعاً خودتان هستید یا نه.
waiting-sent = تغییرهای شما فرستاده شد. حالا از { $name } می‌پرسیم که واقعاً خودتان هستید یا نه.
waiting-open = حالا از { $name } می‌پرسیم که واقعاً خودتان هستید یا نه. تا جواب بیاید می‌توانید تغییرها را آماده کنید.
waiting-words = برای اینکه هر دو مطمئن شوید، این سه کلمهٔ شناسایی را همان جایی بفرستید که آشنا شدید: { $words }
ask-inviter = سؤالتان را بنویسید. با نام شما به دعوت‌کننده می‌رسد.
ask-answer-invited = جوابتان را بنویسید.
question-sent = سؤال شما فرستاده شد. جواب همین‌جا می‌آید.
answer-sent = جواب شما فرستاده شد.
invite-asked = <b>{ $name }</b> که دعوت‌نامهٔ شما را دارد می‌پرسد:
invited-answered = <b>{ $name }</b> جواب می‌دهد:

claim-accepts = کسی دعوت‌نامهٔ شما برای «{ $title }» را می‌پذیرد:
claim-counters = کسی برای دعوت‌نامهٔ «{ $title }» تغییر پیشنهاد می‌دهد:
claim-wants = کسی دعوت‌نامهٔ «{ $title }» را باز کرده و می‌خواهد تغییر پیشنهاد بدهد:
claim-words = همان کسی است که دعوت کردید؟ او هم همین سه کلمهٔ شناسایی را می‌بیند: { $words }. همان جایی که آشنا شدید از او بپرسید و اگر یکی بود <b>«بله، خودش است»</b> را بزنید.
claim-refused = به او گفتیم که او را دعوت نکرده‌اید. لینک هنوز برای کسی که دعوت کردید کار می‌کند.
proposal-theirs = <b>{ $name }</b> برای «{ $title }» تغییر پیشنهاد می‌دهد. نسخهٔ { $version }:
proposal-mine = نسخهٔ { $version } «{ $title }» را فرستادید. نوبت { $name } است.

## دعوت‌نامه، برای سازندهٔ آن

invite-which-language = طرف دیگر دعوت‌نامه را به چه زبانی بخواند؟
invite-words =
    { $name } شما را به معامله دعوت می‌کند: «{ $title }»، { $total }.
    پول نزد { $operator } امانت است. باز کردن لینک شما را متعهد نمی‌کند:
    { $link }
    لینک باز نشد؟ به @{ $username } پیام بدهید، «دعوت‌نامه دارم» را بزنید و { $code } را بنویسید.
invite-subject = دعوت: «{ $title }»
invite-email = برای ایمیل: اول عنوان و بعد متن را لمس کنید تا کپی شود، و در برنامهٔ ایمیل خود بگذارید.
invite-ready = <b>دعوت‌نامهٔ «{ $title }» آماده است.</b> این را برای طرف دیگر بفرستید:
invite-until = تا { $until } باز است. اگر تا آن وقت جوابی نیاید تمام می‌شود و کسی بدهکار نیست.
invite-claims =
    { $count ->
        [one] یک نفر آن را باز کرده و منتظر جواب شماست.
       *[other] { $count } نفر آن را باز کرده‌اند و منتظر جواب شما هستند.
    }
invite-withdrawn = دعوت‌نامه لغو شد. لینکش دیگر کار نمی‌کند.
invite-declined = نپذیرفتید. بدهکار نیستید.
sure-withdraw = دعوت‌نامهٔ «{ $title }» لغو شود؟ لینکش از کار می‌افتد و معامله تمام می‌شود.
sure-renew = برای «{ $title }» لینک تازه بسازیم؟ لینک و کد قبلی از کار می‌افتد.
sure-decline = «{ $title }» را نمی‌پذیرید؟ بعد از این در این معامله نیستید.

## آگاهی‌ها

notice-claim-declined = دعوت‌نامهٔ «{ $title }» را نپذیرفت. لینک هنوز برای فرد دیگر کار می‌کند.
notice-claim-gone = یک جواب به دعوت‌نامهٔ «{ $title }» دیگر معتبر نیست. لینک هنوز کار می‌کند.
notice-claim-ended-refused = دعوت‌کننده می‌گوید شما را دعوت نکرده است. جواب شما برای «{ $title }» دیگر معتبر نیست.
notice-claim-ended-another = «{ $title }» با فرد دیگری توافق شد. جواب شما دیگر معتبر نیست.
notice-claim-ended = جواب شما برای «{ $title }» دیگر معتبر نیست.
notice-confirmed = <b>{ $name }</b> تأیید کرد که خودتان هستید.
notice-cancelled-withdrawn = دعوت‌نامهٔ «{ $title }» لغو شد. معامله تمام شد و بدهکار نیستید.
notice-cancelled-declined = { $name } «{ $title }» را نپذیرفت. معامله تمام شد؛ پولی جابه‌جا نشد.
notice-cancelled-expired = مهلت جواب تمام شد: معاملهٔ «{ $title }» پایان یافت. پولی جابه‌جا نشد.
notice-cancelled = معاملهٔ «{ $title }» تمام شد. پولی جابه‌جا نشد.

## Refusals

refusal-code-unreadable = این کد دعوت‌نامه نیست. کد دعوت‌نامه ۱۲ حرف و رقم لاتین دارد، مثل <code>7K3F-9QZM-2A4B</code>.
refusal-too-many-guesses = کدهای زیادی پشت سر هم فرستادید. { $seconds } دیگر می‌توانید دوباره امتحان کنید.
refusal-inviter-only = این کار با کسی است که دعوت‌نامه را فرستاده.
refusal-own-invite = این دعوت‌نامهٔ خودتان است. لینک را برای طرف دیگر بفرستید.
refusal-withdraw-instead = این دعوت‌نامه را خودتان فرستاده‌اید: آن را لغو کنید.
refusal-invite-used = این دعوت‌نامه استفاده شده است. دعوت‌نامهٔ تازه‌ای بخواهید.
refusal-invite-over = این دعوت‌نامه تمام شده است. دعوت‌نامهٔ تازه‌ای بخواهید.
refusal-invite-unknown = این دعوت‌نامه را نمی‌شناسیم. لینک یا کد را دوباره نگاه کنید.
refusal-nobody-there = هنوز طرف دیگری نیست.
refusal-other-unreachable = طرف دیگر این ربات را متوقف کرده است و نمی‌توانیم این را برایش بفرستیم. پیش‌نویس را دوباره باز کنید و به جای آن لینکش را بفرستید.
refusal-nobody-waits = دیگر کسی منتظر آن نیست.
refusal-no-treasurer = این معامله اینجا ممکن نیست: در پشتیبانی ما جز کسانی که باید دربارهٔ اختلاف تصمیم بگیرند، کسی نیست که پرداخت‌ها را تأیید کند.
refusal-no-arbiter = این معامله اینجا ممکن نیست: داوری نداریم که بتواند دربارهٔ اختلافش تصمیم بگیرد.
refusal-too-many-deals = معامله‌های باز شما به حداکثر رسیده است ({ $limit }).
refusal-too-many-questions = قبل از پذیرفتن، حداکثر { $limit } سؤال می‌شود پرسید.
refusal-claims-full = چند نفر دیگر به این دعوت‌نامه جواب داده‌اند و منتظر تأیید هستند. از دعوت‌کننده بپرسید.
