package io.skipway.courseware;

class DraftsOnH2Tests extends DraftsContract {}
