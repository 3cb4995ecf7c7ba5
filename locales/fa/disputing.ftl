## What a decision relies on

exhibit =
    { $kind ->
        [terms] شرایط، نسخهٔ { $number }
        [acceptance] پذیرش { $number }
        [diary] گزارش کار { $number }
        [message] پیام { $number }
        [submission] تحویل { $number }
        [round] درخواست اصلاح { $number }
        [statement] اظهارات { $number }
        [question] پرسش { $number } و پاسخ آن
        [evidence] مدرک { $number }
       *[other] …
    }
exhibit-at = { $name }، { $at }
exhibit-line = – { $name }

## نوبت کیست، تا کی، و اگر کاری نشود چه می‌شود

turn-dispute-answer = { $who ->
        [you] نوبت شماست: تا { $until } بگویید در اختلاف مرحلهٔ «{ $title }» چه می‌خواهید و چرا.
       *[other] { $name } تا { $until } فرصت دارد در اختلاف مرحلهٔ «{ $title }» پاسخ بدهد.
    }
    پاسخ ندادن به معنی مقصر بودن نیست: بعد از آن داور بر اساس واقعیت‌ها تصمیم می‌گیرد. { $amount } تا تصمیم داور دست‌نخورده می‌ماند.
turn-question-answer = { $who ->
        [you] نوبت شماست: تا { $until } به سؤال داور دربارهٔ مرحلهٔ «{ $title }» پاسخ بدهید.
       *[other] { $name } تا { $until } فرصت دارد به سؤال داور دربارهٔ مرحلهٔ «{ $title }» پاسخ بدهد.
    }
    بعد از آن داور می‌تواند بدون این پاسخ تصمیم بگیرد. { $amount } تا تصمیم داور دست‌نخورده می‌ماند.
turn-dispute-take = یک داور تا { $until } پروندهٔ اختلاف مرحلهٔ «{ $title }» را برمی‌دارد؛ اگر کسی برندارد، یک داور به قید قرعه انتخاب می‌شود. { $amount } تا تصمیم داور دست‌نخورده می‌ماند.
turn-dispute-ruling = داور تا { $until } دربارهٔ مرحلهٔ «{ $title }» تصمیم می‌گیرد؛ اگر نگیرد، پرونده به داور دیگری سپرده می‌شود. { $amount } تا تصمیم داور دست‌نخورده می‌ماند.

## دکمه‌ها

button-answer = پاسخ به داور
button-object = اعتراض
button-contest = با یک مورد مخالفم
button-state = حرف من
button-evidence = افزودن مدرک
button-dispute = باز کردن اختلاف

## بیشتر…

more-answer = <b>پاسخ به داور</b>: پرسشی برای شما هست.
more-object = <b>اعتراض</b>: داور بررسی می‌کند.
more-contest = <b>با یک مورد مخالفم</b>: داور بررسی می‌کند.
more-state = <b>حرف من</b>: ماجرا را از نگاه خود برای داور بگویید.
more-evidence = <b>افزودن مدرک</b>: متن و فایل‌هایی که هر دو طرف می‌بینند.
more-dispute = <b>باز کردن اختلاف</b>: پول تا تصمیم داور دست‌نخورده می‌ماند.

## اختلاف

amount-dispute = از { $held } که برای { $title } نگه داشته شده، چقدر باید به شما برسد؟ انتخاب کنید یا مبلغ را بنویسید.
amount-side = از { $held } که برای { $title } نگه داشته شده، چقدر باید به شما برسد؟ انتخاب کنید یا مبلغ را بنویسید.
contest-which = با کدام موردِ { $name } مخالفید؟ بعد داور بررسی می‌کند.

gather-dispute = چرا باید داور دربارهٔ { $title } تصمیم بگیرد؟ بنویسید و اگر خواستید فایل اضافه کنید. بعد «تمام» را بزنید.
gather-side = ماجرای { $title } را از نگاه خود بگویید. هم { $name } و هم داور آن را می‌خوانند. اگر خواستید فایل اضافه کنید، بعد «تمام» را بزنید.
gather-object = چرا به لغو { $title } اعتراض دارید؟ بنویسید و اگر خواستید فایل اضافه کنید. بعد «تمام» را بزنید.
gather-contest = چرا با این مورد مخالفید؟ بنویسید و اگر خواستید فایل اضافه کنید. بعد «تمام» را بزنید.
gather-evidence = متن و فایل‌های مربوط به { $title } را بفرستید. هم { $name } و هم داور آن‌ها را می‌بینند. بعد «تمام» را بزنید.
gather-answer = داور می‌پرسد: <b>{ $question }</b>
    پاسخ خود را بنویسید و اگر خواستید فایل اضافه کنید. بعد «تمام» را بزنید.
case-dispute = دربارهٔ <b>{ $title }</b> اختلاف باز می‌کنید. پول تا تصمیم داور دست‌نخورده می‌ماند.
case-side = حرف شما دربارهٔ <b>{ $title }</b>:
case-object = به لغو <b>{ $title }</b> اعتراض می‌کنید. بعد داور بررسی می‌کند.
case-contest = با موردی دربارهٔ <b>{ $title }</b> مخالفید. بعد داور بررسی می‌کند؛ پول تا تصمیم داور دست‌نخورده می‌ماند.
case-words = نوشتهٔ شما:
case-sought = از { $held } که نگه داشته شده، { $sought } را برای خود می‌خواهید.
case-then = طرف دیگر و داور این را می‌خوانند. پس گرفتنی نیست.
yes-dispute = بله، اختلاف باز شود
yes-side = بله، بفرستید
yes-object = بله، اعتراض دارم
yes-contest = بله، مخالفم
done-dispute = اختلاف باز شد. پول تا تصمیم داور دست‌نخورده می‌ماند.
done-side = حرف شما رسید.
done-object = اعتراض کردید. داور بررسی می‌کند.
done-contest = داور بررسی می‌کند.
done-evidence = به پرونده اضافه شد.
done-answer = پاسخ شما به داور رسید.

## آنچه به افراد گفته می‌شود

notice-dispute-opened = { $name } از داور خواسته دربارهٔ مرحلهٔ «{ $title }» تصمیم بگیرد.
notice-dispute-silence = مهلت بررسی مرحلهٔ «{ $title }» بدون پاسخ گذشت، پس داور بررسی می‌کند.
notice-dispute-contested = فریلنسر با موردی دربارهٔ مرحلهٔ «{ $title }» مخالف است، پس داور بررسی می‌کند.
notice-dispute-objected = فریلنسر به لغو مرحلهٔ «{ $title }» اعتراض دارد، پس داور بررسی می‌کند.
notice-dispute-abandoned = اصلاحات مرحلهٔ «{ $title }» نرسید، پس داور بررسی می‌کند.
notice-dispute-unserved = دربارهٔ مرحلهٔ «{ $title }» به هر دو طرف دسترسی نیافتیم، پس داور بررسی می‌کند.
notice-statement-made = { $name } حرف خود را دربارهٔ { $title } گفت.
notice-evidence-filed = { $name } دربارهٔ { $title } مدرک اضافه کرد.
notice-dispute-taken = یک داور پروندهٔ { $title } را برداشت. داوران تنها از راه همین ربات و تنها به نام نقش خود می‌نویسند.
notice-dispute-assigned = { $again ->
        [true] تصمیم دربارهٔ مرحلهٔ «{ $title }» به‌موقع گرفته نشد، پس پرونده به داور دیگری سپرده شد.
       *[false] برای اختلاف مرحلهٔ «{ $title }» یک داور به قید قرعه انتخاب شد.
    } داور فقط از راه همین ربات و فقط با عنوان «داور» برای شما می‌نویسد.
notice-answer-overdue = { $to ->
        [dispute] مهلت پاسخ شما در اختلاف مرحلهٔ «{ $title }» تمام شد. این به معنی مقصر بودن نیست: داور حالا بر اساس واقعیت‌ها تصمیم می‌گیرد و تا آن موقع هنوز می‌توانید حرفتان را بگویید.
       *[question] مهلت پاسخ شما به سؤال داور دربارهٔ مرحلهٔ «{ $title }» تمام شد. تا تصمیم داور هنوز می‌توانید پاسخ بدهید.
    }
notice-question-asked = داور دربارهٔ مرحلهٔ «{ $title }» از شما می‌پرسد:
question-until = لطفاً تا { $until } پاسخ بدهید. بعد از آن داور می‌تواند بدون این پاسخ تصمیم بگیرد.
notice-ruling-made = داور دربارهٔ { $title } تصمیم گرفت.

## اصلاحات و اختلاف

statement-heading = <b>{ $name }</b>، خواسته: { $sought }
ruling-amounts = به فریلنسر: { $freelancer }. به کارفرما: { $client }.
ruling-criterion = سنجیده با: { $criterion }
ruling-evidence = بر پایهٔ:
ruling-reasons = <b>دلیل‌ها</b>

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

desk-taken = الان این پرونده با شماست.
desk-handed-over = پرونده دوباره برای همکاران باز است.
desk-given = حالا پرونده دست { $name } است.
desk-recused = ثبت شد. شما دربارهٔ این پرونده رأی نمی‌دهید.
desk-sure-take-over = این پرونده را از { $name } می‌گیرید؟ دیگر دست او نخواهد بود.
desk-sure-hand-over = { $free ->
        [false] حالا کس دیگری نمی‌تواند اینجا رأی بدهد. پرونده برای هر کسی که بردارد باز بماند؟
       *[true] این پرونده به چه کسی برسد؟ فقط کسانی آمده‌اند که می‌توانند رأی بدهند.
    }
desk-sure-recuse = یکی از آن‌ها را می‌شناسید؟ از این پس هرگز دربارهٔ این پرونده رأی نمی‌دهید و برگشت ندارد.
desk-button-leave-open = باز بماند
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
desk-edit-ruled = رأی صادر شده است. دلایل آن همان‌طور که بود می‌ماند.
desk-sent-as-question =
    { $role ->
        [freelancer] به شکل پرسش برای فریلنسر فرستاده شد.
       *[client] به شکل پرسش برای کارفرما فرستاده شد.
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

## Refusals

refusal-share-unreadable = سهم را مانند ۶۰٪ یا ۳۳٫۳۳٪ با حداکثر دو رقم اعشار بنویسید، یا مبلغ را.
refusal-not-your-case = این پرونده نزد داور دیگری است.
refusal-conflict-recused = شما از این پرونده کنار رفته‌اید؛ کس دیگری باید رأی بدهد.
refusal-conflict-deals = شما در { $months } ماه گذشته با یکی از آن‌ها معامله داشته‌اید؛ کس دیگری باید رأی بدهد.
refusal-conflict-deposit = شما پول این مرحله را تأیید کرده‌اید؛ کس دیگری باید رأی بدهد.
refusal-dispute-wrong-stage = الان این کار در این اختلاف شدنی نیست.
refusal-not-heard = { $role ->
        [freelancer] فریلنسر هنوز برای پاسخ مهلت دارد. رأی وقتی ممکن است که پاسخ بدهد، یا از { $until_at } به بعد.
        [client] کارفرما هنوز برای پاسخ مهلت دارد. رأی وقتی ممکن است که پاسخ بدهد، یا از { $until_at } به بعد.
       *[both] هر دو طرف هنوز برای پاسخ مهلت دارند. رأی وقتی ممکن است که پاسخ بدهند، یا از { $until_at } به بعد.
    }
refusal-no-question = سؤال بازی برای شما نیست.
refusal-no-dispute = اینجا اختلاف بازی نیست.
refusal-cannot-take = این همکار نمی‌تواند دربارهٔ این پرونده رأی بدهد: همکار دیگری را انتخاب کنید یا پرونده را باز بگذارید.
refusal-dispute-taken = داور دیگری این پرونده را برداشته است.
refusal-already-recused = قبلاً از این پرونده کنار رفته‌اید.
refusal-no-such-criterion = چنین معیاری نیست.
refusal-no-such-evidence = چنین مدرکی نیست.
refusal-sought-out-of-range = مبلغ باید از صفر تا مبلغ امانت باشد، { $held }.
refusal-split-out-of-range = مبلغ امانت { $held } است. سهم فریلنسر از صفر تا همهٔ آن است.
refusal-reasons-too-short = لطفاً دلایل را کامل‌تر بنویسید: حداقل { $least } نویسه، الان { $length }.
