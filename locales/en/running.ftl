## What the program says of itself

# $code: what support searches for
incident = Something went wrong on our side, and we could not do that. No money moved because of it. Our team knows; if you write to us, this is the code: { $code }

# $why: the operator's words
paused = We are having a break: { $why }
    No time of yours runs out meanwhile. This was not read: please send it again later.
