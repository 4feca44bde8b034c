package io.skipway.player;

import io.skipway.identity.People;
import io.skipway.identity.UserId;
import io.skipway.lab.Experiment;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.Lab;
import io.skipway.lab.LabJson;
import io.skipway.lab.Measurement;
import io.skipway.lab.RunId;
import io.skipway.lab.TakeHome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the lab panel asks for. The JSON is the lab's own, since only it knows what a number out of range looks like; who
 * asks is always who is signed in, and the lab decides what they may see.
 */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class RunsEndpoint {
    /** Settings are some hundred bytes. */
    static final int LONGEST = 8_192;

    private final Lab lab;
    private final TakeHome takeHome;
    private final People people;

    RunsEndpoint(Lab lab, TakeHome takeHome, People people) {
        this.lab = lab;
        this.takeHome = takeHome;
        this.people = people;
    }

    @PostMapping("/runs")
    String run(InputStream body) throws IOException {
        return LabJson.write(lab.run(me(), experiment(body)));
    }

    @PostMapping("/explore")
    String explore(InputStream body) throws IOException {
        return LabJson.write(new Explored(lab.explore(me(), experiment(body))));
    }

    @GetMapping("/runs/{id}")
    String after(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after) {
        return LabJson.write(lab.after(me(), new RunId(id), Math.max(0, after)));
    }

    @PostMapping("/runs/{id}/cancel")
    String cancel(@PathVariable UUID id) {
        return LabJson.write(lab.cancel(me(), new RunId(id)));
    }

    @PostMapping("/runs/{id}/replay")
    String replay(@PathVariable UUID id) {
        return LabJson.write(lab.replay(me(), new RunId(id)));
    }

    @PostMapping("/runs/{id}/verify")
    String verify(@PathVariable UUID id) {
        return LabJson.write(lab.verify(me(), new RunId(id)));
    }

    /** The networks of a run, for whoever may read it. */
    @GetMapping(path = "/runs/{id}/network.zip", produces = "application/zip")
    void network(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var flow = takeHome.flow(me(), new RunId(id));
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"network.zip\"");
        takeHome.write(flow, response.getOutputStream());
    }

    private UserId me() {
        return people.me().id();
    }

    /** However long the body is, no more than the bound is read. */
    private static Experiment experiment(InputStream body) throws IOException {
        var bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new ExperimentRejected("too-long", Map.of("bound", LONGEST));
        }
        return LabJson.request(new String(bytes, StandardCharsets.UTF_8));
    }

    private record Explored(List<Measurement> measurements) {}
}
