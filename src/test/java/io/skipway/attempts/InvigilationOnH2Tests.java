package io.skipway.attempts;

class InvigilationOnH2Tests extends InvigilationContract {}
