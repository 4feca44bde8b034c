package io.skipway.lab.network;

/** A network that is not taken; the message is one line: where in the file, what is wrong there, how to mend it. */
public class NetworkRejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param where as {@code nodes[3] "h1".from} */
    public NetworkRejected(String where, String what) {
        super(where + ": " + what);
    }
}
