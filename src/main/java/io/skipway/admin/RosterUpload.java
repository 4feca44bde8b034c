package io.skipway.admin;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import io.skipway.identity.RosterFile;
import io.skipway.ui.Wording;
import java.io.IOException;

/** Takes one file of bounded size into memory, and gives on its text, or what is wrong with it. */
class RosterUpload {
    private final Wording words = Wording.of(RosterUpload.class);
    private final SerializableConsumer<String> text;
    private final SerializableConsumer<String> refused;
    private final Upload field = new Upload();

    RosterUpload(SerializableConsumer<String> text, SerializableConsumer<String> refused) {
        this.text = text;
        this.refused = refused;
        var choose = new NativeButton(words.get("roster-file"));
        choose.addClassName("button");
        field.setUploadButton(choose);
        field.setDropLabel(new Span(words.get("roster-drop")));
        field.setMaxFiles(1);
        field.setMaxFileSize(RosterFile.MOST_BYTES);
        field.setAcceptedFileTypes(".csv", ".txt", "text/csv");
        field.setI18n(i18n());
        field.setUploadHandler(this::take);
        field.addFileRejectedListener(file -> refused.accept(file.getErrorMessage()));
    }

    Upload field() {
        return field;
    }

    /** What the browser has let through is measured again: it may not have come from a browser. */
    private void take(UploadEvent file) throws IOException {
        byte[] bytes;
        try (var in = file.getInputStream()) {
            bytes = in.readNBytes(RosterFile.MOST_BYTES + 1);
        }
        file.getUI().accessSynchronously(() -> {
            if (bytes.length > RosterFile.MOST_BYTES) {
                refused.accept(words.get("roster-too-big"));
            } else {
                RosterFile.text(bytes).ifPresentOrElse(text, () -> refused.accept(words.get("roster-encoding")));
            }
            field.clearFileList();
        });
    }

    private UploadI18N i18n() {
        var failed = words.get("roster-upload-failed");
        return new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(words.get("roster-too-big"))
                        .setIncorrectFileType(words.get("roster-type"))
                        .setTooManyFiles(words.get("roster-one-file")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(words.get("roster-uploading"))
                                .setStalled(words.get("roster-uploading"))
                                .setProcessing(words.get("roster-uploading")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)));
    }
}
