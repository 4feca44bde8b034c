package io.skipway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a browser to the first node, or to the other when that is gone, and keeps it there by a cookie. */
final class Balancer implements AutoCloseable {
    private static final Pattern NODE = Pattern.compile("(?i)\r\ncookie:[^\r]*\\bnode=(\\d)");

    private final List<ServerProcess> nodes;
    private final ServerSocket door;

    Balancer(List<ServerProcess> nodes) throws IOException {
        this.nodes = List.copyOf(nodes);
        door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    URI address() {
        return URI.create("http://localhost:%d/".formatted(door.getLocalPort()));
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
            var chosen = Math.max(0, wanted);
            var node = connect(chosen);
            if (node == null) {
                chosen = (chosen + 1) % nodes.size();
                node = connect(chosen);
            }
            if (node != null) {
                carry(browser, node, head, chosen == wanted ? "" : "Set-Cookie: node=%d; Path=/\r\n".formatted(chosen));
            }
        } catch (IOException gone) {
            // Both ends see it.
        }
    }

    private static void carry(Socket browser, Socket node, byte[] head, String cookie) throws IOException {
        try (node) {
            Thread.ofVirtual().start(() -> {
                try (browser) {
                    down(node.getInputStream(), browser.getOutputStream(), cookie);
                } catch (IOException gone) {
                    // The browser sees it.
                }
            });
            node.getOutputStream().write(head);
            browser.getInputStream().transferTo(node.getOutputStream());
        }
    }

    /** With the cookie behind the first line. */
    private static void down(InputStream from, OutputStream to, String cookie) throws IOException {
        if (!cookie.isEmpty()) {
            for (var next = from.read(); next >= 0; next = from.read()) {
                to.write(next);
                if (next == '\n') {
                    break;
                }
            }
            to.write(cookie.getBytes(StandardCharsets.ISO_8859_1));
        }
        from.transferTo(to);
    }

    private @Nullable Socket connect(int node) {
        try {
            return new Socket(
                    InetAddress.getLoopbackAddress(), nodes.get(node).address().getPort());
        } catch (IOException down) {
            return null;
        }
    }

    /** Of the first request, in which the cookie stands. */
    private static byte[] head(InputStream from) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
            var next = from.read();
            if (next < 0) {
                throw new IOException("Nothing was asked");
            }
            head.write(next);
        }
        return head.toByteArray();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
