#!/bin/sh
# Find a Chromium for the browser tests, or install one: Debian's package as root, Playwright's own otherwise.
set -eu
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if ls "$HOME"/.cache/ms-playwright/chromium*/ >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "No Chromium found: installing Debian's packages chromium and fonts-noto-cjk"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null
else
  echo "No Chromium found: installing Playwright's into ~/.cache/ms-playwright"
  "$1/playwright" install chromium
fi
