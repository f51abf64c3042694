-- What a past compile was made of, so that it can be done again; and what editors have corrected.

-- What an item said before its feed changed it: it stood so until then.
create table item_version (
    item_id bigint not null references item,
    title   text not null,
    summary text not null,
    link    text not null,
    outlet  text,
    until   text not null,
    primary key (item_id, until)
);
-- only the headlines are known of earlier versions
insert into item_version (item_id, title, summary, link, outlet, until)
    select item.id, item_title.title, item.summary, item.link, item.outlet, item_title.until
    from item_title join item on item.id = item_title.item_id;
drop table item_title;

-- The items of an issue were published after window_from and up to the time in compiled; null = before this was kept.
alter table issue add column window_from text;
-- the last correction that the compile knew; 0 = none
alter table issue add column last_correction bigint not null default 0;

-- why it stands where it stands, and why under this topic
alter table entry add column importance text not null default '';
alter table entry add column topic_reason text not null default '';

-- the story that the item would be in if editors had corrected nothing
alter table fate add column cluster_id bigint references story;
update fate set cluster_id = story_id;

-- What editors have put right, in order. Append only: what takes a correction back is a correction too.
create table correction (
    id       ${identity},
    edition  text not null,
    at       text not null,
    who      text not null,
    verb     text not null,
    story_id bigint references story,
    topic    text,
    undone   bigint references correction
);
create index correction_edition on correction (edition);

-- The story that an item was put into, and the one it was in before.
create table correction_item (
    correction_id bigint not null references correction,
    item_id       bigint not null references item,
    was           bigint not null references story,
    story_id      bigint not null references story,
    primary key (correction_id, item_id)
);
