package io.skipway.identity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.DuplicateHeaderMode;

/** A roster as spreadsheets write it: in UTF-8 or in Korean Excel's own encoding, with the separator of its locale. */
public final class RosterFile {
    /** What a file may have at most. */
    public static final int MOST_BYTES = 1_000_000;

    /** Korean Excel's "CSV" without further words; Java's name for code page 949. */
    private static final Charset KOREAN = Charset.forName("MS949");

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private RosterFile() {}

    /** The text of a file, without a byte order mark; empty where it is neither UTF-8 nor CP949. */
    public static Optional<String> text(byte[] file) {
        return decoded(file, StandardCharsets.UTF_8)
                .or(() -> decoded(file, KOREAN))
                .map(RosterFile::unmarked);
    }

    static String unmarked(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** The form of a roster: separated by what its first line has most of. Blank lines are kept, so that lines can be counted. */
    static CSVFormat format(String csv) {
        var head = csv.lines().findFirst().orElse("");
        var separator = SEPARATORS.stream()
                .max((one, other) -> Long.compare(count(head, one), count(head, other)))
                .filter(most -> count(head, most) > 0)
                .orElse(',');
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
                .setTrim(true)
                .setIgnoreEmptyLines(false)
                .get();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            // A new decoder refuses what it can't read instead of putting something in its place.
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
