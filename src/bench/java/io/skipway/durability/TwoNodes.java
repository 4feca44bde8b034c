package io.skipway.durability;

import io.skipway.Postgres;
import io.skipway.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Two nodes on one PostgreSQL behind a balancer; each dies in turn, and its students go on at the other. */
final class TwoNodes {
    private static final int MOST_BETWEEN = 300;

    private TwoNodes() {}

    static Durability.Outcome run(Path home, int kills) throws Exception {
        var faults = new LinkedHashSet<Fault>();
        var store = Postgres.database();
        try (var one = node(home.resolve("1"), store);
                var two = node(home.resolve("2"), store)) {
            one.start();
            two.start();
            try (var wire = new Wire(List.of(one.address(), two.address()));
                    var room = new Classroom(wire.address(), OneServer.STUDENTS)) {
                var reloads = 0;
                for (var kill = 1; kill <= kills; kill++) {
                    // Those of a node that died stayed at the other: some come back through the balancer.
                    room.students.stream()
                            .filter(student -> ThreadLocalRandom.current().nextBoolean())
                            .forEach(Student::expire);
                    room.everybodyLooks();
                    wire.calm(false);
                    room.everybodyWrites();
                    room.write(ThreadLocalRandom.current().nextInt(1, MOST_BETWEEN));
                    var asked = kill(kill % 2 == 1 ? one : two, room);
                    wire.calm(true);
                    faults.addAll(room.held(() -> check(room, wire, store)));
                    reloads = Math.max(reloads, asked.most());
                    System.out.printf("kill %d of %d: %s%n  faults=%d %s%n", kill, kills, asked, faults.size(), room);
                }
                System.out.println("lines broken: " + wire.broken);
                return new Durability.Outcome(kills, room.acknowledged(), reloads, faults);
            }
        }
    }

    /** The other node has them all until this one is back. */
    private static Effort.Sum kill(ServerProcess node, Classroom room) {
        var effort = new Effort(room);
        node.kill();
        room.everybodyWrites();
        room.everybodyLooks();
        var asked = effort.sum();
        node.start();
        return asked;
    }

    private static List<Fault> check(Classroom room, Wire wire, String store) throws Exception {
        while (wire.holdsBack()) {
            Thread.sleep(10);
        }
        var stored = Stored.read(store, "postgres");
        var found = new ArrayList<>(Durability.told(room.check(stored)));
        found.addAll(Durability.told(room.checkServed(stored)));
        return found;
    }

    private static ServerProcess node(Path home, String store) throws Exception {
        Files.createDirectories(home);
        return new ServerProcess(
                home,
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--spring.profiles.active=postgres",
                        "--spring.datasource.url=" + store,
                        "--spring.datasource.username=postgres",
                        "--skipway.demo.students=" + OneServer.STUDENTS));
    }
}
