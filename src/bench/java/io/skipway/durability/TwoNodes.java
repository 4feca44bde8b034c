package io.skipway.durability;

import io.skipway.Postgres;
import io.skipway.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Two nodes on one PostgreSQL behind a balancer; each dies in turn, and its students go on at the other. */
final class TwoNodes {
    private static final int MOST_BETWEEN = 300;

    private TwoNodes() {}

    static Durability.Outcome run(Path home, int kills) throws Exception {
        var faults = new ArrayList<Fault>();
        var store = Postgres.database();
        try (var one = node(home.resolve("1"), store);
                var two = node(home.resolve("2"), store)) {
            one.start();
            two.start();
            try (var wire = new Wire(List.of(one.address(), two.address()));
                    var room = new Classroom(wire.address(), OneServer.STUDENTS)) {
                for (var kill = 1; kill <= kills; kill++) {
                    // Those of a node that died stayed at the other: some come back through the balancer.
                    room.students.stream()
                            .filter(student -> ThreadLocalRandom.current().nextBoolean())
                            .forEach(Student::expire);
                    wire.calm(false);
                    room.everybodyWrites();
                    room.write(ThreadLocalRandom.current().nextInt(1, MOST_BETWEEN));
                    faults.addAll(kill(kill % 2 == 1 ? one : two, room, wire, store));
                    System.out.printf("kill %d of %d: faults=%d %s%n", kill, kills, faults.size(), room);
                }
                System.out.println("lines broken: " + wire.broken);
                return new Durability.Outcome(kills, room.acknowledged(), faults);
            }
        }
    }

    private static List<Fault> kill(ServerProcess node, Classroom room, Wire wire, String store) throws Exception {
        var before = new ArrayList<int[]>();
        room.students.forEach(student -> before.add(done(student)));
        node.kill();
        var down = System.nanoTime();
        room.everybodyWrites();
        System.out.printf("  everybody goes on after %.1f s", (System.nanoTime() - down) / 1e9);
        report(room, before);
        node.start();
        wire.calm(true);
        return room.held(() -> {
            while (wire.holdsBack()) {
                Thread.sleep(10);
            }
            var stored = Stored.read(store, "postgres");
            var found = new ArrayList<>(Durability.told(room.check(stored)));
            found.addAll(Durability.told(room.checkServed(stored)));
            return found;
        });
    }

    private static int[] done(Student student) {
        return new int[] {student.signIns.get(), student.reloads.get(), student.expired.get()};
    }

    /** What those had to do who did not lose their session by themselves. */
    private static void report(Classroom room, List<int[]> before) {
        var signedIn = 0;
        var most = 0;
        for (var i = 0; i < before.size(); i++) {
            var now = done(room.students.get(i));
            var then = before.get(i);
            if (now[2] == then[2]) {
                signedIn += now[0] > then[0] ? 1 : 0;
                most = Math.max(most, now[1] - then[1]);
            }
        }
        System.out.printf(": %d signed in again, nobody loaded the page more than %d times%n", signedIn, most);
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
