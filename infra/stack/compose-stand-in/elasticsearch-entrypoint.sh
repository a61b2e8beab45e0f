#!/bin/sh
# The launcher of the tests listens on loopback; the forwarder makes it reachable from the other containers.
set -eu
mkdir -p /usr/share/elasticsearch/data/config
node /opt/forward.mjs 9200 9201 &
# shellcheck disable=SC2086
exec /opt/jdk/bin/java ${ES_JAVA_OPTS:-} -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  --add-modules=jdk.incubator.vector -cp '/opt/elasticsearch/classes:/opt/elasticsearch/lib/*' saring.node.TestNode \
  /opt/elasticsearch /usr/share/elasticsearch/data 9201 9301
