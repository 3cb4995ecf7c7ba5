"""Cards of what is proposed about work that is under way: more time, or an end by agreement."""
