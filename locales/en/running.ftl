## What the program says of itself

# $code: what support searches for
incident = Something went wrong on our side, and we could not do that. No money moved because of it. The desk knows; if you write to them, this is the code: { $code }

# $why: the operator's words
paused = We are having a break: { $why }
    Nothing is lost, and no time of yours runs out meanwhile. Please send this again later.
