-- What was answered in practice, and what is believed of the memory since; the newest row of a question is its state.
create table review (
  person uuid not null,
  course varchar(64) not null,
  quiz varchar(64) not null,
  question varchar(64) not null,
  -- Of the attempt.
  number int not null,
  -- Of the points, from 0 to 1.
  share decimal(8, 7) not null,
  -- AGAIN, HARD, GOOD or EASY.
  rating varchar(5) not null,
  -- In days, and from 1 to 10; see Fsrs.
  stability double precision not null,
  difficulty double precision not null,
  at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  primary key (person, course, quiz, question, number)
);
