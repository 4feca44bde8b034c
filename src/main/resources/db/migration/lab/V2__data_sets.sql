-- CSV files that experiments learn from, by the SHA-256 of their bytes. What comes with a course has nobody for its owner.
create table data_set (
  owner uuid not null,
  digest varchar(64) not null,
  name varchar(100) not null,
  inputs int not null,
  examples int not null,
  classes int not null,
  content text not null,
  created_at timestamp with time zone not null,
  primary key (owner, digest)
);
create index data_set_digest on data_set (digest);
