package io.skipway.player;

import io.skipway.identity.People;
import io.skipway.identity.UserId;
import io.skipway.lab.DataFiles;
import io.skipway.lab.DataTable;
import io.skipway.lab.ExperimentRejected;
import io.skipway.lab.LabJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the lab panel keeps the CSV files of whoever is signed in. */
@RestController
@RequestMapping(path = "/api/data", produces = MediaType.APPLICATION_JSON_VALUE)
class DataEndpoint {
    private final DataFiles files;
    private final People people;

    DataEndpoint(DataFiles files, People people) {
        this.files = files;
        this.people = people;
    }

    @GetMapping
    String mine() {
        return LabJson.write(new Files(files.of(me()), DataFiles.MOST));
    }

    /** The body is the file; however long it is, no more than the bound is read. */
    @PostMapping
    String add(@RequestParam(defaultValue = "") String name, InputStream body) throws IOException {
        var bytes = body.readNBytes(DataTable.MOST_BYTES + 1);
        if (bytes.length > DataTable.MOST_BYTES) {
            throw new ExperimentRejected("data-too-long", Map.of("bound", DataTable.MOST_BYTES));
        }
        return LabJson.write(files.add(me(), name, bytes));
    }

    @PostMapping("/remove")
    String remove(@RequestParam String data) {
        files.remove(me(), data);
        return mine();
    }

    private UserId me() {
        return people.me().id();
    }

    private record Files(List<DataFiles.Own> files, int most) {}
}
