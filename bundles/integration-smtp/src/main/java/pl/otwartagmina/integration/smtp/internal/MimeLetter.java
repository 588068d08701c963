package pl.otwartagmina.integration.smtp.internal;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import pl.otwartagmina.api.mail.Letter;

/** A letter as mail servers take it: plain text in UTF-8, and marked as sent by a machine (RFC 3834). */
final class MimeLetter {
    private MimeLetter() {}

    static MimeMessage of(Letter letter, Session session, String from, String fromName) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        try {
            message.setFrom(
                    fromName.isEmpty()
                            ? new InternetAddress(from, true)
                            : new InternetAddress(from, fromName, StandardCharsets.UTF_8.name()));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }
}
