package app.ascent.migration;

import app.ascent.PostgresTest;
import app.ascent.audit.Audit;
import app.ascent.database.Courtesy;
import app.ascent.database.Polls;
import app.ascent.database.Statistics;
import app.ascent.migration.pipeline.PipelineProperties;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.staging.Payloads;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A test of the real engine on PostgreSQL, with a fake source. Runs are queued, but executed by the test alone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PostgresTest
@Import({EngineTest.Engine.class, Courtesy.class, Polls.class, Statistics.class})
@MockitoBean(types = Audit.class)
@interface EngineTest {

    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PipelineProperties.class)
    @ComponentScan(basePackageClasses = Migrations.class)
    class Engine {

        @Bean
        static BeanPostProcessor wire() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource dataSource ? new Wire(dataSource) : bean;
                }
            };
        }

        @Bean
        SchedulerClient schedulerClient(DataSource dataSource, List<Task<?>> tasks) {
            return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), tasks)
                    .tableName("scheduler_task")
                    .build();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        FakeSource fakeSource() {
            return new FakeSource();
        }

        @Bean
        FakeTargets fakeTargets(JdbcClient jdbc) {
            return new FakeTargets(jdbc);
        }

        @Bean
        @Order(1)
        EntityMigration<?, ?> parents(FakeSource source, FakeTargets targets) {
            return new FakeMigration(FakeMigration.PARENTS, source, targets);
        }

        @Bean
        @Order(2)
        EntityMigration<?, ?> children(FakeSource source, FakeTargets targets) {
            return new FakeMigration(FakeMigration.CHILDREN, source, targets);
        }

        @Bean
        LookupTable<?> colours(FakeSource source) {
            return new FakeLookup<>(FakeLookup.COLOURS, source);
        }

        @Bean
        LookupTable<?> badges(FakeSource source) {
            return new FakeLookup<>(FakeLookup.BADGES, source);
        }

        @Bean
        Bench bench(
                Migrations migrations,
                Reports reports,
                Runs runs,
                FakeSource source,
                FakeTargets targets,
                JdbcClient jdbc,
                Payloads payloads,
                BenchWorkers workers) {
            return new Bench(migrations, reports, runs, source, targets, jdbc, payloads, workers);
        }

        @Bean
        BenchWorkers benchWorkers(
                RunExecutions executions,
                RunEnd end,
                OldFindings oldFindings,
                app.ascent.migration.pipeline.Pipelines pipelines,
                RunUsage usage,
                ApplicationEventPublisher events,
                SchedulerClock clock) {
            return new BenchWorkers(executions, end, oldFindings, pipelines, usage, events, clock);
        }
    }
}
