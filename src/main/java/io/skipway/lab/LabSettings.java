package io.skipway.lab;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of the laboratory.
 *
 * @param queueLimit unfinished runs of all people, beyond which no more are taken
 * @param queueLimitPerPerson unfinished runs for which one person waits
 * @param timeLimit wall-clock time of one run
 * @param forgetAfter how long a run is kept that nobody asks for or keeps
 * @param explorers threads that explore
 * @param exploreWaiting people whose exploration may wait for a thread
 * @param exploreTimeLimit how long a person waits for it
 * @param exploreBound multiply-accumulates of one exploration, as declared by its settings
 */
@ConfigurationProperties("skipway.lab")
record LabSettings(
        @DefaultValue("200") int queueLimit,
        @DefaultValue("20") int queueLimitPerPerson,
        @DefaultValue("60s") Duration timeLimit,
        @DefaultValue("7d") Duration forgetAfter,
        @DefaultValue("2") int explorers,
        @DefaultValue("32") int exploreWaiting,
        @DefaultValue("8s") Duration exploreTimeLimit,
        @DefaultValue("2000000000") long exploreBound) {}
