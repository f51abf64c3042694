#!/usr/bin/env bash
# Makes the pictures of README.md from the demo: the mail on a wide screen and on a phone, light and dark, and the draft.
# Needs a JDK, Maven, curl and chromium.
set -euo pipefail
cd "$(dirname "$0")/../.."
port=8093
work=$(mktemp -d)
trap 'kill "$demo" 2>/dev/null || true; wait "$demo" 2>/dev/null || true; rm -rf "$work"' EXIT

mvn -q spring-boot:run -Dspring-boot.run.profiles=demo \
  -Dspring-boot.run.arguments="--server.port=$port --briefing.data=$work/data" > "$work/log" 2>&1 &
demo=$!
until grep -q "It goes on serving" "$work/log"; do
  kill -0 "$demo" 2>/dev/null || { cat "$work/log"; exit 1; }
  sleep 1
done
web=$(sed -n 's/^ *web version *//p' "$work/log")
draft=$(sed -n 's/^ *the draft *//p' "$work/log")

# the sample outlets do not exist, and neither do the addresses of their pictures
curl -fsS "$web" | sed "s#https://[a-z.-]*example/talks.jpg#file://$PWD/src/main/resources/demo/talks.jpg#" > "$work/mail.html"

# picture FILE WIDTH HEIGHT SCALE ADDRESS [OPTION...]
picture() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/chromium" \
    --window-size="$2,$3" --force-device-scale-factor="$4" --screenshot="src/docs/$1" "${@:6}" "$5" 2>/dev/null
}
dark=--blink-settings=preferredColorScheme=0
picture mail.png 760 1400 1 "file://$work/mail.html"
picture mail-dark.png 760 1400 1 "file://$work/mail.html" $dark
picture mail-phone.png 375 1000 2 "file://$work/mail.html"
picture mail-phone-dark.png 375 1000 2 "file://$work/mail.html" $dark
picture draft.png 1400 1460 1 "$draft"
