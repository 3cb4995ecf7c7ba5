## نوبت کیست، تا کی، و اگر کاری نشود چه می‌شود

turn-invite-expires = { $who ->
        [nobody] هنوز کسی آن را نپذیرفته است. تا { $until } باز است.
        [claims] نوبت شماست: تا { $until } بگویید همان کسی است که منظورتان بود یا نه.
        [you] نوبت شماست: تا { $until } پاسخ دهید.
       *[other] { $name } تا { $until } فرصت پاسخ دارد.
    } بدون پاسخ، دعوت‌نامه پایان می‌یابد و کسی چیزی بدهکار نیست.

## دکمه‌ها

button-agreement = توافق‌نامه (PDF)
tap-create-invite = ساختن دعوت‌نامه
tap-send-to = فرستادن برای { $name }
sent-to = برای { $name } فرستاده شد
tap-other-language = به زبانی دیگر…
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
tap-who-waits = چه کسی منتظر است ({ $count })
tap-accept = می‌پذیرم
tap-all-terms = همهٔ شرایط
tap-suggest = پیشنهاد تغییر
tap-decline = نمی‌پذیرم
tap-ask = پرسش دارم
tap-its-them = بله، خودش است
tap-not-them = نه
tap-answer = پاسخ
tap-open-deal = باز کردن معامله

## توافق

agreement-here = این همان است که هر دو پذیرفتید.

agreed-fingerprint = هر دو یک متن را پذیرفتید. کد یکتای متن آن با { $fingerprint } شروع می‌شود.
agreement-title = توافق‌نامهٔ { $deal }
agreement-between = میان
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
agreement-rules = قواعد
agreement-accepted = چه کسی و کی پذیرفت
agreement-who = شخص
agreement-when = زمان
agreement-language = زبان
agreement-button = دکمه
agreement-reference = شناسه
agreement-footer = { $operator } · { $deal }

## آنچه به افراد گفته می‌شود

notice-deal-agreed = <b>توافق شد</b>؛ مبلغ کل: { $total }.

## دعوت‌نامه، برای دعوت‌شده

ask-code = لطفاً کد دعوت‌نامه را بفرستید، مانند <code>7K3F-9QZM-2A4B</code>، یا لینک کامل آن را.

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
invited-criteria = خواسته‌ها: { $criteria }
invited-rules =
    { $rounds ->
        [0] بدون دور اصلاح، { $review } برای بررسی.
        [one] { $rounds } دور اصلاح، { $review } برای بررسی.
       *[other] { $rounds } دور اصلاح، { $review } برای بررسی.
    }
invited-described =
    { $files ->
        [0] شرح کار زیر «همهٔ شرایط» است.
        [one] شرح کار و { $files } فایل زیر «همهٔ شرایط» است.
       *[other] شرح کار و { $files } فایل زیر «همهٔ شرایط» است.
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
invited-free = دیدنش رایگان است و پذیرفتن پولی برنمی‌دارد. { $name } هرگز شمارهٔ تلفن شما را نمی‌بیند.
outside-in-terms = ⚠️ { $outside ->
        [card] در این شرایط شمارهٔ کارت هست.
        [account] در این شرایط شمارهٔ حساب هست.
        [wallet] در این شرایط نشانی کیف پول رمزارز هست.
        [direct] در این شرایط انگار حرف از پرداخت مستقیم است.
       *[other] …
    } فقط پولی که از راه همین معامله پرداخت شود نزد ما امانت است.
waiting-accepted = پذیرفتید. الان از { $name } پرسیده می‌شود که آیا واقعاً شمایید.
waiting-sent = تغییرهای شما فرستاده شد. الان از { $name } پرسیده می‌شود که آیا واقعاً شمایید.
waiting-open = الان از { $name } پرسیده می‌شود که آیا واقعاً شمایید. در این میان می‌توانید تغییرها را آماده کنید.
waiting-words = برای اطمینان از یکدیگر، این سه کلمه را همان جایی بفرستید که آشنا شدید: { $words }
ask-inviter = لطفاً پرسش خود را بنویسید. با نام شما به دعوت‌کننده می‌رسد.
ask-answer-invited = لطفاً پاسخ خود را بنویسید.
question-sent = پرسش شما فرستاده شد. پاسخ همین‌جا می‌آید.
answer-sent = پاسخ شما فرستاده شد.
invite-asked = <b>{ $name }</b> که دعوت‌نامهٔ شما را دارد می‌پرسد:
invited-answered = <b>{ $name }</b> پاسخ می‌دهد:

claim-accepts = کسی دعوت‌نامهٔ «{ $title }» شما را می‌پذیرد:
claim-counters = کسی برای دعوت‌نامهٔ «{ $title }» شما تغییر پیشنهاد می‌کند:
claim-wants = کسی دعوت‌نامهٔ «{ $title }» شما را باز کرده و می‌خواهد تغییر پیشنهاد کند:
claim-words = همان کسی است که می‌خواستید؟ او هم همین سه کلمه را می‌بیند: { $words }. همان جایی که آشنا شدید از او بپرسید و فقط پس از آن «بله، خودش است» را بزنید.
claim-refused = به او گفته شد. لینک هنوز برای کسی که می‌خواهید کار می‌کند.
proposal-theirs = <b>{ $name }</b> برای «{ $title }» تغییر پیشنهاد می‌کند. نسخهٔ { $version }:
proposal-mine = نسخهٔ { $version } «{ $title }» را فرستادید. نوبت { $name } است.

## دعوت‌نامه، برای سازندهٔ آن

invite-which-language = طرف دیگر دعوت‌نامه را به چه زبانی بخواند؟
invite-words =
    { $name } شما را به توافق دربارهٔ «{ $title }» به مبلغ { $total } دعوت می‌کند.
    پول تا تأیید کار نگه داشته می‌شود. دیدنش رایگان است:
    { $link }
    لینک کار نکرد؟ به @{ $username } پیام دهید، «دعوت‌نامه دارم» را بزنید و { $code } را بنویسید.
invite-subject = دعوت: { $title }
invite-email = برای ایمیل: اول عنوان و بعد متن را لمس کنید تا رونوشت شود، و در برنامهٔ ایمیل خود بچسبانید.
invite-ready = <b>دعوت‌نامهٔ «{ $title }» آماده است</b> ({ $deal }). این را برای طرف دیگر بفرستید:
invite-until = تا { $until } باز است. اگر تا آن زمان کاری نشود پایان می‌یابد؛ پولی جابه‌جا نمی‌شود.
invite-claims =
    { $count ->
        [one] کسی آن را باز کرده و منتظر پاسخ شماست.
       *[other] { $count } نفر آن را باز کرده‌اند و منتظر پاسخ شمایند.
    }
invite-withdrawn = لغو شد. لینک دیگر کار نمی‌کند.
invite-declined = نپذیرفتید. کار دیگری انجام نمی‌شود و چیزی از شما خواسته نمی‌شود.
sure-withdraw = دعوت‌نامهٔ «{ $title }» را لغو می‌کنید؟ لینکش از کار می‌افتد و معامله پایان می‌یابد.
sure-renew = برای «{ $title }» لینک تازه بسازیم؟ لینک و کد پیشین از کار می‌افتد.
sure-decline = «{ $title }» را نمی‌پذیرید؟ برای شما پایان می‌یابد.

## آگاهی‌ها

notice-claim-declined = دعوت‌نامهٔ «{ $title }» را نپذیرفت. لینک هنوز برای دیگری کار می‌کند.
notice-claim-gone = پاسخ او برای «{ $title }» در این میان پایان یافت.
notice-claim-ended-refused = دعوت‌کننده می‌گوید شما آن کسی که می‌خواست نیستید. پاسخ شما برای «{ $title }» دیگر به حساب نمی‌آید.
notice-claim-ended-another = «{ $title }» با کس دیگری توافق شد. پاسخ شما دیگر به حساب نمی‌آید.
notice-claim-ended = پاسخ شما برای «{ $title }» دیگر به حساب نمی‌آید.
notice-confirmed = <b>{ $name }</b> می‌داند که خود شمایید.
notice-cancelled-withdrawn = دعوت‌کننده دعوت‌نامهٔ «{ $title }» را لغو کرد.
notice-cancelled-declined = { $name } «{ $title }» را نپذیرفت. پایان یافت.
notice-cancelled-expired = مهلت پاسخ تمام شد: «{ $title }» پایان یافت. پولی جابه‌جا نشد.
notice-cancelled = «{ $title }» پایان یافت. پولی جابه‌جا نشد.

## Refusals

refusal-code-unreadable = این کد دعوت‌نامه نیست. کد دعوت‌نامه ۱۲ حرف و رقم لاتین دارد، مانند 7K3F-9QZM-2A4B.
refusal-too-many-guesses = کدهای زیادی پشت سر هم فرستادید. { $seconds } دیگر می‌توانید دوباره امتحان کنید.
refusal-inviter-only = فقط کسی که دعوت‌نامه را فرستاده می‌تواند این کار را بکند.
refusal-own-invite = این دعوت‌نامهٔ خود شماست. لینک را برای طرف دیگر بفرستید.
refusal-withdraw-instead = شما این دعوت‌نامه را فرستاده‌اید: آن را لغو کنید.
refusal-invite-used = این دعوت‌نامه استفاده شده است. دعوت‌نامهٔ تازه‌ای بخواهید.
refusal-invite-over = این دعوت‌نامه پایان یافته است. دعوت‌نامهٔ تازه‌ای بخواهید.
refusal-invite-unknown = این دعوت‌نامه را نمی‌شناسیم. لینک یا کد را بررسی کنید.
refusal-nobody-there = هنوز کسی در طرف دیگر نیست.
refusal-other-unreachable = طرف دیگر این ربات را متوقف کرده است و این به او نمی‌رسد. پیش‌نویس را دوباره باز کنید و به جای آن لینکی برایش بفرستید.
refusal-nobody-waits = دیگر کسی منتظر آن نیست.
refusal-no-treasurer = در پشتیبانی کسی نیست که بتواند پرداخت‌های این معامله را تأیید کند و کس دیگری برای رأی بماند؛ پس اینجا بسته نمی‌شود.
refusal-no-arbiter = داوری نیست که بتواند دربارهٔ این معامله رأی بدهد؛ پس اینجا بسته نمی‌شود.
refusal-too-many-deals = معامله‌های باز شما به بیشترین تعداد رسیده است ({ $limit }).
refusal-too-many-questions = قبل از پذیرش همین‌قدر می‌توان پرسید ({ $limit }).
refusal-claims-full = کسان دیگری به این دعوت‌نامه پاسخ داده‌اند و منتظر تأییدند. از دعوت‌کننده بپرسید.
