package io.skipway.identity;

/** Someone who may sign in. An inactive person's work stays, but they can't. */
public record Person(UserId id, String username, String name, boolean administrator, boolean active) {}
