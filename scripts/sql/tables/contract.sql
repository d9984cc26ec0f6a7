-- What readers need of the contract, so that the database explains itself: the data package, its tables and
-- views, their columns, the values of enumerations. Lists are JSON arrays. And the named checks.
CREATE TABLE contract_package (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE contract_tables (
  name TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('table', 'database table', 'view')),
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  primary_key TEXT,
  exactly_one TEXT, -- groups of columns of which one is filled
  label_field TEXT,
  search_fields TEXT,
  facet_fields TEXT
) STRICT;

CREATE TABLE contract_fields (
  table_name TEXT NOT NULL REFERENCES contract_tables (name),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  description TEXT NOT NULL,
  required INTEGER NOT NULL,
  empty TEXT,
  pattern TEXT,
  from_view TEXT, -- the view from which the build fills the column
  references_table TEXT REFERENCES contract_tables (name),
  references_field TEXT,
  PRIMARY KEY (table_name, name)
) STRICT;

CREATE TABLE contract_values (
  table_name TEXT NOT NULL,
  field_name TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  meaning TEXT NOT NULL,
  goes_with TEXT NOT NULL, -- the columns of which one must be filled for this value; [] if any may
  PRIMARY KEY (table_name, field_name, value),
  FOREIGN KEY (table_name, field_name) REFERENCES contract_fields (table_name, name)
) STRICT;

CREATE TABLE checks (
  name TEXT PRIMARY KEY,
  description TEXT NOT NULL,
  sql TEXT NOT NULL
) STRICT;
