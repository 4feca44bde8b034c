-- The answer to a question of a quiz is an attempt too: its exercise is quiz.question, its number the sitting's.
alter table attempt alter column exercise set data type varchar(129);
alter table response alter column exercise set data type varchar(129);
alter table side_version alter column exercise set data type varchar(129);
alter table pin alter column exercise set data type varchar(129);
alter table draw alter column exercise set data type varchar(129);
alter table first_draw alter column exercise set data type varchar(129);

-- One person's run through a quiz. ends_at follows what is granted; it is empty where there is no end.
create table sitting (
  person uuid not null,
  course varchar(64) not null,
  quiz varchar(64) not null,
  number int not null,
  edition varchar(64) not null,
  -- The questions that were drawn, in their order.
  plan text not null,
  begun_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  -- The section that is open where they come one after another.
  section int not null,
  seen_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  -- STUDENT, SERVER or STAFF.
  ended_by varchar(10),
  -- When every answer of it was marked, as far as a machine can.
  settled_at timestamp with time zone,
  primary key (person, course, quiz, number)
);
create index sitting_quiz on sitting (course, quiz);
create index sitting_ends on sitting (submitted_at, ends_at);
create index sitting_settled on sitting (settled_at, submitted_at);

create table sitting_flag (
  person uuid not null,
  course varchar(64) not null,
  quiz varchar(64) not null,
  number int not null,
  question varchar(64) not null,
  primary key (person, course, quiz, number, question)
);

-- An answer that was checked and missed, while it may be tried again.
create table missed_try (
  person uuid not null,
  course varchar(64) not null,
  exercise varchar(129) not null,
  number int not null,
  sequence bigint not null,
  at timestamp with time zone not null,
  primary key (person, course, exercise, number, sequence)
);

-- Other rules for one person; the newest row counts.
create table accommodation (
  id uuid primary key,
  person uuid not null,
  course varchar(64) not null,
  quiz varchar(64) not null,
  minutes int,
  opens_at timestamp with time zone,
  closes_at timestamp with time zone,
  attempts int,
  granted_by uuid not null,
  granted_at timestamp with time zone not null
);
create index accommodation_quiz on accommodation (course, quiz);

-- What was done to a sitting while it ran: time that was given, an end, a reopening.
create table sitting_event (
  id uuid primary key,
  person uuid not null,
  course varchar(64) not null,
  quiz varchar(64) not null,
  number int not null,
  kind varchar(10) not null,
  seconds bigint not null,
  done_by uuid not null,
  done_at timestamp with time zone not null
);
create index sitting_event_sitting on sitting_event (course, quiz, person, number);

-- What is said to all who sit a quiz.
create table announcement (
  id uuid primary key,
  course varchar(64) not null,
  quiz varchar(64) not null,
  words text not null,
  said_by uuid not null,
  said_at timestamp with time zone not null
);
create index announcement_quiz on announcement (course, quiz, said_at);
