package io.skipway.durability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that was sent to one attempt by any tab, and what each was told; held against the store after a kill. */
final class Ledger {
    private final Place place;
    private final Map<String, Write> sent = new HashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final Set<String> aside = new HashSet<>();
    private final Set<Long> submitted = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable Receipt last;

    private record Receipt(long sequence, String hash, Instant at) {}

    Ledger(Place place) {
        this.place = place;
    }

    synchronized void sending(Write write) {
        sent.put(write.id(), write);
    }

    synchronized void submitting(long base) {
        submitted.add(base);
    }

    /** A receipt; one that was given before must be the same. Tells whether it is the first. */
    synchronized boolean accepted(Write write, JsonNode state) {
        var receipt = new Receipt(
                state.get("sequence").asLong(),
                state.get("hash").asString(),
                Instant.parse(state.get("savedAt").asString()));
        if (!state.get("writeId").asString().equals(write.id())
                || !state.get("response").equals(write.response())) {
            lost("the receipt of %s is of another answer: %s".formatted(write, state));
        }
        if (aside.contains(write.id())) {
            faults.add(new Fault(Fault.Kind.STALE_APPLIED, place, "what was set aside became current: " + write));
        }
        var before = receipts.putIfAbsent(write.id(), receipt);
        if (before != null && !before.equals(receipt)) {
            lost("a second receipt differs: %s, %s".formatted(before, receipt));
        }
        return before == null;
    }

    /** The server says that it keeps the write beside the newest answer. Tells whether it says so for the first time. */
    synchronized boolean setAside(Write write) {
        if (receipts.containsKey(write.id())) {
            lost("what had a receipt was refused when it was repeated: " + write);
        }
        return aside.add(write.id());
    }

    synchronized boolean closed(JsonNode state) {
        var first = last == null;
        var receipt = new Receipt(
                state.get("sequence").asLong(),
                state.get("hash").asString(),
                Instant.parse(state.get("submittedAt").asString()));
        if (last != null && !last.equals(receipt)) {
            lost("a second submission differs: %s, %s".formatted(last, receipt));
        }
        last = receipt;
        return first;
    }

    synchronized @Nullable Write any(RandomGenerator random) {
        var all = List.copyOf(sent.values());
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private void lost(String what) {
        faults.add(new Fault(Fault.Kind.LOST, place, what));
    }

    /** What is wrong with the rows, and what was told wrong since the last time. */
    synchronized List<Fault> check(Stored stored) {
        rows(stored);
        for (var id : aside) {
            var write = sent.get(id);
            if (write == null || !write.response().equals(stored.aside.get(id))) {
                lost("not kept beside: " + write);
            }
        }
        submission(stored);
        var found = List.copyOf(faults);
        faults.clear();
        return found;
    }

    private void rows(Stored stored) {
        var there = new HashMap<String, Stored.Row>();
        var sequence = 0L;
        for (var row : stored.rows) {
            there.put(row.writeId(), row);
            var write = sent.get(row.writeId());
            if (row.sequence() != ++sequence || !row.whole()) {
                lost("row %d of %s where %d is due".formatted(row.sequence(), row, sequence));
            }
            if (write == null || !write.response().equals(row.response())) {
                lost("nobody wrote " + row);
            } else if ((sequence > 1 && write.base() != sequence - 1) || aside.contains(row.writeId())) {
                faults.add(new Fault(Fault.Kind.STALE_APPLIED, place, "%s became %d".formatted(write, sequence)));
            }
        }
        receipts.forEach((id, receipt) -> {
            var row = there.get(id);
            if (row == null || !receipt.equals(new Receipt(row.sequence(), row.hash(), row.savedAt()))) {
                lost("%s has the receipt %s and is %s".formatted(sent.get(id), receipt, row));
            }
        });
    }

    /** Final is the newest answer of the moment, marked once or waiting for a person; and final it stays. */
    private void submission(Stored stored) {
        var at = stored.submittedAt;
        if (at == null ? last != null : !submitted.contains((long) stored.rows.size())) {
            lost("submitted as %s, stored as %s after %d answers".formatted(last, at, stored.rows.size()));
        }
        if (last != null
                && at != null
                && (last.sequence() != stored.rows.size() || !last.at().equals(at))) {
            lost("submitted as %s, stored at %s after %d answers".formatted(last, at, stored.rows.size()));
        }
        var due = at == null ? 0 : 1;
        if (stored.submissions != due || stored.machineMarks + stored.waiting != due) {
            lost("%d submissions, %d marks of the machine, %d waiting where %d is due"
                    .formatted(stored.submissions, stored.machineMarks, stored.waiting, due));
        }
    }
}
