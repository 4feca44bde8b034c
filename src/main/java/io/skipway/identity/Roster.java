package io.skipway.identity;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a list of people into a course: a CSV with the header {@code username,name,role}; the role is {@code student} where
 * it is empty. All lines are taken, or none. Every call asks that {@code who} is an administrator.
 */
@Service
public class Roster {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_LINES = 5_000;

    private final Accounts accounts;
    private final People people;

    Roster(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    /**
     * What a line does.
     *
     * @param outcome {@code created}, {@code enrolled}, {@code unchanged}, or an error: {@code bad-username},
     *     {@code no-name}, {@code bad-role}, {@code twice}, {@code not-csv} or {@code too-long}
     * @param oneTimePassword of a person who was created, told only here; else empty
     */
    public record Line(int number, String username, String outcome, String oneTimePassword) {
        public boolean wrong() {
            return !List.of("created", "enrolled", "unchanged").contains(outcome);
        }
    }

    /** Says what an import would do, and changes nothing. */
    public List<Line> check(UserId who, CourseId course, String csv) {
        accounts.requireAdministrator(who);
        return lines(csv, true, course);
    }

    /** Imports, if no line is wrong; else nothing is changed and the report says why. */
    @Transactional
    public List<Line> apply(UserId who, CourseId course, String csv) {
        accounts.requireAdministrator(who);
        var checked = lines(csv, true, course);
        return checked.stream().anyMatch(Line::wrong) ? checked : lines(csv, false, course);
    }

    private List<Line> lines(String csv, boolean dry, CourseId course) {
        if (csv.length() > MOST_CHARACTERS) {
            return List.of(new Line(1, "", "too-long", ""));
        }
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (var parser = format.parse(new StringReader(csv.replaceFirst("^\ufeff", "")))) {
            if (!parser.getHeaderNames().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList()
                    .containsAll(List.of("username", "name"))) {
                return List.of(new Line(1, "", "not-csv", ""));
            }
            var seen = new ArrayList<String>();
            var report = new ArrayList<Line>();
            for (var row : parser) {
                report.add(line(row, seen, dry, course));
                if (report.size() > MOST_LINES) {
                    return List.of(new Line(MOST_LINES + 1, "", "too-long", ""));
                }
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            return List.of(new Line(1, "", "not-csv", ""));
        }
    }

    private Line line(CSVRecord row, List<String> seen, boolean dry, CourseId course) {
        var number = (int) row.getParser().getCurrentLineNumber();
        var typed = row.isSet("username") ? row.get("username") : "";
        var name = row.isSet("name") ? row.get("name") : "";
        var role = role(row.isMapped("role") && row.isSet("role") ? row.get("role") : "");
        if (!Username.possible(typed)) {
            return new Line(number, typed, "bad-username", "");
        }
        var username = Username.of(typed).value();
        if (seen.contains(username)) {
            return new Line(number, username, "twice", "");
        }
        seen.add(username);
        if (role == null) {
            return new Line(number, username, "bad-role", "");
        }
        var person = people.named(username);
        if (person.isEmpty() && (name.isBlank() || name.length() > 200)) {
            return new Line(number, username, "no-name", "");
        }
        if (person.isPresent()) {
            var there = accounts.enrolled(person.get().id(), course, role);
            if (!dry && !there) {
                accounts.enrol(person.get().id(), course, role);
            }
            return new Line(number, username, there ? "unchanged" : "enrolled", "");
        }
        if (dry) {
            return new Line(number, username, "created", "");
        }
        var password = accounts.oneTimePassword();
        var created = accounts.insert(username, name, false, password, true);
        accounts.enrol(created.id(), course, role);
        return new Line(number, username, "created", password);
    }

    private static @org.jspecify.annotations.Nullable Role role(String typed) {
        if (typed.isBlank()) {
            return Role.STUDENT;
        }
        try {
            return Role.valueOf(typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
