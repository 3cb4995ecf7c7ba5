"""The database: SQLAlchemy, migrations, the evidence vault. Only bot.wiring imports it.

engine          open_database(url) -> Database: .write(work), .read(work), .close(), .dialect, .url
store           SqlStore(database): core.ports.Store, and .write and .read for plain functions
unit_of_work    SqlUnitOfWork(connection): core.ports.UnitOfWork; writes wait until `finish`
queries         reads for cards, lists, statements, the desk: functions of a Connection
inbox, outbox   SqlInbox(database, bot_id), SqlOutbox(database, "parties" or "desk")
edge            SqlEdge(database): cards, topics, relays, flags
hearing         SqlHearing(database, ear): until when each bot has heard people
vault           FileVault(path, limit_mb=…, key=…), read_key(text)
migrate         upgrade(url), downgrade(url, to), check(url) -> State(current, head, ready)
verify          verify(connection, told) -> [Problem(where, what)]
housekeeping    prune, erase, referred, every_file
backup          backup(file, url, vault, extra, told), restore(…, replace=False)

Below them: tables, columns, mapping (documents), rows (what follows from domain objects),
statements and prepared (SQL, built once), pending and writing (what a unit owes the database),
sqlite and postgresql (where transactions run), migrations.
"""
