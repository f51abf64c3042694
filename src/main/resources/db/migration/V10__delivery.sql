-- In which order the rows of a connection go out: of those that a dead sender left, only the first may be in doubt.
alter table delivery add column line integer;
alter table delivery add column turn bigint;
-- Recipients' domains with a limit of their own wait in a lane of their own.
alter table delivery add column lane text not null default '';

-- '' = at once; a null would have no place in the order of what is due
update delivery set next_attempt = '' where next_attempt is null;
drop index delivery_status;
create index delivery_due on delivery (issue_id, status, lane, next_attempt, id);


alter table dispatcher add column issue_id bigint;
alter table dispatcher add column per_second integer not null default 0;
