package io.skipway.durability;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A server that is killed, then two on one store of which one is killed; and the sum of both. */
public final class Durability {
    private Durability() {}

    /**
     * What a part found; a fault that is met again after the next kill is the same.
     *
     * @param reloads most that one person had to load the page again after one kill
     */
    record Outcome(int kills, int acknowledged, int reloads, Set<Fault> faults) {
        long count(Fault.Kind kind) {
            return faults.stream().filter(fault -> fault.kind() == kind).count();
        }
    }

    /** Its arguments: a folder for the servers, and how often each part kills. Ends with 1 where a promise was broken. */
    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var one = OneServer.run(home.resolve("one"), number(arguments, 1, 50));
        var two = TwoNodes.run(home.resolve("two"), number(arguments, 2, 20));
        var lost = one.count(Fault.Kind.LOST) + two.count(Fault.Kind.LOST);
        var stale = one.count(Fault.Kind.STALE_APPLIED) + two.count(Fault.Kind.STALE_APPLIED);
        System.out.printf(
                "reloads of a student after a kill, at most: %d, and %d with two nodes%n",
                one.reloads(), two.reloads());
        System.out.printf(
                "durability: kills=%d acknowledged=%d lost=%d stale_applied=%d%n",
                one.kills() + two.kills(), one.acknowledged() + two.acknowledged(), lost, stale);
        System.exit(lost + stale == 0 ? 0 : 1);
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    static List<Fault> told(List<Fault> faults) {
        faults.forEach(fault -> System.out.println("  " + fault));
        return faults;
    }
}
