create table person (
  id uuid primary key,
  username varchar(64) not null unique,
  name varchar(200) not null,
  administrator boolean not null,
  active boolean not null,
  password varchar(200) not null,
  must_change boolean not null,
  created_at timestamp with time zone not null
);

create table enrolment (
  person uuid not null,
  course varchar(64) not null,
  role varchar(16) not null,
  primary key (person, course, role)
);
create index enrolment_course on enrolment (course, role);

create table join_code (
  course varchar(64) primary key,
  code varchar(32) not null unique
);

create table set_up_link (
  token_hash varchar(64) primary key,
  expires_at timestamp with time zone not null
);
