package io.skipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RosterFileTests {
    private static final String ROSTER = "username,name,role\r\nmina,김민아,\r\nddong,똠방각하,\r\n";

    @Test
    void utf8IsReadWithAMarkOrWithout() {
        assertThat(RosterFile.text(ROSTER.getBytes(StandardCharsets.UTF_8))).contains(ROSTER);
        assertThat(RosterFile.text(("\ufeff" + ROSTER).getBytes(StandardCharsets.UTF_8)))
                .contains(ROSTER);
    }

    @Test
    void whatKoreanExcelWritesIsRead() {
        // 똠 is in code page 949 only, not in the older EUC-KR.
        assertThat(RosterFile.text(ROSTER.getBytes(Charset.forName("MS949")))).contains(ROSTER);
    }

    @Test
    void whatIsNeitherIsNotGuessedAt() {
        assertThat(RosterFile.text(ROSTER.getBytes(StandardCharsets.UTF_16))).isEmpty();
        assertThat(RosterFile.text(new byte[] {'P', 'K', 3, 4, (byte) 0xff, (byte) 0xff}))
                .isEmpty();
    }

    @Test
    void theFirstLineTellsTheSeparator() {
        assertThat(RosterFile.format("a;b;c\n1,2;3;4").getDelimiterString()).isEqualTo(";");
        assertThat(RosterFile.format("a\tb\n1,2,3\t4").getDelimiterString()).isEqualTo("\t");
        assertThat(RosterFile.format("a,b\n1;2;3,4").getDelimiterString()).isEqualTo(",");
        assertThat(RosterFile.format("").getDelimiterString()).isEqualTo(",");
    }
}
