-- A mark is released by itself: a change after the release is a new mark, hidden until it is released too.
alter table mark add column released_by uuid;
alter table mark add column released_at timestamp with time zone;
-- Seen so far were the mark that was newest at the release, and all after it.
update mark set
  released_by = (select released_by from mark_release where mark_release.submission = mark.submission),
  released_at = (select released_at from mark_release where mark_release.submission = mark.submission)
where sequence >= (
  select max(before_it.sequence) from mark before_it
  join mark_release on mark_release.submission = before_it.submission
  where before_it.submission = mark.submission and before_it.marked_at <= mark_release.released_at);
drop table mark_release;

-- Whether a grader set the points; otherwise they are the levels' sum. Of a mark from before, nobody knows: it stays as it is.
alter table mark add column by_hand boolean default false not null;
update mark set by_hand = true where marker is not null;

-- What a grader has begun and what is no mark yet; the points as they were typed, none for the levels' sum.
create table mark_draft (
  submission uuid not null references submission,
  grader uuid not null,
  levels text not null,
  points text,
  comment text not null,
  saved_at timestamp with time zone not null,
  primary key (submission, grader)
);
