package io.skipway.identity;

class PeopleOnH2Tests extends PeopleContract {}
