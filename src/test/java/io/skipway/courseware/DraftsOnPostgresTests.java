package io.skipway.courseware;

import io.skipway.Postgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
@Import(Postgres.class)
class DraftsOnPostgresTests extends DraftsContract {}
