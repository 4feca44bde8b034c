package io.skipway.attempts;

class RepairsOnH2Tests extends RepairsContract {}
