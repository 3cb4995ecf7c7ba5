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
        [0] بدون تصمیم داور به ضرر او
        [one] { $against } تصمیم داور به ضرر او
       *[other] { $against } تصمیم داور به ضرر او
    }، عضو از { $since }.
record-clean =
    { $done ->
        [one] { $done } معاملهٔ انجام‌شده
       *[other] { $done } معاملهٔ انجام‌شده
    }، بدون اختلاف، عضو از { $since }.
record-none = هنوز اینجا معامله‌ای انجام نداده؛ عضو از { $since }.
record-since = عضو از { $since }.
record-new = تازه عضو شده است.
person-line = <b>{ $name }</b>، { $username }، شناسهٔ تلگرام { $id }
person-line-bare = <b>{ $name }</b>، بدون نام کاربری، شناسهٔ تلگرام { $id }

## تنظیمات

notice-destination = حساب دریافت پول شما برای { $currency } عوض شد. حساب جدید از { $from_at } معتبر است. اگر کار شما نبود، همین حالا <b>«پشتیبانی»</b> را بزنید.

settings-head = <b>تنظیمات</b>
settings-language = زبان: { $language }
settings-zone = منطقهٔ زمانی: { $city }
settings-phrase = عبارت امنیتی: { $phrase }
settings-no-phrase = عبارت امنیتی: ندارید. اگر بگذارید، در پیام‌های ما دربارهٔ پول می‌آید تا بدانید از ماست.
settings-payout = حساب دریافت { $currency }: { $details }
settings-which-language = کدام زبان؟
ask-zone = نام شهرتان را بفرستید، مثل تهران، یا موقعیت مکانی خود را (گیره، بعد «موقعیت مکانی»).
ask-my-city = در کدام شهر هستید؟ تا وقتی نگویید، ساعت‌ها به وقت { $city } است.
city-not-now = هر وقت خواستید، در <b>«تنظیمات»</b> هست.
ask-which-city = ساعت شما به وقت کدام یکی است؟
ask-phrase = چند کلمه بفرستید که دیگران حدس نزنند، مثل تکه‌ای از یک ترانه. در پیام‌های ما دربارهٔ پول می‌آید.
ask-payout-currency = برای کدام واحد پول؟
ask-payout = پولتان به { $currency } به کدام حساب واریز شود؟ شبا (IBAN) را بفرستید. اگر حسابتان شبا ندارد: نام صاحب حساب، شمارهٔ حساب یا کارت، و نام بانک.
ask-payout-holder = حساب { $details } به نام کیست؟ نام را همان‌طور که در بانک ثبت شده بفرستید، یا اگر با نام روی دکمه یکی است، دکمه را بزنید.
ask-payout-sure =
    پول شما به { $currency } به این حساب واریز می‌شود:
    { $details }

    همهٔ حرف‌ها و رقم‌ها درست است و نام صاحب حساب هم هست؟
tap-payout-sure = بله، درست است
ask-payout-change = حساب دریافت { $currency } عوض شود؟
    تا حالا: { $old }
    بعد از این: { $new }
    برای امنیت شما، این تغییر { $wait } دیگر اعمال می‌شود. تا آن وقت پول به حساب فعلی واریز می‌شود.
tap-payout-change = بله، عوض شود
payout-kept = ذخیره شد. پول شما به { $currency } به حساب { $details } واریز می‌شود.
payout-kept-later = ذخیره شد. برای امنیت شما، تغییر حساب با تأخیر اعمال می‌شود: پول شما به { $currency } از { $at } به { $details } واریز می‌شود و تا آن وقت به حساب قبلی.

## The board and the lists

desk-nobody = کسی را با این شناسهٔ تلگرام یا نام نمی‌شناسیم. بنویسید /person 123456789 یا /person @name.
desk-person =
    <b>{ $name }</b> { $username }
    شناسهٔ تلگرام { $person }، عضو از { $since }
desk-person-record = معامله‌های انجام‌شده: { $done }؛ با اختلاف: { $disputed }؛ رأی به ضرر او: { $against }
desk-person-unreachable = ✗ ربات را متوقف کرده است.
desk-person-role =
    { $role ->
        [arbiter] در فهرست: داور
        [head] در فهرست: سرداور
        [treasurer] در فهرست: خزانه‌دار
       *[other] …
    }

## Refusals

refusal-iban-wrong = یک رقم این شبا (IBAN) اشتباه است: رقم‌های کنترلش جور نیست. با شبای بانک مقایسه کنید و دوباره بفرستید.
refusal-iban-length = این شبا (IBAN) { $length } حرف و رقم دارد، ولی شبای این کشور { $expected } تاست. دوباره نگاه کنید و بفرستید.
refusal-iban-country = شبایی (IBAN) که با { $country } شروع شود وجود ندارد. دوباره نگاه کنید و بفرستید.
refusal-iban-several = چند شبا (IBAN) نوشته‌اید. همان را بفرستید که باید به آن واریز کنیم.
refusal-holder-unreadable = نام صاحب حساب را با حروف بفرستید.
refusal-payout-too-short = این برای واریز کافی نیست. شبا (IBAN) را بفرستید، یا نام صاحب حساب، شمارهٔ حساب و نام بانک را.
refusal-city-unknown = این مکان را نمی‌شناسیم. نزدیک‌ترین شهر بزرگ را بفرستید، مثل تهران، یا موقعیت مکانی خود را.
refusal-zone-unknown = این مکان را نمی‌شناسیم. یک شهر بزرگ در نزدیکی بنویسید، یا موقعیت مکانی خود را بفرستید.
