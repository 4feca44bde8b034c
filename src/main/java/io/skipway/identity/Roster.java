package io.skipway.identity;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a list of people into a course: a CSV with the header {@code username,name,role}, separated by
 * comma, semicolon or tab; the role is {@code student} where it is empty. All lines are taken, or none. Every call asks that {@code who} is an administrator.
 */
@Service
public class Roster {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_LINES = 5_000;
    private static final int LONGEST_NAME = 200;
    private static final int SHOWN = 80;

    private final Accounts accounts;
    private final People people;

    Roster(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    /**
     * What a line does.
     *
     * @param number of the line on which it begins, from 1
     * @param outcome {@code created}, {@code enrolled}, {@code unchanged}, or an error: {@code bad-username},
     *     {@code no-name}, {@code bad-name}, {@code bad-role}, {@code twice}, {@code not-csv}, {@code bad-quotes} or
     *     {@code too-long}
     * @param oneTimePassword of a person who was created, told only here; else empty
     */
    public record Line(int number, String username, String name, String outcome, String oneTimePassword) {
        static Line of(int number, String username, String outcome) {
            var shown = username.length() > SHOWN ? username.substring(0, SHOWN) + "…" : username;
            return new Line(number, shown, "", outcome, "");
        }

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
            return List.of(Line.of(1, "", "too-long"));
        }
        var text = RosterFile.unmarked(csv);
        try (var parser = RosterFile.format(text).parse(new StringReader(text))) {
            if (!parser.getHeaderNames().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList()
                    .containsAll(List.of("username", "name"))) {
                return List.of(Line.of(1, "", "not-csv"));
            }
            return lines(parser, dry, course);
        } catch (IOException | IllegalArgumentException e) {
            return List.of(Line.of(1, "", "not-csv"));
        }
    }

    private List<Line> lines(CSVParser parser, boolean dry, CourseId course) {
        var seen = new HashSet<String>();
        var report = new ArrayList<Line>();
        var before = (int) parser.getCurrentLineNumber();
        try {
            for (var row : parser) {
                var number = before + 1;
                before = (int) parser.getCurrentLineNumber();
                // A spreadsheet writes separators even for rows that are empty.
                if (row.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (report.size() == MOST_LINES) {
                    return List.of(Line.of(number, "", "too-long"));
                }
                report.add(line(number, row, seen, dry, course));
            }
        } catch (UncheckedIOException e) {
            report.add(Line.of(before + 1, "", "bad-quotes"));
        }
        return report;
    }

    private Line line(int number, CSVRecord row, Set<String> seen, boolean dry, CourseId course) {
        var typed = cell(row, "username");
        var name = cell(row, "name").replaceAll("\\s+", " ");
        var role = role(cell(row, "role"));
        if (!Username.possible(typed)) {
            return Line.of(number, typed, "bad-username");
        }
        var username = Username.of(typed).value();
        if (!seen.add(username)) {
            return Line.of(number, username, "twice");
        }
        if (role == null) {
            return Line.of(number, username, "bad-role");
        }
        var person = people.named(username);
        if (person.isPresent()) {
            var there = accounts.enrolled(person.get().id(), course, role);
            if (!dry && !there) {
                accounts.enrol(person.get().id(), course, role);
            }
            return new Line(number, username, person.get().name(), there ? "unchanged" : "enrolled", "");
        }
        if (name.isBlank()) {
            return Line.of(number, username, "no-name");
        }
        if (name.length() > LONGEST_NAME || name.matches(".*[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069].*")) {
            return Line.of(number, username, "bad-name");
        }
        if (dry) {
            return new Line(number, username, name, "created", "");
        }
        var password = accounts.oneTimePassword();
        var created = accounts.insert(username, name, false, password, true);
        accounts.enrol(created.id(), course, role);
        return new Line(number, username, name, "created", password);
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    private static @Nullable Role role(String typed) {
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
