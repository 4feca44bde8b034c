package io.skipway.attempts;

class SettlingOnH2Tests extends SettlingContract {}
