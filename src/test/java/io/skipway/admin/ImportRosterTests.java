package io.skipway.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import io.skipway.identity.Roster;
import io.skipway.identity.RosterFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "ada", roles = "ADMIN")
class ImportRosterTests extends AdminScene {
    @BeforeEach
    void open() {
        navigate(PeopleView.class);
    }

    @Test
    void aWrongLineIsNamedAndNothingIsImported() {
        paste("username,name,role\nmina,Mina,\njun,Jun,boss\n");
        press("Import");
        assertThat(report())
                .containsExactly(
                        "Line 2: mina created", "Line 3: jun has an unknown role: write student, grader or instructor");
        assertThat(said("Nothing was imported.")).isTrue();
        assertThat(people.named("mina")).isEmpty();
        assertThat(find(TextArea.class).single().getValue()).contains("boss");
        assertThat(find(PasswordSheet.class).exists()).isFalse();
    }

    @Test
    void aFileOfKoreanExcelIsLookedAtFirstAndThenImported() {
        upload("username,name\r\nmina,김민아\r\n".getBytes(Charset.forName("MS949")));
        assertThat(report()).containsExactly("Line 2: mina created");
        assertThat(said("Nothing was imported yet.")).isTrue();
        assertThat(people.named("mina")).isEmpty();
        press("Import");
        assertThat(people.named("mina").orElseThrow().name()).isEqualTo("김민아");
        assertThat(row("김민아").isVisible()).isTrue();
    }

    @Test
    void thePasswordsAreGivenAsAFileOnce() {
        paste("username,name\nmina,김민아\n");
        press("Import");
        press("Import");
        var link = find(PasswordSheet.class).single();
        var password = report().getFirst().replaceFirst(".* ", "");
        assertThat(download(link)).isEqualTo("""
                \ufeff"name","username","password"\r
                "김민아","mina","%s"\r
                """.formatted(password));
        assertThatThrownBy(() -> download(link)).hasStackTraceContaining("410");
    }

    @Test
    void aNameCanBeNoFormulaInTheFile() {
        var names = List.of("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "a\"b", "Mina");
        assertThat(PasswordSheet.csv(names.stream()
                                .map(name -> new Roster.Line(2, "mina", name, "created", "secret"))
                                .toList())
                        .lines()
                        .skip(1)
                        .map(line -> line.replaceFirst(",\"mina\".*", "")))
                .containsExactly(
                        "\"'=1+1\"", "\"'+1\"", "\"'-1\"", "\"'@SUM(A1)\"", "\"'＝1\"", "\"a\"\"b\"", "\"Mina\"");
    }

    @Test
    void whatIsTooBigOrNoTextIsToldAndNotTaken() {
        upload(new byte[RosterFile.MOST_BYTES + 1]);
        assertThat(said("The file is larger than 1 MB")).isTrue();
        upload("username,name\n".getBytes(StandardCharsets.UTF_16));
        assertThat(said("The file can't be read as text")).isTrue();
        assertThat(find(TextArea.class).single().isEmpty()).isTrue();
    }

    private void paste(String csv) {
        test(find(TextArea.class).single()).setValue(csv);
    }

    private void upload(byte[] file) {
        test(find(Upload.class).single()).upload("roster.csv", "text/csv", file);
        roundTrip();
    }

    private List<String> report() {
        return find(ListItem.class).from(find(RosterForm.class).single()).all().stream()
                .map(ListItem::getText)
                .toList();
    }

    private boolean said(String sentence) {
        return find(Paragraph.class).withTextContaining(sentence).exists();
    }

    private String download(Anchor link) {
        var file = new ByteArrayOutputStream();
        test(link).download(file);
        return file.toString(StandardCharsets.UTF_8);
    }
}
