package io.skipway.lab;

import io.skipway.identity.UserId;

/**
 * Says which experiments are closed to a person for now, because their result would give a prediction away. Rooms that hold
 * predictions implement it as a bean.
 */
public interface LabClosure {
    boolean closes(UserId who, Experiment experiment);
}
