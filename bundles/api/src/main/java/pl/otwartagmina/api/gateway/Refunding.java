package pl.otwartagmina.api.gateway;

/** How a refund stands at the gateway. */
public enum Refunding {
    /** The gateway has taken it and works on it. */
    PENDING,
    /** The money is on its way to the payer. */
    DONE,
    /** The gateway did not give it back. */
    FAILED
}
