## Instants and durations

moment = { $day }، ساعت { $time } ({ $city })

duration-days =
    { $count ->
        [one] { $count } روز
       *[other] { $count } روز
    }
duration-hours =
    { $count ->
        [one] { $count } ساعت
       *[other] { $count } ساعت
    }
duration-minutes =
    { $count ->
        [one] { $count } دقیقه
       *[other] { $count } دقیقه
    }
duration-seconds =
    { $count ->
        [one] { $count } ثانیه
       *[other] { $count } ثانیه
    }
duration-two = { $larger } و { $smaller }

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

## What a message says beside its own words

said-forward =
    { $origin ->
        [hidden_user] ↪️ فوروارد شده از { $name } (حساب پنهان)، { $at }:
        [chat] ↪️ فوروارد شده از گروه { $name }، { $at }:
        [channel] ↪️ فوروارد شده از کانال { $name }، { $at }:
       *[user] ↪️ فوروارد شده از { $name }، { $at }:
    }
said-quote =
    { $whose ->
        [us] ⤷ در پاسخ به پیام ما، { $at }:
        [self] ⤷ در پاسخ به پیام خودش، { $at }:
        [unknown] ⤷ در پاسخ به:
        [hidden_user] ⤷ در پاسخ به { $name } (حساب پنهان)، { $at }:
        [chat] ⤷ در پاسخ به گروه { $name }، { $at }:
        [channel] ⤷ در پاسخ به کانال { $name }، { $at }:
       *[user] ⤷ در پاسخ به { $name }، { $at }:
    }
said-thing =
    { $thing ->
        [contact] 👤 مخاطب
        [location] 📍 موقعیت مکانی
        [venue] 📍 مکان
        [poll] 📊 نظرسنجی
        [dice] 🎲 تاس
        [sticker] استیکر
        [story] استوری
        [giveaway] قرعه‌کشی
        [paid_media] محتوای پولی
        [invoice] صورت‌حساب
        [game] بازی
        [checklist] چک‌لیست
        [photo] 🖼 عکس
        [voice] 🎤 پیام صوتی
        [video_note] 🎥 پیام ویدیویی
        [animation] 🎞 گیف
        [audio] 🎵 فایل صوتی
        [video] 🎥 ویدیو
       *[document] 📎 فایل
    }{ $bare ->
        [true] { "" }
       *[other] : { $what }
    }
