package io.skipway.attempts;

class HistoriesOnH2Tests extends HistoriesContract {}
