## نوبت کیست، تا کی، و اگر کاری نشود چه می‌شود

turn-draft-idle = تا { $until } کاملش کنید. بعد از آن پیش‌نویس را حذف می‌کنیم.

## شرایط

role-freelancer = فریلنسر
role-client = کارفرما

terms-untitled = (بدون عنوان)
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
terms-milestone-dropped = <b>{ $number }. { $title }</b>: حذف شده
terms-duration = { $length } بعد از رسیدن پول
date-counts-as = { $what ->
        [paid] { $date } را { $length } حساب کردیم. این مدت از رسیدن پول شمرده می‌شود: پیش از پیشنهاد، تاریخ جدید را ببینید.
        [review] { $date } را { $length } حساب کردیم: کارفرما از هر تحویل همین‌قدر فرصت دارد، پس خود تاریخ همان وقت معلوم می‌شود.
       *[work] { $date } را { $length } حساب کردیم: از وقتی پول برسد شروع می‌شود، پس خود تاریخ همان وقت معلوم می‌شود.
    }
terms-criterion = • { $criterion }
terms-rounds =
    { $rounds ->
        [0] بدون دور اصلاح سلیقه‌ای؛ آنچه با معیارها نخواند رایگان اصلاح می‌شود.
        [one] { $rounds } دور اصلاح سلیقه‌ای؛ آنچه با معیارها نخواند رایگان اصلاح می‌شود.
       *[other] { $rounds } دور اصلاح سلیقه‌ای؛ آنچه با معیارها نخواند رایگان اصلاح می‌شود.
    }
terms-review = کارفرما برای بررسی هر تحویل { $length } فرصت دارد و بعد از اصلاح، { $again }.
terms-silence-escalate = اگر کارفرما تا آن وقت چیزی نگوید، داور تصمیم می‌گیرد پول به چه کسی برسد.
terms-silence-release = اگر کارفرما تا آن وقت چیزی نگوید، پول برای فریلنسر آزاد می‌شود.
terms-late = اگر کار بیش از { $grace } دیر شود و چیزی تحویل نشده باشد، کارفرما می‌تواند لغو کند و فریلنسر می‌تواند اعتراض کند.
terms-cancel-fee = تا پیش از تحویل، کارفرما می‌تواند با { $percent }٪ از مبلغ امانت لغو کند: این سهم به فریلنسر می‌رسد و او می‌تواند اعتراض کند.
terms-funding = کارفرما برای پرداخت { $length } فرصت دارد: برای مرحلهٔ اول از زمان توافق، و برای هر مرحلهٔ دیگر از وقتی که نوبتش برسد.
terms-at-once = همهٔ مرحله‌ها با هم باز است: هر مرحله جداگانه و به هر ترتیبی پرداخت می‌شود و منتظر پایان مرحلهٔ دیگری نمی‌ماند.
terms-funding-at-once = کارفرما برای پرداخت { $length } فرصت دارد: از زمان توافق، و برای مرحله‌ای که بعداً اضافه شود از وقتی که هر دو آن را پذیرفته باشند.
terms-fee = کارمزد ما { $percent } از مبلغ آزادشده است و از سهم فریلنسر کم می‌شود{ $priced ->
        [true] : از { $total }، { $net } به فریلنسر می‌رسد.
       *[false] .
    } از پولی که برمی‌گردد کارمزد نمی‌گیریم.
terms-same-hands = در پشتیبانی ما، یک نفر هم پرداخت‌ها را تأیید می‌کند و هم دربارهٔ اختلاف‌ها تصمیم می‌گیرد.
terms-in-file =
    { $count ->
        [one] <b>{ $title }</b>، { $total } در یک پرداخت. متن شرایط بلند است و کامل در فایل بالا آمده است.
       *[other] <b>{ $title }</b>، { $total } در { $count } پرداخت. متن شرایط بلند است و کامل در فایل بالا آمده است.
    }
terms-money-client =
    <b>پول شما</b>
    با پذیرفتن، پولی پرداخت نمی‌کنید. { $at_once ->
        [true] بعد از آن { $funding } فرصت دارید همهٔ مرحله‌ها را، هر کدام جداگانه، پرداخت کنید؛ مرحله‌ای که تا آن وقت پرداخت نشود تمام می‌شود و برای آن بدهکار نیستید.
       *[false] بعد از آن { $funding } برای پرداخت فرصت دارید؛ اگر پرداخت نکنید معامله تمام می‌شود و بدهکار نیستید.
    }
    پولی که پرداخت می‌کنید نزد ما امانت است. { way-out }
    { way-back }
terms-money-freelancer =
    <b>پول شما</b>
    { $at_once ->
        [true] کارفرما برای پرداخت هر مرحله { $funding } فرصت دارد. هر مرحله را وقتی شروع کنید که بگوییم پول آن نزد ما امانت است، نه قبل از آن.
       *[false] کارفرما { $funding } برای پرداخت فرصت دارد. کار را وقتی شروع کنید که بگوییم پول نزد ما امانت است، نه قبل از آن.
    }
    { way-out }
    { way-back }
    بعد از اینکه کار را تحویل دادید، کارفرما به‌تنهایی نمی‌تواند پول را پس بگیرد.

diff-added = <b>{ $label }</b>، تازه: { $after }
diff-removed = <b>{ $label }</b>، حذف شد: <s>{ $before }</s>
diff-changed = <b>{ $label }</b>: <s>{ $before }</s> ← { $after }
diff-milestone-title = مرحلهٔ { $number }، عنوان
diff-milestone-amount = مرحلهٔ { $number }، مبلغ
diff-milestone-duration = مرحلهٔ { $number }، زمان
diff-milestone-criteria = مرحلهٔ { $number }، معیار { $place }
diff-milestone-dropped = مرحلهٔ { $number }
diff-dropped = { $dropped ->
        [true] <b>{ $label }</b>: حذف می‌شود
       *[false] <b>{ $label }</b>: دیگر حذف نمی‌شود
    }
diff-creator-role = چه کسی دعوت می‌کند
diff-title = عنوان
diff-description = شرح کار
diff-files = فایل
diff-currency = واحد پول
diff-fee-bps = کارمزد ما
diff-same-hands = تأیید پرداخت و تصمیم دربارهٔ اختلاف با یک نفر
diff-review-window = مهلت بررسی
diff-review-window-after-revision = مهلت بررسی بعد از اصلاح
diff-on-silence = اگر کارفرما چیزی نگوید
diff-revision-rounds = دورهای اصلاح
diff-cancel-fee-percent = هزینهٔ لغو
diff-all-at-once = همهٔ مرحله‌ها با هم
diff-late-grace = تأخیر مجاز
diff-funding-window = مهلت پرداخت
diff-silence-escalate = داور تصمیم می‌گیرد
diff-silence-release = پول آزاد می‌شود
diff-yes = بله
diff-no = نه

preview-head =
    { $role ->
        [client] شما کارفرما هستید. فریلنسر این را می‌بیند:
       *[other] شما فریلنسر هستید. کارفرما این را می‌بیند:
    }
preview-unreachable = { $name } این ربات را متوقف کرده است و نمی‌توانیم این را برایش بفرستیم. به جای آن، لینکش را برایش بفرستید.
counter-head = <b>تغییرهای شما</b>
counter-foot = هنوز چیزی فرستاده نشده است.
counter-nothing = هنوز چیزی را تغییر نداده‌اید.
counter-sent = تغییرهای شما فرستاده شد
edit-head = چه چیزی را تغییر می‌دهید؟
edit-which-milestone = کدام مرحله؟
discard-sure = این پیش‌نویس حذف شود؟ برگشت ندارد.
discarded = پیش‌نویس حذف شد. با /new معاملهٔ دیگری شروع کنید.

## دکمه‌ها

tap-role-freelancer = فریلنسر هستم
tap-role-client = کارفرما هستم
tap-more-templates = بیشتر…
tap-remove-files = حذف فایل‌ها
tap-parts-several = چند مرحله
tap-add-milestone = افزودن مرحله
tap-that-is-all = همین‌ها کافی است
tap-rules-ok = ادامه با همین‌ها
tap-rounds =
    { $rounds ->
        [0] بدون دور سلیقه‌ای
        [one] { $rounds } دور اصلاح
       *[other] { $rounds } دور اصلاح
    }
tap-review = { $length } برای بررسی
tap-cancel-fee =
    { $granted ->
        [true] هزینهٔ لغو: { $percent }٪
       *[false] بدون هزینهٔ لغو
    }
tap-no-cancel-fee = لغو نشود
tap-order-in-turn = یکی‌یکی
tap-order-at-once = همه با هم
tap-silence-escalate = سکوت: داور
tap-silence-release = سکوت: آزادسازی
tap-discard = حذف پیش‌نویس
tap-leave-changes = حذف تغییرها
tap-send-changes = فرستادن تغییرها
tap-edit-title = عنوان
tap-edit-work = شرح کار
tap-edit-payment = پرداخت
tap-edit-milestones = مرحله‌ها…
tap-edit-rules = مهلت‌ها و اصلاح‌ها
tap-swap-role = طرف دیگر هستم
tap-change-m-title = عنوان
tap-change-m-amount = مبلغ
tap-change-m-days = زمان
tap-change-m-criteria = معیارها

## پرسش‌های پیش‌نویس

new-role =
    در این معامله کدام طرف هستید؟

    یا اگر فریلنسر هستید، همه را یکجا بفرستید:
    <code>لوگو، ۳۰۰ یورو، ۵ روز: سه ایده؛ فایل SVG</code>
ask-title = موضوع چیست؟ { $templates ->
        [true] یک عنوان کوتاه بفرستید، یا از یک نمونه شروع کنید. از خط بعد می‌توانید کار را شرح بدهید.
       *[other] یک عنوان کوتاه بفرستید.
    }
ask-work = کار را به زبان خودتان شرح بدهید و اگر فایل یا لینکی دارد بفرستید: خواستهٔ کارفرما، طرح، نمونه. این‌ها جزو توافق شما دو نفر می‌شود.
ask-files = چیز دیگری هم هست؟ متن، فایل یا لینک را بفرستید، یا دکمهٔ زیر را بزنید.
ask-currency = با کدام واحد پول؟
ask-m-title =
    مرحلهٔ { $number }: عنوانش چیست؟

    یا همه را یکجا: <code>طرح‌ها؛ ۳۰۰؛ ۵؛ سه ایده؛ فایل SVG</code>
ask-m-amount =
    { $several ->
        [true] مرحلهٔ { $number }: چه مبلغی؟
       *[other] چه مبلغی؟
    } { $currency ->
        [none] واحد پول را هم بنویسید، مثل <i>۳۰۰ یورو</i>.
       *[other] به { $currency }.
    }

    یا همراه با زمان: <code>۳۰۰ یورو، ۵ روز</code>
ask-all-at-once =
    یک پرداخت است، مگر اینکه دکمهٔ زیر را بزنید. یا همه را یکجا بفرستید:
    <code>طرح‌ها؛ ۳۰۰؛ ۵؛ سه ایده؛ فایل SVG</code>
ask-which-amount = { $count ->
        [one] نقطهٔ قبل از سه رقم ممکن است اشتباه خوانده شود. مبلغ همین است؟ اگر نه، دوباره بنویسید.
       *[other] این را دو جور می‌شود خواند. کدام است؟
    }
ask-m-days =
    { $several ->
        [true] مرحلهٔ { $number }: از زمان پرداخت چقدر فرصت دارد؟ مثل <i>۵ روز</i>، <i>دو هفته</i> یا <i>۲۲ اردیبهشت</i>.
       *[other] کار از زمان پرداخت چقدر فرصت دارد؟ مثل <i>۵ روز</i>، <i>دو هفته</i> یا <i>۲۲ اردیبهشت</i>.
    }

    معیارها را هم می‌توانید همین‌جا بنویسید: <code>۵ روز: سه ایده؛ فایل SVG</code>
ask-m-criteria =
    { $several ->
        [true] مرحلهٔ { $number }: هر دو از کجا بفهمید که انجام شده است؟ هر معیار در یک خط. کار با همین معیارها سنجیده می‌شود.
       *[other] هر دو از کجا بفهمید که کار انجام شده است؟ هر معیار در یک خط. کار با همین معیارها سنجیده می‌شود.
    }
ask-more = مرحلهٔ دیگری هست؟
ask-rules = این‌ها برای هر دو طرف است. دورهای اصلاح برای خواسته‌های سلیقه‌ای است؛ آنچه با معیارها نخواند در هر حال رایگان اصلاح می‌شود. برای تغییر هر کدام، دکمهٔ آن را بزنید.
ask-rounds = چند دور اصلاح برای خواسته‌های سلیقه‌ای؟ آنچه با معیارها نخواند در هر حال رایگان اصلاح می‌شود.
ask-review = کارفرما برای بررسی هر تحویل چقدر فرصت دارد؟ حداقل { $least }.
ask-cancel-fee = آیا کارفرما می‌تواند تا پیش از تحویل، با پرداخت هزینه لغو کند؟ انتخاب کنید چند درصد پول به فریلنسر برسد، یا عددی بنویسید. بدون آن، کارفرما وقتی می‌تواند خودش لغو کند که کار دیر شده باشد.
ask-order =
    مرحله‌ها به چه ترتیبی پرداخت و انجام شود؟

    <b>یکی‌یکی</b>: هر مرحله وقتی پرداخت می‌شود که بعد از مرحلهٔ قبلی نوبتش برسد.
    <b>همه با هم</b>: همهٔ مرحله‌ها از زمان توافق باز است. کارفرما { $funding } فرصت دارد همه را به هر ترتیبی پرداخت کند. هر مرحله جداگانه پرداخت می‌شود و منتظر پایان مرحلهٔ دیگری نمی‌ماند.
ask-needs-text = اینجا با متن جواب بدهید.
ask-needs-button = یکی از دکمه‌های زیر را بزنید.

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
    بیش از یک ایده برای انتخاب
    ایدهٔ انتخاب‌شده به شکل رنگی و سیاه‌وسفید
    فایل‌های SVG و PNG
template-brochure-title = کاتالوگ یا بروشور
template-brochure-criteria =
    صفحه‌آرایی همهٔ صفحه‌ها با متن و عکسی که داده شده
    PDF آمادهٔ چاپ با حاشیهٔ برش
    فایل‌های باز و قابل ویرایش
template-banner-title = بنر
template-banner-criteria =
    با متن و عکسی که داده شده
    PNG یا JPG برای نمایش و PDF برای چاپ
    فایل باز و قابل ویرایش
template-web-title = صفحهٔ وب
template-web-1-title = طراحی
template-web-1-criteria =
    طرح هر صفحه برای گوشی و کامپیوتر
    فونت‌ها و عکس‌هایی که استفاده از آن‌ها مجاز است
template-web-2-title = صفحهٔ آماده
template-web-2-criteria =
    در مرورگرهای امروزی مثل طرح تأییدشده دیده می‌شود
    روی گوشی و کامپیوتر کار می‌کند
    کد منبع تحویل داده می‌شود
template-app-title = اپلیکیشن
template-app-1-title = طراحی و برنامهٔ کار
template-app-1-criteria =
    طرح هر صفحه
    فهرست کارهای اپلیکیشن، صفحه به صفحه
template-app-2-title = اپلیکیشن آماده
template-app-2-criteria =
    کارهای فهرست مرحلهٔ اول را انجام می‌دهد
    هنگام انجام آن‌ها بسته نمی‌شود
    کد منبع همراه با روش ساخت تحویل داده می‌شود
template-social-title = پست شبکهٔ اجتماعی
template-social-criteria =
    هر پست با متن و تصویر
    هر تصویر در اندازهٔ شبکهٔ خودش
    فایل‌های آمادهٔ انتشار
template-writing-title = تولید محتوا
template-writing-criteria =
    برای همین معامله نوشته شده و قبلاً منتشر نشده
    بدون غلط املایی
    فایل متنی قابل ویرایش
template-translation-title = ترجمه
template-translation-criteria =
    همهٔ متن ترجمه شده است
    نام‌ها، عددها و صفحه‌آرایی حفظ شده است
    بدون غلط املایی

## Refusals

refusal-not-over-yet = این معامله هنوز تمام نشده است.
refusal-terms-sent = شرایط برای طرف دیگر فرستاده شده است. برای تغییر، دعوت‌نامه را لغو کنید و دعوت‌نامهٔ تازه‌ای بسازید.
refusal-role-is-agreed = دیگر نمی‌شود جای فریلنسر و کارفرما را عوض کرد.
refusal-nothing-changed = هنوز چیزی تغییر نکرده است. اول چیزی را تغییر دهید، یا بپذیرید.
refusal-currency-not-here = با { $currency } معامله نمی‌کنیم. می‌توانید انتخاب کنید: { $offered }.
refusal-currency-has-amounts = مبلغ‌هایی به واحد پول دیگر هست. اول آن‌ها را تغییر دهید.
refusal-review-out-of-range = زمان بررسی باید حداقل { $seconds } باشد.
refusal-cancel-fee-out-of-range = هزینهٔ لغو: از ۰ تا { $most } درصد.
refusal-rounds-out-of-range = دورهای اصلاح: از ۰ تا { $most }.
refusal-terms-incomplete = در شرایط چیزی کم است. اول کاملش کنید.

refusal-too-many-drafts = پیش‌نویس‌های شما به حداکثر رسیده است ({ $limit }). اول یکی را تمام یا حذف کنید.
refusal-too-many-milestones = هر معامله حداکثر { $limit } مرحله دارد.
refusal-too-many-criteria = هر مرحله حداکثر { $limit } معیار دارد.
refusal-too-many-versions = شرایط بیش از این قابل تغییر نیست ({ $limit } بار). «می‌پذیرم» یا «نمی‌پذیرم» را بزنید.
refusal-deal-too-large = این بیشتر از سقف ما برای یک معامله است: حداکثر { $limit }.
refusal-four-eyes-cap =
    هر معامله فعلاً باید کمتر از { $limit } باشد. برای مبلغ بیشتر باید دو نفر از ما { $lacks ->
        [arbiters] با هم دربارهٔ اختلاف تصمیم بگیرند، و داور به اندازهٔ کافی نیست.
        [treasurers] با هم هر پرداخت را تأیید کنند، و خزانه‌دار به اندازهٔ کافی نیست.
        [people] با هم هر پرداخت را تأیید کنند و دو داور دیگر هم بمانند؛ تعداد ما کافی نیست.
       *[other] …
    }
refusal-currency-without-threshold = معامله با { $currency } اینجا ممکن نیست.
