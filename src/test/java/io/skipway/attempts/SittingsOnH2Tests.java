package io.skipway.attempts;

class SittingsOnH2Tests extends SittingsContract {}
