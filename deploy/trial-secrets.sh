#!/usr/bin/env bash
# Makes what compose.yaml needs of certificates and passwords, for a trial: deploy/trial-secrets.sh [FOLDER]
set -euo pipefail
to=${1:-"$(dirname "$0")/secrets"}
mkdir -p "$to" && chmod 700 "$to" && cd "$to"
password() { openssl rand -hex 24; }
migration=$(password) application=$(password)

# of the proxy; browsers warn of it, for nobody vouches for it
openssl req -x509 -newkey rsa:2048 -noenc -days 90 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
  -keyout tls.key -out tls.pem 2>/dev/null
# encrypts the keys of the cookies; its own key is in the same file
openssl req -x509 -newkey rsa:2048 -noenc -days 3650 -subj /CN=periop -keyout key.pem -out certificate.pem 2>/dev/null
cat certificate.pem key.pem >key-certificate.pem && rm certificate.pem key.pem

password >postgres-password
printf '%s' "alter role periop_migration password '$migration'; alter role periop_application password '$application';" >passwords.sql
printf '%s' "Host=postgres;Database=periop;Username=periop_migration;Password=$migration" >migration-connection-string
printf '%s' "Host=postgres;Database=periop;Username=periop_application;Password=$application" >application-connection-string
printf '%s' "postgres:5432:periop:periop_migration:$migration" >pgpass
printf '%s' trial-only >client-secret      # as keycloak/hospital.json has it
chmod 644 ./*      # read in containers by other users; the folder is closed
