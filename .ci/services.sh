#!/usr/bin/env bash
# What the tests of other search engines need beside Python: Postgres 15, Lucene 8 and Java, from Debian's packages.
# Where they aren't installed, those tests skip. Nothing is started: the tests start their own server, on a socket.
set -euo pipefail
need=()
[ -x /usr/lib/postgresql/15/bin/initdb ] || need+=(postgresql-15)
compgen -G '/usr/share/java/lucene-core-*.jar' >/dev/null || need+=(liblucene8-java)
command -v javac >/dev/null || need+=(openjdk-17-jdk-headless)  # runs a source file, so it needs the compiler
if [ ${#need[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -q && apt-get install -y -q --no-install-recommends "${need[@]}"
fi
