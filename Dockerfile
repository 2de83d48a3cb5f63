# The service and the page in a container. Build the wheel first: python -m pip wheel --no-deps --wheel-dir dist .
#
#   docker build -t translit .
#   docker run --rm -p 127.0.0.1:8000:8000 -v "$PWD/data:/data" translit -e /data/people.csv
#
# The port is published to this machine alone; browsers reach it as localhost, so no --allow-host is needed.
FROM python:3.12-slim
COPY dist/translit_names-*.whl /tmp/wheel/
RUN wheel=$(ls /tmp/wheel/*.whl) \
 && pip install --no-cache-dir "translit-names[web,icu,parquet] @ file://$wheel" \
 && rm -r /tmp/wheel \
 && useradd --create-home --uid 1000 translit \
 && mkdir /data /jobs && chown translit /jobs
USER translit
VOLUME ["/data", "/jobs"]
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/reconcile', timeout=4)"]
ENTRYPOINT ["translit", "serve", "--host", "0.0.0.0", "--jobs", "/jobs"]
