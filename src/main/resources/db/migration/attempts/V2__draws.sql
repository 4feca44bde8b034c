-- What the server drew for an attempt, and measured, when it was submitted: marking again gives the same.
create table draw (
  person uuid not null,
  course varchar(64) not null,
  exercise varchar(64) not null,
  number int not null,
  body text not null,
  primary key (person, course, exercise, number)
);
