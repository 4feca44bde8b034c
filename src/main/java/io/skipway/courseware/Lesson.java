package io.skipway.courseware;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page to read, with the questions and labs that stand in it, in the order in which they stand. */
public record Lesson(
        String id, Words title, Map<Language, List<Block>> blocks, List<Question> questions, List<LabSheet> labs) {
    /** The labs that anyone may find: without those that only show what would follow if a wrong option were true. */
    public List<LabSheet> offered() {
        var placed = Stream.concat(
                        blocks.values().stream()
                                .flatMap(List::stream)
                                .filter(Block.LabBlock.class::isInstance)
                                .map(block -> ((Block.LabBlock) block).lab()),
                        questions.stream().flatMap(question -> question.lab().stream()))
                .collect(Collectors.toSet());
        var following = questions.stream()
                .filter(Question.SingleChoice.class::isInstance)
                .flatMap(question -> ((Question.SingleChoice) question).options().stream())
                .flatMap(option -> option.lab().stream())
                .collect(Collectors.toSet());
        return labs.stream()
                .filter(sheet -> placed.contains(sheet.id()) || !following.contains(sheet.id()))
                .toList();
    }

    public List<Block> blocks(Language language) {
        return blocks.getOrDefault(language, List.of());
    }
}
