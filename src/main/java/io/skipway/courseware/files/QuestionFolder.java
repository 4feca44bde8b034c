package io.skipway.courseware.files;

import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reads the questions and labs of one folder as they are named, each once. */
final class QuestionFolder {
    private final String id;
    private final SortedMap<String, String> files;
    private final List<LabSheet.Data> data;
    private final Report report;
    private final CourseNames names;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, LabSheet> labs = new LinkedHashMap<>();

    QuestionFolder(
            String id, SortedMap<String, String> files, List<LabSheet.Data> data, Report report, CourseNames names) {
        this.id = id;
        this.files = files;
        this.data = data;
        this.report = report;
        this.names = names;
    }

    List<Question> questions() {
        return List.copyOf(questions.values());
    }

    List<LabSheet> labs() {
        return List.copyOf(labs.values());
    }

    void question(String question, String from, int line) {
        if (questions.containsKey(question)) {
            return;
        }
        var path = id + "/questions/" + question + ".yaml";
        var text = files.get(path);
        if (text == null) {
            report.add(from, line, "The question \"%s\" has no file %s. Write it.".formatted(question, path));
            return;
        }
        names.question(question, path, report);
        YamlFile.read(path, text, report).ifPresent(file -> {
            QuestionFile.read(question, file, (lab, at) -> lab(lab, path, at)).ifPresent(read -> {
                questions.put(question, read);
                read.lab().ifPresent(lab -> lab(lab, path, file.line("lab")));
            });
        });
    }

    Optional<LabSheet> lab(String lab, String from, int line) {
        if (labs.containsKey(lab)) {
            return Optional.of(labs.get(lab));
        }
        var path = id + "/labs/" + lab + ".yaml";
        var text = files.get(path);
        if (text == null) {
            report.add(from, line, "The lab \"%s\" has no file %s. Write it.".formatted(lab, path));
            return Optional.empty();
        }
        names.lab(lab, path, report);
        var read = YamlFile.read(path, text, report).flatMap(file -> LabFile.read(lab, file, data));
        read.ifPresent(sheet -> labs.put(lab, sheet));
        return read;
    }
}
