-- Null is a file that the draft takes away.
alter table draft_file alter column content drop not null;
