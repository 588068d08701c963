package pl.otwartagmina.api.identity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import pl.otwartagmina.api.federation.Proof;
import pl.otwartagmina.api.module.AccessLevel;

/** Checks who somebody is: by user name and password, or by what an identity provider proves. */
@ProviderType
public interface SignIn {
    /**
     * Checks a user name, or an e-mail address, and a password. It takes the same time, and answers the same, whether the
     * name or the password is wrong.
     *
     * @param password cleared by the caller
     * @param origin the browser that asks
     */
    Result signIn(String userName, char[] password, Origin origin);

    /**
     * The second step, where {@link SecondFactor} asks for one.
     *
     * @param ticket of that answer; good for some minutes
     * @param code of the app, or one on paper
     */
    Result secondFactor(String ticket, String code, Origin origin);

    /**
     * Signs in whom a provider recognised. Somebody new gets an account.
     *
     * @param provider id of the provider
     */
    Result federated(String provider, Proof proof, Origin origin);

    /**
     * Joins whom a provider recognised with the account of somebody signed in: from now on both ways of signing in lead to
     * it, and a proven identity is the account's.
     */
    Result connect(Person person, String provider, Proof proof, Origin origin);

    /**
     * What somebody signed in shows before a way to sign in is connected to their account: whoever finds an open browser is
     * not its owner. {@link #connect} holds to it; without it the answer is {@link TooLate}.
     *
     * @param provider id of the provider
     * @param level how surely it knows people at its best
     */
    Assurance beforeConnecting(Person person, String provider, AccessLevel level, Origin origin);

    /**
     * Takes the password of somebody signed in, so that a provider can be connected. Answers {@link Welcome},
     * {@link Refused} or {@link Later}; it can be guessed no oftener than at sign-in.
     *
     * @param password cleared by the caller
     */
    Result confirm(Person person, char[] password, Origin origin);

    /** How an owner shows that it is them. */
    enum Assurance {
        /** Nothing more is needed. */
        NONE,
        /** By {@link SignIn#confirm}. */
        PASSWORD,
        /** The account has no password: by signing in anew the way they did before. */
        SIGN_IN
    }

    /** Ways on for those who cannot sign in: a new account, a forgotten password. */
    List<Link> links(Locale locale);

    /**
     * A link on the sign-in page.
     *
     * @param text ready to be shown
     * @param address without a leading slash
     */
    record Link(String text, String address) {}

    /** What came of it. For {@link #connect} and {@link #federated} only some of them. */
    sealed interface Result {}

    /**
     * The person is known. Of level {@link AccessLevel#STRONG} if it was proven here and now.
     */
    record Welcome(Person person) implements Result {}

    /**
     * Name and password fit, and the account asks for a code besides.
     *
     * @param ticket for {@link SignIn#secondFactor}; opens nothing without the code
     */
    record SecondFactor(String ticket) implements Result {}

    /** The ticket, or the assurance, has run out or was never given: the person begins anew. */
    record TooLate() implements Result {}

    /** Name and password do not fit; which of them is wrong is not told. */
    record Refused() implements Result {}

    /** Name and password fit, but the e-mail address was not confirmed by the link that was sent to it. */
    record NotConfirmed() implements Result {}

    /**
     * Not even looked at: too many failures before, or too many people at once.
     *
     * @param pause after which it is worth trying again
     */
    record Later(Duration pause) implements Result {}

    /** A provider's person is new here, but the e-mail address has an account: its owner signs in and connects both. */
    record AddressTaken() implements Result {}

    /** The person proven has another account. */
    record OtherAccount() implements Result {}

    /** The account belongs to another person than the one proven. */
    record OtherPerson() implements Result {}
}
