package io.skipway.author;

import io.skipway.attempts.Accommodation;
import io.skipway.attempts.Announcement;
import io.skipway.attempts.Invigilation;
import io.skipway.attempts.SittingId;
import io.skipway.courseware.Quiz;
import io.skipway.grading.QuizResults;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Person;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One exam under the eyes of one instructor; the rooms that it asks check that they are. */
record ExamRoom(
        Invigilation invigilation, QuizResults results, Enrolments enrolments, UserId me, CourseId course, Quiz quiz) {

    /** Everything at one moment. */
    record Glance(
            Instant at,
            List<Invigilation.Seat> seats,
            Map<SittingId, QuizResults.Result> results,
            Map<UserId, Person> students) {
        Optional<String> name(UserId person) {
            return Optional.ofNullable(students.get(person)).map(Person::name);
        }

        long going() {
            return seats.stream()
                    .filter(seat -> seat.sitting().submittedAt().isEmpty())
                    .count();
        }

        long notBegun() {
            var begun = seats.stream().map(seat -> seat.sitting().id().person()).collect(Collectors.toSet());
            return students.keySet().stream()
                    .filter(student -> !begun.contains(student))
                    .count();
        }
    }

    Glance glance() {
        var seats = invigilation.seats(me, course, quiz.id());
        return new Glance(
                invigilation.now(),
                seats,
                results.all(
                        me,
                        course,
                        seats.stream().map(Invigilation.Seat::sitting).toList()),
                enrolments.members(me, course, Role.STUDENT).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity())));
    }

    /** Who that is, while they are a student of the course. */
    Optional<Person> student(UserId person) {
        return enrolments.members(me, course, Role.STUDENT).stream()
                .filter(member -> member.id().equals(person))
                .findFirst();
    }

    void give(SittingId sitting, int minutes) {
        invigilation.give(me, sitting, Duration.ofMinutes(minutes));
    }

    int giveAll(int minutes) {
        return invigilation.giveAll(me, course, quiz.id(), Duration.ofMinutes(minutes));
    }

    void close(SittingId sitting) {
        invigilation.close(me, sitting);
    }

    void reopen(SittingId sitting, int minutes) {
        invigilation.reopen(me, sitting, Duration.ofMinutes(minutes));
    }

    void announce(String text) {
        invigilation.announce(me, course, quiz.id(), text);
    }

    List<Announcement> announcements() {
        return invigilation.announcements(me, course, quiz.id());
    }

    Map<UserId, Accommodation> accommodations() {
        return invigilation.accommodations(me, course, quiz.id());
    }

    void accommodate(UserId person, Accommodation rules) {
        invigilation.accommodate(me, course, quiz.id(), person, rules);
    }
}
