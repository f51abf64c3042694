-- By what items were compared: words or meaning; null = before this was kept.
alter table issue add column comparison text;

-- few items are in a story
create index fate_story on fate (story_id) where story_id is not null;
