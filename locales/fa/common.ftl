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
