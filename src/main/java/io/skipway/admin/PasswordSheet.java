package io.skipway.admin;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.skipway.identity.Roster;
import io.skipway.ui.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** The one-time passwords of an import as a file for a spreadsheet. It is given once and then forgotten. */
class PasswordSheet extends Anchor {
    private static final CSVFormat FORMAT = CSVFormat.EXCEL
            .builder()
            .setQuoteMode(QuoteMode.ALL)
            .setHeader("name", "username", "password")
            .get();

    private final transient AtomicReference<byte @Nullable []> once;

    PasswordSheet(List<Roster.Line> created) {
        var words = Wording.of(PasswordSheet.class);
        once = new AtomicReference<>(csv(created).getBytes(StandardCharsets.UTF_8));
        setHref(this::give, AttachmentType.DOWNLOAD);
        setText(words.get("passwords-download"));
        addClassName("button");
        getElement().addEventListener("click", click -> setText(words.get("passwords-downloaded")));
    }

    private void give(DownloadEvent request) throws IOException {
        var sheet = once.getAndSet(null);
        if (sheet == null) {
            request.getResponse().sendError(HttpStatusCode.GONE.getCode(), "Given once already");
            return;
        }
        request.getResponse().setHeader("Cache-Control", "no-store");
        request.setFileName("one-time-passwords.csv");
        request.setContentType("text/csv;charset=UTF-8");
        request.setContentLength(sheet.length);
        request.getOutputStream().write(sheet);
    }

    /** With a byte order mark, by which Excel knows UTF-8; what could be taken for a formula gets an apostrophe before it. */
    static String csv(List<Roster.Line> created) {
        var text = new StringBuilder("\ufeff");
        try (var printer = FORMAT.print(text)) {
            for (var line : created) {
                printer.printRecord(safe(line.name()), safe(line.username()), line.oneTimePassword());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Where Chinese characters are at home, a spreadsheet takes the wide signs for the narrow ones. */
    private static String safe(String cell) {
        return cell.matches("(?s)[=+\\-@\t\r\n＝＋－＠].*") ? "'" + cell : cell;
    }
}
