package io.skipway.grading;

class GradingOnH2Tests extends GradingContract {}
