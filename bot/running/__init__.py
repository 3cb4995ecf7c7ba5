"""What runs beside the bots: timers, the clock, logs and health."""
