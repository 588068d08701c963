package pl.otwartagmina.service.payments.internal.ui.clerk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.service.payments.internal.ImportDesk;

/** A file of the tax system that a clerk sends, chosen or dropped; it goes straight to the disk. */
final class CsvUpload extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MEGABYTE = 1024 * 1024;

    private final Texts texts;
    private final transient Taker taker;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final Upload upload = new Upload();
    private final Button choose = new Button();

    /** Takes the file. */
    @FunctionalInterface
    interface Taker {
        /** Returns false if it is too large. */
        boolean take(InputStream content, String name) throws IOException;
    }

    CsvUpload(Texts texts, Taker taker) {
        this.texts = texts;
        this.taker = taker;
        addClassName("og-file");
        Span label = new Span();
        label.addClassName("og-file-label");
        Paragraph help = new Paragraph();
        help.addClassName("og-muted");
        getElement().setAttribute("role", "group");
        upload.setUploadHandler(new Incoming());
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) ImportDesk.LARGEST);
        upload.setAcceptedFileTypes(".csv", ".json", ".txt");
        upload.setUploadButton(choose);
        upload.addFileRejectedListener(rejected -> trouble.say(rejected.getErrorMessage()));
        add(label, help, trouble, upload);
        texts.bind(label::setText, "payments.imports.file");
        texts.bind(help::setText, "payments.imports.file.help", ImportDesk.LARGEST / MEGABYTE);
        texts.bind(words -> getElement().setAttribute("aria-label", words), "payments.imports.file");
        texts.onLanguage(this::speak);
    }

    private void speak() {
        String sending = texts.get("payments.imports.sending");
        String failed = texts.get("payments.imports.failed");
        choose.setText(texts.get("payments.imports.choose"));
        upload.setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(texts.get("payments.imports.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(texts.get("payments.imports.drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(texts.get("payments.imports.one"))
                        .setFileIsTooBig(tooLarge())
                        .setIncorrectFileType(texts.get("payments.imports.type")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(sending)
                                .setStalled(sending)
                                .setProcessing(sending)
                                .setHeld(sending))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)))
                .setFile(new UploadI18N.File()
                        .setRetry(texts.get("payments.imports.again"))
                        .setStart(texts.get("payments.imports.send"))
                        .setRemove(texts.get("payments.imports.remove"))));
    }

    private String tooLarge() {
        return texts.get("payments.imports.large", ImportDesk.LARGEST / MEGABYTE);
    }

    private void arrived(boolean taken) {
        trouble.hide();
        upload.clearFileList();
        if (!taken) {
            trouble.say(tooLarge());
        }
    }

    /** Takes no more than it may, however much is sent. */
    private final class Incoming implements UploadHandler {
        private static final long serialVersionUID = 1L;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            boolean taken = taker.take(event.getInputStream(), event.getFileName());
            event.getUI().access(() -> arrived(taken));
        }

        @Override
        public long getRequestSizeMax() {
            return 2 * ImportDesk.LARGEST;
        }

        @Override
        public long getFileSizeMax() {
            return ImportDesk.LARGEST + 1;
        }
    }
}
