package io.skipway.courseware;

import java.util.List;
import java.util.Map;

/** A page to read, with the questions and labs that stand in it, in the order in which they stand. */
public record Lesson(
        String id, Words title, Map<Language, List<Block>> blocks, List<Question> questions, List<LabSheet> labs) {
    public List<Block> blocks(Language language) {
        return blocks.getOrDefault(language, List.of());
    }
}
