package io.skipway.attempts;

class AttemptsOnH2Tests extends AttemptsContract {}
