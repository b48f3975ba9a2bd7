# Build first: mvn -B package. Two images come from here, the application's and the engine's.

FROM eclipse-temurin:25-jre AS unpacked
WORKDIR /build
COPY api/target/verger-api-*.jar packaged/application.jar
# The database is a container of its own, so the embedded one stays behind.
RUN java -Djarmode=tools -jar packaged/application.jar extract --destination unpacked \
    && rm unpacked/lib/embedded-postgres-binaries-*.jar

FROM eclipse-temurin:25-jre AS application
RUN useradd --system --uid 10001 verger
WORKDIR /application
COPY --from=unpacked /build/unpacked/lib lib
COPY --from=unpacked /build/unpacked/application.jar application.jar
USER verger
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "--enable-native-access=ALL-UNNAMED", "-jar", "application.jar"]
# The images have no curl.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]

FROM camunda/zeebe:8.5.8 AS engine
COPY --chmod=644 exporter/target/verger-exporter-plugin.jar /usr/local/zeebe/exporters/verger-exporter-plugin.jar
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9600 && printf 'GET /ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
