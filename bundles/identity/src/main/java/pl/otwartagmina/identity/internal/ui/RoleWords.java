package pl.otwartagmina.identity.internal.ui;

import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.identity.internal.People;

/** Roles by the names that people in an office use. */
final class RoleWords {
    private RoleWords() {}

    static String of(Texts texts, Role role) {
        String kind = role.equals(People.VERIFIER) ? "VERIFIER" : role.kind().name();
        return texts.get("identity.role." + kind, role.module());
    }
}
