create table attempt (
  person uuid not null,
  course varchar(64) not null,
  exercise varchar(64) not null,
  number int not null,
  edition varchar(64) not null,
  begun_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  primary key (person, course, exercise, number)
);
create index attempt_course on attempt (course, exercise);

create table response (
  person uuid not null,
  course varchar(64) not null,
  exercise varchar(64) not null,
  number int not null,
  sequence bigint not null,
  write_id varchar(64) not null,
  body text not null,
  hash varchar(64) not null,
  saved_at timestamp with time zone not null,
  primary key (person, course, exercise, number, sequence),
  unique (person, course, exercise, number, write_id)
);

-- What came too late or was written upon an older state: never current, never lost.
create table side_version (
  person uuid not null,
  course varchar(64) not null,
  exercise varchar(64) not null,
  number int not null,
  write_id varchar(64) not null,
  base bigint not null,
  body text not null,
  came_at timestamp with time zone not null,
  primary key (person, course, exercise, number, write_id)
);

create table pin (
  person uuid not null,
  course varchar(64) not null,
  exercise varchar(64) not null,
  number int not null,
  run uuid not null,
  pinned_at timestamp with time zone not null,
  primary key (person, course, exercise, number, run)
);
create index pin_run on pin (run);

create table reveal (
  person uuid not null,
  course varchar(64) not null,
  exercise varchar(64) not null,
  revealed_at timestamp with time zone not null,
  primary key (person, course, exercise)
);
