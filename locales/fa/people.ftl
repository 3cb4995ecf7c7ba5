## دکمه‌ها

tap-payout-details = حساب دریافت پول
tap-language = زبان
tap-my-city = شهر من…
tap-not-now = حالا نه
tap-zone = منطقهٔ زمانی
tap-phrase = عبارت امنیتی

## چه کسی است

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
record-clean =
    { $done ->
        [one] { $done } معاملهٔ انجام‌شده
       *[other] { $done } معاملهٔ انجام‌شده
    }، بدون اختلاف، از { $since } اینجاست.
record-none = هنوز معامله‌ای اینجا انجام نداده؛ از { $since } اینجاست.
record-since = از { $since } اینجاست.
record-new = تازه آمده است.
person-line = <b>{ $name }</b>، { $username }، شناسهٔ تلگرام { $id }
person-line-bare = <b>{ $name }</b>، بدون نام کاربری، شناسهٔ تلگرام { $id }

## تنظیمات

notice-destination = حساب دریافت پول شما به { $currency } تغییر کرد و از { $from_at } معتبر است. اگر کار شما نبود، همین حالا کمک بخواهید.

settings-head = <b>تنظیمات</b>
settings-language = زبان: { $language }
settings-zone = منطقهٔ زمانی: { $city }
settings-phrase = عبارت امنیتی: { $phrase }
settings-no-phrase = عبارت امنیتی: ندارید. اگر بگذارید، در هر پیام پولی می‌آید تا بدانید از ماست.
settings-payout = دریافت { $currency } در { $details }
settings-which-language = کدام زبان؟
ask-zone = لطفاً نام شهر خود را بفرستید، مانند تهران، یا موقعیت خود را (گیره، بعد Location).
ask-my-city = در کدام شهر هستید؟ تا وقتی نگویید، ساعت‌ها به وقت { $city } است.
city-not-now = هر وقت خواستید، در «تنظیمات» هست.
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

## The board and the lists

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

## Refusals

refusal-iban-wrong = شبا (IBAN) یک رقم نادرست دارد: رقم‌های کنترلش درست درنمی‌آید. لطفاً آن را با شبای بانک مقایسه کنید و دوباره بفرستید.
refusal-iban-length = این شبا (IBAN) { $length } حرف و رقم دارد، در حالی که شبای این کشور { $expected } تا دارد. لطفاً دوباره نگاه کنید و بفرستید.
refusal-iban-country = شبایی (IBAN) که با { $country } شروع شود وجود ندارد. لطفاً دوباره نگاه کنید و بفرستید.
refusal-iban-several = چند شبا (IBAN) نوشته‌اید. لطفاً همان را بفرستید که باید به آن واریز کنیم.
refusal-holder-unreadable = لطفاً نام صاحب حساب را با حروف بفرستید.
refusal-payout-too-short = این برای واریز کوتاه است. لطفاً شبا (IBAN) یا نام صاحب حساب، شمارهٔ حساب و بانک را بفرستید.
refusal-city-unknown = این جا را نمی‌شناسم. لطفاً نزدیک‌ترین شهر بزرگ را بفرستید، مانند تهران، یا موقعیت خود را.
refusal-zone-unknown = این جا را نمی‌شناسیم. شهر بزرگی در نزدیکی بنویسید، یا موقعیت خود را بفرستید.
