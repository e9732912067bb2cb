package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.KnownReasons;
import app.ascent.migration.spi.SourceId;
import app.ascent.web.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The audit log has no names that the API alone knows. */
class LogWordsTests {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final Texts texts = new Texts(messages);
    private final LogWords words = new LogWords(texts, new Reasons(messages, new KnownReasons(List.of())));

    LogWordsTests() {
        messages.setBasename("messages/importing");
        messages.setDefaultEncoding("UTF-8");
    }

    @Test
    void namesWhatWasTriedAgainByItsNumberAndWhatThatIsOf() {
        assertThat(words.triedAgain("contractLines", SourceId.of("ContractServices:51"), null))
                .isEqualTo("Contract line without a name (Autotask ID 51, contract service) tried again");
        assertThat(words.triedAgain("companies", new SourceId(51), null))
                .isEqualTo("Company without a name (Autotask ID 51) tried again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ContractServices",
                "ContractServiceBundles",
                "ContractMilestones",
                "ContractBlocks",
                "ContractRetainers",
                "ContractTicketPurchases",
                "ConfigurationItemRelatedItems"
            })
    void hasAWordForEachPart(String part) {
        assertThat(SourceWords.of(SourceId.of(part + ":7"), texts))
                .startsWith("7, ")
                .doesNotContain(part);
    }
}
