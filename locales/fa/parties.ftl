## ربات طرف‌های معامله: منو، پیش‌نویس، دعوت، فهرست‌ها، تنظیمات

role-freelancer = فریلنسر
role-client = کارفرما

# دکمه‌ها

tap-new-deal = معاملهٔ تازه
tap-have-invite = دعوت‌نامه دارم
tap-my-deals = معامله‌های من
tap-money = پول
tap-settings = تنظیمات
tap-how = روش کار
tap-safe = آیا امن است؟
tap-help = پشتیبانی
tap-menu = منو
tap-back = بازگشت
tap-next = بعدی
tap-previous = قبلی
tap-done = تمام
tap-skip = رد شدن
tap-edit = تغییر…
tap-remove = حذف
tap-open-private = باز کردن گفت‌وگوی خصوصی
tap-role-freelancer = من فریلنسرم
tap-role-client = من کارفرمایم
tap-more-templates = بیشتر…
tap-remove-files = حذف فایل‌ها
tap-parts-several = چند مرحله
tap-rial-or-toman = { $amount } ({ $toman } تومان)
tap-add-milestone = افزودن مرحله
tap-that-is-all = همین‌ها
tap-rules-ok = همین قواعد خوب است
tap-rounds =
    { $rounds ->
        [0] بدون دور اصلاح
        [one] { $rounds } دور اصلاح
       *[other] { $rounds } دور اصلاح
    }
tap-review = { $length } برای بررسی
tap-silence-escalate = اگر کارفرما پاسخ ندهد: داور بررسی می‌کند
tap-silence-release = اگر کارفرما پاسخ ندهد: پول آزاد می‌شود
tap-create-invite = ساختن دعوت‌نامه
tap-discard = حذف پیش‌نویس
tap-leave-changes = حذف تغییرها
tap-send-changes = فرستادن تغییرها
tap-edit-title = عنوان
tap-edit-work = شرح کار
tap-edit-payment = پرداخت
tap-edit-milestones = مرحله‌ها…
tap-edit-rules = قواعد
tap-swap-role = من طرف دیگرم
tap-other-language = به زبانی دیگر…
tap-change-m-title = عنوان
tap-change-m-amount = مبلغ
tap-change-m-days = زمان
tap-change-m-criteria = معیارها
tap-change-terms = تغییرهای شما…
tap-share = اشتراک در تلگرام
tap-whatsapp = واتس‌اپ
tap-email = ایمیل
tap-copy = کپی متن
tap-new-link = لینک تازه
tap-renew = لینک تازه
tap-withdraw = لغو دعوت‌نامه
tap-who-waits = چه کسی منتظر است ({ $count })
tap-accept = می‌پذیرم
tap-suggest = پیشنهاد تغییر
tap-decline = نمی‌پذیرم
tap-ask = پرسش دارم
tap-its-them = بله، خودش است
tap-not-them = نه
tap-answer = پاسخ
tap-open-deal = باز کردن معامله
tap-deals-open = در جریان
tap-deals-ended = پایان‌یافته
tap-statement = صورت‌حساب (PDF)
tap-csv = تاریخچه (CSV)
tap-payout-details = حساب دریافت پول
tap-language = زبان
tap-zone = منطقهٔ زمانی
tap-phrase = عبارت امنیتی

# پیرامون همه چیز

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
frame-no-form = منتظر پیامی نبودم. همه چیز از منو شروع می‌شود.
frame-heard = انجام شد.
# واژه‌هایی که کسی با آن‌ها سلام می‌کند و هنوز چیزی نگفته است
words-of-greeting = سلام, سلامم, درود, علیکم, علیک, خوبی, خوبید, خوبین, چطوری, چطورید, وقت, بخیر, به, خیر, شما, صبح, ظهر, عصر, شب, روز, خسته, نباشید, نباشین, عزیز, دوست, گرامی, ممنون, الو, هستید, کسی, هست, استارت, شروع, تست, ربات, و, لطفا

refusal-button-unknown = آن دکمه اینجا کاری نمی‌کند. لطفاً دکمه‌های تازه‌ترین پیام را بزنید.
refusal-number-unreadable = لطفاً یک عدد بفرستید، مانند ۲.
refusal-iban-wrong = شبا (IBAN) یک رقم نادرست دارد: رقم‌های کنترلش درست درنمی‌آید. لطفاً آن را با شبای بانک مقایسه کنید و دوباره بفرستید.
refusal-iban-length = این شبا (IBAN) { $length } حرف و رقم دارد، در حالی که شبای این کشور { $expected } تا دارد. لطفاً دوباره نگاه کنید و بفرستید.
refusal-iban-country = شبایی (IBAN) که با { $country } شروع شود وجود ندارد. لطفاً دوباره نگاه کنید و بفرستید.
refusal-iban-several = چند شبا (IBAN) نوشته‌اید. لطفاً همان را بفرستید که باید به آن واریز کنیم.
refusal-holder-unreadable = لطفاً نام صاحب حساب را با حروف بفرستید.
refusal-payout-too-short = این برای واریز کوتاه است. لطفاً شبا (IBAN) یا نام صاحب حساب، شمارهٔ حساب و بانک را بفرستید.
refusal-city-unknown = این جا را نمی‌شناسم. لطفاً نزدیک‌ترین شهر بزرگ را بفرستید، مانند تهران، یا موقعیت خود را.
refusal-code-unreadable = این کد دعوت‌نامه نیست. کد دعوت‌نامه ۱۲ حرف و رقم لاتین دارد، مانند 7K3F-9QZM-2A4B.
refusal-too-many-guesses = کدهای زیادی پشت سر هم فرستادید. { $seconds } دیگر می‌توانید دوباره امتحان کنید.

# منو و صفحه‌ها

menu =
    <b>{ $operator }</b> پول کارفرما را نگه می‌دارد تا کار تأیید شود.
    شما دو نفر اول کتبی توافق می‌کنید. اگر بعداً به توافق نرسید، یک داور تصمیم می‌گیرد.
    می‌خواهید چه کنید؟
page-how =
    <b>روش کار</b>

    ۱. یکی از شما کار، قیمت و معیار سنجش را می‌نویسد و دعوت‌نامه می‌فرستد.
    ۲. دیگری می‌پذیرد یا تغییر پیشنهاد می‌کند. هر دو درست یک متن را می‌پذیرید.
    ۳. کارفرما پول را می‌پردازد. پول نگه داشته می‌شود و کار شروع می‌شود.
    ۴. فریلنسر کار را تحویل می‌دهد، کارفرما تأیید می‌کند و پول آزاد می‌شود. تا آن زمان نزد ما می‌ماند.
    ۵. اصلاحات مورد به مورد خواسته می‌شود. آنچه با معیارهای توافق نخواند رایگان اصلاح می‌شود.
    ۶. اگر به توافق نرسید، داور معیارهای توافق را می‌سنجد و با ذکر دلیل تصمیم می‌گیرد.

    کار بزرگ مرحله به مرحله پرداخت می‌شود. به هیچ کس پیش‌پرداختی نمی‌رسد.
page-privacy =
    <b>آنچه { $operator } نگه می‌دارد</b>

    شناسهٔ تلگرام شما، نام و نام کاربری، زبان و منطقهٔ زمانی، و آنچه در معامله‌ها می‌نویسید، می‌فرستید و می‌زنید. هرگز نه شمارهٔ تلفن و نه مخاطبان شما.
    طرف دیگر نام و کارنامهٔ شما را می‌بیند: چند معامله داشته‌اید و چگونه پایان یافته‌اند.
    کسی که شما را دعوت می‌کند یا شما دعوتش می‌کنید نام کاربری و شناسهٔ تلگرام شما را هم می‌بیند تا بداند خود شمایید.
    فایل‌های معامله همراه آن نگه داشته می‌شود، چون پیام‌ها ممکن است ناپدید شوند و توافق نباید.
page-help =
    <b>راهنما</b>

    /new معاملهٔ تازه، /deals فهرست معامله‌ها، /money آنچه نگه داشته یا پرداخت شده است.
    /settings زبان، منطقهٔ زمانی، عبارت امنیتی و حساب دریافت پول.
    /verify همراه با کد می‌گوید دعوت‌نامه یا معامله واقعی است یا نه، و کسی از پشتیبانی ماست یا نه.
    /cancel از پرسش بیرون می‌آید. پاسخ‌های پیشین می‌ماند.

    دکمهٔ «پشتیبانی» پیام شما را به ما می‌رساند. پشتیبانی { $operator } هرگز اول به شما پیام نمی‌دهد.
safe-who =
    <b>آیا امن است؟</b>

    این ربات را { $operator } اداره می‌کند.
safe-website = نام آن در { $website } آمده است: لطفاً آنجا ببینید که همین ربات باشد.
safe-real = پول تا وقتی آزاد شود در حساب خود { $operator } می‌ماند. هیچ طرفی به‌تنهایی نمی‌تواند آن را بردارد.
safe-play = اینجا فقط پول آزمایشی جابه‌جا می‌شود و ارزشی ندارد.
safe-decides = اگر به توافق نرسید، یک داور تصمیم می‌گیرد که وابسته به هیچ طرفی نیست.
safe-never = پشتیبانی ما هرگز اول به شما پیام نمی‌دهد، شمارهٔ کارت نمی‌خواهد و نمی‌خواهد جای دیگری پرداخت کنید.

command-new = معاملهٔ تازه
command-deals = معامله‌های من
command-money = پول نگه‌داشته و پرداخت‌شده
command-diary = نوشتن در گزارش کار معامله
command-settings = زبان، زمان، حساب دریافت پول
command-verify = آیا این کد یا شخص واقعی است؟
command-privacy = چه چیزی دربارهٔ شما نگه داشته می‌شود
command-help = راهنما
command-cancel = بیرون آمدن از این پرسش
bot-description =
    { $operator } پول کارفرما را نگه می‌دارد تا کار فریلنسر تأیید شود.

    کتبی توافق می‌کنید، کارفرما پول را می‌پردازد، کار انجام می‌شود و فقط آن وقت پول به فریلنسر می‌رسد. اگر به توافق نرسید، یک داور تصمیم می‌گیرد.

    پشتیبانی ما هرگز اول به شما پیام نمی‌دهد.
bot-short = پول کارفرما تا تأیید کار نگه داشته می‌شود. اداره‌کننده: { $operator }. ما هرگز اول پیام نمی‌دهیم.

nothing-to-cancel = پرسش بازی نیست. معامله‌های شما در /deals است.
cancelled = بیرون آمدید. پاسخ‌های پیشین مانده و در /deals است.
cancelled-unsent = بیرون آمدید. چیزی فرستاده نشد و چیزی تغییر نکرد.
ask-code = لطفاً کد دعوت‌نامه را بفرستید، مانند <code>7K3F-9QZM-2A4B</code>، یا لینک کامل آن را.

verify-how = لطفاً کد را پس از دستور بفرستید، مانند <code>/verify 7K3F9QZM</code>. می‌تواند شمارهٔ معامله، کد دعوت‌نامه، یا شناسهٔ تلگرام یا نام کاربری کسی باشد که می‌گوید از پشتیبانی ماست.
verify-invite = بله، { $code } دعوت‌نامهٔ بازی است که اینجا ساخته شده. برای خواندنش در منو <b>دعوت‌نامه دارم</b> را بزنید.
verify-deal = بله، { $code } معاملهٔ شما «{ $title }» با { $other } است که هر دو پذیرفته‌اید. کد یکتای متن آن با { $fingerprint } شروع می‌شود.
verify-open-deal = بله، { $code } معاملهٔ شما «{ $title }» است. هنوز توافق نشده.
verify-nothing = نه: { $code } نه دعوت‌نامهٔ باز است و نه معامله‌ای از شما. شاید فرستنده‌اش آن کسی نباشد که می‌گوید.
verify-desk = بله، { $code } از پشتیبانی ماست. ولی پشتیبانی ما هیچ‌وقت اول به شما پیام نمی‌دهد؛ اگر کسی پیام داد، از ما نبوده است.
verify-not-desk = نه، { $code } از پشتیبانی ما نیست. اگر کسی با این نام خود را پشتیبانی ما معرفی کرد، درست نیست: لطفاً به او پول ندهید و جوابش را ندهید.
verify-other-side = { $code } همان { $other }، طرف دیگر معاملهٔ شما «{ $title }» است و از پشتیبانی ما نیست. پول این معامله فقط از راه ما جابه‌جا می‌شود.
verify-yourself = { $code } خود شما هستید.

# پرسش‌های پیش‌نویس

new-role =
    در این معامله شما کدام طرفید؟

    یا اگر فریلنسرید، همه را یکجا بفرستید:
    <code>لوگو، ۳۰۰ یورو، ۵ روز: سه ایده؛ فایل SVG</code>
ask-title = موضوع چیست؟ { $templates ->
        [true] عنوانی کوتاه بفرستید، یا از یک نمونه شروع کنید.
       *[other] عنوانی کوتاه بفرستید.
    }
ask-work = کار را به زبان خود شرح دهید و اگر فایل یا لینکی دارد بفرستید: شرح سفارش، طرح، نمونه. همهٔ این‌ها بخشی از توافق شما دو نفر می‌شود.
ask-files = چیز دیگری هم هست؟ متن، فایل یا لینک را بفرستید، یا دکمهٔ زیر را بزنید.
ask-currency = به کدام واحد پول؟
ask-m-title =
    مرحلهٔ { $number }: عنوانش چیست؟

    یا همه را یکجا: <code>طرح‌ها؛ ۳۰۰؛ ۵؛ سه ایده؛ فایل SVG</code>
ask-m-amount =
    { $several ->
        [true] مرحلهٔ { $number }: چه مبلغی؟
       *[other] چه مبلغی؟
    } { $currency ->
        [none] واحد پول را هم بنویسید، مانند <i>۳۰۰ یورو</i>.
       *[other] به { $currency }.
    }
ask-all-at-once =
    یک پرداخت است، مگر آنکه دکمهٔ زیر را بزنید. یا همه را یکجا بفرستید:
    <code>طرح‌ها؛ ۳۰۰؛ ۵؛ سه ایده؛ فایل SVG</code>
ask-which-amount = { $count ->
        [one] نقطهٔ پیش از سه رقم را می‌توان نادرست خواند. مبلغ همین است؟ اگر نه، دوباره بنویسید.
       *[other] این را دو جور می‌توان خواند. کدام است؟
    }
ask-m-days =
    { $several ->
        [true] مرحلهٔ { $number }: از زمان پرداخت چقدر فرصت دارد؟ مانند <i>۵ روز</i>، <i>دو هفته</i> یا <i>۲۲ اردیبهشت</i>.
       *[other] کار از زمان پرداخت چقدر فرصت دارد؟ مانند <i>۵ روز</i>، <i>دو هفته</i> یا <i>۲۲ اردیبهشت</i>.
    }
ask-m-criteria =
    { $several ->
        [true] مرحلهٔ { $number }: از کجا هر دو می‌فهمید که انجام شده است؟ هر معیار در یک خط. فقط همین‌ها ملاک است.
       *[other] از کجا هر دو می‌فهمید که کار انجام شده است؟ هر معیار در یک خط. فقط همین‌ها ملاک است.
    }
ask-more = مرحلهٔ دیگری هست؟
ask-rules = این قواعد برای هر دو طرف است. برای تغییر، یکی را بزنید.
ask-rounds = چند دور اصلاح برای خواسته‌های سلیقه‌ای؟ آنچه با معیارها نخواند در هر حال رایگان اصلاح می‌شود.
ask-review = کارفرما برای دیدن هر تحویل چقدر فرصت دارد؟ حداقل { $least }.
ask-so-far = تا اینجا: { $value }
ask-needs-text = لطفاً اینجا با متن پاسخ دهید.
ask-needs-button = لطفاً یکی از دکمه‌های زیر را بزنید.

template-logo = لوگو
template-brochure = کاتالوگ، بروشور
template-banner = بنر
template-web = صفحهٔ وب
template-app = اپلیکیشن
template-social = پست شبکهٔ اجتماعی
template-writing = تولید محتوا
template-translation = ترجمه
template-logo-title = لوگو
template-logo-criteria =
    سه ایدهٔ متفاوت
    ایدهٔ برگزیده به صورت رنگی و سیاه‌وسفید
    فایل‌های SVG و PNG
template-brochure-title = کاتالوگ یا بروشور
template-brochure-criteria =
    صفحه‌آرایی همهٔ صفحه‌ها با متن و عکس داده‌شده
    PDF آمادهٔ چاپ با حاشیهٔ برش
    فایل‌های باز و قابل ویرایش
template-banner-title = بنر
template-banner-criteria =
    اندازه‌های خواسته‌شده
    PNG یا JPG برای نمایش و PDF برای چاپ
    فایل باز و قابل ویرایش
template-web-title = صفحهٔ وب
template-web-1-title = طراحی
template-web-1-criteria =
    طرح هر صفحه برای گوشی و رایانه
    قلم‌ها و عکس‌هایی که اجازهٔ استفاده دارند
template-web-2-title = صفحهٔ آماده
template-web-2-criteria =
    در مرورگرهای امروزی مانند طرح تأییدشده دیده می‌شود
    روی گوشی و رایانه کار می‌کند
    کد منبع تحویل داده می‌شود
template-app-title = اپلیکیشن
template-app-1-title = طراحی و نقشه
template-app-1-criteria =
    طرح هر صفحه
    فهرست کارهای اپلیکیشن، صفحه به صفحه
template-app-2-title = اپلیکیشن آماده
template-app-2-criteria =
    روی دستگاه‌های توافق‌شده کارهای فهرست را انجام می‌دهد
    خطای شناخته‌شده‌ای که آن را ببندد ندارد
    کد منبع همراه با روش ساخت تحویل داده می‌شود
template-social-title = پست شبکهٔ اجتماعی
template-social-criteria =
    تعداد پست‌های توافق‌شده، با متن و تصویر
    در اندازه‌های شبکه‌های توافق‌شده
    فایل‌های آمادهٔ انتشار
template-writing-title = تولید محتوا
template-writing-criteria =
    تعداد کلمه‌های توافق‌شده
    برای همین کار نوشته شده و جای دیگری منتشر نشده
    بی‌غلط املایی
template-translation-title = ترجمه
template-translation-criteria =
    همهٔ متن ترجمه شده است
    نام‌ها، عددها و صفحه‌آرایی حفظ شده است
    بی‌غلط املایی

# شرایط

terms-untitled = (هنوز بی‌عنوان)
terms-title = <b>{ $title }</b>
terms-total =
    { $count ->
        [one] { $total } در یک پرداخت
       *[other] { $total } در { $count } پرداخت
    }
terms-work = شرح کار:
terms-files =
    { $count ->
        [one] فایل: { $names }
       *[other] فایل‌ها: { $names }
    }
terms-milestone =
    { $count ->
        [one] <b>{ $title }</b>: { $amount }
       *[other] <b>{ $number }. { $title }</b>: { $amount }
    }
terms-milestone-unpriced =
    { $count ->
        [one] <b>{ $title }</b>
       *[other] <b>{ $number }. { $title }</b>
    }
terms-duration = { $length } پس از رسیدن پول
terms-criterion = • { $criterion }
terms-rounds =
    { $rounds ->
        [0] بدون دور اصلاح سلیقه‌ای؛ آنچه با معیارها نخواند رایگان اصلاح می‌شود.
        [one] { $rounds } دور اصلاح سلیقه‌ای؛ آنچه با معیارها نخواند رایگان اصلاح می‌شود.
       *[other] { $rounds } دور اصلاح سلیقه‌ای؛ آنچه با معیارها نخواند رایگان اصلاح می‌شود.
    }
terms-review = { $length } برای دیدن هر تحویل.
terms-silence-escalate = اگر کارفرما پاسخ ندهد، داور بررسی می‌کند؛ پول خودبه‌خود جابه‌جا نمی‌شود.
terms-silence-release = اگر کارفرما تا آن زمان پاسخ ندهد، پول به فریلنسر می‌رسد.
terms-fee = از آنچه آزاد می‌شود، { $percent } کارمزد است. بازگرداندن پول هزینه‌ای ندارد.
terms-same-hands = یک نفر هم پرداخت‌ها را تأیید می‌کند و هم اختلاف‌ها را داوری می‌کند.
terms-in-file =
    { $count ->
        [one] <b>{ $title }</b>، { $total } در یک پرداخت. متن شرایط بلند است و کامل در فایل بالا آمده.
       *[other] <b>{ $title }</b>، { $total } در { $count } پرداخت. متن شرایط بلند است و کامل در فایل بالا آمده.
    }
terms-money-client =
    <b>پول شما</b>
    با پذیرفتن چیزی نمی‌پردازید. بعد { $funding } برای پرداخت فرصت دارید، وگرنه معامله خودبه‌خود پایان می‌یابد.
    آنچه می‌پردازید نگه داشته می‌شود و وقتی بیرون می‌رود که شما تأیید کنید یا داور چنین تصمیم بگیرد.
    پیش از اولین تحویل، اگر کار دیر شود می‌توانید لغو کنید. پس از آن پول فقط با تصمیم داور یا انصراف فریلنسر از کار برمی‌گردد.
    پول کاری که هرگز تحویل نشود خودبه‌خود به شما برمی‌گردد، حداکثر { $longest } پس از پرداخت شما.
terms-money-freelancer =
    <b>پول شما</b>
    وقتی شروع کنید که به شما بگوییم پول نگه داشته شده، نه پیش از آن.
    پس از تحویل، کارفرما { $review } برای دیدن فرصت دارد. از آن پس کارفرما به‌تنهایی نمی‌تواند پول را پس بگیرد.
    وقتی کارفرما تأیید کند یا داور چنین تصمیم بگیرد، پول به شما واریز می‌شود.

diff-added = <b>{ $label }</b>: تازه: { $after }
diff-removed = <b>{ $label }</b>: برداشته شد: <s>{ $before }</s>
diff-changed = <b>{ $label }</b>: <s>{ $before }</s> ← { $after }
diff-milestone-title = مرحلهٔ { $number }، عنوان
diff-milestone-amount = مرحلهٔ { $number }، مبلغ
diff-milestone-duration = مرحلهٔ { $number }، زمان
diff-milestone-criteria = مرحلهٔ { $number }، معیار { $place }
diff-creator-role = چه کسی دعوت می‌کند
diff-title = عنوان
diff-description = شرح کار
diff-files = فایل
diff-currency = واحد پول
diff-fee-bps = کارمزد (صدم درصد)
diff-same-hands = یک نفر در پشتیبانی
diff-review-window = زمان بررسی
diff-review-window-after-revision = زمان بررسی پس از اصلاح
diff-on-silence = اگر کارفرما پاسخ ندهد
diff-revision-rounds = دورهای اصلاح
diff-late-grace = مهلت تأخیر
diff-funding-window = مهلت پرداخت
diff-silence-escalate = داور بررسی می‌کند
diff-silence-release = پول آزاد می‌شود
diff-yes = بله
diff-no = نه

preview-head =
    { $role ->
        [client] شما کارفرمایید. فریلنسر این را خواهد دید:
       *[other] شما فریلنسرید. کارفرما این را خواهد دید:
    }
counter-head = <b>تغییرهای شما</b>
counter-foot = هنوز چیزی فرستاده نشده است.
counter-nothing = هنوز چیزی را تغییر نداده‌اید.
counter-sent = تغییرهای شما فرستاده شد
edit-head = چه چیزی را تغییر می‌دهید؟
edit-which-milestone = کدام مرحله؟
discard-sure = این حذف شود؟ برگشت ندارد.
discarded = حذف شد. با /new معامله‌ای دیگر شروع می‌شود.

# دعوت‌نامه، برای سازندهٔ آن

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

record =
    { $done ->
        [one] { $done } معاملهٔ انجام‌شده
       *[other] { $done } معاملهٔ انجام‌شده
    }، { $disputed ->
        [0] بدون اختلاف
        [one] { $disputed } با اختلاف
       *[other] { $disputed } با اختلاف
    }، { $against ->
        [0] هیچ رأیی علیه او
        [one] { $against } رأی علیه او
       *[other] { $against } رأی علیه او
    }، از { $since } اینجاست.
record-none = هنوز معامله‌ای اینجا انجام نداده؛ از { $since } اینجاست.
record-since = از { $since } اینجاست.
record-new = تازه آمده است.
person-line = <b>{ $name }</b>، { $username }، شناسهٔ تلگرام { $id }
person-line-bare = <b>{ $name }</b>، بدون نام کاربری، شناسهٔ تلگرام { $id }

# دعوت‌نامه، برای دعوت‌شده

invited-head =
    { $role ->
        [client] <b>{ $name }</b> که پول را می‌پردازد، شما را به انجام این کار دعوت می‌کند.
       *[other] <b>{ $name }</b> که کار را انجام می‌دهد، شما را به عنوان کارفرما دعوت می‌کند.
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

# توافق

agreed-fingerprint = هر دو یک متن را پذیرفتید. کد یکتای متن آن با { $fingerprint } شروع می‌شود.
agreed-phrase = هنوز عبارت امنیتی ندارید. این عبارت در هر پیام مالی می‌آید تا بدانید پیام از ماست: <b>عبارت امنیتی</b> را بزنید.
agreed-where = لطفاً بگویید پول شما کجا واریز شود: <b>حساب دریافت پول</b> را بزنید.
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

# آگاهی‌ها

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
notice-destination = حساب دریافت پول شما به { $currency } تغییر کرد و از { $from_at } معتبر است. اگر کار شما نبود، همین حالا کمک بخواهید.
notice-help = <b>پاسخ پشتیبانی</b>:

# معامله‌های من و پول

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
paper-title = { $title } ({ $deal })
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

# تنظیمات

settings-head = <b>تنظیمات</b>
settings-language = زبان: { $language }
settings-zone = منطقهٔ زمانی: { $city }
settings-phrase = عبارت امنیتی: { $phrase }
settings-no-phrase = عبارت امنیتی: ندارید. اگر بگذارید، در هر پیام پولی می‌آید تا بدانید از ماست.
settings-payout = دریافت { $currency } در { $details }
settings-which-language = کدام زبان؟
ask-zone = لطفاً نام شهر خود را بفرستید، مانند تهران، یا موقعیت خود را (گیره، بعد Location).
ask-which-city = ساعت کدام یک با شما یکی است؟
ask-phrase = لطفاً چند کلمه بفرستید که فقط خودتان می‌دانید، مانند بخشی از یک ترانه. در هر پیام پولی می‌آید.
ask-payout-currency = برای کدام واحد پول؟
ask-payout = می‌خواهید پول به { $currency } کجا به شما برسد؟ شبا (IBAN) خود را بفرستید. برای حسابی که شبا ندارد: نام صاحب حساب، شمارهٔ حساب یا کارت و بانک.
ask-payout-holder = حساب { $details } به نام کیست؟ نام را همان‌طور که بانک دارد بفرستید، یا اگر همین است اینجا آن را بزنید.
ask-payout-sure =
    واریزهای { $currency } شما به اینجا می‌رود:
    { $details }

    همهٔ حرف‌ها و رقم‌ها درست است و نام صاحب حساب هم هست؟
tap-payout-sure = بله، درست است
ask-payout-change = حساب دریافت { $currency } عوض شود؟
    تا کنون: { $old }
    بعد از این: { $new }
    برای امنیت شما این تغییر تازه پس از { $wait } به کار می‌افتد و تا آن زمان واریزها به همان جای پیشین می‌رود.
tap-payout-change = بله، عوض شود
payout-kept = ثبت شد. واریزهای { $currency } به { $details } می‌رود.
payout-kept-later = ثبت شد. برای امنیت شما هر تغییری با تأخیر به کار می‌افتد: واریزهای { $currency } تازه از { $at } به { $details } می‌رود و تا آن زمان به همان جای پیشین.
