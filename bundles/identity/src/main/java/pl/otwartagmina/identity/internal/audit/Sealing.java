package pl.otwartagmina.identity.internal.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.identity.internal.audit.AuditTables.Kept;
import pl.otwartagmina.identity.internal.audit.AuditTables.Seal;

/**
 * How a seal is made: HMAC-SHA-256, under a secret that is not in the database, over the seal before, the number and every
 * field of the record. Whoever has the database alone can neither change a record nor make the chain anew.
 */
record Sealing(SecretKeySpec secret) {
    private static final String ALGORITHM = "HmacSHA256";

    Sealing(byte[] secret) {
        this(new SecretKeySpec(secret, ALGORITHM));
    }

    /** The next link, after one of this number and value (0 and empty at the beginning). */
    Seal next(long numberBefore, String sealBefore, Kept record) {
        return new Seal(numberBefore + 1, record.id(), value(numberBefore + 1, sealBefore, record));
    }

    private String value(long number, String sealBefore, Kept record) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(bytes(number, sealBefore, record)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Each text with its length before it: no two records have the same bytes. */
    private static byte[] bytes(long number, String sealBefore, Kept record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(sealBefore);
            out.writeLong(number);
            out.writeLong(record.id());
            out.writeLong(record.at().getEpochSecond());
            out.writeInt(record.at().getNano());
            AuditRecord act = record.act();
            for (String text : List.of(
                    act.actor(),
                    act.onBehalfOf(),
                    act.action(),
                    act.objectType(),
                    act.objectId(),
                    act.reason(),
                    act.result().name(),
                    act.origin().address(),
                    act.origin().session())) {
                out.writeUTF(text);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
