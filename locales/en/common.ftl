## Instants and durations

# $day: 19 May; $time: 18:00; $city: Madrid
moment = { $day }, { $time } ({ $city })

duration-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
duration-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
# $larger: 1 hour; $smaller: 30 minutes
duration-two = { $larger } { $smaller }
