package io.skipway.durability;

/** One try of a person at an exercise. */
record Place(String person, String exercise, int number) {
    static Place of(String person, String token) {
        var parts = token.split(":", -1);
        return new Place(person, parts[1], Integer.parseInt(parts[2]));
    }

    Place next() {
        return new Place(person, exercise, number + 1);
    }

    String token() {
        return "deep-cnn:%s:%d".formatted(exercise, number);
    }

    String path() {
        return "api/attempts/" + token() + "/";
    }

    String answers() {
        return path() + "answers/" + exercise;
    }
}
