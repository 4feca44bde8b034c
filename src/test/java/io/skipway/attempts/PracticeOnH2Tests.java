package io.skipway.attempts;

class PracticeOnH2Tests extends PracticeContract {}
