package io.skipway.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.grading.Submission;
import io.skipway.player.LabPanel;
import io.skipway.ui.Wording;

/** The runs that the learner pinned, each with its settings and to be replayed. */
class Evidence extends Div {
    Evidence(Submission submission, Question.Essay essay, Edition edition, Language language) {
        addClassName("evidence");
        var sheet = essay.lab().flatMap(edition::lab);
        if (submission.pins().isEmpty() || sheet.isEmpty()) {
            var none = new Paragraph(Wording.of(Evidence.class).get("no-evidence"));
            none.addClassName("quiet");
            add(none);
            return;
        }
        submission.pins().forEach(pin -> add(LabPanel.evidence(sheet.get(), pin.run(), language)));
    }
}
