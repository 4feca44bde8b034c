-- The values and the seed that an attempt was given when it was first looked at; the row in draw, of its submission, has
-- what was measured with them. Where the question declares other values by now, it is drawn anew.
create table first_draw (
  person uuid not null,
  course varchar(64) not null,
  exercise varchar(64) not null,
  number int not null,
  declared varchar(64) not null,
  body text not null,
  primary key (person, course, exercise, number, declared)
);
