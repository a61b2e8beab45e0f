/**
 * A self-signed certificate of `localhost` and 127.0.0.1 for local test servers; it protects nothing. Made by
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 * -addext subjectAltName=DNS:localhost,IP:127.0.0.1`.
 */
export const localhostCertificate = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUAYnbKJP0ddldHDP9ULrFhTBnKvYwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjE0MTU1MVoYDzIxMjYxMDI5
MTQxNTUxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS3/LGEfW8ctxdX50B6l8YGZckseLGwnR3HOknKkU7RFFzMqiFUVpeq
jkk83ZcGjHJTighKr0291IMbOMs03Mg2o28wbTAdBgNVHQ4EFgQUyxsLraRB0EKR
ooVvzHpqMXutU+4wHwYDVR0jBBgwFoAUyxsLraRB0EKRooVvzHpqMXutU+4wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAMMKJzgDpnvzqmB66aCpMWQZV7ZagwG5JEMCmQ7uKMWtAiEA
rt5tSJdKNzpWVqqSYg4MTLxOO974on61Qb0DoNwPIZA=
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgnPObSa2dhqJlEvDo
KKJfLZ+RoQlSFFLsOL3Jkj08geGhRANCAAS3/LGEfW8ctxdX50B6l8YGZckseLGw
nR3HOknKkU7RFFzMqiFUVpeqjkk83ZcGjHJTighKr0291IMbOMs03Mg2
-----END PRIVATE KEY-----
`,
};
