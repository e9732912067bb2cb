package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What kinds show on the first page, to those who may see it. */
@Component
public class FirstPageCards {

    private final List<FirstPageCard> cards;
    private final CurrentUser currentUser;

    FirstPageCards(List<FirstPageCard> cards, CurrentUser currentUser) {
        this.cards = cards.stream()
                .sorted(Comparator.comparingInt(FirstPageCard::place))
                .toList();
        this.currentUser = currentUser;
    }

    public List<FirstPageCard.Shown> all() {
        return cards.stream()
                .filter(card -> Permitted.to(card.authority()))
                .map(card -> card.of(currentUser.organization()))
                .<FirstPageCard.Shown>mapMulti((shown, some) -> {
                    if (shown != null) {
                        some.accept(shown);
                    }
                })
                .toList();
    }
}
