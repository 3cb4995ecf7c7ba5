# docker build -t holdfast .
FROM python:3.13-slim AS build
WORKDIR /src
COPY requirements.lock .
RUN python -m venv /opt/holdfast \
    && /opt/holdfast/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
RUN /opt/holdfast/bin/pip install --no-cache-dir --no-deps .

FROM python:3.13-slim
RUN useradd --system --create-home --home-dir /data --uid 10001 holdfast
COPY --from=build /opt/holdfast /opt/holdfast
ENV PATH=/opt/holdfast/bin:$PATH PYTHONUNBUFFERED=1
USER holdfast
# config.toml, the SQLite database and the evidence live here.
WORKDIR /data
VOLUME /data
# SIGTERM is the polite stop: what runs is finished, within 10 s.
STOPSIGNAL SIGTERM
ENTRYPOINT ["holdfast"]
CMD ["run"]
