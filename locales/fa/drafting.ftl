## نوبت کیست، تا کی، و اگر کاری نشود چه می‌شود

turn-draft-idle = تا { $until } آن را کامل کنید. پس از آن پاک می‌شود.

## شرایط

role-freelancer = فریلنسر
role-client = کارفرما

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
    برای پذیرفتن پولی نمی‌دهید. بعد { $funding } برای پرداخت فرصت دارید؛ اگر نپردازید معامله تمام می‌شود و کسی بدهکار نیست.
    پولی که می‌پردازید نزد ما امانت است. { way-out }
    { way-back }
terms-money-freelancer =
    <b>پول شما</b>
    کارفرما { $funding } برای پرداخت فرصت دارد. کار را وقتی شروع کنید که بگوییم پول نزد ما امانت است، نه قبل از آن.
    { way-out }
    { way-back }
    بعد از اینکه کار را تحویل دادید، کارفرما به‌تنهایی نمی‌تواند پول را پس بگیرد.

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
preview-unreachable = { $name } این ربات را متوقف کرده است و این به او نمی‌رسد. به جای آن لینکی برایش بفرستید.
counter-head = <b>تغییرهای شما</b>
counter-foot = هنوز چیزی فرستاده نشده است.
counter-nothing = هنوز چیزی را تغییر نداده‌اید.
counter-sent = تغییرهای شما فرستاده شد
edit-head = چه چیزی را تغییر می‌دهید؟
edit-which-milestone = کدام مرحله؟
discard-sure = این حذف شود؟ برگشت ندارد.
discarded = حذف شد. با /new معامله‌ای دیگر شروع می‌شود.

## دکمه‌ها

tap-role-freelancer = من فریلنسرم
tap-role-client = من کارفرمایم
tap-more-templates = بیشتر…
tap-remove-files = حذف فایل‌ها
tap-parts-several = چند مرحله
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
tap-discard = حذف پیش‌نویس
tap-leave-changes = حذف تغییرها
tap-send-changes = فرستادن تغییرها
tap-edit-title = عنوان
tap-edit-work = شرح کار
tap-edit-payment = پرداخت
tap-edit-milestones = مرحله‌ها…
tap-edit-rules = قواعد
tap-swap-role = من طرف دیگرم
tap-change-m-title = عنوان
tap-change-m-amount = مبلغ
tap-change-m-days = زمان
tap-change-m-criteria = معیارها

## پرسش‌های پیش‌نویس

new-role =
    در این معامله شما کدام طرفید؟

    یا اگر فریلنسرید، همه را یکجا بفرستید:
    <code>لوگو، ۳۰۰ یورو، ۵ روز: سه ایده؛ فایل SVG</code>
ask-title = موضوع چیست؟ { $templates ->
        [true] عنوانی کوتاه بفرستید، یا از یک نمونه شروع کنید. شرح کار هم می‌تواند از خط بعد بیاید.
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

    یا همراه با زمان: <code>۳۰۰ یورو، ۵ روز</code>
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

    معیارها هم می‌تواند دنبالش بیاید: <code>۵ روز: سه ایده؛ فایل SVG</code>
ask-m-criteria =
    { $several ->
        [true] مرحلهٔ { $number }: از کجا هر دو می‌فهمید که انجام شده است؟ هر معیار در یک خط. فقط همین‌ها ملاک است.
       *[other] از کجا هر دو می‌فهمید که کار انجام شده است؟ هر معیار در یک خط. فقط همین‌ها ملاک است.
    }
ask-more = مرحلهٔ دیگری هست؟
ask-rules = این قواعد برای هر دو طرف است. برای تغییر، یکی را بزنید.
ask-rounds = چند دور اصلاح برای خواسته‌های سلیقه‌ای؟ آنچه با معیارها نخواند در هر حال رایگان اصلاح می‌شود.
ask-review = کارفرما برای دیدن هر تحویل چقدر فرصت دارد؟ حداقل { $least }.
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

## Refusals

refusal-not-over-yet = این معامله هنوز پایان نیافته است.
refusal-terms-sent = شرایط نزد طرف دیگر است. برای تغییر، دعوت‌نامه را لغو کنید و دعوت‌نامهٔ تازه‌ای بسازید.
refusal-role-is-agreed = دیگر نمی‌توان عوض کرد که چه کسی فریلنسر و چه کسی کارفرماست.
refusal-nothing-changed = هنوز چیزی تغییر نکرده است. اول چیزی را تغییر دهید، یا بپذیرید.
refusal-currency-not-here = اینجا { $currency } نیست. می‌توانید انتخاب کنید: { $offered }.
refusal-currency-has-amounts = مبلغ‌هایی به واحد پول دیگر هست. اول آن‌ها را تغییر دهید.
refusal-review-out-of-range = زمان بررسی باید حداقل { $seconds } باشد.
refusal-rounds-out-of-range = دورهای اصلاح: از ۰ تا { $most }.
refusal-terms-incomplete = در شرایط چیزی کم است. لطفاً اول کاملشان کنید.

refusal-too-many-drafts = پیش‌نویس‌های شما به بیشترین تعداد رسیده است ({ $limit }). اول یکی را تمام یا حذف کنید.
refusal-too-many-milestones = هر معامله حداکثر { $limit } مرحله دارد.
refusal-too-many-criteria = هر مرحله حداکثر { $limit } معیار دارد.
refusal-too-many-versions = شرایط به بیشترین تعداد تغییر کرده است ({ $limit }). بپذیرید یا رد کنید.
refusal-deal-too-large = این بیش از آن است که اینجا در یک معامله پذیرفته می‌شود، { $limit }.
refusal-four-eyes-cap = معامله‌ها اینجا فعلاً باید کمتر از { $limit } باشند.
refusal-currency-without-threshold = معامله به { $currency } اینجا شدنی نیست.
