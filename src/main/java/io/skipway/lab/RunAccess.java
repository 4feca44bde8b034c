package io.skipway.lab;

import io.skipway.identity.UserId;

/** Says who, besides those who asked for a run, may read it. Rooms that hold runs as evidence implement it as a bean. */
public interface RunAccess {
    boolean mayRead(UserId who, RunId run);
}
