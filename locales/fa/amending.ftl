## What waits for an answer, on the deal's card

proposal-time = { $who ->
        [you] برای مرحلهٔ «{ $title }» وقت بیشتری خواسته‌اید: { $more }. { $name } تا { $until } می‌تواند پاسخ دهد. اگر { $name } قبول کند، مهلت تحویل { $then } می‌شود؛ اگر { $name } چیزی نگوید، مهلت عوض نمی‌شود.
       *[other] { $name } برای مرحلهٔ «{ $title }» وقت بیشتری می‌خواهد: { $more }. تا { $until } پاسخ دهید. اگر قبول کنید، مهلت تحویل { $then } می‌شود؛ اگر چیزی نگویید، مهلت عوض نمی‌شود.
    }
proposal-end = { $who ->
        [you] پیشنهاد داده‌اید مرحلهٔ «{ $title }» تمام شود: { proposal-shares }
            { $name } تا { $until } می‌تواند پاسخ دهد. اگر { $name } چیزی نگوید، پیشنهاد کنار می‌رود و معامله با همان مهلت‌ها ادامه پیدا می‌کند.
       *[other] { $name } پیشنهاد می‌کند مرحلهٔ «{ $title }» تمام شود: { proposal-shares }
            تا { $until } پاسخ دهید. اگر چیزی نگویید، پیشنهاد کنار می‌رود و معامله با همان مهلت‌ها ادامه پیدا می‌کند.
    }
proposal-shares = { $role ->
        [freelancer] { $split ->
            [all] { $share } برای شما{ proposal-fee }، بدون برگشت پول به کارفرما.
            [none] بدون پول برای شما، برگشت { $back } به کارفرما.
           *[some] { $share } برای شما{ proposal-fee }، برگشت { $back } به کارفرما.
        }
       *[client] { $split ->
            [all] { $share } برای فریلنسر{ proposal-fee }، بدون برگشت پول به شما.
            [none] بدون پول برای فریلنسر، برگشت { $back } به شما.
           *[some] { $share } برای فریلنسر{ proposal-fee }، برگشت { $back } به شما.
        }
    }
proposal-fee = { $charged ->
        [true] { " " }({ $net } بعد از کسر کارمزد ما، { $fee })
       *[false] { "" }
    }
proposal-why = اگر می‌خواهید، همین‌جا چند کلمه بنویسید تا همراهش فرستاده شود.
proposal-said = متن شما همراهش فرستاده می‌شود.

## دکمه‌ها

button-ask-time = درخواست وقت بیشتر
button-grant-time = دادن وقت بیشتر
button-accept-time = قبول: { $more } بیشتر
button-reject-time = رد درخواست
button-withdraw-time = پس گرفتن درخواست
button-propose-end = پیشنهاد پایان مرحله
button-accept-end = قبول و پایان مرحله
button-reject-end = رد پیشنهاد
button-withdraw-end = پس گرفتن پیشنهاد

## بیشتر…

more-ask-time = <b>درخواست وقت بیشتر</b>: { $name } می‌تواند مهلت دیرتری را قبول کند.
more-grant-time = <b>دادن وقت بیشتر</b>: مهلت را عقب می‌برید و به { $name } خبر می‌دهیم.
more-accept-time = <b>قبول وقت بیشتر</b>: مهلت همان‌طور که { $name } خواسته عقب می‌رود.
more-reject-time = <b>رد درخواست</b>: مهلت تحویل عوض نمی‌شود.
more-withdraw-time = <b>پس گرفتن درخواست</b> وقت بیشتر: مهلت همان می‌ماند.
more-propose-end = <b>پیشنهاد پایان مرحله</b>: می‌گویید چه مبلغی به چه کسی برسد؛ تا { $name } قبول نکند پولی جابه‌جا نمی‌شود.
more-accept-end = <b>قبول و پایان مرحله</b>: پول همان‌طور که { $name } پیشنهاد کرده تقسیم می‌شود.
more-reject-end = <b>رد پیشنهاد</b>: کار مثل قبل ادامه پیدا می‌کند.
more-withdraw-end = <b>پس گرفتن پیشنهاد</b>: { $name } دیگر نمی‌تواند آن را قبول کند.

## درخواست و پیشنهاد

time-length = { $asks ->
        [true] برای مرحلهٔ «{ $title }» چقدر وقت بیشتر لازم دارید؟
       *[false] برای مرحلهٔ «{ $title }» چقدر وقت بیشتر به { $name } می‌دهید؟
    } مهلت فعلی { $due } است. یکی را بزنید، یا مدت یا تاریخ تازه را بنویسید.
confirm-ask-time = از { $name } وقت بیشتری بخواهید: { $more }؟ مهلت مرحلهٔ «{ $title }» به‌جای { $due } می‌شود { $then }.
    { $name } تا { $until } می‌تواند پاسخ دهد. اگر { $name } چیزی نگوید، مهلت عوض نمی‌شود.
yes-ask-time = بله، درخواست شود
done-ask-time = از { $name } می‌پرسیم.
confirm-grant-time = به { $name } وقت بیشتری بدهید: { $more }؟ مهلت مرحلهٔ «{ $title }» به‌جای { $due } می‌شود { $then }. این را نمی‌شود پس گرفت.
yes-grant-time = بله، { $more } بیشتر
done-grant-time = به { $name } خبر می‌دهیم.
done-accept-time = مهلت عقب رفت. به { $name } خبر می‌دهیم.
done-reject-time = مهلت عوض نمی‌شود. به { $name } خبر می‌دهیم.
done-withdraw-time = درخواست وقت بیشتر را پس گرفتید.
amount-end = { $held } بابت مرحلهٔ «{ $title }» نزد ما امانت است. چه مبلغی از آن را برای خودتان پیشنهاد می‌کنید؟ { $role ->
        [freelancer] بقیه به { $name } برمی‌گردد.
       *[client] بقیه به { $name } می‌رسد.
    } { $free ->
        [true] { "" }
       *[false] کارمزد ما، { $percent }، از سهم شما کم می‌شود.
    }
confirm-propose-end = به { $name } پیشنهاد کنید مرحلهٔ «{ $title }» همین حالا تمام شود: { proposal-shares }
    تا { $name } قبول نکند پولی جابه‌جا نمی‌شود. { $name } تا { $until } می‌تواند پاسخ دهد. اگر { $name } چیزی نگوید، پیشنهاد کنار می‌رود و معامله با همان مهلت‌ها ادامه پیدا می‌کند.
yes-propose-end = بله، پیشنهاد شود
done-propose-end = پیشنهاد شما را به { $name } می‌گوییم.
confirm-accept-end = مرحلهٔ «{ $title }» همان‌طور که { $name } پیشنهاد کرده همین حالا تمام شود: { proposal-shares }
    این کار برگشت‌پذیر نیست.
yes-accept-end = بله، تمام شود
done-accept-end = هر دو توافق کردید: این مرحله تمام شد.
done-reject-end = کار ادامه پیدا می‌کند. به { $name } خبر می‌دهیم.
done-withdraw-end = پیشنهادتان را پس گرفتید.

## آنچه به افراد می‌گوییم

notice-time-asked = { $name } برای مرحلهٔ «{ $title }» وقت بیشتری می‌خواهد.
notice-time-given = { $name } برای مرحلهٔ «{ $title }» وقت بیشتری داد: { $seconds }.
notice-time-refused = { $name } وقت بیشتر برای مرحلهٔ «{ $title }» را قبول نکرد. مهلت عوض نمی‌شود.
notice-time-unanswered = { $name } دربارهٔ وقت بیشتر برای مرحلهٔ «{ $title }» به‌موقع پاسخ نداد. مهلت عوض نمی‌شود.
notice-time-withdrawn = { $name } دیگر برای مرحلهٔ «{ $title }» وقت بیشتری نمی‌خواهد.
notice-time-granted = { $name } برای مرحلهٔ «{ $title }» وقت بیشتری داد: { $seconds }.
notice-end-proposed = { $name } پیشنهاد می‌کند مرحلهٔ «{ $title }» تمام شود.
notice-end-refused = { $name } پایان مرحلهٔ «{ $title }» را قبول نکرد. کار مثل قبل ادامه پیدا می‌کند.
notice-end-unanswered = { $name } دربارهٔ پایان مرحلهٔ «{ $title }» به‌موقع پاسخ نداد. کار مثل قبل ادامه پیدا می‌کند.
notice-end-withdrawn = { $name } پیشنهاد پایان مرحلهٔ «{ $title }» را پس گرفت.

## چرا نه

refusal-proposal-open = یک درخواست مثل این باز است. منتظر پاسخ بمانید یا اول آن را پس بگیرید.
refusal-proposals-used = این را برای هر مرحله حداکثر { $limit } بار می‌شود خواست و شما به این حد رسیده‌اید. به طرف مقابل پیام بدهید یا اختلاف باز کنید.
refusal-nothing-proposed = به این پاسخ داده شده یا مهلتش تمام شده است.
refusal-own-proposal = این پیشنهاد خود شماست: طرف مقابل به آن پاسخ می‌دهد.
refusal-other-proposal = این پیشنهاد را طرف مقابل داده است، برای همین نمی‌توانید پسش بگیرید.
refusal-share-out-of-range = مبلغی بنویسید که از مبلغ امانت، { $held }، بیشتر نباشد.
refusal-time-asked = از شما وقت بیشتری خواسته‌اند. اول به آن پاسخ دهید.
refusal-no-such-proposal = چنین پیشنهادی در این معامله نیست.
