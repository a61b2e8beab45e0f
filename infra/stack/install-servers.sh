#!/bin/sh
# Installs what the tests run against on Debian 12: Redis, PostgreSQL, a JDK and Maven for Elasticsearch, openssl for their
# certificates, Chromium for the desk.
# Safe to run again: what is there stays. Their system services are not needed and not started.
set -eu
missing=
command -v redis-server >/dev/null 2>&1 || missing="$missing redis-server"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v mvn >/dev/null 2>&1 || missing="$missing maven"
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v openssl >/dev/null 2>&1 || missing="$missing openssl"
if [ -n "$missing" ]; then
  export DEBIAN_FRONTEND=noninteractive
  # Debian starts a service after installing it, unless this says no.
  policy=/usr/sbin/policy-rc.d
  [ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' >"$policy"; chmod +x "$policy"; trap 'rm -f "$policy"' EXIT; }
  apt-get update -qq
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi
cd "$(dirname "$0")/../.."
node_modules/.bin/node infra/stack/prepare-elasticsearch.ts
