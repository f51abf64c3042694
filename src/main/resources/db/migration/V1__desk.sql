-- One set of statements for SQLite and PostgreSQL. Times are text, ISO 8601 in UTC with milliseconds (Timestamps.java).

create table feed (
    id            ${identity},
    url           text not null unique,
    etag          text,
    last_modified text,
    problem       text,
    failures      integer not null default 0,
    last_success  text,
    next_check    text
);

create table item (
    id         ${identity},
    feed_id    bigint not null references feed,
    guid       text not null,
    link       text not null,
    title      text not null,
    summary    text not null,
    author     text,
    outlet     text,
    published  text not null,
    first_seen text not null,
    edited     text,
    unique (feed_id, guid)
);
create index item_published on item (published);

-- A story keeps its identity while it goes on from day to day.
create table story (
    id         ${identity},
    edition    text not null,
    first_seen text not null
);

create table issue (
    id        ${identity},
    edition   text not null,
    date      text not null,
    number    integer,
    status    text not null,
    revision  integer not null default 0,
    stories   integer not null default 0,
    compiled  text not null,
    -- frozen at approval, and sent and archived byte for byte
    subject   text,
    preheader text,
    html      text,
    body_text text,
    sender    text,
    -- how many deliveries the audience was frozen to
    frozen    integer not null default 0,
    sending   text,
    unique (edition, date),
    unique (edition, number)
);

create table entry (
    issue_id    bigint not null references issue,
    position    integer not null,
    story_id    bigint not null references story,
    placement   text not null,
    topic       text not null,
    headline    text not null,
    deck        text not null,
    deck_outlet text not null,
    link        text not null,
    outlets     text not null,
    updated     text not null,
    state_only  boolean not null,
    primary key (issue_id, position)
);

-- Where each item of an issue's window ended up.
create table fate (
    issue_id bigint not null references issue,
    item_id  bigint not null references item,
    kind     text not null,
    story_id bigint references story,
    verdict  text not null,
    reason   text not null,
    primary key (issue_id, item_id)
);
create index fate_item on fate (item_id);

create table issue_log (
    id       ${identity},
    issue_id bigint not null references issue,
    at       text not null,
    who      text not null,
    what     text not null
);

create table subscriber (
    id       ${identity},
    email    text not null unique,
    name     text,
    language text,
    zone     text,
    send_at  text,
    topics   text not null default '',
    created  text not null
);

create table subscription (
    id            ${identity},
    subscriber_id bigint not null references subscriber,
    edition       text not null,
    status        text not null,
    -- file = the operator's list; reader = what he did himself, which wins
    changed_by    text not null,
    changed       text not null,
    unique (subscriber_id, edition)
);

-- Outlives the subscriber.
create table suppression (
    email  text not null primary key,
    reason text not null,
    since  text not null
);

create table delivery (
    id            ${identity},
    issue_id      bigint not null references issue,
    subscriber_id bigint not null references subscriber,
    status        text not null,
    attempts      integer not null default 0,
    next_attempt  text,
    dispatcher    text,
    reply         text,
    changed       text not null,
    unique (issue_id, subscriber_id)
);
create index delivery_status on delivery (issue_id, status, id);

-- A process that sends, as long as its heart beats.
create table dispatcher (
    id        text not null primary key,
    heartbeat text not null
);
