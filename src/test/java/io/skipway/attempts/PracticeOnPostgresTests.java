package io.skipway.attempts;

import io.skipway.Postgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
@Import(Postgres.class)
class PracticeOnPostgresTests extends PracticeContract {}
