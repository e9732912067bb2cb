package app.ascent.journey.report;

import app.ascent.importing.Reasons;
import app.ascent.journey.Figure;
import app.ascent.journey.IssueFilter;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.Totals;
import app.ascent.journey.report.ReportView.Group;
import app.ascent.journey.report.ReportView.ReasonLine;
import app.ascent.journey.report.ReportView.Where;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.ReasonCount;
import app.ascent.migration.Reports.Report;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Why records were left out or remarked on: by outcome, the most frequent reason first, records and remarks apart. */
@Component
class ReasonGroups {

    /** How often one reason occurs with one type of record. */
    private record Share(long records, long findings) {

        Share plus(Share other) {
            return new Share(records + other.records, findings + other.findings);
        }
    }

    /** So many types are named at once. */
    private static final int NAMED = 3;

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final Reasons reasons;

    ReasonGroups(Formats formats, Texts texts, RecordTypes types, Reasons reasons) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.reasons = reasons;
    }

    List<Group> of(Report report, Totals totals, String root) {
        String issues = root + "/issues";
        List<Group> groups = new ArrayList<>();
        add(groups, Outcome.FAILED, totals.failed(), report.failures(), issues, texts.say("group.failed.text"));
        add(groups, Outcome.SKIPPED, totals.skipped(), report.skips(), issues, texts.say("group.skipped.text"));
        add(
                groups,
                Outcome.WARNED,
                totals.warnings(),
                report.warnings(),
                issues,
                remarks(report) == totals.warnings()
                        ? texts.say("group.warned.text")
                        : texts.say("group.warned.several", remarks(report)));
        return groups;
    }

    /** All remarks on loaded records; one record may carry several. */
    static long remarks(Report report) {
        return report.warnings().stream().mapToLong(ReasonCount::count).sum();
    }

    /** @param records that came to this outcome, each counted once, however many reasons it has */
    private void add(
            List<Group> groups, Outcome outcome, long records, List<ReasonCount> counted, String issues, String text) {
        if (counted.isEmpty()) {
            return;
        }
        Map<String, Map<String, Share>> byCode = new LinkedHashMap<>();
        for (ReasonCount each : counted) {
            byCode.computeIfAbsent(each.code(), code -> new LinkedHashMap<>())
                    .merge(each.entity(), new Share(each.records(), each.count()), Share::plus);
        }
        String name = outcome.name().toLowerCase(Locale.ROOT);
        groups.add(new Group(
                outcome,
                texts.say("group." + name),
                text,
                Figure.of(records, formats, IssueFilter.of(name, null, null).address(issues)),
                byCode.entrySet().stream()
                        .sorted(Comparator.comparingLong((Map.Entry<String, Map<String, Share>> code) ->
                                        sum(code.getValue().values()).records())
                                .reversed())
                        .map(code -> reason(code.getKey(), code.getValue(), outcome, issues))
                        .toList()));
    }

    private ReasonLine reason(String code, Map<String, Share> shares, Outcome outcome, String issues) {
        String title = reasons.title(code);
        Share all = sum(shares.values());
        String href = IssueFilter.of(outcome.name().toLowerCase(Locale.ROOT), null, code)
                .address(issues);
        return new ReasonLine(
                code,
                title,
                reasons.text(code),
                where(
                        shares,
                        outcome == Outcome.WARNED && all.findings() != all.records()
                                ? texts.say("reasons.remarks", all.findings())
                                : ""),
                Figure.of(all.records(), formats, href),
                href,
                texts.say("reasons.show", title),
                outcome != Outcome.WARNED && reasons.retryable(code) ? texts.say("retry.all", title) : null);
    }

    /** The number of records stands beside it, so that it is said here only where it has parts. */
    private Where where(Map<String, Share> shares, String remarks) {
        if (shares.size() == 1) {
            return new Where(types.plural(shares.keySet().iterator().next()) + remarks, null, "");
        }
        List<String> counts = shares.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Share> share) ->
                                share.getValue().records())
                        .reversed())
                .map(share -> types.count(share.getKey(), share.getValue().records()))
                .toList();
        // One more takes no more room than saying so.
        int named = counts.size() <= NAMED + 1 ? counts.size() : NAMED;
        int more = counts.size() - named;
        return new Where(
                String.join(", ", counts.subList(0, named)) + remarks,
                more == 0 ? null : texts.say("reasons.more-types", more),
                String.join(", ", counts.subList(named, counts.size())));
    }

    private static Share sum(Collection<Share> shares) {
        return shares.stream().reduce(new Share(0, 0), Share::plus);
    }
}
