# Built in two steps: the build leaves the layers of the jar, and the image keeps nothing of Maven or the sources.
# Images are named by their digests, so that nothing else is built upon tomorrow than today. To take newer ones, pull the
# tag and write down what `docker inspect --format '{{index .RepoDigests 0}}'` says.
FROM maven:3.9-eclipse-temurin-25@sha256:93b8a14ea2f412782e4e842651273b4d903e35cc496284f178fbbe2d67d00976 AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
# The checks ran before the change landed; here it is only packaged.
RUN --mount=type=cache,target=/root/.m2 ./mvnw --batch-mode --no-transfer-progress -Dquick -Dmaven.test.skip=true package \
    && java -Djarmode=tools -jar target/ascent.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre@sha256:bb036ed6cfdc57e3da7c22634d15f1b840d2caf76183861c80e81ca4b5104abb
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/ascent ascent \
    && install --directory --owner=ascent --mode=700 /var/lib/ascent/data
WORKDIR /opt/ascent
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# A training run leaves a cache from which the JVM starts sooner. Its options are those of the entry point, or the JVM would not
# take it. PostgreSQL, which comes along, does not run as root. Where this does not succeed, the image starts without a cache.
RUN install --directory --owner=ascent /tmp/training \
    && if su ascent --shell /bin/sh --command "$JAVA_HOME/bin/java -XX:AOTCacheOutput=/tmp/training/ascent.aot -XX:+UseSerialGC \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar ascent.jar \
        --spring.profiles.active=training --ascent.data-dir=/tmp/training/data"; \
    then install --mode=644 /tmp/training/ascent.aot ascent.aot; else echo "No cache: this image starts as slowly as ever"; fi; \
    rm -rf /tmp/training
USER ascent
ENV ASCENT_DATA_DIR=/var/lib/ascent/data
# Little is alive in its heap, however large a migration is, so the simplest collector costs least. Whoever sets this chooses.
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC"
VOLUME /var/lib/ascent/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:AOTCache=/opt/ascent/ascent.aot", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "ascent.jar"]
