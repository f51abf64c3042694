-- What is known of a feed: where it is now, when it may be asked, what its server last said, and how it is doing.

-- the address that a permanent redirect has led to for long enough, and the one that it leads to so far
alter table feed add column location text;
alter table feed add column moved_to text;
alter table feed add column moved_since text;
-- since when the server says that it is gone for good (410)
alter table feed add column gone text;
-- host and port of the address; feeds of one host are asked one after the other
alter table feed add column host text;
alter table feed add column hub text;

-- of the last document that could be read: SHA-256 of its bytes, and how often it changes by its own account
alter table feed add column body_hash text;
alter table feed add column items integer not null default 0;
alter table feed add column span_seconds bigint;
alter table feed add column hint_seconds bigint;
alter table feed add column skip_hours text not null default '';
alter table feed add column skip_days text not null default '';
alter table feed add column last_new text;

-- of the last answer, good or bad
alter table feed add column last_checked text;
alter table feed add column last_status integer not null default 0;
alter table feed add column last_bytes bigint not null default 0;
alter table feed add column last_millis bigint not null default 0;
alter table feed add column requests bigint not null default 0;
alter table feed add column not_modified bigint not null default 0;
alter table feed add column failing_since text;

-- next_check is a plan; not_before is what the server asks for; claimed: somebody is asking, until then at most
alter table feed add column not_before text;
alter table feed add column claimed text;
