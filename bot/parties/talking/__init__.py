"""Talking: the diary, words across, help, and whatever people say outside of any form."""

from bot.parties.talking import diary, loose, talk
from bot.parties.talking.diary import on_command as diary_command
from bot.parties.talking.loose import answer_open, keep_and_ask, too_late

FORMS = (diary.FORM, talk.SAY, talk.HELP)
PRESSES = (*diary.PRESSES, *talk.PRESSES, *loose.PRESSES)

__all__ = ["FORMS", "PRESSES", "answer_open", "diary_command", "keep_and_ask", "too_late"]
