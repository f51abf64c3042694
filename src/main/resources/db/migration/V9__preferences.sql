-- What the reader said himself, beside what the operator's file says of him; null = nothing yet, '' = none wanted.
alter table subscriber add column own_name text;
alter table subscriber add column own_zone text;
