-- What the mail prints beside headlines and decks.

-- as the feed says, 0 = it does not; words of the whole text where it carries that
alter table item add column image_width integer not null default 0;
alter table item add column image_height integer not null default 0;
alter table item add column words integer not null default 0;

alter table entry add column minutes integer not null default 0;
-- json: picture, points and quote of the lead; null for the others
alter table entry add column feature text;

-- what an editor wrote: null = made from the entries; the note may be missing
alter table issue add column own_subject text;
alter table issue add column own_preheader text;
alter table issue add column note text;

-- frozen with the text: in which language days and zones are named, and the zone of readers who have none of their own
alter table issue add column language text;
alter table issue add column zone text;
update issue set language = 'en', zone = 'Europe/Kyiv',
       html = replace(html, 'https://unsubscribe.invalid/', 'u'),
       body_text = replace(body_text, 'https://unsubscribe.invalid/', 'u')
where html is not null;
