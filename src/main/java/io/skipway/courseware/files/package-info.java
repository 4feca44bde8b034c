/**
 * Markdown and YAML to records, with the line of every problem.
 *
 * <p>A course is a folder. What {@code course.yaml} does not list is not taught, and what a lesson does not name is a
 * problem; so is a text that one language has and the other has not.
 *
 * <pre>{@code
 * sums/course.yaml                       title, summary, and the lessons in their order
 * sums/first/lesson.ko.md                the lesson in Korean
 * sums/first/lesson.en.md                the same in English, with the same headings and blocks in the same order
 * sums/first/questions/halve.yaml        a question; its id is the file's name, once in the whole course
 * sums/first/labs/block.yaml             an experiment, likewise
 * sums/quizzes/final.yaml                questions of the course asked together, and the rules by which
 * sums/bank/questions/double.yaml        a question that only quizzes ask; its labs stand in bank/labs
 * sums/data/heights.csv                  numbers with a header, the last column the class: for all labs that learn
 * }</pre>
 *
 * <p>{@code course.yaml}:
 *
 * <pre>{@code
 * title: {ko: 합과 곱, en: Sums and products}
 * summary: {ko: 더하고 곱합니다., en: We add and multiply.}
 * lessons: [first]
 * quizzes: [final]
 * }</pre>
 *
 * <p>{@code lesson.en.md}. A heading has an anchor, the same in both languages; a formula stands between dollar signs;
 * {@code [word]{.residual}} gives a word the colour that its line has in the figures; a footnote becomes a note in the
 * margin. Alone in its line, {@code ::exercise{id}} places a question, {@code ::lab{id}} a lab and
 * {@code ::figure{architecture-map}} the built-in figure.
 *
 * <pre>{@code
 * # Halves
 *
 * ## What is added {#added}
 *
 * The [residual]{.residual} block computes $y = F(x) + x$.[^he]
 *
 * ::exercise{halve}
 *
 * [^he]: He et al., 2015.
 * }</pre>
 *
 * <p>{@code questions/halve.yaml}, of the kind {@code single-choice}; an {@code essay} has {@code maxCharacters}, a
 * {@code rubric} of criteria whose best levels add up to its points, and {@code solutions} instead of options. A
 * {@code prediction} asks for the curve of the {@code network}, plain or residual, of the gradient-flow {@code lab} that it
 * names, over an {@code axis} of powers of ten such as {@code {from: -40, to: 4}}; {@code within} has steps such as
 * {@code {decades: 1, points: 2}}, by the mean distance up to which each counts. A
 * {@code repair} hands over the sick network of the health {@code lab} that it names: {@code dials} are the settings that may
 * be changed, such as {@code [learningRate, initialiser]}, and {@code goal} has steps such as
 * {@code {accuracy: 0.7, points: 2}}, by the least median of the test accuracies on {@code seeds} (3 where it is not said)
 * fresh seeds. A {@code numeric} question has a {@code key}, and perhaps a {@code unit}; or its key is {@code computed} when the answer is
 * final, by a sealed run of the gradient-flow {@code lab} that it names: the {@code quantity} is ratio-plain, ratio-residual,
 * first-plain or first-residual, {@code draw} lists values of settings from which each attempt gets its own, which
 * {@code [[depth]]} puts into the texts, also inside formulas, and {@code closed: true} closes the lab until then. Its steps
 * {@code within} have one measure, the strictest first: {@code absolute}, {@code relative} (a share), {@code figures}
 * (significant ones) or {@code decades}. A {@code multiple-choice} has {@code right: true} in each option that is right, and
 * its {@code marking} is all-or-nothing, per-option or right-minus-wrong; a test answers {@code [a, c]}. Of a
 * {@code true-false} question the prompt is a statement, the {@code key} true or false, and {@code feedback} has a text for
 * each. A {@code short-answer} {@code accept}s texts and patterns, in which {@code *} stands for anything and {@code |} for
 * or, each with {@code points} (all where it is not said) and perhaps {@code feedback}; the first is a text that is told as
 * the key. Case counts with {@code caseSensitive: true} only; width and white space never do. An {@code ordering} has
 * {@code items} in their right order, each with an {@code id}, a {@code text} and perhaps {@code feedback} for whoever has
 * something else follow it; its {@code marking} is all-or-nothing or neighbours (each two that rightly follow each other
 * bring the same), and a test answers {@code [b, a, c]}. A {@code matching} has {@code pairs} of {@code left} and
 * {@code right}, perhaps with {@code feedback} for whoever chose another, and {@code extra} texts that stand on the right and
 * belong to nothing; its {@code marking} is all-or-nothing or per-pair, and a test answers {@code {a: a, b: c}}, by the ids of
 * pairs and extras. Both are shuffled for each attempt. In the prompt of a {@code cloze}, each of its {@code gaps} stands once
 * as {@code {{name}}}; a gap is of {@code type} text (what it {@code accept}s, as above), number ({@code key}, {@code unit} and
 * {@code within}, or exact) or choice ({@code options} with {@code id}, {@code text} and perhaps {@code feedback}, and the
 * {@code key}), and has {@code points} or an equal share of those that are left; a test answers
 * {@code {depth: 152, word: net}}. The options of a choice are put in a drawn order with {@code shuffle: true}. A choice, a
 * numeric question and a cloze may {@code draw} values for each attempt, by name a list or a range such as
 * {@code {from: 16, to: 64, step: 16}}, and {@code let} more be computed from them; {@code [[name]]} puts each into the texts,
 * and the key of a number may be {@code {formula: 9*c*c}} (see {@link io.skipway.courseware.Formulas}). Every variant is tried
 * when the file is read. A test is of the first values, or of those that it names: {@code {draw: {c: 32}, answer: 9216, points: 1}}.
 * An option may name a {@code lab} that shows what would follow if it were true; it
 * is offered after the submission only. Texts are Markdown. {@code lab} puts an experiment beside the answer, and {@code tests} say what an answer must be worth: a course
 * in which one fails is not published.
 *
 * <pre>{@code
 * kind: single-choice
 * points: 1
 * lab: block
 * prompt: {ko: $F(x) = 0$이면 $y$는?, en: "What is $y$ where $F(x) = 0$?"}
 * key: b
 * options:
 *   - id: a
 *     text: {ko: $0$, en: $0$}
 *     feedback: {ko: 더한 것을 잊었습니다., en: You forgot what is added.}
 *   - id: b
 *     text: {ko: $x$, en: $x$}
 *     feedback: {ko: 맞습니다., en: Right.}
 * tests:
 *   - {answer: b, points: 1}
 * }</pre>
 *
 * <p>{@code labs/block.yaml}. All settings of its kind are given; {@code controls} are those in view, and a preset changes
 * some settings and says what then is to be seen.
 *
 * <pre>{@code
 * lab: identity-term
 * question: {ko: 무엇이 남습니까?, en: What is left?}
 * look: {ko: 스킵 쪽을 보십시오., en: Look at the skip part.}
 * settings: {a: 1.0, activation: tanh, counterexample: none, width: 16, seed: 7}
 * controls: [a]
 * presets:
 *   - title: {ko: F를 끄면, en: F switched off}
 *     says: {ko: 스킵만 남습니다., en: The skip part alone is left.}
 *     breaks: false
 *     settings: {a: 0.0}
 * }</pre>
 *
 * <p>{@code quizzes/final.yaml}. Its {@code mode} is exam or practice; practice has a title, what it is {@code about} and its
 * sections only. What is not said is not bounded. A sitting lasts so many {@code minutes} and ends when the quiz
 * {@code closes}; within the {@code grace}, in seconds, what was typed before may still arrive. {@code attempts} says how often
 * one may sit it, {@code delay} the minutes between, {@code counts} which is worth something: best, last, first or mean.
 * {@code navigation} is free or sequential, where a section that was left is closed. The {@code behaviour} is deferred (all is
 * marked at the end), immediate (each may be checked once), tries (each may be checked so often as {@code tries} says, and
 * every miss takes the share {@code penalty} of its points) or certainty. {@code review} says from when on points, feedback and
 * solution are shown: checked, submitted, closed or never. A question is drawn from a {@code pool}, or named; {@code points}
 * stand in place of its own.
 *
 * <pre>{@code
 * title: {ko: 마지막 시험, en: Final}
 * about: {ko: 책을 보아도 됩니다., en: You may use the book.}
 * mode: exam
 * opens: 2026-11-30T09:00+09:00
 * closes: 2026-12-01T18:00+09:00
 * minutes: 40
 * grace: 30
 * attempts: 2
 * delay: 60
 * counts: best
 * password: residual
 * navigation: free
 * behaviour: tries
 * tries: 3
 * penalty: 0.3
 * review: {points: submitted, feedback: submitted, solution: closed}
 * sections:
 *   - title: {ko: 더하기, en: Adding}
 *     shuffled: true
 *     questions:
 *       - {question: double, points: 2}
 *       - {pool: [halve], draw: 1}
 * }</pre>
 *
 * <p>{@code data/heights.csv} is named in the settings of a lab as {@code data: heights}, and offered in every lab of the course
 * that learns from data. It has at least 60 rows and at most 10,000, 256 columns, 20 classes and 2 MB.
 */
@NullMarked
package io.skipway.courseware.files;

import org.jspecify.annotations.NullMarked;
