#!/bin/sh
# What the official image does at its start, as far as docker-compose.yml relies on it.
set -eu
data=/var/lib/postgresql/data
bin=$(echo /usr/lib/postgresql/*/bin)
as_postgres() { setpriv --reuid=postgres --regid=postgres --init-groups "$@"; }
chown postgres:postgres "$data"
chmod 700 "$data"
mkdir -p /run/postgresql && chown postgres:postgres /run/postgresql
if [ ! -s "$data/PG_VERSION" ]; then
  install -m 600 -o postgres "$POSTGRES_PASSWORD_FILE" /tmp/password
  # shellcheck disable=SC2086
  as_postgres "$bin/initdb" -D "$data" -U "$POSTGRES_USER" --pwfile=/tmp/password --auth-local=trust \
    --auth-host=scram-sha-256 $POSTGRES_INITDB_ARGS
  rm /tmp/password
  echo 'host all all all scram-sha-256' >>"$data/pg_hba.conf"
  as_postgres "$bin/pg_ctl" -D "$data" -o "-c listen_addresses=''" -w start
  as_postgres "$bin/createdb" -U "$POSTGRES_USER" "$POSTGRES_DB"
  as_postgres "$bin/pg_ctl" -D "$data" -m fast -w stop
fi
exec setpriv --reuid=postgres --regid=postgres --init-groups "$bin/postgres" -D "$data" -c listen_addresses='*'
