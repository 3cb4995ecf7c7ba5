## نوبت کیست، تا کی، و اگر کاری نشود چه می‌شود

turn-work-due = { $who ->
        [you] نوبت شماست: { $title } را تا { $until } تحویل دهید.
       *[other] { $name } باید { $title } را تا { $until } تحویل دهد.
    }
    اگر دیر شود، پول همچنان نزد ما امانت است؛ از { $then } به بعد کارفرما می‌تواند مرحله را لغو کند.
turn-may-cancel-late = { $who ->
        [you] { $title } دیر شده است. همین حالا تحویل دهید.
       *[other] { $name } در تحویل { $title } دیر کرده است.
    }
    از { $until } به بعد می‌توان آن را به‌خاطر تأخیر لغو کرد.
turn-dormancy-notice = { $who ->
        [you] { $title } دیر شده است. تحویل دهید، یا بگویید کار در چه حال است.
       *[other] { $name } در تحویل { $title } دیر کرده است. می‌توانید صبر کنید، یا از «بیشتر…» آن را لغو کنید.
    }
    اگر تا { $until } هیچ‌کس کاری نکند، به هر دو آخرین هشدار داده می‌شود.
turn-dormant = از { $since } تا حالا هیچ‌کدام از شما کاری نکرده‌اید. اگر تا { $until } هم کاری نکنید، { $amount } برای مرحلهٔ «{ $title }» به کارفرما برمی‌گردد.
turn-review-ends-escalate = { $who ->
        [you] نوبت شماست: { $title } را تا { $until } بررسی کنید.
       *[other] { $name } تا { $until } فرصت دارد { $title } را بررسی کند.
    }
    اگر چیزی گفته نشود، داور بررسی می‌کند؛ هیچ پولی خودبه‌خود جابه‌جا نمی‌شود.
turn-review-ends-release = { $who ->
        [you] نوبت شماست: { $title } را تا { $until } بررسی کنید.
       *[other] { $name } تا { $until } فرصت دارد { $title } را بررسی کند.
    }
    اگر چیزی گفته نشود، { $amount } طبق توافق هر دوی شما آزاد می‌شود.
turn-abandoned = { $who ->
        [you] نوبت شماست: اصلاحات { $title } را تا { $until } تحویل دهید.
       *[other] { $name } باید اصلاحات { $title } را تا { $until } تحویل دهد.
    }
    اگر تا { $then } چیزی نرسد، داور بررسی می‌کند؛ هیچ پولی خودبه‌خود جابه‌جا نمی‌شود.
turn-late-cancel-ends = { $who ->
        [you] نوبت شماست: تا { $until } به لغو { $title } اعتراض کنید یا کار را تحویل دهید.
       *[other] { $name } تا { $until } می‌تواند اعتراض کند یا کار را تحویل دهد.
    }
    اگر چیزی گفته نشود، { $amount } به کارفرما برمی‌گردد.

## دکمه‌ها

button-approve = تأیید و آزادسازی پول
button-request-changes = درخواست اصلاح
button-take-back-cancel = کار ادامه یابد
button-submit = تحویل کار
button-take-back = پس گرفتن کار
button-release-part = آزادسازی قسمتی از پول
button-cancel-late = لغو به‌خاطر تأخیر
button-withdraw = انصراف
button-done-as-agreed = طبق توافق انجام شد
button-word-on-one = توضیح دربارهٔ یکی…
done-as-agreed = طبق توافق انجام شد.

## بیشتر…

more-approve = <b>تأیید و آزادسازی پول</b>: همین‌طور که هست راضی هستید.
more-request-changes = <b>درخواست اصلاح</b>: بگویید چه کم است.
more-take-back-cancel = <b>کار ادامه یابد</b>: لغو متوقف می‌شود.
more-submit = <b>تحویل کار</b>: { $name } آن را بررسی می‌کند.
more-take-back = <b>پس گرفتن کار</b>: انگار تحویل نشده است.
more-release-part = <b>آزادسازی قسمتی از پول</b>: کمتر از مبلغ امانت؛ بقیه می‌ماند.
more-cancel-late = <b>لغو به‌خاطر تأخیر</b>: { $name } می‌تواند اعتراض کند، وگرنه پول برمی‌گردد.
more-withdraw = <b>انصراف</b>: کار را رها می‌کنید و پول برمی‌گردد.

## بار دوم

confirm-approve = <b>{ $amount }</b> برای { $title } آزاد شود و به { $name } برسد؟ تحویل شمارهٔ { $submission } را تأیید می‌کنید که در { $at } داده شده است. این کار برگشت ندارد.
yes-approve = بله، آزادسازی { $amount }
done-approve = { $amount } برای { $name } آزاد شد.
confirm-withdraw = از { $title } انصراف می‌دهید؟ <b>{ $amount }</b> به { $name } برمی‌گردد و چیزی به شما نمی‌رسد.
again-withdraw = مطمئن هستید؟ <b>{ $amount }</b> همین حالا به { $name } برمی‌گردد. این کار برگشت ندارد.
yes-withdraw = بله، انصراف: بازگشت { $amount }
done-withdraw = { $amount } به { $name } برمی‌گردد.
confirm-cancel-late = مرحلهٔ «{ $title }» به‌خاطر تأخیر لغو شود؟ اگر همین حالا لغو کنید، { $name } تا { $until } می‌تواند اعتراض کند یا کار را تحویل دهد. اگر { $name } هیچ‌کدام را نکند، <b>{ $amount }</b> به شما برمی‌گردد.
yes-cancel-late = بله، لغو شود
done-cancel-late = به { $name } خبر دادیم.
confirm-take-back-cancel = { $name } کار { $title } را ادامه دهد؟ پول همچنان نزد ما می‌ماند: <b>{ $amount }</b>.
yes-take-back-cancel = بله، ادامه یابد
done-take-back-cancel = کار ادامه دارد.
confirm-take-back = { $title } را پس می‌گیرید؟ آن وقت { $name } نمی‌تواند تأییدش کند و انگار تحویل نشده است.
yes-take-back = بله، پس می‌گیرم
done-take-back = پس گرفته شد.

## تحویل

gather-submit = کارِ { $title } را بفرستید: فایل یا لینک آن. می‌توانید پیامی هم برای { $name } بنویسید. بعد «تمام» را بزنید.

submit-note = معیار { $number } از { $count }: <b>{ $criterion }</b>
    کار چگونه به این معیار می‌رسد؟ چند کلمه بنویسید، یا «طبق توافق انجام شد» را بزنید.
submit-answer = مورد { $number } از { $count }: <b>{ $point }</b>
    برای آن چه کردید؟ چند کلمه بنویسید، یا «طبق توافق انجام شد» را بزنید.
submit-summary = <b>{ $title }</b>: این را تحویل می‌دهید.
submit-which = کدام یک دقیقاً طبق توافق نیست، یا توضیحی از شما لازم دارد؟
submit-which-point = خواسته‌شده: { $point }
submit-all-agreed = { $count ->
        [one] با تحویل کار می‌گویید که این مورد طبق توافق انجام شده است.
       *[other] با تحویل کار می‌گویید که هر { $count } مورد طبق توافق انجام شده است.
    }
submit-rest-agreed = با تحویل کار می‌گویید هر موردی که خودتان چیزی درباره‌اش ننوشته‌اید، طبق توافق انجام شده است.
submit-then = بعد { $name } آن را بررسی می‌کند. تا { $length } بعد از تحویل، اگر { $name } هنوز کاری نکرده باشد، می‌توانید آن را پس بگیرید.
yes-submit = بله، تحویل شود
done-submit = به { $name } خبر دادیم که کار رسید.
work-words = همراه تحویل:
work-links = لینک‌ها:
work-criterion = <b>{ $criterion }</b>
work-point = خواسته‌شده: <b>{ $point }</b>

## قسمتی از پول، و آنچه هر طرف می‌خواهد

amount-part = از { $held } که نزد ما امانت است، الان چقدر برای { $name } آزاد می‌کنید؟ مبلغ را بنویسید. بقیه می‌ماند.
confirm-release-part = <b>{ $amount }</b> برای { $title } آزاد شود و به { $name } برسد؟ { $left } نزد ما می‌ماند. این کار برگشت ندارد.
yes-release-part = بله، آزادسازی { $amount }

## اصلاحات

points-collect = در { $title } چه چیزی باید تغییر کند؟ هر مورد را در یک پیام بفرستید: متن، عکس یا صدا. بعد «تمام» را بزنید.
points-so-far = تا حالا { $count } مورد.
points-noted = { $count } مورد ثبت شد. بعدی را بفرستید، یا «تمام» را بزنید.
point-without-words = فایل را ببینید.
point-kind = مورد { $number } از { $count }: <b>{ $point }</b>
    این چیست؟
    <b>خلاف توافق ماست</b>: با یک معیار نمی‌خواند. رایگان، هر چند بار که لازم باشد.
    <b>جور دیگری می‌پسندم</b>: یک دور اصلاح مصرف می‌کند ({ $left } از { $agreed } مانده).
    <b>کار اضافه است</b>: کاری که توافق نشده بود.
point-extra = مورد { $number }: <b>{ $point }</b>
    کار اضافه بخشی از توافق شما نیست، پس اینجا نمی‌توان آن را خواست. تغییر توافق در میانهٔ کار بعداً اضافه می‌شود؛ فعلاً برای آن معاملهٔ تازه‌ای بسازید. این مورد را کنار بگذارید، یا بگویید که چیز دیگری است.
point-criterion = مورد { $number }: با کدام معیار نمی‌خواند؟
points-due = { $name } تا کی باید انجامش دهد؟ حداقل { $least }. انتخاب کنید، یا تعداد روز یا تاریخ بنویسید.
points-summary = برای { $title } این اصلاحات را می‌خواهید:
points-files = همراه { $count } فایل.
points-cost = { $counts ->
        [true] این یک دور اصلاح مصرف می‌کند: { $used } از { $agreed }.
       *[false] این رایگان است و دوری مصرف نمی‌کند.
    }
points-until = { $name } برای آن { $due } فرصت دارد.
button-defect = خلاف توافق ماست
button-preference = جور دیگری می‌پسندم
button-extra = کار اضافه است
button-leave-out = این مورد حذف شود
yes-changes = بله، بفرستید
done-changes = به { $name } گفتیم چه چیزی تغییر کند.

## آنچه به افراد گفته می‌شود

notice-deal-completed = <b>معامله انجام شد.</b> سپاس از شما.
notice-work-submitted = { $name } کار { $title } را تحویل داد.
notice-submission-taken-back = { $name } کار { $title } را پس گرفت تا رویش کار کند. الان کاری با شما نیست.
notice-changes-requested = { $name } برای { $title } اصلاح می‌خواهد.
notice-late-cancel-opened = { $name } می‌خواهد { $title } را به‌خاطر تأخیر لغو کند.
notice-late-cancel-taken-back = { $name } گذاشت کار { $title } ادامه یابد.
notice-dormancy-noticed = این آخرین هشدار دربارهٔ مرحلهٔ «{ $title }» است.

## اصلاحات و اختلاف

point-heading = { $number }. { $kind ->
        [defect] خلاف توافق ماست ({ $criterion })
        [preference] جور دیگری می‌پسندم
        [extra] کار اضافه است
       *[other] …
    }

## Refusals

refusal-not-late = کار هنوز آن‌قدر دیر نشده است.
refusal-take-back-late = برای پس گرفتن تحویل دیر شده است: کارفرما می‌تواند اصلاح بخواهد، یا شما در گزارش کار بنویسید.
refusal-nothing-to-part = آنچه مانده کمتر از آن است که قسمتی از پول آزاد شود.
refusal-rounds-used = همهٔ دورهای اصلاح استفاده شده‌اند ({ $rounds }). همچنان می‌توانید آنچه طبق توافق نبوده را گزارش کنید.
refusal-no-such-point = چنین موردی نیست.
refusal-round-too-short = یک دور اصلاح حداقل { $seconds } زمان می‌خواهد.
refusal-submission-empty = حداقل یک فایل یا لینک اضافه کنید: تحویل باید خود کار را داشته باشد.
refusal-submission-notes = لطفاً دربارهٔ هر معیار چیزی بنویسید ({ $count } معیار هست).
refusal-submission-answers = لطفاً به هر مورد باز پاسخ دهید ({ $count } مورد هست).
refusal-no-points = لطفاً حداقل یک مورد برای اصلاح بنویسید.
refusal-point-needs-criterion = لطفاً بگویید این با کدام معیار نمی‌خواند.
refusal-part-out-of-range = قسمتی که آزاد می‌شود باید کمتر از مبلغ امانت باشد، { $held }.
refusal-too-many-points = در یک درخواست حداکثر { $limit } مورد جا می‌شود.
refusal-amendment = کار اضافه معاملهٔ خود را می‌خواهد: برای آن معاملهٔ تازه‌ای بسازید.
