package io.skipway.learn;

import io.skipway.attempts.Histories;
import io.skipway.attempts.Receipt;
import io.skipway.identity.CourseId;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * All of one's own receipts of a course as a file to keep. Its last column is the answer as JSON; the SHA-256 of that text
 * in UTF-8 is the hash, so that anyone can compute it again.
 */
@RestController
class ReceiptsEndpoint {
    private static final CSVFormat FORMAT = CSVFormat.EXCEL
            .builder()
            .setQuoteMode(QuoteMode.ALL)
            .setHeader("question", "try", "sequence", "saved_at", "submitted", "sha256", "answer")
            .get();

    private final Histories histories;
    private final Enrolments enrolments;
    private final People people;

    ReceiptsEndpoint(Histories histories, Enrolments enrolments, People people) {
        this.histories = histories;
        this.enrolments = enrolments;
        this.people = people;
    }

    static String address(CourseId course) {
        return "api/courses/" + course + "/receipts.csv";
    }

    /** 404 also for who has no part in the course. */
    @GetMapping("/api/courses/{course}/receipts.csv")
    void receipts(@PathVariable String course, HttpServletResponse response) throws IOException {
        var me = people.me().id();
        var id = CourseId.of(course)
                .filter(known -> !enrolments.roles(me, known).isEmpty())
                .orElse(null);
        if (id == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "-receipts.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var out = response.getWriter();
        // By which Excel knows UTF-8.
        out.append('\ufeff');
        var printer = FORMAT.print(out);
        histories.receipts(me, id, receipt -> print(printer, receipt));
        printer.flush();
    }

    private static void print(CSVPrinter printer, Receipt receipt) {
        try {
            printer.printRecord(
                    receipt.exercise(),
                    receipt.number(),
                    receipt.sequence(),
                    receipt.at(),
                    receipt.submitted(),
                    receipt.hash(),
                    receipt.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
