package io.skipway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a server gets its first administrator: by a link that works once, for a day, and is told only in the log. */
@Service
public class SetUp {
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final SecureRandom random = new SecureRandom();

    SetUp(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** A fresh token where nobody administers this server yet; the one before it works no more. */
    @Transactional
    public Optional<String> token() {
        if (accounts.anyAdministrator()) {
            return Optional.empty();
        }
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("delete from set_up_link").update();
        jdbc.sql("insert into set_up_link (token_hash, expires_at) values (?, ?)")
                .params(hash(token), OffsetDateTime.now(ZoneOffset.UTC).plus(GOOD_FOR))
                .update();
        return Optional.of(token);
    }

    public boolean valid(String token) {
        return jdbc.sql("select expires_at from set_up_link where token_hash = ?")
                .param(hash(token))
                .query(OffsetDateTime.class)
                .optional()
                .filter(until -> until.toInstant().isAfter(Instant.now()))
                .isPresent();
    }

    /**
     * Makes the first administrator, and spends the token.
     *
     * @throws IllegalArgumentException {@code token}, {@code length} or what is wrong with the name
     */
    @Transactional
    public Person administrator(String token, String username, String name, String password) {
        // Deleting claims it: of two that come at once only one finds the row.
        if (!valid(token)
                || accounts.anyAdministrator()
                || jdbc.sql("delete from set_up_link where token_hash = ?")
                                .param(hash(token))
                                .update()
                        == 0) {
            throw new IllegalArgumentException("token");
        }
        Accounts.requireGood(password);
        return accounts.insert(username, name.isBlank() ? username : name, true, password, false);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
