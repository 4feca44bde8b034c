-- The exercise of an answer in a quiz is quiz.question.
alter table submission alter column exercise set data type varchar(129);
