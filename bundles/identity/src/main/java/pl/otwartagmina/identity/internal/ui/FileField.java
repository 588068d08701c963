package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;

/**
 * A file that somebody sends, chosen or dropped. It is judged as soon as it is here; whatever else stands in the form stays as
 * it is. Keys: {@code <key>} is its label and {@code <key>.help} says what is taken.
 */
final class FileField extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MEGABYTE = 1024 * 1024;

    private final Texts texts;
    private final int longest;
    private final transient BiFunction<String, byte[], Optional<String>> taker;
    private final Notice trouble = new Notice(Tone.DANGER);
    private final Upload upload = new Upload();
    private final Button choose = new Button();

    /**
     * @param longest bytes
     * @param extensions of the files that are taken, without a dot
     * @param taker gets name and content, and answers in words what is wrong with it
     */
    FileField(
            Texts texts,
            String key,
            int longest,
            List<String> extensions,
            BiFunction<String, byte[], Optional<String>> taker) {
        this.texts = texts;
        this.longest = longest;
        this.taker = taker;
        addClassName("og-file");
        Span label = new Span();
        label.addClassName("og-file-label");
        Paragraph help = new Paragraph();
        help.addClassName("og-muted");
        texts.bind(label::setText, key);
        texts.bind(help::setText, key + ".help");
        getElement().setAttribute("role", "group");
        texts.bind(words -> getElement().setAttribute("aria-label", words), key);
        upload.setUploadHandler(new Incoming());
        upload.setMaxFiles(1);
        upload.setMaxFileSize(longest);
        upload.setAcceptedFileTypes(extensions.stream().map(one -> "." + one).toArray(String[]::new));
        upload.setUploadButton(choose);
        upload.addFileRejectedListener(rejected -> trouble.say(rejected.getErrorMessage()));
        texts.onLanguage(this::speak);
        add(label, help, trouble, upload);
    }

    private void speak() {
        choose.setText(texts.get("identity.file.choose"));
        upload.setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(texts.get("identity.file.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(texts.get("identity.file.drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(texts.get("identity.file.one"))
                        .setFileIsTooBig(tooLarge())
                        .setIncorrectFileType(texts.get("identity.file.type")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(texts.get("identity.file.sending"))
                                .setStalled(texts.get("identity.file.stalled"))
                                .setProcessing(texts.get("identity.file.sending"))
                                .setHeld(texts.get("identity.file.sending")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(texts.get("identity.file.failed"))
                                .setUnexpectedServerError(texts.get("identity.file.failed"))
                                .setForbidden(texts.get("identity.file.failed"))))
                .setFile(new UploadI18N.File()
                        .setRetry(texts.get("identity.file.retry"))
                        .setStart(texts.get("identity.file.send"))
                        .setRemove(texts.get("identity.file.remove"))));
    }

    private String tooLarge() {
        return texts.get("identity.file.large", longest / MEGABYTE);
    }

    private void arrived(String name, byte[] content) {
        trouble.hide();
        upload.clearFileList();
        Optional<String> fault = content.length > longest ? Optional.of(tooLarge()) : taker.apply(name, content);
        fault.ifPresent(trouble::say);
    }

    /** Takes no more than it may, however much is sent. */
    private final class Incoming implements UploadHandler {
        private static final long serialVersionUID = 1L;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            byte[] content = event.getInputStream().readNBytes(longest + 1);
            String name = event.getFileName();
            event.getUI().access(() -> arrived(name, content));
        }

        @Override
        public long getRequestSizeMax() {
            return 4L * longest;
        }
    }
}
