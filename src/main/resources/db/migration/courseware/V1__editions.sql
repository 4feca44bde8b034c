create table edition (
  course varchar(64) not null,
  hash varchar(64) not null,
  -- FOLDER and BROWSER are published; OFFERED is a change of the folder while the browser leads.
  origin varchar(16) not null,
  at timestamp with time zone not null,
  primary key (course, hash)
);

create table edition_file (
  course varchar(64) not null,
  hash varchar(64) not null,
  path varchar(200) not null,
  content text not null,
  primary key (course, hash, path)
);

create table draft_file (
  course varchar(64) not null,
  path varchar(200) not null,
  content text not null,
  version bigint not null,
  saved_at timestamp with time zone not null,
  saved_by uuid not null,
  primary key (course, path)
);
