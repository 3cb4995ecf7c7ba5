## What a decision relies on

exhibit =
    { $kind ->
        [terms] شرایط، نسخهٔ { $number }
        [acceptance] پذیرش { $number }
        [diary] یادداشت { $number } از گزارش کار
        [message] پیام { $number }
        [submission] تحویل { $number }
        [round] درخواست اصلاح { $number }
        [statement] توضیح { $number }
        [question] سؤال { $number } و پاسخ آن
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
turn-dispute-take = { $late ->
        [true] یک داور باید تا { $until } رسیدگی به اختلاف مرحلهٔ «{ $title }» را به عهده می‌گرفت. هنوز کسی به عهده نگرفته است: از داورهای آزاد یکی با قرعه انتخاب می‌شود و به پشتیبانی یادآوری می‌شود.
       *[false] تا { $until } یک داور رسیدگی را به عهده می‌گیرد و تصمیم می‌گیرد پول مرحلهٔ «{ $title }» به چه کسی برسد؛ اگر تا آن وقت کسی به عهده نگیرد، از داورهای آزاد یکی با قرعه انتخاب می‌شود.
    } { $amount } تا تصمیم داور دست‌نخورده می‌ماند.
turn-dispute-ruling = { $late ->
        [true] داور باید تا { $until } تصمیم می‌گرفت پول مرحلهٔ «{ $title }» به چه کسی برسد و دیر شده است. اگر داور دیگری آزاد باشد، پرونده به او می‌رسد؛ به پشتیبانی هم یادآوری می‌شود.
       *[false] داور تا { $until } تصمیم می‌گیرد پول مرحلهٔ «{ $title }» به چه کسی برسد؛ اگر نگیرد و داور دیگری آزاد باشد، پرونده به او می‌رسد.
    } { $amount } تا تصمیم داور دست‌نخورده می‌ماند.
turn-ruling-final = { $late ->
        [true] تصمیم داور دربارهٔ مرحلهٔ «{ $title }» را به هر دوی شما خبر می‌دهیم و بعد اجرا می‌شود.
       *[false] تصمیم داور دربارهٔ مرحلهٔ «{ $title }» بعد از { $until } اجرا می‌شود، یا زودتر، به محض اینکه هر دو آن را بپذیرید.
    } { $amount } تا اجرای تصمیم دست‌نخورده می‌ماند.

dispute-asks = { $who ->
        [you] خواستهٔ شما: { $amount }.
       *[other] خواستهٔ { $name }: { $amount }.
    }

# تا وقتی هنوز می‌تواند عوض شود
dispute-decided = تصمیم داور: { proposal-shares }{ $accepted ->
        [you] {" "}شما آن را پذیرفتید.
        [other] {" "}{ $name } آن را پذیرفت.
       *[nobody] {""}
    }{ $open ->
        [true] {" "}تا وقتی اجرا نشده، می‌توانید بازبینی بخواهید.
       *[false] {""}
    }

## دکمه‌ها

button-accept-ruling = پذیرش تصمیم داور
button-ask-review = درخواست بازبینی
button-answer = پاسخ به داور
button-object = اعتراض
button-contest = با یک مورد مخالفم
button-state = حرف من
button-evidence = افزودن مدرک
button-dispute = ثبت اختلاف

## بیشتر…

more-accept-ruling = <b>پذیرش تصمیم داور</b>: اگر { $name } هم بپذیرد، تصمیم همان لحظه اجرا می‌شود.
more-ask-review = <b>درخواست بازبینی</b>: داور دیگری یک بار تصمیم را بررسی می‌کند. درخواست باید یکی از دلیل‌هایی را داشته باشد که آنجا انتخاب می‌کنید.
more-answer = <b>پاسخ به داور</b>: داور از شما سؤالی دارد.
more-object = <b>اعتراض</b>: بعد از آن داور تصمیم می‌گیرد پول به چه کسی برسد.
more-contest = <b>با یک مورد مخالفم</b>: { $name } از آن صرف‌نظر می‌کند یا آن را به‌عنوان تغییر شرایط می‌خواهد؛ اگر { $name } هیچ‌کدام را نکند، داور تصمیم می‌گیرد.
more-state = <b>حرف من</b>: بگویید چه می‌خواهید و چرا. { $name } و داور آن را می‌خوانند.
more-evidence = <b>افزودن مدرک</b>: متن و فایل‌هایی که { $name } و داور می‌بینند.
more-dispute = <b>ثبت اختلاف</b>: داور تصمیم می‌گیرد پول به چه کسی برسد؛ پول تا تصمیم داور دست‌نخورده می‌ماند.

## اختلاف

amount-dispute = از { $held } که برای مرحلهٔ «{ $title }» نزد ما امانت است، چقدر باید به شما برسد؟ انتخاب کنید یا مبلغ را بنویسید.{ $free ->
        [true] {""}
       *[false] {" "}کارمزد ما ({ $percent }) از آن کم می‌شود.
    }
amount-side = از { $held } که برای مرحلهٔ «{ $title }» نزد ما امانت است، چقدر باید به شما برسد؟ انتخاب کنید یا مبلغ را بنویسید.{ $free ->
        [true] {""}
       *[false] {" "}کارمزد ما ({ $percent }) از آن کم می‌شود.
    }
contest-which = { $name } این اصلاحات را خواسته است. با کدام مورد مخالفید؟

review-which = داور دیگری می‌تواند تصمیم مرحلهٔ «{ $title }» را یک بار بررسی کند، به درخواست هر کدام از شما که زودتر بخواهد. اینکه تصمیم به نظرتان درست نیست کافی نیست: چه اتفاقی افتاده است؟
button-review-ground =
    { $why ->
        [evidence] مدرک تازه
        [conflict] بی‌طرف نبودن داور
        [procedure] شنیده نشدن حرف من
        [arithmetic] اشتباه در مبلغ
       *[other] …
    }
confirm-accept-ruling = تصمیم داور دربارهٔ مرحلهٔ <b>«{ $title }»</b> را می‌پذیرید. بعد از آن دیگر نمی‌توانید بازبینی بخواهید و اگر { $name } هم بپذیرد، تصمیم همان لحظه اجرا می‌شود:
yes-accept-ruling = بله، می‌پذیرم
done-accept-ruling =
    { $final ->
        [true] تصمیم داور را پذیرفتید و تصمیم اجرا می‌شود.
       *[false] تصمیم داور را پذیرفتید.
    }
gather-review = در تصمیم‌گیری دربارهٔ مرحلهٔ «{ $title }» چه چیزی درست نبود؟ بنویسید و اگر خواستید فایل هم بفرستید. { $name } و داوری که بازبینی می‌کند آن را می‌خوانند. بعد <b>«تمام»</b> را بزنید.
gather-dispute = چرا باید داور دربارهٔ مرحلهٔ «{ $title }» تصمیم بگیرد؟ بنویسید و اگر خواستید فایل هم بفرستید. بعد <b>«تمام»</b> را بزنید.
gather-side = حرفتان را دربارهٔ مرحلهٔ «{ $title }» بگویید. { $name } و داور آن را می‌خوانند. اگر خواستید فایل هم بفرستید، بعد <b>«تمام»</b> را بزنید.
gather-object = چرا مرحلهٔ «{ $title }» نباید لغو شود؟ بنویسید و اگر خواستید فایل هم بفرستید. { $name } و داور آن را می‌خوانند. بعد <b>«تمام»</b> را بزنید.
gather-contest = چرا با این مورد مخالفید؟ بنویسید و اگر خواستید فایل هم بفرستید. { $name } آن را می‌خواند، و اگر کار به داوری برسد، داور هم. بعد <b>«تمام»</b> را بزنید.
gather-evidence = متن و فایل‌های مربوط به مرحلهٔ «{ $title }» را بفرستید. { $name } و داور آن‌ها را می‌بینند. بعد <b>«تمام»</b> را بزنید.
gather-answer = داور می‌پرسد: <b>{ $question }</b>
    پاسخ خود را بنویسید و اگر خواستید فایل هم بفرستید. بعد <b>«تمام»</b> را بزنید.
case-dispute = برای مرحلهٔ <b>«{ $title }»</b> اختلاف ثبت می‌کنید. داور تصمیم می‌گیرد پول به چه کسی برسد؛ پول تا تصمیم داور دست‌نخورده می‌ماند.
case-side = حرف شما دربارهٔ مرحلهٔ <b>«{ $title }»</b>:
case-object = به لغو مرحلهٔ <b>«{ $title }»</b> اعتراض می‌کنید. بعد داور تصمیم می‌گیرد پول به چه کسی برسد؛ پول تا تصمیم داور دست‌نخورده می‌ماند. الان مبلغی نمی‌نویسید؛ بعداً با <b>«حرف من»</b> می‌توانید مبلغ را بنویسید.
case-review = برای تصمیم داور دربارهٔ مرحلهٔ <b>«{ $title }»</b> بازبینی می‌خواهید. طرف دیگر می‌تواند پاسخ بدهد؛ بعد داور دیگری تصمیم را تأیید می‌کند، تغییر می‌دهد یا می‌خواهد از نو گرفته شود. پول تا آن موقع دست‌نخورده می‌ماند. بازبینی یک بار است.
case-contest = با یک مورد از اصلاحات مرحلهٔ <b>«{ $title }»</b> مخالفید. { $name } بعد از آن { $length } فرصت دارد که از آن صرف‌نظر کند یا آن را به‌عنوان تغییر شرایط بخواهد. مهلت شما در این مدت متوقف است. اگر { $name } هیچ‌کدام را نکند، داور تصمیم می‌گیرد پول به چه کسی برسد؛ پول تا تصمیم داور دست‌نخورده می‌ماند.
case-words = نوشتهٔ شما:
case-sought = از { $held } که نزد ما امانت است، { $sought } را برای خود می‌خواهید.{ $free ->
        [true] {""}
       *[false] {" "}با کسر کارمزد ما ({ $fee })، { $payout } به شما می‌رسد.
    }
contest-then = { $name } این را می‌خواند، و اگر کار به داوری برسد، داور هم.
case-then = طرف دیگر و داور این را می‌خوانند. نوشتهٔ شما در پرونده می‌ماند.
yes-dispute = بله، اختلاف ثبت شود
yes-side = بله، فرستاده شود
yes-object = بله، اعتراض دارم
yes-review = بله، بازبینی شود
yes-contest = بله، مخالفم
done-dispute = اختلاف ثبت شد. تا داور تصمیم بگیرد پول به چه کسی برسد، پول دست‌نخورده می‌ماند.
done-side = برای طرف دیگر و داور فرستاده شد.
done-object = اعتراض شما ثبت شد. تا داور تصمیم بگیرد پول به چه کسی برسد، پول دست‌نخورده می‌ماند.
done-review = بازبینی خواستید. تا داور دیگری تصمیم را بررسی کند، پول دست‌نخورده می‌ماند.
done-contest = به { $name } می‌گوییم که مخالفید. مهلت شما در این مدت متوقف است.
done-evidence = به پرونده اضافه شد: طرف دیگر و داور آن را می‌بینند.
done-answer = پاسخ شما به داور رسید.

## پایان اختلاف بین دو طرف

button-drop-dispute = پس گرفتن اختلاف
button-concede = قبول خواستهٔ او
more-drop-dispute = <b>پس گرفتن اختلاف</b>: داور تصمیم نمی‌گیرد و کار از همان‌جا ادامه پیدا می‌کند.
more-concede = <b>قبول خواستهٔ او</b>: همان مبلغی که { $name } خواسته به { $name } می‌رسد و اختلاف تمام می‌شود.
confirm-drop-dispute = اختلاف مرحلهٔ «{ $title }» را پس می‌گیرید؟ دیگر داور تصمیم نمی‌گیرد و { $amount } همچنان نزد ما امانت است. حرف‌های گفته‌شده در پرونده می‌ماند و دوباره هم می‌توانید اختلاف باز کنید.
dispute-goes-on = { $stands ->
        [in-progress] { $role ->
            [freelancer] کار ادامه پیدا می‌کند و مهلت تحویل آن { $until } است.
           *[client] کار ادامه پیدا می‌کند و { $name } تا { $until } برای تحویل آن وقت دارد.
        }
        [revising] { $role ->
            [freelancer] اصلاحات ادامه پیدا می‌کند و مهلت تحویل آن { $until } است.
           *[client] اصلاحات ادامه پیدا می‌کند و { $name } تا { $until } برای تحویل آن وقت دارد.
        }
        [submitted-release] { $role ->
            [freelancer] بعد از آن { $name } تا { $until } فرصت بررسی دارد. اگر { $name } تا آن وقت چیزی نگوید، { $amount } طبق توافق برای شما آزاد می‌شود.
           *[client] بعد از آن تا { $until } فرصت بررسی دارید. اگر تا آن وقت چیزی نگویید، { $amount } طبق توافق برای { $name } آزاد می‌شود.
        }
       *[submitted-escalate] { $role ->
            [freelancer] بعد از آن { $name } تا { $until } فرصت بررسی دارد. اگر { $name } تا آن وقت چیزی نگوید، داور تصمیم می‌گیرد { $amount } به چه کسی برسد.
           *[client] بعد از آن تا { $until } فرصت بررسی دارید. اگر تا آن وقت چیزی نگویید، داور تصمیم می‌گیرد { $amount } به چه کسی برسد.
        }
    }
yes-drop-dispute = بله، پس می‌گیرم
done-drop-dispute = اختلاف را پس گرفتید. به { $name } خبر می‌دهیم.
confirm-concede = برای مرحلهٔ «{ $title }» همان را که { $name } خواسته قبول می‌کنید؟ { proposal-shares }
    اختلاف بدون تصمیم داور تمام می‌شود. این کار برگشت‌پذیر نیست.
yes-concede = بله، قبول: { $sought }
done-concede = اختلاف تمام شد. به { $name } خبر می‌دهیم.
notice-dispute-taken-back = { $name } اختلاف مرحلهٔ «{ $title }» را پس گرفت. داور دیگر تصمیم نمی‌گیرد و کار ادامه پیدا می‌کند.
notice-dispute-conceded = { $name } در اختلاف مرحلهٔ «{ $title }» همان را که خواسته بودید قبول کرد.
refusal-opener-only = این اختلاف را طرف مقابل باز کرده است؛ پس گرفتن آن با طرف مقابل است.
refusal-dispute-stays = این اختلاف را هیچ‌کدام از شما باز نکرده‌اید، برای همین نمی‌شود آن را پس گرفت. هنوز می‌توانید با طرف مقابل توافق کنید.
refusal-dispute-no-way-back = این اختلاف را نمی‌شود پس گرفت. هنوز می‌توانید با طرف مقابل توافق کنید.
refusal-nothing-asked = طرف مقابل هنوز مبلغی نخواسته است.
desk-between-them =
    { $kind ->
        [dispute-taken-back] ↩️ { $role ->
            [freelancer] فریلنسر، { $name }،
           *[client] کارفرما، { $name }،
        } این اختلاف را پس گرفت. دیگر تصمیمی لازم نیست و کار ادامه پیدا می‌کند.
       *[dispute-conceded] 🤝 { $role ->
            [freelancer] فریلنسر، { $name }،
           *[client] کارفرما، { $name }،
        } خواستهٔ طرف مقابل را قبول کرد. دیگر تصمیمی لازم نیست.
    }
desk-case-ended =
    { $stage ->
        [withdrawn] <b>کسی که اختلاف را باز کرده بود آن را پس گرفت.</b> کار ادامه پیدا می‌کند.
        [lapsed] <b>بدون تصمیم تمام شد.</b> پولِ این اختلاف راه دیگری رفت.
        [settled] <b>دو طرف با هم توافق کردند.</b> فریلنسر { $freelancer }، کارفرما { $client }.
       *[other] …
    }
desk-moment-ended =
    { $stage ->
        [ruled] اجرای رأی و ادامهٔ کار
        [withdrawn] پس گرفتن اختلاف
        [lapsed] تمام شد، چون پول راه دیگری رفت
        [settled] توافق دو طرف
       *[other] …
    }

## آنچه به افراد گفته می‌شود

notice-dispute-opened = { $name } از داور خواسته تصمیم بگیرد پول مرحلهٔ «{ $title }» به چه کسی برسد.
notice-dispute-silence = { $role ->
        [client] شما در مهلت بررسی مرحلهٔ «{ $title }» پاسخی ندادید
       *[freelancer] { $name } در مهلت بررسی مرحلهٔ «{ $title }» پاسخی نداد
    }؛ برای همین داور تصمیم می‌گیرد پول به چه کسی برسد. پاسخ ندادن به معنی مقصر بودن نیست.
notice-dispute-contested = { $role ->
        [client] دربارهٔ موردی از اصلاحات مرحلهٔ «{ $title }» که { $name } با آن مخالف است به‌موقع پاسخ ندادید
       *[freelancer] { $name } دربارهٔ موردی از اصلاحات مرحلهٔ «{ $title }» که با آن مخالفید به‌موقع پاسخ نداد
    }؛ برای همین داور تصمیم می‌گیرد پول به چه کسی برسد. پاسخ ندادن به معنی مقصر بودن نیست.
notice-dispute-objected = { $name } به لغو مرحلهٔ «{ $title }» اعتراض دارد؛ برای همین داور تصمیم می‌گیرد پول به چه کسی برسد.
notice-dispute-abandoned = اصلاحات مرحلهٔ «{ $title }» به‌موقع تحویل داده نشد؛ برای همین داور تصمیم می‌گیرد پول به چه کسی برسد.
notice-dispute-unserved = خبر مرحلهٔ «{ $title }» را نتوانستیم به یکی از دو طرف برسانیم؛ برای همین داور تصمیم می‌گیرد پول به چه کسی برسد. این به معنی مقصر بودن نیست.
notice-statement-made = { $name } در اختلاف مرحلهٔ «{ $title }» پاسخ داد:
notice-evidence-filed = { $name } دربارهٔ مرحلهٔ «{ $title }» مدرک اضافه کرد.
notice-dispute-taken = یک داور رسیدگی به اختلاف مرحلهٔ «{ $title }» را به عهده گرفت و در همین ربات با عنوان «داور» برای شما می‌نویسد. هر کس جای دیگری به نام ما بنویسد، از ما نیست.
notice-dispute-assigned = { $again ->
        [true] تصمیم دربارهٔ مرحلهٔ «{ $title }» به‌موقع گرفته نشد؛ حالا پرونده دست داور دیگری است
       *[false] برای اختلاف مرحلهٔ «{ $title }» یک داور با قرعه انتخاب شد
    } که در همین ربات با عنوان «داور» برای شما می‌نویسد. هر کس جای دیگری به نام ما بنویسد، از ما نیست.
notice-answer-overdue = { $to ->
        [dispute] مهلت پاسخ شما در اختلاف مرحلهٔ «{ $title }» تمام شد. این به معنی مقصر بودن نیست: داور حالا بر اساس واقعیت‌ها تصمیم می‌گیرد و تا آن موقع هنوز می‌توانید حرفتان را بگویید.
       *[question] مهلت پاسخ شما به سؤال داور دربارهٔ مرحلهٔ «{ $title }» تمام شد. تا تصمیم داور هنوز می‌توانید پاسخ بدهید.
    }
notice-question-asked = داور دربارهٔ مرحلهٔ «{ $title }» از شما می‌پرسد:
question-until = لطفاً تا { $until } پاسخ بدهید. بعد از آن داور می‌تواند بدون این پاسخ تصمیم بگیرد.
notice-ruling-made = { $reviewed ->
        [upheld] داور دیگری تصمیم مرحلهٔ «{ $title }» را بازبینی و تأیید کرد. این تصمیم همین حالا اجرا می‌شود.
        [changed] داور دیگری تصمیم مرحلهٔ «{ $title }» را بازبینی کرد و تغییر داد. تصمیم تازه همین حالا اجرا می‌شود.
       *[none] { $final ->
            [true] داور دربارهٔ مرحلهٔ «{ $title }» تصمیم گرفت. این تصمیم همین حالا اجرا می‌شود.
           *[false] داور دربارهٔ مرحلهٔ «{ $title }» تصمیم گرفت. پول تا اجرای تصمیم دست‌نخورده می‌ماند.
        }
    }
notice-ruling-accepted = { $name } تصمیم داور دربارهٔ مرحلهٔ «{ $title }» را پذیرفت. اگر شما هم بپذیرید، همان لحظه اجرا می‌شود.
notice-ruling-executed = { $accepted ->
        [true] هر دوی شما تصمیم داور دربارهٔ مرحلهٔ «{ $title }» را پذیرفتید. این تصمیم همین حالا اجرا می‌شود.
       *[false] مهلت درخواست بازبینی برای تصمیم مرحلهٔ «{ $title }» تمام شد. این تصمیم همین حالا اجرا می‌شود.
    }
notice-work-goes-on = { $going ->
        [extend] طبق تصمیم داور، برای مرحلهٔ «{ $title }» وقت بیشتری داده شد.
        [dismiss] طبق تصمیم داور، اختلاف مرحلهٔ «{ $title }» تمام شد.
       *[other] …
    } { $stands ->
        [in-progress] کار ادامه پیدا می‌کند.
        [revising] اصلاحات ادامه پیدا می‌کند.
        [submitted] تحویل دوباره در حال بررسی است.
       *[other] …
    } پول نزد ما امانت است.
notice-revision-ordered = طبق تصمیم داور باید در مرحلهٔ «{ $title }» اصلاح انجام شود. در این مدت پول نزد ما امانت است. موارد اصلاح:
notice-order-ignored = اصلاحاتی که داور برای مرحلهٔ «{ $title }» تعیین کرد تحویل داده نشد. آنچه تصمیم داور برای این حالت گفته همین حالا اجرا می‌شود.
notice-review-asked = { $name } از داور دیگری خواسته تصمیم مرحلهٔ «{ $title }» را بررسی کند و می‌گوید { $why ->
        [evidence] مدرک تازه‌ای هست که قبلاً نمی‌شد اضافه کرد
        [conflict] داور بی‌طرف نبوده است
        [procedure] روال اختلاف رعایت نشده است
        [arithmetic] مبلغ‌ها درست نیست
       *[other] …
    }. پول دست‌نخورده می‌ماند. می‌توانید با <b>«حرف من»</b> پاسخ بدهید.
notice-ruling-sent-back = داوری تصمیم مرحلهٔ «{ $title }» را بازبینی کرد: داور دیگری از نو تصمیم می‌گیرد. پول دست‌نخورده می‌ماند.

## اصلاحات و اختلاف

statement-heading = <b>{ $name }</b> ({ $asks ->
        [contested] مخالفت با یک مورد، بدون درخواست مبلغ
        [objected] اعتراض به لغو، بدون درخواست مبلغ
       *[amount] مبلغ درخواستی: { $amount }
    }):
ruling-amounts =
    به فریلنسر: { $freelancer }{ $free ->
        [true] {""}
       *[false] ، با کسر کارمزد ما ({ $fee }): { $payout }
    }
    برگشت پول به کارفرما: { $client }
ruling-goes-on = { $outcome ->
        [extend] فریلنسر علاوه بر وقتی که مانده بود، { $more } وقت بیشتر دارد. پول دست‌نخورده نزد ما امانت است و کار ادامه پیدا می‌کند.
        [dismiss] { $by ->
            [you] اختلافی که شما ثبت کردید وارد نبود.
            [nobody] این اختلاف را هیچ‌کدام از شما ثبت نکرده و دلیلی برای آن نیست.
           *[other] اختلافی که { $name } ثبت کرد وارد نبود.
        } پول دست‌نخورده نزد ما امانت است و کار با وقتی که مانده بود ادامه پیدا می‌کند.
        [order] فریلنسر باید اصلاحات زیر را انجام دهد. مهلت آن از زمان اجرای تصمیم { $more } است. تا آن وقت و در این مدت پول دست‌نخورده نزد ما امانت است.
       *[other] …
    }
ruling-fallback = اگر در این مهلت چیزی تحویل داده نشود:
ruling-points = <b>موارد اصلاح</b>
ruling-criterion = بر اساس معیار: { $criterion }
ruling-evidence = با استناد به:
ruling-reasons = <b>دلیل تصمیم</b>
ruling-then = { $reviewable ->
        [true] می‌توانید تصمیم را بپذیرید، یا یک بار از داور دیگری بازبینی بخواهید.
       *[false] می‌توانید تصمیم را بپذیرید. فعلاً داور دیگری نداریم که بتواند آن را بازبینی کند: هر کدام یا خودش تصمیم گرفته یا یکی از شما را می‌شناسد.
    } راه دادگاه برای هر دو طرف باز است.
ruling-court = اگر با این تصمیم موافق نیستید، راه دادگاه برای هر دو طرف باز است.

## The case file

desk-case-title =
    { $count ->
        [one] ⚖️ <b>{ $title }</b> · { $milestone }
       *[other] ⚖️ <b>{ $title }</b> · { $milestone } · { $number } از { $count }
    }
desk-case-held = { $deal } · { $stage ->
        [ruled] مبلغ امانت تا زمان رأی
        [settled] مبلغ امانت تا زمان توافق
       *[other] مبلغ امانت
    }: <b>{ $amount }</b>{ $play ->
        [true] {" "}(پول آزمایشی)
       *[false] {""}
    }
desk-case-cause =
    { $cause ->
        [silence] کارفرما در مهلت بررسی، پاسخی به تحویل کار نداد.
        [contested] فریلنسر با یکی از موارد درخواست اصلاح مخالف است.
        [objected] کارفرما خواست کار را به‌خاطر تأخیر لغو کند؛ فریلنسر اعتراض دارد.
        [abandoned] اصلاحات به‌موقع تحویل داده نشد.
        [unserved] تلگرام نتوانست پیام را به کسی برساند که مهلتش می‌گذشت.
        [opened]
        { $role ->
            [freelancer] فریلنسر، { $name }، این اختلاف را ثبت کرد.
            [client] کارفرما، { $name }، این اختلاف را ثبت کرد.
           *[other] این اختلاف ثبت شد.
        }
       *[other] …
    }
desk-case-position =
    <b>{ $role ->
        [freelancer] فریلنسر
       *[client] کارفرما
    }: { $name }</b> { $asks ->
        [contested] با یک مورد مخالف است؛ مبلغی نخواسته
        [objected] به لغو اعتراض دارد؛ مبلغی نخواسته
       *[amount] می‌خواهد: { $amount }
    }
desk-case-no-answer =
    { $role ->
        [freelancer] <b>فریلنسر: { $name }</b> هنوز چیزی نگفته است؛ مهلت تا { $until }. پاسخ ندادن به معنی مقصر بودن نیست.
       *[client] <b>کارفرما: { $name }</b> هنوز چیزی نگفته است؛ مهلت تا { $until }. پاسخ ندادن به معنی مقصر بودن نیست.
    }
desk-case-silent =
    { $role ->
        [freelancer] <b>فریلنسر: { $name }</b> در این باره چیزی نگفته است. پاسخ ندادن به معنی مقصر بودن نیست.
       *[client] <b>کارفرما: { $name }</b> در این باره چیزی نگفته است. پاسخ ندادن به معنی مقصر بودن نیست.
    }
desk-case-criteria = <b>معیارها</b>
desk-case-criterion = { $number }. { $words }
desk-case-note =
    { $role ->
        [freelancer]     <i>فریلنسر:</i> { $words }
       *[client]     <i>کارفرما:</i> { $words }
    }
desk-case-rounds = <b>دورهای اصلاح</b>: { $used } از { $agreed }
desk-case-round = دور { $number }، { $at }
desk-case-item =
    { $kind ->
        [defect] – <i>به گفتهٔ کارفرما خلاف توافق (معیار { $criterion }):</i> { $words }
        [preference] – <i>به گفتهٔ کارفرما سلیقه‌ای:</i> { $words }
        [extra] – <i>به گفتهٔ کارفرما کار اضافه:</i> { $words }
        [ordered] – <i>به دستور داور (معیار { $criterion }):</i> { $words }
       *[other] – { $words }
    }
desk-case-answered =     ← <i>به گفتهٔ فریلنسر:</i> { $words }
desk-case-contested =     ← <i>فریلنسر مخالف است:</i> { $words }
desk-case-contest-ended =     ← { $what }
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
desk-case-timeline = <b>روند معامله</b>
desk-case-moment = { $at }: { $what }
desk-moment-agreed = توافق، نسخهٔ { $version }
desk-moment-paid = پرداخت { $amount }
desk-moment-due = مهلت تحویل کار
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
desk-moment-paused = { $why ->
        [material] فریلنسر منتظر چیزی از کارفرماست
       *[agreed] توقف، با موافقت هر دو
    }
desk-moment-resumed = { $end ->
        [given] کارفرما چیزی را که کم بود فرستاد
        [all-there] کارفرما گفت چیزی کم نیست
        [over] زمان توقف تمام شد
       *[resumed] فریلنسر کار را ادامه داد
    }
desk-moment-contested = فریلنسر با مورد { $number } مخالف است
desk-moment-contest-ended = { $end ->
        [dropped] کارفرما از مورد { $number } صرف‌نظر کرد
        [moved] کارفرما مورد { $number } را به‌عنوان تغییر شرایط می‌خواهد
        [taken-back] فریلنسر مورد { $number } را قبول کرد
        [unanswered] کارفرما دربارهٔ مورد { $number } پاسخ نداد
       *[overtaken] مورد { $number } دیگر منتظر پاسخ نماند
    }
desk-moment-disputed = اختلاف
desk-moment-ruled = رأی
desk-moment-review = درخواست بازبینی
desk-moment-sent-back = برگشت برای رأی تازه
desk-case-review =
    { $role ->
        [freelancer] <b>فریلنسر، { $name }، بازبینی می‌خواهد</b>: { desk-review-why }
       *[client] <b>کارفرما، { $name }، بازبینی می‌خواهد</b>: { desk-review-why }
    }
desk-review-why =
    { $why ->
        [evidence] مدرک تازه‌ای که قبلاً نمی‌شد اضافه کرد.
        [conflict] بی‌طرف نبودن داور.
        [procedure] رعایت نشدن روال.
        [arithmetic] مبلغ‌ها با دلیل‌ها نمی‌خواند.
       *[other] …
    }
desk-case-sent-back = <b>{ $name } رأی را بازبینی کرد و برگرداند.</b> داور دیگری از نو رأی می‌دهد.
desk-case-decided = پول هنوز نزد ما امانت است: هر طرف می‌تواند بازبینی بخواهد.{ $accepted ->
        [true] {" "}پذیرفته‌اند: { $names }.
       *[false] {""}
    }
desk-case-side =
    { $role ->
        [freelancer] فریلنسر { $name }
       *[client] کارفرما { $name }
    }
desk-case-ruling =
    <b>رأی { $name }{ $outcome ->
        [release] : آزادسازی.
        [refund] : برگشت پول.
        [split] : تقسیم.
        [extend] : وقت بیشتر.
        [dismiss] : رد اختلاف.
        [order] : دستور اصلاح.
       *[other] .
    }</b>{ $moves ->
        [false] {""}
       *[true] {" "}فریلنسر { $freelancer }{ $free ->
            [true] {""}
           *[false] {" "}(با کسر کارمزد ما، { $fee }: { $payout })
        }، کارفرما { $client }.
    }
desk-ruling-goes-on =
    { $outcome ->
        [extend] فریلنسر { $more } وقت بیشتر دارد. پول امانت می‌ماند و کار از همان‌جا ادامه پیدا می‌کند.
        [dismiss] { $role ->
            [freelancer] این اختلاف را فریلنسر، { $name }، ثبت کرد و وارد نبود.
            [client] این اختلاف را کارفرما، { $name }، ثبت کرد و وارد نبود.
           *[nobody] این اختلاف را هیچ‌یک از دو طرف ثبت نکرده و دلیلی برای آن نیست.
        } پول امانت می‌ماند و کار با وقتی که مانده بود ادامه پیدا می‌کند.
        [order] فریلنسر برای این اصلاحات { $more } وقت دارد. در این مدت پول امانت می‌ماند.
       *[other] …
    }
desk-case-stage =
    { $stage ->
        [open] ⏳ تا { $until } در انتظار یک داور است.
        [taken] 🔎 <b>{ $name }</b> آن را برداشته است. مهلت رأی: { $until }.
        [decided] 📆 رأی <b>{ $name }</b> بعد از { $until } اجرا می‌شود.
        [review] ‼️ بازبینی تا { $until } در انتظار داور دیگری است.
        [reviewing] 🔬 <b>{ $name }</b> رأی را بازبینی می‌کند. مهلت: { $until }.
       *[other] …
    }
desk-case-frozen = ⏸ این معامله از { $since } متوقف است: تا ادامه پیدا نکند رأی و سؤالی در کار نیست و مهلتی نمی‌گذرد.
desk-case-hears =
    { $role ->
        [freelancer] ⏳ رأی وقتی ممکن است که فریلنسر پاسخ بدهد، یا از { $until } به بعد.
        [client] ⏳ رأی وقتی ممکن است که کارفرما پاسخ بدهد، یا از { $until } به بعد.
       *[both] ⏳ رأی وقتی ممکن است که هر دو طرف پاسخ بدهند، یا از { $until } به بعد.
    }
desk-case-waits = { $why ->
        [paused] ⏸ فعلاً کار را متوقف کرده‌ایم: مهلت‌ها متوقف است و به همین اندازه تمدید می‌شود.
       *[deaf] ⏳ فعلاً پیام‌ها به ما نمی‌رسد، برای همین مهلت‌ها، از جمله مهلت شما، متوقف است: خبر نداشتن از کسی باعث نمی‌شود مهلتی تمام شود یا پولی جابه‌جا شود. در موضوع اصلی گروه نوشته شده کدام ربات است و چرا.
    }
desk-case-allowed = <b>آنچه میز داوری الان می‌تواند انجام دهد</b>
desk-case-may =
    { $act ->
        [take] برداشتن پرونده: { $names }
        [take-over] گرفتن پرونده از همکار: { $names }
        [ask] سؤال از هر طرف: { $names }
        [advise] پیشنهاد به هر دو طرف، یک بار: { $names }
        [rule] رأی دادن: { $names }
        [hand-over] واگذاری پرونده: { $names }
        [recuse] اعلام آشنایی با یکی از دو طرف: { $names }
       *[other] { $names }
    }
desk-case-nobody = ⚠️ هیچ داوری در فهرست نمی‌تواند در این اختلاف کاری بکند. اداره‌کننده باید داور دیگری اضافه کند.
desk-case-closed = اینجا دیگر کاری نمانده است.
desk-case-found = { $deal } · <b>{ $title }</b>
desk-case-none = { $deal } · <b>{ $title }</b>: اختلافی ندارد.

desk-button-take = برداشتن پرونده
desk-button-take-over = گرفتن از همکار
desk-button-hand-over = واگذاری پرونده
desk-button-recuse = آشنایی با یک طرف
desk-button-ask-client = سؤال از کارفرما
desk-button-ask-freelancer = سؤال از فریلنسر
desk-button-rule = رأی…
desk-button-propose = پیشنهاد…
desk-button-send-proposal = ارسال به هر دو
desk-advise-head = 💡 <b>{ $name } برای «{ $deal }» توافقی پیشنهاد می‌کند</b>
desk-advise-then = از هر دو طرف پرسیده می‌شود و اگر هر دو قبول کنند همین می‌شود. در این اختلاف یک بار می‌توانید پیشنهاد بدهید؛ رأی بعدی شما به آن وابسته نیست.
desk-advised = برای هر دو فرستاده شد. پاسخ‌ها همین‌جا می‌آید.
desk-settled = { $offered ->
        [true] 🤝 هر دو طرف یک پیشنهاد را قبول کردند. دیگر تصمیمی لازم نیست.
       *[false] 🤝 دو طرف با هم توافق کردند. دیگر تصمیمی لازم نیست.
    }
desk-offers = <b>پیشنهادها</b>
desk-proposed =
    { $role ->
        [freelancer] فریلنسر { $name }
        [client] کارفرما { $name }
       *[other] داور { $name }
    }: { $kind ->
        [more-time] وقت بیشتر، { $more }
        [end] پایان مرحله، فریلنسر { $freelancer }{ desk-proposed-fee }، کارفرما { $client }
        [settle] فریلنسر { $freelancer }{ desk-proposed-fee }، کارفرما { $client }
        [advice] به هر دو، فریلنسر { $freelancer }{ desk-proposed-fee }، کارفرما { $client }
       *[other] …
    }
desk-proposed-fee = { $free ->
        [true] {""}
       *[false] {" "}(با کسر کارمزد ما، { $fee }: { $payout })
    }
desk-proposed-became = – { $what } · { $state ->
        [open] { $yes ->
            [freelancer] فریلنسر قبول کرده؛ مهلت پاسخ کارفرما تا { $until }
            [client] کارفرما قبول کرده؛ مهلت پاسخ فریلنسر تا { $until }
           *[nobody] مهلت پاسخ تا { $until }
        }
        [accepted] قبول شد
        [rejected] رد شد
        [withdrawn] پس گرفته شد
        [expired] بی‌پاسخ ماند
        [superseded] چیز دیگری جایش را گرفت
       *[other] …
    }
desk-item-proposed = 💡 <b>پیشنهاد</b>، { $at }: { $what }
desk-record-proposed = پیشنهاد { $number }

desk-taken = حالا این پرونده با شماست.
desk-handed-over = پرونده دوباره برای همکاران باز است.
desk-given = حالا پرونده با { $name } است.
desk-recused = ثبت شد. شما دربارهٔ این پرونده رأی نمی‌دهید.
desk-sure-take-over = این پرونده را از { $name } می‌گیرید؟ بعد از آن با شماست، نه با { $name }.
desk-sure-hand-over = { $free ->
        [false] الان داور دیگری نمی‌تواند اینجا رأی بدهد. پرونده برای هر کسی که بردارد باز بماند؟
       *[true] این پرونده به چه کسی برسد؟ روی دکمه‌ها نام کسانی است که می‌توانند رأی بدهند.
    }
desk-sure-recuse = یکی از آن‌ها را می‌شناسید؟ بعد از آن دربارهٔ این پرونده رأی نمی‌دهید و این برگشت ندارد.
desk-button-leave-open = باز ماندن پرونده
desk-line =
    { $kind ->
        [dispute-taken] 🔎 { $name } این پرونده را برداشت.
        [dispute-assigned] 🎲 این پرونده به‌موقع برداشته نشد. قرعه به نام { $name } افتاد.
        [dispute-reassigned] ⏰ رأی به‌موقع داده نشد، پس پرونده با قرعه به همکار دیگری رسید: { $name }.
        [recused] ↩️ { $name } یکی از آن‌ها را می‌شناسد و اینجا رأی نمی‌دهد.
        [dispute-given] ↪️ { $name } این پرونده را به { $to } داد.
       *[dispute-handed-over] ↩️ { $name } این پرونده را پس داد. چه کسی برمی‌دارد؟
    }
desk-answer-overdue =
    { $who ->
        [freelancer] ⌛ مهلت پاسخ فریلنسر تمام شد. پاسخ ندادن به معنی مقصر بودن نیست؛ رأی دیگر منتظر آن نمی‌ماند.
        [client] ⌛ مهلت پاسخ کارفرما تمام شد. پاسخ ندادن به معنی مقصر بودن نیست؛ رأی دیگر منتظر آن نمی‌ماند.
       *[both] ⌛ مهلت پاسخ هر دو طرف تمام شد. پاسخ ندادن به معنی مقصر بودن نیست؛ رأی دیگر منتظر آن نمی‌ماند.
    }

## What is posted in a topic

desk-item-whole = 📚 <b>کل پرونده</b>: همهٔ نسخه‌ها، نوشته‌ها و فایل‌ها با کد یکتای هرکدام. دکمهٔ <b>کل پرونده</b> زیر پروندهٔ سنجاق‌شده، نسخهٔ تازه‌اش را می‌سازد.
desk-item-terms = 📝 <b>شرح کار، همان‌طور که توافق شد</b>
desk-item-agreed = 🤝 <b>چه چیزی و چگونه توافق شد</b>
desk-item-talk =
    { $kind ->
        [diary] 📒 <b>گزارش کار تا قبل از اختلاف</b>: { $count ->
            [one] { $count } مورد
           *[other] { $count } مورد
        }
       *[message] ✉️ <b>پیام‌های دو طرف تا قبل از اختلاف</b>: { $count ->
            [one] { $count } پیام
           *[other] { $count } پیام
        }
    }
desk-item-said = ✉️ <b>{ $what }</b>، { $name }
desk-item-rest = … بقیه‌اش در فایل کل پرونده است.
desk-item-submission = 📦 <b>تحویل { $number }</b> از { $name }، { $at }
desk-item-round = 🔁 <b>درخواست اصلاح { $number }</b>، { $at }
desk-item-statement =
    🗣 <b>{ $role ->
        [freelancer] فریلنسر
       *[client] کارفرما
    } { $name }</b> { $asks ->
        [contested] با یک مورد مخالف است؛ مبلغی نخواسته
        [objected] به لغو اعتراض دارد؛ مبلغی نخواسته
       *[amount] می‌خواهد: { $amount }
    }، { $at }
desk-item-evidence =
    { $role ->
        [freelancer] 📎 <b>مدرک { $number }</b>، فریلنسر { $name }، { $at }
       *[client] 📎 <b>مدرک { $number }</b>، کارفرما { $name }، { $at }
    }
desk-item-question =
    { $role ->
        [freelancer] ❓ <b>سؤال { $number } از فریلنسر</b>، از طرف { $name } { $sent ->
            [yes] ✓
            [no] ✗ ربات را متوقف کرده است
           *[waits] …
        }
       *[client] ❓ <b>سؤال { $number } از کارفرما</b>، از طرف { $name } { $sent ->
            [yes] ✓
            [no] ✗ ربات را متوقف کرده است
           *[waits] …
        }
    }
desk-item-answer =
    { $role ->
        [freelancer] 💬 <b>فریلنسر { $name }</b> به سؤال { $number } پاسخ می‌دهد
       *[client] 💬 <b>کارفرما { $name }</b> به سؤال { $number } پاسخ می‌دهد
    }

## Asking, replying, help

desk-ask =
    { $role ->
        [freelancer] { $name }، سؤالتان از فریلنسر را همین‌جا بنویسید. پیام بعدی شما در این موضوع همان‌طور که هست و بدون نام شما فرستاده می‌شود.
       *[client] { $name }، سؤالتان از کارفرما را همین‌جا بنویسید. پیام بعدی شما در این موضوع همان‌طور که هست و بدون نام شما فرستاده می‌شود.
    }
desk-edit-ruled = رأی داده شده است. دلایل آن همان‌طور که بود می‌ماند.
desk-sent-as-question =
    { $role ->
        [freelancer] به‌صورت سؤال برای فریلنسر فرستاده شد.
       *[client] به‌صورت سؤال برای کارفرما فرستاده شد.
    }

## The ruling

desk-rule-head = ⚖️ <b>{ $name } دربارهٔ «{ $deal }» رأی می‌دهد</b>
desk-rule-outcome = تکلیف { $amount } که امانت است چیست؟{ $play ->
        [true] {" "}(پول آزمایشی)
       *[false] {""}
    }
desk-rule-silent =
    { $role ->
        [freelancer] فریلنسر { $name } پاسخی نداده است.
       *[client] کارفرما { $name } پاسخی نداده است.
    }
desk-button-release = آزادسازی { $amount }
desk-button-refund = برگشت { $amount }
desk-button-split = تقسیم…
desk-button-going = ادامهٔ کار…
desk-rule-going =
    { $some ->
        [true] { $amount } امانت می‌ماند. کار چطور ادامه پیدا کند؟
       *[false] معلوم نیست کار پیش از اختلاف کجا بوده است، پس نمی‌تواند ادامه پیدا کند.
    }
desk-button-goes-on =
    { $outcome ->
        [extend] وقت بیشتر…
        [dismiss] رد اختلاف
        [order] دستور اصلاح…
       *[other] …
    }
desk-rule-points =
    { $full ->
        [true] در یک دستور بیشتر از این جا نمی‌شود: { $most }. <b>بعدی</b> را بزنید.
       *[false] { $count ->
            [0] چه چیزی باید اصلاح شود؟ مورد اول را همین‌جا بنویسید، هر مورد در یک پیام. بعد از آن چیز دیگری نمی‌شود خواست.
            [one] مورد بعدی را بنویسید یا <b>بعدی</b> را بزنید. تا حالا: { $count }.
           *[other] مورد بعدی را بنویسید یا <b>بعدی</b> را بزنید. تا حالا: { $count }.
        }
    }
desk-button-drop-point = حذف آخری
desk-rule-point-of = «{ $words }»: این دربارهٔ کدام معیار است؟
desk-rule-point = { $number }. { $words } (معیار { $criterion })
desk-rule-time =
    { $orders ->
        [true] فریلنسر چقدر برای آن وقت دارد؟ از { $least } تا { $most }، از زمان اجرای رأی.
       *[false] فریلنسر چقدر وقت بیشتر بگیرد؟ از { $least } تا { $most }، علاوه بر وقتی که مانده بود.
    }
    انتخاب کنید، یا تعداد روز را بنویسید، مثل <code>۵</code>، یا ساعت، مثل <code>۳۶ ساعت</code>.
desk-button-uphold = تأیید رأی
desk-button-send-back = برگشت رأی
desk-rule-upholds = <b>تأیید شد.</b>
desk-rule-sends-back = <b>برگشت</b>: داور دیگری از نو رأی می‌دهد و آن رأی نهایی است.
desk-rule-share =
    { $orders ->
        [true] مبلغ امانت { $amount } است. اگر در این مهلت چیزی تحویل داده نشود، چقدر از آن به فریلنسر برسد؟ هر دو طرف آن را از قبل می‌خوانند.
       *[false] مبلغ امانت { $amount } است. چقدر از آن به فریلنسر برسد؟
    }
    مبلغ را بنویسید، یا سهمی مثل <code>۶۰٪</code> یا <code>۳۳٫۳۳٪</code>. بقیه به کارفرما برمی‌گردد.
desk-rule-decided =
    { $outcome ->
        [release] <b>آزادسازی</b>
        [refund] <b>برگشت پول</b>
        [split] <b>تقسیم</b>
        [extend] <b>وقت بیشتر</b>
        [dismiss] <b>رد اختلاف</b>
        [order] <b>دستور اصلاح</b>
       *[other] …
    }{ $play ->
        [true] {" "}(پول آزمایشی)
       *[false] {""}
    }
desk-rule-to-freelancer = فریلنسر { $name }: <b>{ $amount }</b>
desk-rule-fee =     با کسر کارمزد ما، { $fee }: { $payout }
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
    دلیل رأی را همین‌جا بنویسید، از { $least } تا { $most } حرف: چه شد، و چرا این رأی از توافق برمی‌آید. هر دو طرف آن را می‌خوانند.
    پیام بعدی خود شما در این موضوع، دلیل رأی است.
desk-rule-no-criterion = هیچ معیاری به‌تنهایی تعیین‌کننده نیست.
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
       *[positions] توضیح‌ها و سؤال‌ها
    }
desk-record-accepted =
    نسخهٔ { $version }، با دکمهٔ «{ $button }»، به زبان { $language }
    کد یکتای متن: { $fingerprint }
    شمارهٔ درخواست: { $request }
desk-record-note = دربارهٔ معیار { $number }: { $words }
desk-record-answer = دربارهٔ «{ $point }»: { $words }
desk-record-sought = { $asks ->
        [contested] مخالفت با یک مورد، بدون درخواست مبلغ.
        [objected] اعتراض به لغو، بدون درخواست مبلغ.
       *[amount] مبلغ درخواستی: { $amount }
    }
desk-record-answered =
    { $role ->
        [freelancer] پاسخ فریلنسر: { $words }
       *[client] پاسخ کارفرما: { $words }
    }
desk-whole-title = پروندهٔ { $code } · { $title }
desk-whole-milestone = مرحلهٔ { $number } · { $title }
desk-whole-party =
    { $role ->
        [freelancer] فریلنسر { $name } ({ $id })
       *[client] کارفرما { $name } ({ $id })
    }
desk-whole-now = وضعیت در { $at }.
desk-ruling-reasons = <b>دلیل‌ها</b>
desk-rule-warning =
    { $role ->
        [freelancer] ⚠️ فریلنسر { $name } در مهلتش پاسخی نداده است. پاسخ ندادن به معنی مقصر بودن نیست.
       *[client] ⚠️ کارفرما { $name } در مهلتش پاسخی نداده است. پاسخ ندادن به معنی مقصر بودن نیست.
    }
desk-rule-confirm =
    { $then ->
        [goes-now] با ثبت رأی، کار همان لحظه ادامه پیدا می‌کند و برگشت ندارد.
        [goes-later] با ثبت رأی، به هر دو طرف خبر داده می‌شود و برگشت ندارد. کار وقتی ادامه پیدا می‌کند که مهلت درخواست بازبینی تمام شود.
        [now] با ثبت رأی، پول همان لحظه جابه‌جا می‌شود و برگشت ندارد.
        [anew] با ثبت، به هر دو طرف خبر داده می‌شود و برگشت ندارد. پول نزد ما امانت می‌ماند.
       *[held] با ثبت رأی، به هر دو طرف خبر داده می‌شود و برگشت ندارد. پول نزد ما امانت می‌ماند تا مهلت درخواست بازبینی تمام شود.
    }
desk-button-confirm-ruling = ثبت رأی
desk-rule-done =
    { $back ->
        [true] ✅ <b>بازبینی انجام شد.</b> به هر دو طرف خبر داده می‌شود.
       *[false] ✅ <b>رأی داده شد.</b> به هر دو طرف خبر داده می‌شود.
    }

## Refusals

refusal-time-unreadable = تعداد روز را بنویسید، مثل ۵، یا ساعت را، مثل ۳۶ ساعت.
refusal-more-time-too-short = با تصمیم داور حداقل { $seconds } وقت بیشتر داده می‌شود.
refusal-more-time-too-long = با تصمیم داور حداکثر { $seconds } وقت بیشتر داده می‌شود.
refusal-order-stands = داور تصمیم گرفته چه چیزی اصلاح شود و این تصمیم پابرجاست. بعد از تحویل می‌شود دربارهٔ آن اختلاف ثبت کرد.
refusal-nothing-to-revise = تا حالا چیزی تحویل داده نشده، پس چیزی برای اصلاح نیست. به‌جای آن وقت بیشتر بدهید.
refusal-work-is-in = کار تحویل داده شده است، پس وقت بیشتر برای انجام آن فایده‌ای ندارد.
refusal-share-unreadable = سهم را مثل ۶۰٪ یا ۳۳٫۳۳٪ با حداکثر دو رقم اعشار بنویسید، یا مبلغ را.
refusal-not-your-case = این پرونده نزد داور دیگری است.
refusal-conflict-recused = شما از این پرونده کنار رفته‌اید؛ کس دیگری باید تصمیم بگیرد.
refusal-conflict-ruled = شما در این پرونده قبلاً تصمیم گرفته‌اید؛ کس دیگری باید آن را ببیند.
refusal-ruling-accepted = شما این تصمیم را قبلاً پذیرفته‌اید.
refusal-review-used = این تصمیم یک بار بازبینی شده است و بازبینی دومی ندارد.
refusal-no-reviewer = فعلاً داور دیگری نداریم که بتواند این تصمیم را بازبینی کند: هر کدام یا خودش تصمیم گرفته یا یکی از شما را می‌شناسد. راه دادگاه برای شما باز است؛ با <b>«پشتیبانی»</b> می‌توانید به ما بنویسید.
refusal-conflict-deals = شما در { $months } ماه گذشته با یکی از آن‌ها معامله داشته‌اید؛ کس دیگری باید تصمیم بگیرد.
refusal-conflict-deposit = شما پول این مرحله را تأیید کرده‌اید؛ کس دیگری باید تصمیم بگیرد.
refusal-dispute-wrong-stage = با وضع فعلی این اختلاف، این کار شدنی نیست.
refusal-not-heard = { $role ->
        [freelancer] فریلنسر هنوز برای پاسخ مهلت دارد. تصمیم بعد از پاسخ او ممکن است، یا از { $until_at } به بعد.
        [client] کارفرما هنوز برای پاسخ مهلت دارد. تصمیم بعد از پاسخ او ممکن است، یا از { $until_at } به بعد.
       *[both] هر دو طرف هنوز برای پاسخ مهلت دارند. تصمیم بعد از پاسخ هر دو ممکن است، یا از { $until_at } به بعد.
    }
refusal-no-question = سؤال بی‌پاسخی برای شما نیست.
refusal-no-dispute = اینجا اختلاف بازی نیست.
refusal-cannot-take = این همکار نمی‌تواند دربارهٔ این پرونده تصمیم بگیرد: همکار دیگری را انتخاب کنید یا پرونده را باز بگذارید.
refusal-dispute-taken = داور دیگری این پرونده را برداشته است.
refusal-already-recused = قبلاً از این پرونده کنار رفته‌اید.
refusal-no-such-criterion = چنین معیاری نیست.
refusal-no-such-evidence = چنین مدرکی نیست.
refusal-sought-out-of-range = مبلغ باید از صفر تا مبلغ امانت، یعنی { $held }، باشد.
refusal-split-out-of-range = مبلغ امانت { $held } است. سهم فریلنسر از صفر تا همهٔ آن است.
refusal-reasons-too-short = لطفاً دلایل را کامل‌تر بنویسید: حداقل { $least } حرف، الان { $length }.
