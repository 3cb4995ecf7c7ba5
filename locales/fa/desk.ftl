## The arbiters' group: who may, and what the bot says about itself

desk-for-arbiters = این بخش برای داوران است.
desk-old-button = آن دکمه قدیمی است. وضع کنونی این است.
desk-not-your-form = این فرم از آنِ همکار دیگری است.
desk-anonymous = شما به نام گروه می‌نویسید و ما نمی‌دانیم کدام همکار هستید. در دسترسی‌های مدیریت خود <b>ناشناس ماندن</b> را خاموش کنید و دوباره بنویسید.
desk-anonymous-words = این پیام به نام گروه نوشته شده و ما نمی‌دانیم از کیست. پیام از دست نرفته است: نویسنده‌اش دکمهٔ زیر را بزند. برای نوشتن به نام خودتان، <b>ناشناس ماندن</b> را در دسترسی‌های مدیریت خاموش کنید.
desk-button-mine = این را من نوشتم
desk-words-taken = { $name } می‌گوید این پیام را نوشته است.
desk-told = { $text }
desk-hello =
    <b>این ربات میز داوری است.</b>
    تنها در گروه داوران کار می‌کند: برای هر اختلاف یک موضوع، و کارت‌های خزانه‌دار در General.
    هرگز به فریلنسرها و کارفرماها پیام نمی‌دهد؛ آنچه برایشان می‌فرستید از ربات دیگر می‌رود، به نام نقش شما و بی نام خودتان.
    فرمان‌ها را با /help در گروه ببینید.
desk-stranger = این بخش برای داوران است. اگر اینجا معامله‌ای دارید، به همان رباتی بنویسید که در آن معامله می‌کنید: <b>پشتیبانی</b> در آنجا به همین افراد می‌رسد.
desk-help =
    <b>در موضوع یک اختلاف</b>: دکمه‌های زیر پروندهٔ سنجاق‌شده. آنچه می‌نویسید میان همکاران می‌ماند؛ پاسخ به سخن یکی از دو طرف، اول می‌پرسد که فرستاده شود یا نه.
    /queue – هرچه در انتظار است
    /mine – پرونده‌های شما به ترتیب مهلت
    /case ID – اختلاف‌های یک معامله؛ موضوع پاک‌شده را دوباره می‌سازد
    /person ID – یک نفر، با شماره یا @username
    /deposits – پرداخت‌هایی که باید تأیید شوند
    /payouts – واریزها و بازپرداخت‌هایی که باید فرستاده شوند
    /verify CODE – آیا این معامله، دعوت یا همکار واقعی است؟
    /cancel – بیرون رفتن از فرمی که در آن هستید

desk-command-unknown = فرمانی به نام /{ $name } نیست. این‌ها هست: { $commands }
desk-command-later = /{ $name } در نسخه‌ای دیگر می‌آید. این‌ها هست: { $commands }
desk-command-queue = آنچه در انتظار میز داوری است
desk-command-mine = پرونده‌های من به ترتیب مهلت
desk-command-case = اختلاف‌های یک معامله: /case ID
desk-command-person = یک نفر: /person ID
desk-command-deposits = پرداخت‌هایی که باید تأیید شوند
desk-command-payouts = واریزها و بازپرداخت‌ها
desk-command-verify = آیا واقعی است؟ /verify CODE
desk-command-help = این ربات چه می‌کند
desk-command-cancel = بیرون رفتن از فرم

## The case file

desk-case-title =
    { $count ->
        [one] ⚖️ <b>{ $title }</b> · { $milestone }
       *[other] ⚖️ <b>{ $title }</b> · { $milestone } ({ $number } از { $count })
    }
desk-case-held = { $deal } · { $stage ->
        [ruled] مبلغ امانت تا پیش از رأی
       *[open] مبلغ امانت
    }: <b>{ $amount }</b>{ $play ->
        [true] {" "}(پول آزمایشی)
       *[false] {""}
    }
desk-case-cause =
    { $cause ->
        [silence] کارفرما در مهلت، پاسخی به کار نداد.
        [contested] فریلنسر با یکی از موارد درخواست اصلاح مخالف است.
        [objected] فریلنسر به لغو کار به‌خاطر تأخیر اعتراض دارد.
        [abandoned] اصلاحات در مهلت تحویل داده نشد.
        [unserved] تلگرام نتوانست پیام را به کسی برساند که مهلتش می‌گذشت.
        [opened]
        { $role ->
            [freelancer] فریلنسر، { $name }، این اختلاف را باز کرد.
            [client] کارفرما، { $name }، این اختلاف را باز کرد.
           *[other] این اختلاف باز شد.
        }
       *[other] …
    }
desk-case-position =
    { $role ->
        [freelancer] <b>فریلنسر: { $name }</b> می‌خواهد: { $amount }
       *[client] <b>کارفرما: { $name }</b> می‌خواهد: { $amount }
    }
desk-case-no-answer =
    { $role ->
        [freelancer] <b>فریلنسر: { $name }</b> هنوز چیزی نگفته است؛ مهلت تا { $until }. سکوت به معنای تقصیر نیست.
       *[client] <b>کارفرما: { $name }</b> هنوز چیزی نگفته است؛ مهلت تا { $until }. سکوت به معنای تقصیر نیست.
    }
desk-case-silent =
    { $role ->
        [freelancer] <b>فریلنسر: { $name }</b> در این باره چیزی نگفته است.
       *[client] <b>کارفرما: { $name }</b> در این باره چیزی نگفته است. سکوت به معنای تقصیر نیست.
    }
desk-case-criteria = <b>معیارها</b>
desk-case-criterion = { $number }. { $words }
desk-case-note =
    { $role ->
        [freelancer]     <i>فریلنسر:</i> { $words }
       *[client]     <i>کارفرما:</i> { $words }
    }
desk-case-rounds = <b>دورهای اصلاحِ استفاده‌شده</b>: { $used } از { $agreed }
desk-case-round = دور { $number }، { $at }
desk-case-item =
    { $kind ->
        [defect] – <i>خلاف توافق (معیار { $criterion }):</i> { $words }
        [preference] – <i>جور دیگری می‌پسندد:</i> { $words }
        [extra] – <i>کار اضافه:</i> { $words }
       *[other] – { $words }
    }
desk-case-answered =     ← { $words }
desk-case-evidence = <b>مدارک</b>
desk-case-filed =
    { $role ->
        [freelancer] { $number }. فریلنسر: { $what }
       *[client] { $number }. کارفرما: { $what }
    }
desk-case-said = { $diary ->
        [one] گزارش کار: { $diary } مورد
       *[other] گزارش کار: { $diary } مورد
    }، { $messages ->
        [one] پیام‌های دو طرف: { $messages }
       *[other] پیام‌های دو طرف: { $messages }
    }
desk-button-whole = کل پرونده
desk-case-timeline = <b>گاه‌شمار</b>
desk-case-moment = { $at }: { $what }
desk-moment-agreed = توافق، نسخهٔ { $version }
desk-moment-paid = پرداخت { $amount }
desk-moment-due = سررسید کار
desk-moment-submitted =
    { $files ->
        [one] تحویل { $number }، { $files } فایل
       *[other] تحویل { $number }، { $files } فایل
    }
desk-moment-changes =
    { $points ->
        [one] درخواست اصلاح، دور { $number }، { $points } مورد
       *[other] درخواست اصلاح، دور { $number }، { $points } مورد
    }
desk-moment-disputed = اختلاف
desk-moment-ruled = رأی
desk-case-ruling =
    { $outcome ->
        [release] <b>رأی { $name }: آزادسازی برای فریلنسر.</b> فریلنسر { $freelancer }، کارفرما { $client }.
        [refund] <b>رأی { $name }: بازپرداخت به کارفرما.</b> فریلنسر { $freelancer }، کارفرما { $client }.
        [split] <b>رأی { $name }: تقسیم.</b> فریلنسر { $freelancer }، کارفرما { $client }.
       *[other] …
    }
desk-case-stage =
    { $stage ->
        [open] ⏳ تا { $until } در انتظار یک داور است.
        [taken] 🔎 <b>{ $name }</b> آن را برداشته است. مهلت رأی: { $until }.
       *[other] …
    }
desk-case-hears =
    { $role ->
        [freelancer] ⏳ رأی وقتی ممکن است که فریلنسر پاسخ بدهد، یا از { $until } به بعد.
        [client] ⏳ رأی وقتی ممکن است که کارفرما پاسخ بدهد، یا از { $until } به بعد.
       *[both] ⏳ رأی وقتی ممکن است که هر دو طرف پاسخ بدهند، یا از { $until } به بعد.
    }
desk-case-waits = { $why ->
        [paused] ⏸ فعلاً کار را متوقف کرده‌ایم: مهلت‌ها صبر می‌کند و این زمان به آن‌ها برمی‌گردد.
       *[deaf] ⏳ فعلاً پیام‌ها به ما نمی‌رسد، برای همین مهلت‌ها، از جمله مهلت شما، صبر می‌کند: هیچ مهلتی تمام نمی‌شود و هیچ پولی به این دلیل که کسی به نظر ساکت است جابه‌جا نمی‌شود. در General نوشته شده کدام ربات است و چرا.
    }
desk-case-allowed = <b>آنچه میز داوری الان می‌تواند انجام دهد</b>
desk-case-may =
    { $act ->
        [take] برداشتن پرونده: { $names }
        [take-over] گرفتن پرونده از همکار: { $names }
        [ask] پرسیدن از هر طرف: { $names }
        [rule] رأی دادن: { $names }
        [hand-over] واگذاشتن پرونده: { $names }
        [recuse] گفتن این‌که یکی از دو طرف را می‌شناسد: { $names }
       *[other] { $names }
    }
desk-case-nobody = ⚠️ هیچ‌کس در فهرست نمی‌تواند در این اختلاف کاری بکند. اداره‌کننده باید داور دیگری اضافه کند.
desk-case-closed = دیگر کاری در اینجا نمانده است.
desk-case-found = { $deal } · <b>{ $title }</b>
desk-case-none = { $deal } · <b>{ $title }</b>: اختلافی ندارد.

desk-button-take = برمی‌دارم
desk-button-take-over = از همکار می‌گیرم
desk-button-hand-over = واگذار می‌کنم
desk-button-recuse = یکی از آن‌ها را می‌شناسم
desk-button-ask-client = پرسش از کارفرما
desk-button-ask-freelancer = پرسش از فریلنسر
desk-button-rule = رأی…
desk-button-open-topic = باز کردن موضوع: { $title }
desk-button-back = بازگشت
desk-button-next = بعدی
desk-button-more = بیشتر

desk-taken = الان این پرونده با شماست.
desk-handed-over = پرونده دوباره برای همکاران باز است.
desk-given = حالا پرونده دست { $name } است.
desk-sure-take-over = این پرونده را از { $name } می‌گیرید؟ دیگر دست او نخواهد بود.
desk-sure-hand-over = { $free ->
        [false] حالا کس دیگری نمی‌تواند اینجا رأی بدهد. پرونده برای هر کسی که بردارد باز بماند؟
       *[true] این پرونده به چه کسی برسد؟ فقط کسانی آمده‌اند که می‌توانند رأی بدهند.
    }
desk-sure-recuse = یکی از آن‌ها را می‌شناسید؟ از این پس هرگز دربارهٔ این پرونده رأی نمی‌دهید و برگشت ندارد.
desk-button-leave-open = باز بماند
desk-recused = ثبت شد. شما دربارهٔ این پرونده رأی نمی‌دهید.
desk-line =
    { $kind ->
        [dispute-taken] 🔎 { $name } این پرونده را برداشت.
        [dispute-assigned] 🎲 کسی این پرونده را به‌موقع برنداشت. قرعه به نام { $name } افتاد.
        [dispute-reassigned] ⏰ رأی به‌موقع داده نشد، پس پرونده به قید قرعه به همکار دیگری رسید: { $name }.
        [recused] ↩️ { $name } یکی از آن‌ها را می‌شناسد و اینجا رأی نمی‌دهد.
        [dispute-given] ↪️ { $name } این پرونده را به { $to } سپرد.
       *[dispute-handed-over] ↩️ { $name } این پرونده را واگذاشت. چه کسی برمی‌دارد؟
    }
desk-answer-overdue =
    { $who ->
        [freelancer] ⌛ مهلت پاسخ فریلنسر تمام شد. سکوت به معنای تقصیر نیست؛ رأی دیگر منتظر آن نمی‌ماند.
        [client] ⌛ مهلت پاسخ کارفرما تمام شد. سکوت به معنای تقصیر نیست؛ رأی دیگر منتظر آن نمی‌ماند.
       *[both] ⌛ مهلت پاسخ هر دو طرف تمام شد. سکوت به معنای تقصیر نیست؛ رأی دیگر منتظر آن نمی‌ماند.
    }
desk-overdue =
    { $kind ->
        [dispute-take] ⏰ کسی این پرونده را برنداشته است. مهلتش { $since } بود.
        [transfer] ⏰ این باید تا { $since } فرستاده می‌شد و هنوز کسی نگفته که فرستاده است.
        [deposit-check] ⏰ باید تا { $since } به کارفرما پاسخ داده می‌شد.
        [dispute-ruling] ⏰ مهلت رأی { $since } بود.
       *[other] …
    }
desk-file-lost = ⚠️ این فایل در بایگانی نیست:

desk-set-aside = ⚠️ کاری از { $person } در ربات «{ $bot }» در هر تلاش به خطا خورد و کنار گذاشته شد. کد در گزارش‌ها: { $code }. به او گفته شد.
desk-set-aside-many = ⚠️ از { $since } تا حالا { $count } کار کنار گذاشته شده است. همه در گزارش‌هاست. آخرین مورد:
desk-no-topics = ⚠️ اجازهٔ ساختن موضوع در این گروه را ندارم؛ پس اختلاف‌ها و پیام‌های پشتیبانی نشان داده نمی‌شود. چیزی گم نشده و تابلوی سنجاق‌شده آن‌ها را می‌شمارد. لطفاً مرا مدیر گروه کنید، اجازهٔ <b>مدیریت موضوع‌ها</b> را بدهید و موضوع‌ها را روشن کنید؛ بعد از آن هرچه منتظر است خودبه‌خود می‌آید.
desk-topics-again = ✅ ساختن موضوع دوباره ممکن شد. آنچه منتظر بود در راه است.
desk-books-broken =
    { $count ->
        [one] 🚨 دفترهای حساب درست نیست: { $count } ایراد
       *[other] 🚨 دفترهای حساب درست نیست: { $count } ایراد
    }، اولین در { $where }. لطفاً تا بررسی اداره‌کننده هیچ دریافت و پرداختی را تأیید نکنید: <code>holdfast ledger verify</code>
desk-bot-deaf =
    🚨 { $bot ->
        [desk] این ربات
       *[parties] ربات کارفرماها و فریلنسرها
    } از { $since } چیزی دریافت نکرده است. { $why ->
        [rival] برنامهٔ دیگری پیام‌هایش را می‌گیرد. لطفاً از اداره‌کننده بخواهید آن برنامه را متوقف کند، یا از @BotFather توکن تازه بگیرد و در <code>config.toml</code> بنویسد.
        [webhook] برایش وب‌هوک تنظیم شده است. لطفاً از اداره‌کننده بخواهید برنامه‌ای را که آن را تنظیم کرده متوقف و وب‌هوک را حذف کند.
       *[away] یا تلگرام پاسخ نمی‌دهد، یا پایگاه دادهٔ ما آنچه می‌رسد را ذخیره نمی‌کند. گزارش‌ها می‌گوید کدام است.
    } تا وقتی دوباره پیام‌ها برسد، مهلت‌هایش صبر می‌کند: هیچ پولی به این دلیل که کسی به نظر ساکت است جابه‌جا نمی‌شود.
desk-bot-heard =
    ✅ { $bot ->
        [desk] این ربات بعد از
       *[parties] ربات کارفرماها و فریلنسرها بعد از
    } { $minutes ->
        [one] { $minutes } دقیقه
       *[other] { $minutes } دقیقه
    } دوباره پیام‌ها را دریافت می‌کند. کارهایی که در این مدت انجام شده حالا رسیدگی می‌شود، قبل از هر مهلتی.
desk-vault-lost = 🚨 فایلی که باید به کسی می‌رسید در بایگانی نیست: «{ $name }»، با کد یکتای { $sha256 }. به او گفته شد. لطفاً از اداره‌کننده بخواهید بررسی کند: <code>holdfast vault verify</code>
desk-disk-low = 🚨 دیسک تقریباً پر شده است ({ $left_mb } مگابایت مانده). تا وقتی جا باز نشود فایل‌های کاربران پذیرفته نمی‌شود؛ و اگر هیچ جایی نماند، هیچ‌چیز ذخیره نمی‌شود و مهلت‌ها صبر می‌کنند. لطفاً از اداره‌کننده بخواهید جا باز کند.
desk-disk-again = ✅ دوباره روی دیسک جا هست: { $left_mb } مگابایت. فایل‌ها دوباره پذیرفته می‌شود.
desk-form-over = این فرم به پایان رسیده است.

## What is posted in a topic

desk-item-whole = 📚 <b>کل پرونده</b>: همهٔ نسخه‌ها، نوشته‌ها و فایل‌ها با کد یکتای هرکدام. دکمهٔ <b>کل پرونده</b> زیر پروندهٔ سنجاق‌شده، نسخهٔ تازه‌اش را می‌سازد.
desk-item-terms = 📝 <b>شرح کار، همان‌طور که توافق شد</b>
desk-item-agreed = 🤝 <b>چه چیزی و چگونه توافق شد</b>
desk-item-talk =
    { $kind ->
        [diary] 📒 <b>گزارش کار تا پیش از اختلاف</b>: { $count ->
            [one] { $count } مورد
           *[other] { $count } مورد
        }
       *[message] ✉️ <b>پیام‌های دو طرف تا پیش از اختلاف</b>: { $count ->
            [one] { $count } پیام
           *[other] { $count } پیام
        }
    }
desk-item-said = ✉️ <b>{ $what }</b>، { $name }
desk-item-rest = … بقیه‌اش در فایل کل پرونده است.
desk-item-submission = 📦 <b>تحویل { $number }</b> از { $name }، { $at }
desk-item-round = 🔁 <b>درخواست اصلاح { $number }</b>، { $at }
desk-item-statement =
    { $role ->
        [freelancer] 🗣 <b>فریلنسر { $name }</b> می‌خواهد: { $amount }، { $at }
       *[client] 🗣 <b>کارفرما { $name }</b> می‌خواهد: { $amount }، { $at }
    }
desk-item-evidence =
    { $role ->
        [freelancer] 📎 <b>مدرک { $number }</b>، فریلنسر { $name }، { $at }
       *[client] 📎 <b>مدرک { $number }</b>، کارفرما { $name }، { $at }
    }
desk-item-question =
    { $role ->
        [freelancer] ❓ <b>پرسش { $number } از فریلنسر</b>، از { $name } { $sent ->
            [yes] ✓
            [no] ✗ ربات را مسدود کرده است
           *[waits] …
        }
       *[client] ❓ <b>پرسش { $number } از کارفرما</b>، از { $name } { $sent ->
            [yes] ✓
            [no] ✗ ربات را مسدود کرده است
           *[waits] …
        }
    }
desk-item-answer =
    { $role ->
        [freelancer] 💬 <b>فریلنسر { $name }</b> به پرسش { $number } پاسخ می‌دهد
       *[client] 💬 <b>کارفرما { $name }</b> به پرسش { $number } پاسخ می‌دهد
    }

## Asking, replying, help

desk-ask =
    { $role ->
        [freelancer] { $name }، پرسش خود از فریلنسر را همین‌جا بنویسید. پیام بعدی شما در این موضوع همان‌گونه که هست و بی نام شما فرستاده می‌شود.
       *[client] { $name }، پرسش خود از کارفرما را همین‌جا بنویسید. پیام بعدی شما در این موضوع همان‌گونه که هست و بی نام شما فرستاده می‌شود.
    }
desk-form-wants-words = لطفاً با نوشته بگویید. آنچه پرسیده شد همچنان باز است.
desk-edit-used = این قبلاً فرستاده شده و همان‌طور که بود می‌ماند؛ ویرایش شما به آن نمی‌رسد. برای اضافه کردن چیزی، دوباره بنویسید.
desk-edit-ruled = رأی صادر شده است. دلایل آن همان‌طور که بود می‌ماند.
desk-edit-stays = همان که اول نوشته بودید، بدون تغییر می‌ماند.
desk-words-only = این از اینجا فرستادنی نیست. لطفاً با نوشته بگویید.
desk-form-open =
    { $what ->
        [rule] شما در میانهٔ رأی دادن دربارهٔ { $deal } هستید. همان‌جا تمامش کنید یا کنارش بگذارید.
        [ask] شما در حال پرسیدن در { $deal } هستید. همان‌جا بنویسید یا کنارش بگذارید.
        [deposit] شما در حال نوشتن مبلغی برای { $deal } هستید. همان‌جا بنویسید یا کنارش بگذارید.
       *[failed] شما در حال گفتن دلیل نرسیدن واریزی از { $deal } هستید. همان‌جا بگویید یا کنارش بگذارید.
    }
desk-button-leave = کنار می‌گذارم
desk-form-left = کنار گذاشته شد. چیزی فرستاده نشد و تصمیمی گرفته نشد.
desk-no-form = شما در هیچ فرمی نیستید.
desk-send-prompt = این فرستاده شود؟
desk-button-send-to-side =
    { $role ->
        [freelancer] بفرست برای فریلنسر
       *[client] بفرست برای کارفرما
    }
desk-button-send-to = بفرست برای { $name }
desk-button-keep = میان خودمان بماند
desk-kept = میان همکاران ماند.
desk-sent-as-question =
    { $role ->
        [freelancer] به شکل پرسش برای فریلنسر فرستاده شد.
       *[client] به شکل پرسش برای کارفرما فرستاده شد.
    }
desk-help-asked = 💬 <b>{ $name }</b> ({ $person }) کمک می‌خواهد
desk-help-about = دربارهٔ { $deal }
desk-help-own-side = ⚠️ { $name } که در فهرست ماست، طرف دیگر این معامله است و اینجا جواب نمی‌دهد.
desk-help-answer =
    برای { $name } { $sent ->
        [yes] ✓
        [no] ✗ ربات را مسدود کرده است
       *[waits] …
    }

## The ruling

desk-rule-head = ⚖️ <b>{ $name } دربارهٔ «{ $deal }» رأی می‌دهد</b>
desk-rule-outcome = با { $amount } که نگه داشته شده چه شود؟{ $play ->
        [true] {" "}(پول آزمایشی)
       *[false] {""}
    }
desk-rule-silent =
    { $role ->
        [freelancer] فریلنسر { $name } پاسخی نداده است.
       *[client] کارفرما { $name } پاسخی نداده است.
    }
desk-button-release = آزادسازی { $amount } برای فریلنسر
desk-button-refund = بازپرداخت { $amount } به کارفرما
desk-button-split = تقسیم…
desk-rule-share =
    { $amount } نگه داشته شده است. چه اندازه به فریلنسر برسد؟
    مبلغی بنویسید، یا سهمی مانند <code>۶۰٪</code> یا <code>۳۳٫۳۳٪</code>. بقیه به کارفرما بازمی‌گردد.
desk-rule-decided =
    { $outcome ->
        [release] <b>آزادسازی برای فریلنسر</b>
        [refund] <b>بازپرداخت به کارفرما</b>
        [split] <b>تقسیم</b>
       *[other] …
    }{ $play ->
        [true] {" "}(پول آزمایشی)
       *[false] {""}
    }
desk-rule-to-freelancer = فریلنسر { $name }: <b>{ $amount }</b>
desk-rule-fee =     که { $fee } آن کارمزد است و { $payout } واریز می‌شود
desk-rule-to-client = کارفرما { $name }: <b>{ $amount }</b>
desk-rule-criterion = کدام معیار تعیین‌کننده است؟
desk-button-no-criterion = هیچ‌کدام
desk-rule-evidence =
    { $count ->
        [0] به چه چیزی استناد می‌کنید؟ هرکدام را بزنید، بعد <b>بعدی</b>.
        [one] به چه چیزی استناد می‌کنید؟ { $count } مورد انتخاب شده.
       *[other] به چه چیزی استناد می‌کنید؟ { $count } مورد انتخاب شده.
    }
desk-rule-reasons =
    دلیل‌های خود را همین‌جا بنویسید، از { $least } تا { $most } نویسه: چه رخ داد، و چرا این رأی از توافق برمی‌آید. هر دو طرف آن را می‌خوانند.
    تنها پیام بعدی خود شما در این موضوع پذیرفته می‌شود.
desk-rule-no-criterion = معیار ویژه‌ای نیست.
desk-rule-no-evidence = به چیزی از پرونده استناد نشده است.
desk-ruling-criterion = معیار: { $words }
desk-ruling-relied = – { $name }: { $what }
desk-button-others = بقیهٔ پرونده…
desk-button-chapter =
    { $chapter ->
        [terms] شرایط
        [work] تحویل‌ها و اصلاح‌ها
        [diary] گزارش کار
        [talk] پیام‌ها
       *[positions] اظهارات و پرسش‌ها
    }
desk-record-accepted =
    نسخهٔ { $version }، با دکمهٔ «{ $button }»، به زبان { $language }
    کد یکتای متن: { $fingerprint }
    شمارهٔ درخواست: { $request }
desk-record-note = دربارهٔ معیار { $number }: { $words }
desk-record-answer = دربارهٔ «{ $point }»: { $words }
desk-record-sought = خواسته: { $amount }
desk-record-answered =
    { $role ->
        [freelancer] پاسخ فریلنسر: { $words }
       *[client] پاسخ کارفرما: { $words }
    }
desk-whole-title = پروندهٔ { $deal }: { $title }
desk-whole-milestone = مرحلهٔ { $number }: { $title }
desk-whole-party =
    { $role ->
        [freelancer] فریلنسر { $name } ({ $id })
       *[client] کارفرما { $name } ({ $id })
    }
desk-whole-now = وضعیت در { $at }.
desk-ruling-reasons = <b>دلیل‌ها</b>
desk-rule-warning =
    { $role ->
        [freelancer] ⚠️ فریلنسر { $name } در مهلتش پاسخی نداده است. سکوت به معنای تقصیر نیست.
       *[client] ⚠️ کارفرما { $name } در مهلتش پاسخی نداده است. سکوت به معنای تقصیر نیست.
    }
desk-rule-confirm = این کار پول را بی‌درنگ جابه‌جا می‌کند و برگشت ندارد.
desk-button-confirm-ruling = تأیید: فریلنسر { $freelancer }، کارفرما { $client }
desk-rule-done = ✅ <b>رأی داده شد.</b> به هر دو طرف خبر داده می‌شود.
refusal-share-unreadable = سهم را مانند ۶۰٪ یا ۳۳٫۳۳٪ با حداکثر دو رقم اعشار بنویسید، یا مبلغ را.

## The treasurer

desk-money-about = { $deal } · { $title } · { $milestone }
desk-claim-head = 💶 <b>{ $amount }</b>: کارفرما می‌گوید پرداخت کرده است
desk-claim-reference = شناسهٔ پرداخت: { $reference }
desk-claim-payer = پرداخت‌کننده: { $payer }، تاریخ پرداخت: { $day }
desk-claim-by = کارفرما: { $name }
desk-claim-settled = این پرداخت قبلاً پاسخ گرفته است.
desk-claim-rejected = ✗ { $name } می‌گوید نرسیده است. به کارفرما خبر داده می‌شود.
desk-not-arrived-sure = می‌گویید <b>{ $amount }</b> از { $name } نرسیده است؟ به او خبر می‌دهیم و مهلت پرداختش ادامه پیدا می‌کند.
desk-button-confirm-deposit = رسید، تأیید می‌کنم
desk-button-not-arrived = نرسیده است
desk-button-proof = مدرک بخواه
desk-proof-asked = ⏳ در { $at } رسید خواسته شد.
desk-button-different = مبلغ دیگری رسیده
desk-button-confirm-deposit-of = تأیید می‌کنم: { $amount }
desk-deposit-sure = آیا <b>{ $amount }</b> از <b>{ $payer }</b> با شناسهٔ { $reference } رسیده است؟
desk-deposit-differs =
    { $how ->
        [short] ⚠️ { $apart } کمتر از { $expected } که انتظار می‌رفت: کار هنوز شروع نمی‌شود و بقیه از کارفرما خواسته می‌شود.
       *[over] ⚠️ { $apart } بیشتر از { $expected } که انتظار می‌رفت: مازاد بازگردانده می‌شود.
    }
desk-deposit-done = ✓ { $name } می‌گوید { $amount } رسیده است.
desk-deposit-amount = { $name }، چه مبلغی رسیده است؟ انتظار { $amount } می‌رفت. پیام بعدی شما در اینجا مبلغ شمرده می‌شود.
desk-deposit-which = { $count ->
        [one] نقطهٔ پیش از سه رقم را می‌توان نادرست خواند. مبلغ همین است؟ اگر نه، دوباره بنویسید.
       *[other] این را دو جور می‌توان خواند. کدام است؟
    }
desk-suspense = 💶 { $amount } دیر یا برای بار دوم رسیده است. برای چیزی به کار نمی‌رود و باید به مبدأ بازگردد.
desk-owed-head =
    { $kind ->
        [payout] 💸 واریز: <b>{ $amount }</b> به { $name }
       *[refund] ↩️ بازپرداخت: <b>{ $amount }</b> به { $name }
    }
desk-owed-to =
    { $kind ->
        [payout] به: { $details }
       *[refund] بازگشت به: { $details }
    }
desk-owed-nowhere =
    { $kind ->
        [payout] ⚠️ هنوز نگفته‌اند به کجا واریز شود؛ ربات از آن‌ها می‌پرسد. همین که گفتند، /payouts آن را نشان می‌دهد.
       *[refund] ⚠️ مبدأ پول ثبت نشده است.
    }
desk-owed-came = با شناسهٔ { $reference } رسیده بود؛ آن را در { $at } دیدیم.
desk-owed-changes = ⚠️ آن را عوض کرده‌اند: مقصد تازه از { $at } به کار می‌آید. تا آن زمان تنها همین.
desk-owed-reference = شناسهٔ پرداخت: { $reference }
desk-owed-failed = ⚠️ قبلاً ناموفق بود: { $why }
desk-owed-until = تا { $until } بفرستید.
desk-owed-sure = آیا دقیقاً همین را فرستاده‌اید؟
desk-owed-done =
    { $kind ->
        [payout] ✓ واریز { $amount } به { $name } فرستاده شد.
       *[refund] ✓ بازپرداخت { $amount } به { $name } فرستاده شد.
    }
desk-owed-why = { $name }، چرا ناموفق بود؟ پیام بعدی شما در اینجا دلیل شمرده می‌شود؛ گیرنده آن را نمی‌خواند.
desk-button-confirm-payout = واریز شد، تأیید می‌کنم
desk-button-copy-account = کپی شمارهٔ حساب
desk-button-copy-reference = کپی شناسهٔ پرداخت
desk-button-confirm-refund = بازپرداخت شد، تأیید می‌کنم
desk-button-confirm-payout-of = تأیید واریز: { $amount }
desk-button-confirm-refund-of = تأیید بازپرداخت: { $amount }
desk-button-failed = ناموفق بود

## The board and the lists

desk-board-head = <b>آنچه در انتظار میز داوری است</b>
desk-board-counts = از مهلت گذشته: { $overdue } · مهلت‌های امروز: { $today }
desk-board-section =
    { $kind ->
        [dispute-take] ❗️ <b>در انتظار داور</b>: { $count }
        [dispute-ruling] 🔎 <b>برداشته‌شده</b>: { $count }
        [deposit-check] 💶 <b>پرداخت‌هایی که باید تأیید شوند</b>: { $count }
        [transfer] 💸 <b>واریزها و بازپرداخت‌ها</b>: { $count }
       *[other] …
    }
desk-board-row =
    { $overdue ->
        [yes] ⏰ { $deal } · { $title } · مهلت { $until } بود
       *[no] { $deal } · { $title } · تا { $until }
    }
desk-board-more = و { $count } مورد دیگر
desk-board-held = <b>همهٔ پول نگه‌داشته‌شده</b>{ $play ->
        [true] {" "}(پول آزمایشی)
       *[false] {""}
    }
desk-board-amount = { $amount }
desk-board-nothing-held = <b>همهٔ پول نگه‌داشته‌شده</b>: هیچ
desk-list-mine = <b>پرونده‌های شما</b>
desk-list-empty =
    { $what ->
        [mine] شما پرونده‌ای ندارید.
        [deposits] پرداختی برای تأیید نیست.
       *[payouts] به کسی در بیرون بدهی نداریم.
    }
desk-nobody = کسی با این شماره یا نام اینجا دیده نشده است. بنویسید /person 123456789 یا /person @name.
desk-person =
    <b>{ $name }</b> { $username }
    شمارهٔ { $person }، از { $since } اینجاست
desk-person-record = معامله‌های انجام‌شده: { $done }؛ با اختلاف: { $disputed }؛ رأی به زیان او: { $against }
desk-person-unreachable = ✗ ربات را مسدود کرده است.
desk-person-role =
    { $role ->
        [arbiter] در فهرست: داور
        [head] در فهرست: سرداور
        [treasurer] در فهرست: خزانه‌دار
       *[other] …
    }
desk-verified =
    { $what ->
        [invite] ✓ این دعوت‌نامه از ماست و باز است.
        [deal] ✓ این معامله از ماست.
        [desk] ✓ این شخص از میز داوری ماست.
        [person] این شخص را می‌شناسیم، ولی از میز داوری ما نیست.
       *[nothing] ✗ هیچ معامله، دعوت‌نامهٔ باز یا همکاری با این کد نداریم. دعوت‌نامه‌ای که پذیرفته یا لغو شده یا مهلتش گذشته دیگر باز نیست و با کدش شناخته نمی‌شود.
    }
