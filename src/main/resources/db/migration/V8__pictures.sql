-- Pictures that were looked at, and what the entries of a past issue knew of an item's picture and length.

-- What was found, each time. Append only: a compile knows what was found by then, and so can a replay.
create table picture (
    id        ${identity},
    url       text not null,
    looked_at text not null,
    -- 0 where it could not be told
    width     integer not null,
    height    integer not null,
    -- why it cannot be printed; null = it can
    problem   text
);
create index picture_looked_at on picture (looked_at);

-- before this, entries had neither pictures nor minutes: the items of that time may as well have had none
alter table item_version add column image text;
alter table item_version add column image_width integer not null default 0;
alter table item_version add column image_height integer not null default 0;
alter table item_version add column caption text;
alter table item_version add column credit text;
alter table item_version add column words integer not null default 0;
