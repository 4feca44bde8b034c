package io.skipway.lab;

class DataFilesOnH2Tests extends DataFilesContract {}
