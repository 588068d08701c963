package pl.otwartagmina.service.payments.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;

/** A file of the bank, chosen or dropped. It is worked off outside of the page, which goes on answering meanwhile. */
final class StatementField extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MEGABYTE = 1024 * 1024;

    /** A year of a large gmina; the console takes more. */
    private static final int LARGEST = 16 * MEGABYTE;

    private final Texts texts;
    private final transient Taker taker;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final Upload upload = new Upload();
    private final Button choose = new Button();

    /** Works a file off. */
    @FunctionalInterface
    interface Taker {
        /** Outside of the page: what the page is to do then. */
        Runnable take(String name, byte[] content) throws IOException;
    }

    StatementField(Texts texts, Taker taker) {
        this.texts = texts;
        this.taker = taker;
        addClassName("og-file");
        Span label = new Span();
        label.addClassName("og-file-label");
        Paragraph help = new Paragraph();
        help.addClassName("og-muted");
        texts.bind(label::setText, "payments.statements.file");
        texts.bind(help::setText, "payments.statements.file.help", LARGEST / MEGABYTE);
        getElement().setAttribute("role", "group");
        texts.bind(words -> getElement().setAttribute("aria-label", words), "payments.statements.file");
        upload.setUploadHandler(new Incoming());
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(choose);
        upload.addFileRejectedListener(rejected -> trouble.say(rejected.getErrorMessage()));
        texts.onLanguage(this::speak);
        add(label, help, trouble, upload);
    }

    private void speak() {
        String working = texts.get("payments.statements.file.working");
        String failed = texts.get("payments.statements.file.failed");
        choose.setText(texts.get("payments.statements.file.choose"));
        upload.setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(texts.get("payments.statements.file.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(texts.get("payments.statements.file.drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(texts.get("payments.statements.file.one"))
                        .setFileIsTooBig(texts.get("payments.statements.file.large", LARGEST / MEGABYTE)))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(working)
                                .setStalled(working)
                                .setProcessing(working)
                                .setHeld(working))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)
                                .setForbidden(failed)))
                .setFile(new UploadI18N.File()
                        .setRetry(texts.get("payments.statements.file.retry"))
                        .setStart(texts.get("payments.statements.file.send"))
                        .setRemove(texts.get("payments.statements.file.remove"))));
    }

    private void done(Runnable then) {
        trouble.hide();
        upload.clearFileList();
        then.run();
    }

    /** Takes no more than it may, however much is sent. */
    private final class Incoming implements UploadHandler {
        private static final long serialVersionUID = 1L;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            byte[] content = event.getInputStream().readNBytes(LARGEST + 1);
            Runnable then = content.length > LARGEST
                    ? () -> trouble.say(texts.get("payments.statements.file.large", LARGEST / MEGABYTE))
                    : taker.take(event.getFileName(), content);
            event.getUI().access(() -> done(then));
        }

        @Override
        public long getRequestSizeMax() {
            return 2L * LARGEST;
        }
    }
}
