"""The post of both bots: updates in, notices out, the limits of both, what went wrong."""
