package pl.otwartagmina.service.payments.internal.ui;

import java.util.Set;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;

/** Says which modules do not tell what is owed at the moment; the rest of the page is as it should be. */
public final class MissingModules {
    private MissingModules() {}

    public static Notice notice(Texts texts, Set<String> missing) {
        Notice notice = new Notice(Tone.WARNING);
        notice.say(texts.get("payments.partial", new DueWords(texts.locale(), texts::get).modules(missing)));
        return notice;
    }
}
