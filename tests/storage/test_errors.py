"""What an error of the database may say: it goes into the log."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from storage.engine import open_database


async def test_an_error_never_repeats_what_people_wrote(tmp_path: Path) -> None:
    database = open_database(f"sqlite+aiosqlite:///{tmp_path / 'holdfast.db'}")
    statement = text("SELECT 1 FROM nowhere WHERE said = :said").bindparams(said="what Bina wrote")
    try:
        with pytest.raises(DatabaseError) as refused:
            await database.read(lambda connection: connection.execute(statement).all())
    finally:
        await database.close()
    assert "nowhere" in str(refused.value)
    assert "Bina" not in str(refused.value)
