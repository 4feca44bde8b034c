package io.skipway.courseware.files;

import io.skipway.courseware.LabSheet;
import io.skipway.lab.DataFiles;
import io.skipway.lab.DataProblem;
import io.skipway.lab.DataRejected;
import io.skipway.lab.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code data/<name>.csv}: what the labs of the course may learn from. */
final class DataFolder {
    static final String LAYOUT = "data/[a-z0-9-]+\\.csv";

    private DataFolder() {}

    static SortedMap<String, String> contents(SortedMap<String, String> files) {
        var contents = new TreeMap<String, String>();
        files.forEach((path, content) -> {
            if (path.matches(LAYOUT)) {
                contents.put(path.substring("data/".length(), path.length() - ".csv".length()), content);
            }
        });
        return contents;
    }

    /** The files that are data; of the others each problem is reported. */
    static List<LabSheet.Data> read(SortedMap<String, String> files, Report report) {
        var data = new ArrayList<LabSheet.Data>();
        contents(files).forEach((name, content) -> {
            var path = "data/" + name + ".csv";
            try {
                DataTable.read(content);
                data.add(new LabSheet.Data(name, DataFiles.ofCourse(content)));
            } catch (DataRejected e) {
                e.problems().forEach(problem -> report.add(path, problem.line(), sentence(problem)));
            }
        });
        return List.copyOf(data);
    }

    private static String sentence(DataProblem problem) {
        var details = problem.details();
        return switch (problem.code()) {
            case "empty" -> "The file is empty. Write the names of the columns and the numbers.";
            case "too-long" -> "The file is larger than 2 MB. Leave out rows or columns.";
            case "not-utf8", "control-character" -> "Here stands what is no text in UTF-8. Save the file so.";
            case "quote" -> "A quotation mark is not closed. Close it on the same line.";
            case "one-column" -> "There is one column only. Separate numbers and class by commas.";
            case "too-many-columns" ->
                "There are %s columns. Keep %s at most.".formatted(details.get("found"), details.get("bound"));
            case "no-header" -> "The first line has numbers. Write the names of the columns above it.";
            case "unnamed" -> "Column %s has no name. Give it one.".formatted(details.get("column"));
            case "named-twice" -> "Two columns are named \"%s\". Rename one.".formatted(details.get("name"));
            case "fields" ->
                "It has %s values, but the first line names %s columns. Add or delete values."
                        .formatted(details.get("found"), details.get("expected"));
            case "no-number", "too-great" ->
                "\"%s\" in the column \"%s\" is no number that can be learnt from. Write one such as 1.5 or 2e-3."
                        .formatted(details.get("text"), details.get("column"));
            case "no-class" -> "The last column is empty. Write the class, a name or a number.";
            case "long-class" ->
                "The name of the class is longer than %s characters. Shorten it.".formatted(details.get("bound"));
            case "too-many-classes" ->
                "Here are more than %s classes. See whether the last column is the class."
                        .formatted(details.get("bound"));
            case "one-class" -> "There is one class only. To tell classes apart it takes two.";
            case "few-of-class" ->
                "The class \"%s\" has %s row. Give it %s at least, or leave it out."
                        .formatted(details.get("name"), details.get("found"), details.get("bound"));
            case "few-rows" ->
                "There are %s rows. It takes %s at least.".formatted(details.get("found"), details.get("bound"));
            default -> "There are more than %s rows. Leave the rest out.".formatted(details.get("bound"));
        };
    }
}
