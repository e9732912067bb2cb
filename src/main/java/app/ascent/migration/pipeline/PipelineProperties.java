package app.ascent.migration.pipeline;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much the engine does at once.
 *
 * @param batchSize records that are loaded in one transaction
 * @param leadPages pages that pulling may be ahead of loading
 * @param comparedRecords records among which those with an equal key are looked for in one transaction
 * @param divideFrom records of a type from which on it is pulled in two ranges of ids at once
 */
@Validated
@ConfigurationProperties("ascent.migration")
public record PipelineProperties(
        @DefaultValue("1000") @Min(1) int batchSize,
        @DefaultValue("200") @Min(1) int leadPages,
        @DefaultValue("200000") @Min(1) long comparedRecords,
        @DefaultValue("5000") @Min(2) int divideFrom) {}
