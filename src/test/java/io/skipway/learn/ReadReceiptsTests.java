package io.skipway.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.Response;
import io.skipway.identity.CourseId;
import io.skipway.identity.People;
import io.skipway.identity.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;

/** A student reads the receipts of their answers and takes them away. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1")
@ActiveProfiles("demo")
@ViewPackages(packages = {"io.skipway.learn", "io.skipway.ui"})
@WithMockUser(username = "jun", roles = "STUDENT")
class ReadReceiptsTests extends SpringBrowserlessTest {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final String ESSAY = "=1+1, \"quoted\"\n기울기는 합입니다.";

    @Autowired
    Attempts attempts;

    @Autowired
    People people;

    @Autowired
    ReceiptsEndpoint endpoint;

    @Test
    @WithMockUser(username = "sora", roles = "STUDENT")
    void whoHasSavedNothingIsToldSo() {
        UI.getCurrent().navigate("receipts/deep-cnn");
        assertThat(words()).contains("No answer of yours is saved in this course yet.");
    }

    @Test
    @WithMockUser(username = "mina", roles = "STUDENT")
    void anAnswerOfPracticeIsToldByTheTitleOfItsSet() {
        save(people.named("mina").orElseThrow().id(), "practice.linear-stack", 0, new Response.Choice("true"));
        UI.getCurrent().navigate("receipts/deep-cnn");
        assertThat(words()).contains("Practice: linear-stack");
    }

    @Test
    void findsTheNewestReceiptOfEachAnswerOnThePageAndEveryOneInTheFile() throws Exception {
        var jun = people.named("jun").orElseThrow().id();
        save(jun, "uniform-3x3", 0, new Response.Choice("a"));
        save(jun, "uniform-3x3", 1, new Response.Choice("b"));
        save(jun, "skip-stabilises", 0, new Response.Text(ESSAY));
        attempts.submit(jun, new AttemptId(jun, COURSE, "uniform-3x3", 1), 2);

        UI.getCurrent().navigate("");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("receipts/deep-cnn");
        UI.getCurrent().navigate("receipts/deep-cnn");
        var newest = attempts.find(jun, new AttemptId(jun, COURSE, "skip-stabilises", 1))
                .orElseThrow()
                .newest()
                .orElseThrow();
        assertThat(words())
                .contains("The price of depth, question")
                .contains(ReceiptsView.grouped(newest.hash()))
                .contains("SHA-256 of the answer");
        assertThat(find(Anchor.class)
                        .withText("Save all receipts as a file (CSV)")
                        .single()
                        .getHref())
                .isEqualTo("api/courses/deep-cnn/receipts.csv");

        var rows = rows(file("deep-cnn"));
        assertThat(rows)
                .extracting(row -> row.get("question") + row.get("sequence") + row.get("submitted"))
                .containsExactly("skip-stabilises1false", "uniform-3x31false", "uniform-3x32true");
        assertThat(rows.getFirst().get("saved_at")).isEqualTo(newest.at().toString());
        assertThat(rows.getFirst().get("answer"))
                .startsWith("{\"kind\":\"text\"")
                .contains("기울기는");
        for (var row : rows) {
            assertThat(sha256(row.get("answer"))).isEqualTo(row.get("sha256"));
        }
    }

    @Test
    @WithMockUser(username = "admin", roles = "STUDENT")
    void whoHasNoPartInTheCourseLearnsNothingOfIt() throws Exception {
        UI.getCurrent().navigate("receipts/deep-cnn");
        assertThat(find(H1.class).single().getText()).contains("no such page");
        assertThat(file("deep-cnn").getStatus()).isEqualTo(404);
        assertThat(file("../x").getStatus()).isEqualTo(404);
    }

    @Test
    void aGroupedHashLosesNothing() {
        var hash = "0123456789abcdef".repeat(4);
        assertThat(ReceiptsView.grouped(hash).split(" ")).hasSize(8).allMatch(part -> part.length() == 8);
        assertThat(ReceiptsView.grouped(hash).replace(" ", "")).isEqualTo(hash);
    }

    private void save(UserId who, String exercise, long base, Response response) {
        attempts.save(who, new AttemptId(who, COURSE, exercise, 1), base, exercise + base, response);
    }

    private MockHttpServletResponse file(String course) throws IOException {
        var response = new MockHttpServletResponse();
        endpoint.receipts(course, response);
        return response;
    }

    private static List<CSVRecord> rows(MockHttpServletResponse file) throws IOException {
        assertThat(file.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        var text = file.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff");
        try (var parser = CSVFormat.EXCEL
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(text.substring(1)))) {
            return parser.getRecords();
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String words() {
        return find(Main.class).single().getElement().getTextRecursively();
    }
}
