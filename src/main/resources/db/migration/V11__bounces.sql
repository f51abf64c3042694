-- Reports on mails that came back or were called spam, and refusals for good in the conversation.
create table bounce (
    id            ${identity},
    -- by what it is known again: SHA-256 of the report, or the delivery that was refused
    report        text not null unique,
    delivery_id   bigint not null references delivery,
    subscriber_id bigint not null references subscriber,
    -- hard, soft, complaint; notice = says nothing against the address
    kind          text not null,
    status        text,
    words         text not null,
    received      text not null,
    -- whether it was the one that put the address on the list of suppressions
    suppressed    boolean not null,
    -- when an operator took the suppression back: it counts no more
    lifted        text,
    -- who holds the address of one mail cannot fill the table
    unique (delivery_id, kind)
);
create index bounce_subscriber on bounce (subscriber_id, kind, received);

-- What lies in the mailbox and is left alone there, so that it is looked at once.
create table other_mail (
    mailbox text not null,
    message text not null,
    primary key (mailbox, message)
);
