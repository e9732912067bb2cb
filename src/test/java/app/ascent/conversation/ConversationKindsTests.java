package app.ascent.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ConversationKindsTests {

    @Test
    void refuseAKindThatIsContributedTwice() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("one", new Boats().boats());
        beans.addBean("two", new Boats().boats());

        assertThatIllegalStateException()
                .isThrownBy(() -> new ConversationKinds(beans.getBeanProvider(ConversationsOf.class)));
    }

    @Test
    void mayBeNone() {
        assertThat(new ConversationKinds(new StaticListableBeanFactory().getBeanProvider(ConversationsOf.class))
                        .find("boats"))
                .isEmpty();
    }
}
