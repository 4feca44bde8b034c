-- What was asked for. A row is added once and then only changes its state.
create table run (
  id uuid primary key,
  digest varchar(64) not null,
  -- The digest that this run answers: null once it failed or was cancelled, and for a replay, which answers nobody else.
  answers varchar(64) unique,
  engine varchar(200) not null,
  kind varchar(40) not null,
  experiment text not null,
  -- The run that this one replays.
  original uuid,
  requested_by uuid not null,
  priority int not null,
  state varchar(10) not null,
  -- The fence: which execution may write. A newer one shuts out a copy that was thought dead.
  execution uuid,
  failure text,
  comparison text,
  requested_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  -- How long the execution that finished it took.
  millis bigint,
  -- How often it is pinned.
  kept int not null
);
create index run_state on run (state, priority);
create index run_finished_at on run (finished_at);

-- Who asked for a run: they may read it. Who still waits keeps it from being cancelled by others.
create table run_asker (
  run uuid not null references run (id) on delete cascade,
  person uuid not null,
  waits boolean not null,
  asked_at timestamp with time zone not null,
  primary key (run, person)
);
create index run_asker_person on run_asker (person);

create table measurement (
  run uuid not null references run (id) on delete cascade,
  execution uuid not null,
  sequence int not null,
  content text not null,
  primary key (run, execution, sequence)
);

-- One row, locked by whoever asks, cancels or forgets: so the queue's bounds hold and a digest is run once.
create table run_desk (id int primary key);
insert into run_desk (id) values (1);

-- db-scheduler's own.
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(250) not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time);
