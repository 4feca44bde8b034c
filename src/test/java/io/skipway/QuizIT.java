package io.skipway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Students who sit quizzes at the real pages of a real server, each test another student. */
class QuizIT extends Journey {
    private static final Pattern SAVED = Pattern.compile("^Saved \\d");
    private static final Pattern SAVED_KO = Pattern.compile("^저장됨 ");

    private final Path home;

    QuizIT(@TempDir Path home) {
        super(ServerProcess.teaching(
                home,
                new QuizCourse()
                        .quiz("minute", "minutes: 1\ngrace: 2", "test-choice test-essay")
                        .quiz(
                                "exam",
                                "minutes: 40\nnavigation: sequential\nbehaviour: immediate",
                                "test-choice",
                                "test-word")
                        .quiz("sure", "minutes: 30\nbehaviour: certainty", "test-choice test-word")
                        .write(home.resolve("courses"))));
        this.home = home;
    }

    @Test
    void aTimedQuizClosesWhileTheBrowserIsAwayAndWhatWasSavedCounts() {
        try (var visit = visit("en-GB", 1440, 1000);
                var page = visit.newPage()) {
            signIn(page, "mina", "Sign in");
            begin(page, "minute", "Start");
            option(answer(page, "test-choice"), "The second").click();
            var essay = answer(page, "test-essay");
            essay.getByRole(AriaRole.TEXTBOX).fill("Saved before the end.");
            assertThat(status(essay)).containsText(SAVED);
            assertThat(bar(page)).containsText("2 of 2 answered");
            assertThat(bar(page)).containsText(Pattern.compile("0:[0-5]\\d left"));
            assertAccessible(page, "Quiz minute");
            page.close();

            var back = visit.newPage();
            back.navigate(server.address() + "quiz/deep-cnn/minute");
            assertThat(back.getByText(Pattern.compile("^It ends "))).isVisible();
            back.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Continue"))
                    .click();
            assertThat(answer(back, "test-essay").getByRole(AriaRole.TEXTBOX)).hasValue("Saved before the end.");
            assertThat(back.locator(".sitting-result"))
                    .containsText("Ended at its deadline by the server", new ContainsTextOptions().setTimeout(75_000));
            assertThat(back.locator(".sitting-result")).containsText("3 of 6 points so far");
            assertThat(answer(back, "test-choice")).containsText("Right. 3 of 3 points");
            assertThat(answer(back, "test-essay")).containsText("Saved before the end.");
            assertThat(answer(back, "test-essay")).containsText("Waits for a grader");
            assertAccessible(back, "Quiz minute");
        }
    }

    @Test
    void anExamWithExtendedTimeIsSatSectionBySection() throws SQLException {
        server.kill();
        extend("jun", "exam", 60);
        server.start();
        try (var visit = visit("en-GB", 1440, 1000);
                var page = visit.newPage()) {
            signIn(page, "jun", "Sign in");
            assertThat(page.getByText("60 min, extended from 40")).isVisible();
            begin(page, "exam", "Start");
            assertThat(bar(page)).containsText("60 min, extended from 40");
            assertThat(bar(page)).containsText(Pattern.compile("(59:\\d\\d|1:00:00) left"));
            assertThat(page.locator(".exercise")).hasCount(1);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Flag question 1"))
                    .click();
            assertThat(bar(page)
                            .getByRole(
                                    AriaRole.BUTTON,
                                    new Locator.GetByRoleOptions().setName("Question 1: not answered, flagged")))
                    .isVisible();
            var choice = answer(page, "test-choice");
            option(choice, "The first").click();
            button(choice, "Check").click();
            button(choice.locator(".answer-sure"), "Check").click();
            assertThat(status(choice)).containsText(Pattern.compile("^Submitted \\d"));

            button(bar(page), "Next section").click();
            button(bar(page), "To the next section").click();
            var word = answer(page, "test-word").getByRole(AriaRole.TEXTBOX);
            word.fill("SECRET-word");
            button(bar(page), "Submit all").click();
            var sure = page.getByRole(AriaRole.DIALOG);
            assertThat(sure).containsText("All questions are answered.");
            assertThat(sure).containsText("1 question is flagged");
            button(sure, "Submit all").click();
            assertThat(page.locator(".sitting-result")).containsText("3 of 6 points");
            assertThat(page.locator(".exercise")).hasCount(2);
        }
    }

    @Test
    void saysHowSureInKoreanOnAPhone() {
        try (var visit = visit("ko-KR", 390, 844);
                var page = visit.newPage()) {
            signIn(page, "sora", "로그인");
            begin(page, "sure", "시작");
            assertThat(page.locator("h1")).isFocused();
            var choice = answer(page, "test-choice");
            option(choice, "둘째").click();
            assertThat(status(choice)).containsText("얼마나 확신하는지 고르십시오");
            assertThat(bar(page)).containsText("2문제 중 0문제에 답함");
            choice.getByText("높음").click();
            assertThat(status(choice)).containsText(SAVED_KO);
            assertThat(bar(page)).containsText("2문제 중 1문제에 답함");
            assertFits(page);
            assertAccessible(page, "시험 sure");
            button(bar(page), "문제 목록").click();
            button(bar(page), "모두 제출").click();
            var sure = page.getByRole(AriaRole.DIALOG);
            assertThat(sure).containsText("답하지 않은 문제 1개");
            page.keyboard().press("Escape");
            assertThat(button(bar(page), "모두 제출")).isFocused();
            button(bar(page), "모두 제출").click();
            button(sure, "모두 제출").click();
            assertThat(page.locator(".sitting-result")).containsText("6점 만점에 3점");
            assertThat(choice).containsText("맞았습니다. 3 / 3점");
            assertAccessible(page, "시험 sure");
        }
    }

    private void begin(Page page, String quiz, String start) {
        page.navigate(server.address() + "quiz/deep-cnn/" + quiz);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(start).setExact(true))
                .click();
        assertThat(bar(page)).isVisible();
    }

    /** What an instructor grants, written into the store while no server has it. */
    private void extend(String username, String quiz, int minutes) throws SQLException {
        try (var store = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("demo"));
                var grant = store.prepareStatement(
                        "insert into accommodation (id, person, course, quiz, minutes, granted_by, granted_at)"
                                + " select ?, id, 'deep-cnn', ?, ?, id, current_timestamp from person where username = ?")) {
            grant.setObject(1, UUID.randomUUID());
            grant.setString(2, quiz);
            grant.setInt(3, minutes);
            grant.setString(4, username);
            assertThat(grant.executeUpdate()).isEqualTo(1);
        }
    }

    private static Locator bar(Page page) {
        return page.locator(".sitting-bar");
    }
}
