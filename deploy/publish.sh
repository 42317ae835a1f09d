#!/usr/bin/env bash
# Publishes the server with the code that it would otherwise compile while it runs, and without a compiler: deploy/publish.sh FOLDER
set -euo pipefail
to=$(realpath -m "$1")
cd "$(dirname "$0")/.."
project=src/Periop.Server
generated=$(mktemp -d)
trap 'rm -rf "$generated"' EXIT

# Only a build with the compiler can write the code; only a build without it needs it.
dotnet build "$project" -c Debug
CodeGeneration__Folder="$generated" ASPNETCORE_ENVIRONMENT=Development \
  dotnet "$project/bin/Debug/net10.0/Periop.Server.dll" codegen write
dotnet publish "$project" -c Release -o "$to" -p:GeneratedCode="$generated"
# what was restored for it has no compiler, and the next build without a restore would be one without
dotnet restore "$project"
