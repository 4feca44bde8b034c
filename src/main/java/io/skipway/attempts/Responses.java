package io.skipway.attempts;

import io.skipway.courseware.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response as JSON, and the hash that a receipt bears: the SHA-256 of {@link #text}, in UTF-8, as it is stored. The file of
 * receipts has that text beside the hash, so that anyone can compute it again.
 */
final class Responses {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Half of a sign, as where a text was cut in an emoji: no encoding has it, and PostgreSQL would be given another. */
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private Responses() {}

    static String text(Response response) {
        var text = JSON.writerFor(Response.class).writeValueAsString(response);
        return HALF.matcher(text)
                .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
    }

    static Response read(String text) {
        return JSON.readValue(text, Response.class);
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
