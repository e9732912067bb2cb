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
USER ascent
ENV ASCENT_DATA_DIR=/var/lib/ascent/data
VOLUME /var/lib/ascent/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "ascent.jar"]
