package io.skipway.durability;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** One connection through the {@link Wire}; after a while it breaks. */
final class Line {
    private static final int MOST_BYTES = 20_000;

    private final RandomGenerator random = ThreadLocalRandom.current();
    private final Wire wire;
    private final Socket browser;
    private final Socket node;
    private final Fate fate = Fate.values()[random.nextInt(Fate.values().length)];
    private final int after = random.nextInt(MOST_BYTES);

    enum Fate {
        /** In mid-request: the node may have seen all of it, or a part. */
        REQUEST,
        /** In mid-response: the node did it, the browser may not know. */
        RESPONSE,
        /** The request arrives when the browser has given it up and sent it again elsewhere. */
        LATE
    }

    Line(Wire wire, Socket browser, Socket node) {
        this.wire = wire;
        this.browser = browser;
        this.node = node;
    }

    /** Until one end closes; {@code extra} is put into the first response's head. */
    void carry(byte[] head, String extra) throws IOException {
        var back = Thread.ofVirtual().start(() -> {
            try (browser) {
                down(extra);
            } catch (IOException gone) {
                // The browser sees it.
            }
        });
        try {
            up(new SequenceInputStream(new ByteArrayInputStream(head), browser.getInputStream()));
        } finally {
            node.close();
            back.interrupt();
        }
    }

    private void up(InputStream from) throws IOException {
        var buffer = new byte[16_384];
        var seen = 0;
        for (var many = from.read(buffer); many >= 0; many = from.read(buffer)) {
            seen += many;
            var breaks = seen >= after && !wire.calm();
            if (breaks && fate == Fate.REQUEST) {
                wire.broke(fate);
                node.getOutputStream().write(buffer, 0, random.nextInt(many));
                return;
            }
            if (breaks && fate == Fate.LATE) {
                wire.held(1);
                try {
                    late(buffer, many);
                } finally {
                    wire.held(-1);
                }
                return;
            }
            node.getOutputStream().write(buffer, 0, many);
        }
    }

    /** Head and body come one after the other: both, or it would be half a request. */
    private void late(byte[] buffer, int many) throws IOException {
        pause(20);
        var rest = browser.getInputStream();
        var body = rest.readNBytes(rest.available());
        browser.close();
        wire.broke(fate);
        pause(random.nextInt(50, 1_500));
        node.getOutputStream().write(buffer, 0, many);
        node.getOutputStream().write(body);
        pause(1_000);
    }

    private void down(String extra) throws IOException {
        var buffer = new byte[16_384];
        var seen = 0;
        var due = extra;
        var from = node.getInputStream();
        var to = browser.getOutputStream();
        for (var many = from.read(buffer); many >= 0; many = from.read(buffer)) {
            seen += many;
            if (seen >= after && fate == Fate.RESPONSE && !wire.calm()) {
                wire.broke(fate);
                to.write(buffer, 0, random.nextInt(many));
                return;
            }
            var start = 0;
            if (!due.isEmpty()) {
                start = endOfLine(buffer);
                to.write(buffer, 0, start);
                to.write(due.getBytes(StandardCharsets.ISO_8859_1));
                due = "";
            }
            to.write(buffer, start, many - start);
        }
    }

    /** A node sends its status in one piece. */
    private static int endOfLine(byte[] buffer) {
        for (var i = 1; i < buffer.length; i++) {
            if (buffer[i - 1] == '\r' && buffer[i] == '\n') {
                return i + 1;
            }
        }
        throw new IllegalStateException("No status line");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
