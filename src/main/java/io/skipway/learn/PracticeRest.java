package io.skipway.learn;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.skipway.attempts.Practice;
import io.skipway.ui.Wording;
import java.time.Instant;

/** What stands where nothing is asked now: when it goes on, how much is learned, and the way to new questions. */
class PracticeRest extends Section {
    private final Wording words = Wording.of(PracticeRest.class);

    PracticeRest(Practice.Forecast forecast, Instant now, String more) {
        addClassName("rest");
        add(new H2(words.get(known(forecast) == 0 ? "practice-nothing" : "practice-rest")));
        forecast.nextAt().ifPresent(at -> add(new Paragraph(words.get("practice-next-one", Due.in(words, now, at)))));
        if (known(forecast) > 0) {
            var list = new DescriptionList();
            list.addClassName("numbers");
            count(list, "practice-count-soon", forecast.soon());
            count(list, "practice-count-learned", forecast.learned());
            count(list, "practice-count-new", forecast.fresh());
            add(list);
        }
        if (forecast.closed() > 0) {
            var closed = new Paragraph(words.get("practice-closed", forecast.closed()));
            closed.addClassName("quiet");
            add(closed);
        }
        var ways = new Div();
        ways.addClassName("ways");
        if (forecast.fresh() > 0) {
            var link = new Anchor(more, words.get("practice-more", forecast.fresh()));
            link.addClassNames("button", "primary");
            ways.add(link);
        }
        var home = new Anchor("", words.get("practice-home"));
        home.addClassName("button");
        ways.add(home);
        add(ways);
    }

    private static int known(Practice.Forecast forecast) {
        return forecast.soon() + forecast.learned() + forecast.fresh();
    }

    private void count(DescriptionList list, String key, int count) {
        list.add(new DescriptionList.Term(words.get(key)), new DescriptionList.Description(String.valueOf(count)));
    }
}
