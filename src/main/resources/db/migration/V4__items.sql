-- What an item is known by beside its guid, and what it carries beside its words.

-- null where several items of one document share a link
alter table item add column canonical_link text;
-- how it got its date: published = as the feed says; undated, future = the time it was first seen
alter table item add column dated text not null default 'published';
alter table item add column updated text;
alter table item add column language text;
alter table item add column image text;
alter table item add column caption text;
alter table item add column credit text;
-- one a line
alter table item add column categories text not null default '';
create unique index item_link on item (feed_id, canonical_link);

-- Headlines that an item had before.
create table item_title (
    item_id bigint not null references item,
    title   text not null,
    until   text not null,
    primary key (item_id, until)
);
