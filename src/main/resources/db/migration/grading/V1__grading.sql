-- One row for each submitted attempt. The alias is there where people mark; it is drawn by lot.
create table submission (
  id uuid primary key,
  person uuid not null,
  course varchar(64) not null,
  exercise varchar(64) not null,
  number int not null,
  edition varchar(64) not null,
  alias varchar(8),
  submitted_at timestamp with time zone not null,
  unique (person, course, exercise, number),
  unique (course, exercise, alias)
);

-- Marks are only ever added; the newest by sequence counts. No marker: the machine.
create table mark (
  submission uuid not null references submission,
  sequence int not null,
  marker uuid,
  points numeric(10, 3) not null,
  out_of numeric(10, 3) not null,
  levels text not null,
  comment text not null,
  marked_at timestamp with time zone not null,
  primary key (submission, sequence)
);

create table mark_release (
  submission uuid primary key references submission,
  released_by uuid,
  released_at timestamp with time zone not null
);

create table claim (
  submission uuid primary key references submission,
  grader uuid not null,
  expires_at timestamp with time zone not null
);

-- The runs that were pinned when it was submitted.
create table evidence (
  submission uuid not null references submission,
  run uuid not null,
  primary key (submission, run)
);
create index evidence_run on evidence (run);
