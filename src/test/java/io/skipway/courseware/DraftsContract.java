package io.skipway.courseware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;

import io.skipway.StoreTest;
import io.skipway.courseware.Drafts.Publication;
import io.skipway.courseware.Drafts.Saved;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.Role;
import io.skipway.identity.UserId;
import io.skipway.lab.DataFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is promised of drafts and editions, whatever database is beneath. */
@StoreTest
@Import({DraftFiles.class, Editions.class, DataFiles.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class DraftsContract {
    private static final CourseId GOOD = new CourseId("good");
    private static final CourseId OTHER = new CourseId("other");
    private static final String KOREAN = "one/lesson.ko.md";

    @TempDir
    private Path folder;

    @Autowired
    private Editions editions;

    @Autowired
    private DraftFiles draftFiles;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private org.springframework.transaction.support.TransactionOperations transactions;

    @MockitoBean
    private Enrolments enrolments;

    private final UserId ines = UserId.random();
    private final UserId paul = UserId.random();

    @BeforeEach
    void empty() throws IOException {
        for (var table : new String[] {"draft_file", "edition_file", "edition"}) {
            jdbc.sql("delete from " + table).update();
        }
        write(GOOD, "First");
        write(OTHER, "Other");
    }

    @Test
    void aCourseWithMistakesKeepsItsLastGoodEditionWhileOthersAreServed() throws IOException {
        var before = started().newest(GOOD).orElseThrow();
        Files.writeString(folder.resolve("good/course.yaml"), "title: {ko: 강의}\nlessons: [one]\n");
        write(OTHER, "Other, mended");
        var courses = started();
        assertThat(courses.newest(GOOD).orElseThrow()).isEqualTo(before);
        assertThat(courses.problems(ines, GOOD))
                .extracting(Problem::toString)
                .containsExactly(
                        "course.yaml:1: \"title\" has no English. Write a line \"en: ...\".",
                        "course.yaml:1: \"summary\" is missing. Write a line \"summary: ...\".");
        assertThat(title(courses, OTHER)).isEqualTo("Other, mended");
        assertThat(courses.problems(ines, OTHER)).isEmpty();
    }

    @Test
    void oneFileIsSavedAndPublishedAndTheOldEditionCanStillBeRead() {
        var courses = started();
        var drafts = drafts(courses);
        var before = courses.newest(GOOD).orElseThrow();
        var opened = drafts.open(ines, GOOD);
        assertThat(opened.changed()).isEmpty();

        var saved = save(drafts, ines, text(opened), text(opened).replace("글", "새 글"));
        assertThat(saved.changed()).containsExactly(KOREAN);
        assertThat(courses.newest(GOOD).orElseThrow()).isEqualTo(before);

        assertThat(publish(drafts, saved)).isInstanceOf(Publication.Published.class);
        assertThat(courses.newest(GOOD).orElseThrow().id()).isEqualTo(saved.id());
        assertThat(courses.edition(GOOD, before.id())).isEqualTo(before);
        assertThat(drafts.open(ines, GOOD).changed()).isEmpty();
        assertThat(started().newest(GOOD).orElseThrow().id()).isEqualTo(saved.id());
    }

    @Test
    void whoSavesLaterOnTheSameTextIsToldAndNothingIsLost() {
        var drafts = drafts(started());
        var seen = text(drafts.open(ines, GOOD));
        save(drafts, ines, seen, seen.concat("\nInes"));
        var conflict = transactions.execute(tx -> drafts.save(paul, GOOD, KOREAN, seen, seen.concat("\nPaul")));
        assertThat(conflict).isEqualTo(new Saved.Conflict(seen.concat("\nInes")));
        assertThat(text(drafts.open(paul, GOOD))).isEqualTo(seen.concat("\nInes"));
    }

    @Test
    void aDraftWithProblemsIsNotPublished() {
        var courses = started();
        var drafts = drafts(courses);
        var before = courses.newest(GOOD);
        var seen = text(drafts.open(ines, GOOD));
        var wrong = save(drafts, ines, seen, seen.concat("\n::exercise{nowhere}\n"));
        assertThat(wrong.problems()).extracting(Problem::path).contains(KOREAN);
        assertThat(publish(drafts, wrong)).isEqualTo(new Publication.Refused(wrong.problems()));
        assertThat(courses.newest(GOOD)).isEqualTo(before);
    }

    @Test
    void onlyTheDraftThatWasLookedAtIsPublished() {
        var drafts = drafts(started());
        var looked = drafts.open(ines, GOOD);
        save(drafts, paul, text(looked), text(looked).replace("글", "다른 글"));
        assertThat(publish(drafts, looked)).isInstanceOf(Publication.Changed.class);
    }

    @Test
    void anEditInTheBrowserLeadsAndTheFoldersChangeIsOffered() throws IOException {
        var drafts = drafts(started());
        var seen = text(drafts.open(ines, GOOD));
        publish(drafts, save(drafts, ines, seen, seen.replace("글", "고친 글")));
        write(GOOD, "Second");
        var courses = started();
        var later = drafts(courses);
        assertThat(title(courses, GOOD)).isEqualTo("First");
        assertThat(later.offered(ines, GOOD)).isPresent();
        var taken = transactions.execute(tx -> later.takeOffered(ines, GOOD));
        assertThat(taken).isNotNull();
        assertThat(taken.edition().title().en()).isEqualTo("Second");
        assertThat(title(courses, GOOD)).isEqualTo("First");
    }

    @Test
    void aDraftIsThrownAway() {
        var drafts = drafts(started());
        var seen = text(drafts.open(ines, GOOD));
        save(drafts, ines, seen, seen.concat("\nmore"));
        drafts.discard(ines, GOOD);
        assertThat(text(drafts.open(ines, GOOD))).isEqualTo(seen);
    }

    @Test
    void everyTemplateIsAPlacedPartWithoutProblems() {
        var drafts = drafts(started());
        made(drafts, new NewFile(NewFile.Kind.LESSON, "", "two"));
        for (var kind : NewFile.Kind.values()) {
            if (kind != NewFile.Kind.LESSON) {
                made(drafts, new NewFile(kind, "two", "new-" + kind.id()));
            }
        }
        var draft = drafts.open(ines, GOOD);
        assertThat(draft.problems()).isEmpty();
        var lesson = draft.edition().lesson("two").orElseThrow();
        assertThat(lesson.questions()).hasSize(10);
        assertThat(lesson.labs()).hasSize(5);
        assertThat(draft.changed()).contains("course.yaml", "two/lesson.ko.md", "two/questions/new-essay.yaml");
        assertThat(publish(drafts, draft)).isInstanceOf(Publication.Published.class);
    }

    @Test
    void aQuestionOfTheBankStandsInNoLesson() {
        var drafts = drafts(started());
        made(drafts, new NewFile(NewFile.Kind.QUIZ, "", "final"));
        var before = drafts.open(ines, GOOD).changed();
        var draft = made(drafts, new NewFile(NewFile.Kind.CLOZE, NewFile.BANK, "final-2"));
        assertThat(draft.files()).containsKey("bank/questions/final-2.yaml");
        assertThat(draft.changed()).hasSize(before.size() + 1);
        refused(drafts, new NewFile(NewFile.Kind.CHOICE, "one", "final-2"), NewFile.Refusal.TAKEN);
    }

    @Test
    void aNewFileNeedsAGoodAndFreeNameAndALesson() {
        var drafts = drafts(started());
        made(drafts, new NewFile(NewFile.Kind.CHOICE, "one", "why"));
        var before = drafts.open(ines, GOOD);
        for (var name : new String[] {"", "Two", "a b", "../x", "질문", "-a", "x".repeat(65)}) {
            refused(drafts, new NewFile(NewFile.Kind.CHOICE, "one", name), NewFile.Refusal.NAME);
        }
        refused(drafts, new NewFile(NewFile.Kind.ESSAY, "one", "why"), NewFile.Refusal.TAKEN);
        refused(drafts, new NewFile(NewFile.Kind.LESSON, "", "one"), NewFile.Refusal.TAKEN);
        refused(drafts, new NewFile(NewFile.Kind.BOTTLENECK, "nowhere", "x"), NewFile.Refusal.LESSON);
        assertThat(drafts.open(ines, GOOD)).isEqualTo(before);
    }

    @Test
    void aFileIsRemovedPublishedAndMadeAgain() {
        var courses = started();
        var drafts = drafts(courses);
        var why = "one/questions/why.yaml";
        var made = made(drafts, new NewFile(NewFile.Kind.CHOICE, "one", "why"));
        publish(drafts, made);
        assertThat(drafts.dependents(ines, GOOD, why))
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(KOREAN, "one/lesson.en.md");

        var seen = made.files().getOrDefault(why, "");
        assertThat(transactions.<Saved>execute(tx -> drafts.remove(paul, GOOD, why, "other")))
                .isEqualTo(new Saved.Conflict(seen));
        var removed = kept(transactions.execute(tx -> drafts.remove(ines, GOOD, why, seen)));
        assertThat(removed.files()).doesNotContainKey(why);
        assertThat(removed.changed()).containsExactly(why);
        assertThat(publish(drafts, removed)).isInstanceOf(Publication.Refused.class);

        for (var path : new String[] {KOREAN, "one/lesson.en.md"}) {
            var text = removed.files().getOrDefault(path, "");
            transactions.execute(tx -> drafts.save(ines, GOOD, path, text, text.replace("::exercise{why}\n", "")));
        }
        assertThat(publish(drafts, drafts.open(ines, GOOD))).isInstanceOf(Publication.Published.class);
        assertThat(courses.newest(GOOD).orElseThrow().question("why")).isEmpty();
        assertThat(made(drafts, new NewFile(NewFile.Kind.CHOICE, "one", "why"))
                        .edition()
                        .question("why"))
                .isPresent();
        assertThatThrownBy(() -> drafts.remove(ines, GOOD, "course.yaml", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheFolderTookAwayIsTakenAway() throws IOException {
        var drafts = drafts(started());
        publish(drafts, made(drafts, new NewFile(NewFile.Kind.CHOICE, "one", "why")));
        write(GOOD, "Second");
        var later = drafts(started());
        var taken = transactions.execute(tx -> later.takeOffered(ines, GOOD));
        assertThat(taken).isNotNull();
        assertThat(taken.files()).hasSize(3);
        assertThat(taken.problems()).isEmpty();
    }

    @Test
    void noPathLeadsOutOfTheCourseAndNoFileIsHuge() {
        var drafts = drafts(started());
        for (var path :
                new String[] {"../x.md", "one/../../x", "one/lesson.fr.md", "/etc/passwd", "one/questions/a.md"}) {
            assertThatThrownBy(() -> drafts.save(ines, GOOD, path, "", "x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> drafts.save(ines, GOOD, KOREAN, "", "x".repeat(200_001)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyInstructorsSeeOrChangeADraft() {
        var drafts = drafts(started());
        var mina = UserId.random();
        doThrow(new AccessDeniedException("no")).when(enrolments).require(eq(mina), any(), eq(Role.INSTRUCTOR));
        var id = new EditionId("0".repeat(64));
        assertThatThrownBy(() -> drafts.open(mina, GOOD)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drafts.save(mina, GOOD, KOREAN, "", "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drafts.create(mina, GOOD, new NewFile(NewFile.Kind.LESSON, "", "two")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drafts.remove(mina, GOOD, KOREAN, "")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drafts.dependents(mina, GOOD, KOREAN)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drafts.publish(mina, GOOD, id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drafts.discard(mina, GOOD)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drafts.offered(mina, GOOD)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> drafts.takeOffered(mina, GOOD)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> started().problems(mina, GOOD)).isInstanceOf(AccessDeniedException.class);
    }

    /** A server that starts on this store and this folder. */
    private Courses started() {
        var courses = new Courses(editions, new ContentFolder(folder.toString()), enrolments);
        courses.afterSingletonsInstantiated();
        return courses;
    }

    private Drafts drafts(Courses courses) {
        return new Drafts(draftFiles, editions, courses, enrolments);
    }

    private Drafts.Draft save(Drafts drafts, UserId who, String seen, String content) {
        return kept(transactions.execute(tx -> drafts.save(who, GOOD, KOREAN, seen, content)));
    }

    private static Drafts.Draft kept(@Nullable Saved saved) {
        assertThat(saved).isInstanceOf(Saved.Kept.class);
        return ((Saved.Kept) java.util.Objects.requireNonNull(saved)).draft();
    }

    private Drafts.Draft made(Drafts drafts, NewFile wanted) {
        var created = transactions.execute(tx -> drafts.create(ines, GOOD, wanted));
        assertThat(created).isInstanceOf(Drafts.Created.Made.class);
        return ((Drafts.Created.Made) java.util.Objects.requireNonNull(created)).draft();
    }

    private void refused(Drafts drafts, NewFile wanted, NewFile.Refusal why) {
        assertThat(transactions.<Drafts.Created>execute(tx -> drafts.create(ines, GOOD, wanted)))
                .isEqualTo(new Drafts.Created.Refused(why));
    }

    private Publication publish(Drafts drafts, Drafts.Draft looked) {
        var publication = transactions.execute(tx -> drafts.publish(ines, GOOD, looked.id()));
        assertThat(publication).isNotNull();
        return publication;
    }

    private static String text(Drafts.Draft draft) {
        return draft.files().getOrDefault(KOREAN, "");
    }

    private static String title(Courses courses, CourseId course) {
        return courses.newest(course).orElseThrow().title().en();
    }

    private void write(CourseId course, String title) throws IOException {
        var lesson = Files.createDirectories(folder.resolve(course.value()).resolve("one"));
        Files.writeString(lesson.resolve("../course.yaml"), """
                title: {ko: 강의, en: "%s"}
                summary: {ko: 요약, en: Summary}
                lessons: [one]
                """.formatted(title));
        Files.writeString(lesson.resolve("lesson.ko.md"), "# 제목\n\n글\n");
        Files.writeString(lesson.resolve("lesson.en.md"), "# Title\n\nText\n");
    }
}
