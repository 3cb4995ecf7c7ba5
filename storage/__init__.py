"""The database: SQLAlchemy, migrations, the evidence vault."""
