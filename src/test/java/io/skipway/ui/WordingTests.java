package io.skipway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What every room's wording promises. */
class WordingTests {
    static Stream<Resource> english() throws IOException {
        return Arrays.stream(
                new PathMatchingResourcePatternResolver().getResources("classpath*:io/skipway/**/words_en.properties"));
    }

    @Test
    void thereAreRooms() throws IOException {
        assertThat(english()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("english")
    void everySentenceIsThereInBothLanguages(Resource english) throws IOException {
        var korean = english.createRelative("words_ko.properties");
        assertThat(read(korean).stringPropertyNames())
                .as(english.getDescription())
                .isEqualTo(read(english).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("english")
    void everySentenceIsAPatternAndNoneIsEmpty(Resource english) throws IOException {
        for (var file : Stream.of(english, english.createRelative("words_ko.properties"))
                .toList()) {
            read(file).forEach((key, sentence) -> {
                assertThat((String) sentence).as("%s in %s", key, file).isNotBlank();
                assertThatCode(() -> new MessageFormat((String) sentence, Locale.KOREAN))
                        .as("%s in %s", key, file)
                        .doesNotThrowAnyException();
            });
        }
    }

    @Test
    void valuesAreFilledIn() {
        var words = Wording.of(Shell.class);
        assertThat(words.get(Locale.KOREAN, "sign-out")).isEqualTo("로그아웃");
        assertThat(words.get(Locale.ENGLISH, "sign-out")).isEqualTo("Sign out");
    }

    private static Properties read(Resource file) {
        var sentences = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
