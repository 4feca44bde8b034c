package io.skipway.durability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between browsers and nodes: it breaks, as networks do, and as a balancer it keeps a browser on its node by a
 * cookie of its own while that node lives.
 */
final class Wire implements AutoCloseable {
    private static final Pattern NODE = Pattern.compile("(?i)\r\ncookie:[^\r]*\\bnode=(\\d)");
    private static final String END = "\r\n\r\n";

    final Map<Line.Fate, AtomicInteger> broken = new ConcurrentHashMap<>();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<URI> nodes;
    private final ServerSocket door;
    private volatile boolean calm = true;

    Wire(List<URI> nodes) throws IOException {
        this.nodes = List.copyOf(nodes);
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    URI address() {
        return URI.create("http://localhost:%d/".formatted(door.getLocalPort()));
    }

    /** Breaks nothing for a while, or breaks again. */
    void calm(boolean wanted) {
        calm = wanted;
    }

    boolean calm() {
        return calm;
    }

    /** Whether a request is held back, to arrive after its repetition. */
    boolean holdsBack() {
        return late.get() > 0;
    }

    void held(int more) {
        late.addAndGet(more);
    }

    void broke(Line.Fate fate) {
        broken.computeIfAbsent(fate, first -> new AtomicInteger()).incrementAndGet();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var browser = door.accept();
                Thread.ofVirtual().start(() -> carry(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket browser) {
        try (browser) {
            var head = head(browser.getInputStream());
            var cookie = NODE.matcher(new String(head, StandardCharsets.ISO_8859_1));
            var wanted = cookie.find() ? Integer.parseInt(cookie.group(1)) : -1;
            var first = wanted >= 0 ? wanted : turn.getAndIncrement() % nodes.size();
            for (var i = 0; i < nodes.size(); i++) {
                var chosen = (first + i) % nodes.size();
                try (var node = connect(nodes.get(chosen))) {
                    if (node != null) {
                        new Line(this, browser, node).carry(head, chosen == wanted ? "" : cookie(chosen));
                        return;
                    }
                }
            }
        } catch (IOException gone) {
            // As lines do; both ends see it.
        }
    }

    private static String cookie(int node) {
        return "Set-Cookie: node=%d; Path=/\r\n".formatted(node);
    }

    private static @Nullable Socket connect(URI node) {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), node.getPort());
        } catch (IOException down) {
            return null;
        }
    }

    /** The first request's, in which the cookie stands. */
    private static byte[] head(InputStream from) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).contains(END)) {
            var buffer = new byte[8192];
            var many = from.read(buffer);
            if (many < 0) {
                throw new IOException("Nothing was asked");
            }
            head.write(buffer, 0, many);
        }
        return head.toByteArray();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
