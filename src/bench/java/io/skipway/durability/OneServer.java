package io.skipway.durability;

import io.skipway.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** One server on H2, which dies again and again while a class answers. */
final class OneServer {
    static final int STUDENTS = 10;
    private static final int MOST_BETWEEN = 300;

    private OneServer() {}

    static Durability.Outcome run(Path home, int kills) throws Exception {
        Files.createDirectories(home);
        var faults = new LinkedHashSet<Fault>();
        var options = List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "--skipway.demo.students=" + STUDENTS);
        try (var server = new ServerProcess(home, options)) {
            server.start();
            try (var wire = new Wire(List.of(server.address()));
                    var room = new Classroom(wire.address(), STUDENTS)) {
                room.everybodyLooks();
                var reloads = 0;
                for (var kill = 1; kill <= kills; kill++) {
                    wire.calm(false);
                    room.write(ThreadLocalRandom.current().nextInt(1, MOST_BETWEEN));
                    if (kill % 3 == 0) {
                        room.somebodySubmits();
                    }
                    var effort = new Effort(room);
                    server.kill();
                    faults.addAll(room.held(() -> {
                        var stored = left(home);
                        var found = new ArrayList<>(Durability.told(room.check(stored)));
                        server.start();
                        wire.calm(true);
                        found.addAll(Durability.told(room.checkServed(stored)));
                        return found;
                    }));
                    room.everybodyLooks();
                    var asked = effort.sum();
                    reloads = Math.max(reloads, asked.most());
                    System.out.printf("kill %d of %d: %s%n  faults=%d %s%n", kill, kills, asked, faults.size(), room);
                }
                System.out.println("lines broken: " + wire.broken);
                return new Durability.Outcome(kills, room.acknowledged(), reloads, faults);
            }
        }
    }

    /** The store as the dead server left it, looked at in a copy. */
    private static Map<Place, Stored> left(Path home) throws Exception {
        var copy = home.resolve("left.mv.db");
        Files.copy(home.resolve("demo.mv.db"), copy, StandardCopyOption.REPLACE_EXISTING);
        return Stored.read("jdbc:h2:file:" + home.resolve("left"), "");
    }
}
