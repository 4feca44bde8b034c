package io.skipway.courseware;

import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.Lab;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the runs computed that the labs of published lessons open with, so that the first student of a class waits no
 * longer than the last. Asking again for what is there costs a query, and keeps it from being forgotten.
 */
@Component
@ConditionalOnProperty(name = "skipway.lab.prepare", matchIfMissing = true)
class OpeningRuns {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningRuns.class);

    private final Courses courses;
    private final Lab lab;

    OpeningRuns(Courses courses, Lab lab) {
        this.courses = courses;
        this.lab = lab;
    }

    /** Not while pages start: it loads the network library. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void ask() {
        try {
            courses.all().stream()
                    .flatMap(edition -> edition.lessons().stream())
                    .flatMap(lesson -> lesson.labs().stream())
                    .forEach(sheet -> lab.prepare(sheet.experiment()));
        } catch (ExperimentRejected e) {
            LOG.atInfo().addKeyValue("code", e.code()).log("prepares the lessons' own runs later");
        }
    }
}
