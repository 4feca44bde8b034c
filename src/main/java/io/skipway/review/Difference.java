package io.skipway.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed between two texts, word by word: the pieces, in the order in which they are read. */
record Difference(List<Piece> pieces) {
    /** So many words of what stayed are shown at each side of a change. */
    private static final int AROUND = 8;

    /** More words than these, between what begins and ends alike, are not compared one by one: it would take minutes. */
    private static final int MOST = 4000;

    /** A word with the blanks that follow it, or blanks alone at the beginning. */
    private static final Pattern WORD = Pattern.compile("\\S+\\s*|^\\s+");

    enum Kind {
        SAME,
        ADDED,
        REMOVED,
        /** What stayed and is too long to be read again. */
        SKIPPED
    }

    record Piece(Kind kind, String text) {}

    static Difference between(String before, String after) {
        var pieces = new ArrayList<Piece>();
        var old = words(before);
        var now = words(after);
        var head = alike(old, now);
        var oldRest = old.subList(head, old.size());
        var nowRest = now.subList(head, now.size());
        var tail = alike(oldRest.reversed(), nowRest.reversed());
        if (oldRest.size() + nowRest.size() - 2 * tail > MOST) {
            same(pieces, old.subList(0, head), true, false);
            addIfAny(pieces, Kind.REMOVED, oldRest.subList(0, oldRest.size() - tail));
            addIfAny(pieces, Kind.ADDED, nowRest.subList(0, nowRest.size() - tail));
            same(pieces, old.subList(old.size() - tail, old.size()), false, true);
            return new Difference(List.copyOf(pieces));
        }
        var deltas = DiffUtils.diff(old, now, true).getDeltas();
        for (var i = 0; i < deltas.size(); i++) {
            add(pieces, deltas.get(i), i == 0, i == deltas.size() - 1);
        }
        return new Difference(List.copyOf(pieces));
    }

    /** How many words are the same at the beginning. */
    private static int alike(List<String> one, List<String> other) {
        var same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    private static void add(List<Piece> pieces, AbstractDelta<String> delta, boolean first, boolean last) {
        if (delta.getType() == DeltaType.EQUAL) {
            same(pieces, delta.getSource().getLines(), first, last);
            return;
        }
        addIfAny(pieces, Kind.REMOVED, delta.getSource().getLines());
        addIfAny(pieces, Kind.ADDED, delta.getTarget().getLines());
    }

    private static void same(List<Piece> pieces, List<String> words, boolean first, boolean last) {
        var head = first ? 0 : AROUND;
        var tail = last ? 0 : AROUND;
        if (words.size() <= head + tail + 1) {
            addIfAny(pieces, Kind.SAME, words);
            return;
        }
        addIfAny(pieces, Kind.SAME, words.subList(0, head));
        pieces.add(new Piece(Kind.SKIPPED, ""));
        addIfAny(pieces, Kind.SAME, words.subList(words.size() - tail, words.size()));
    }

    private static void addIfAny(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    boolean isNone() {
        return pieces.stream().noneMatch(piece -> piece.kind() == Kind.ADDED || piece.kind() == Kind.REMOVED);
    }

    /** How many words were added, or removed. */
    int count(Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() == kind)
                .mapToInt(piece -> count(piece.text()))
                .sum();
    }

    /** The words of a text. */
    static int count(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
