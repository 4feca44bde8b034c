package io.skipway.courseware.files;

import io.skipway.courseware.Block;
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Language;
import io.skipway.courseware.Lesson;
import io.skipway.courseware.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Reads one lesson: its two texts, which must agree, and the questions and labs that they name. */
final class LessonFolder {
    private static final Set<String> FIGURES = Set.of("architecture-map");

    private final String id;
    private final SortedMap<String, String> files;
    private final Report report;
    private final QuestionFolder folder;

    LessonFolder(
            String id, SortedMap<String, String> files, List<LabSheet.Data> data, Report report, CourseNames names) {
        this.id = id;
        this.files = files;
        this.report = report;
        this.folder = new QuestionFolder(id, files, data, report, names);
    }

    Optional<Lesson> lesson(YamlMap index) {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            index.problem(index.line("lessons"), "\"%s\" can't be a lesson's folder.".formatted(id));
            return Optional.empty();
        }
        var korean = text("ko", index);
        var english = text("en", index);
        if (korean.isEmpty() || english.isEmpty()) {
            return Optional.empty();
        }
        agree(korean.get(), english.get());
        Stream.of(english.get(), korean.get()).forEach(this::followNames);
        return Optional.of(new Lesson(
                id,
                new Words(korean.get().title(), english.get().title()),
                Map.of(Language.KO, blocks(korean.get()), Language.EN, blocks(english.get())),
                folder.questions(),
                folder.labs()));
    }

    private Optional<LessonFile> text(String language, YamlMap index) {
        var path = id + "/lesson." + language + ".md";
        var text = files.get(path);
        if (text == null) {
            index.problem(index.line("lessons"), "The lesson \"%s\" has no file %s. Write it.".formatted(id, path));
            return Optional.empty();
        }
        return Optional.of(LessonFile.read(path, text, report));
    }

    private static List<Block> blocks(LessonFile file) {
        return file.blocks().stream().map(LessonFile.Placed::block).toList();
    }

    /** Both texts must have the same sections, figures, exercises and labs in the same order. */
    private void agree(LessonFile korean, LessonFile english) {
        var ko = marks(korean);
        var en = marks(english);
        for (var i = 0; i < Math.max(ko.size(), en.size()); i++) {
            var left = i < ko.size() ? mark(ko.get(i)) : "nothing";
            var right = i < en.size() ? mark(en.get(i)) : "nothing";
            if (!left.equals(right)) {
                var line = i < ko.size() ? ko.get(i).line() : 1;
                report.add(
                        id + "/lesson.ko.md",
                        line,
                        "Here stands %s, but the English text has %s. Both need the same, in the same order."
                                .formatted(left, right));
                return;
            }
        }
    }

    private static List<LessonFile.Placed> marks(LessonFile file) {
        return file.blocks().stream()
                .filter(placed -> !(placed.block() instanceof Block.Prose))
                .toList();
    }

    private static String mark(LessonFile.Placed placed) {
        return switch (placed.block()) {
            case Block.Heading(var level, var anchor, var html) -> "a heading {#%s}".formatted(anchor);
            case Block.Exercise(var question) -> "::exercise{%s}".formatted(question);
            case Block.LabBlock(var lab) -> "::lab{%s}".formatted(lab);
            case Block.Figure(var figure) -> "::figure{%s}".formatted(figure);
            case Block.Prose(var html) -> "prose";
        };
    }

    private void followNames(LessonFile file) {
        var path = file.path();
        var seen = new ArrayList<String>();
        for (var placed : file.blocks()) {
            switch (placed.block()) {
                case Block.Exercise(var question) -> {
                    if (seen.contains(question)) {
                        report.add(path, placed.line(), "The exercise \"%s\" stands here twice.".formatted(question));
                    }
                    seen.add(question);
                    folder.question(question, path, placed.line());
                }
                case Block.LabBlock(var lab) -> folder.lab(lab, path, placed.line());
                case Block.Figure(var figure) -> {
                    if (!FIGURES.contains(figure)) {
                        report.add(
                                path,
                                placed.line(),
                                "There is no figure \"%s\". Known are %s.".formatted(figure, FIGURES));
                    }
                }
                case Block.Heading heading -> {}
                case Block.Prose prose -> {}
            }
        }
    }
}
