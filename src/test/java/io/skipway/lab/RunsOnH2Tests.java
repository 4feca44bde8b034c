package io.skipway.lab;

class RunsOnH2Tests extends RunsContract {}
