#!/bin/sh
# Tries prfaq in the programs that write hooks, each with a real commit: pre-commit, lefthook, husky, lint-staged.
#
#   tests/frameworks.sh [PROGRAM]      PROGRAM is target/release/prfaq unless it is given
#
# It needs git, python3 with venv, npm and the registries of both, and works in a temporary folder. With SOURCE=1
# pre-commit also builds the committed source (language: rust), which takes minutes. The exit code is 0 where every one
# stopped what is wrong and let pass what is right though the work tree is wrong.
set -eu

source=$(cd "$(dirname "$0")/.." && pwd)
program=$(realpath "${1:-$source/target/release/prfaq}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

mkdir "$work/bin" "$work/js"
ln -s "$program" "$work/bin/prfaq"
python3 -m venv "$work/py"
"$work/py/bin/pip" install -q --disable-pip-version-check pre-commit
# Not from here: what lefthook runs when it is installed writes hooks into the repository that it is called from.
(cd "$work/js" && npm init -y >/dev/null && npm install --silent --no-fund --no-audit --ignore-scripts \
    lefthook husky lint-staged)
PATH="$work/bin:$work/py/bin:$work/js/node_modules/.bin:$PATH"
HOME=$work GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=ann@example.com GIT_COMMITTER_NAME=Ann GIT_COMMITTER_EMAIL=ann@example.com
CARGO_HOME=${CARGO_HOME:-$(eval echo ~"$(id -un)")/.cargo} RUSTUP_HOME=${RUSTUP_HOME:-$(eval echo ~"$(id -un)")/.rustup}
export PATH HOME CARGO_HOME RUSTUP_HOME GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM
export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL

# A repository with a draft that is right and a README that no hook should mind.
begin() {
    rm -rf "$work/house"
    git init -q -b main "$work/house"
    cd "$work/house"
    printf 'rules: {missing-part: off}\n' >prfaq.yml
    printf 'We leverage synergy. It is TBD.\n' >README.md
    printf 'The box opens when the driver scans the parcel.\n' >prfaq.md
    git add .
    git commit -qm begin
}

# Commits something wrong, then something right under a wrong work tree; says what came of it.
try() {
    name=$1
    printf 'We open on TBD.\n' >prfaq.md
    git add -A
    if git commit -qm wrong >"$work/said" 2>&1; then
        wrong=passed failed=1
    elif grep -q 'prfaq.md:1:12' "$work/said"; then
        wrong=stopped
    else
        wrong=broke failed=1
        cat "$work/said"
    fi
    printf 'The box opens when the driver scans it.\n' >prfaq.md
    git add -A
    printf 'We open on TBD.\n' >prfaq.md
    if git commit -qm right >"$work/said" 2>&1; then right=passed; else right=stopped failed=1; cat "$work/said"; fi
    if [ "$(cat prfaq.md)" != 'We open on TBD.' ]; then right='passed, work tree lost' failed=1; fi
    printf '%-34s wrong: %-8s right, half staged: %s\n' "$name" "$wrong" "$right"
}

pre_commit() {
    begin
    printf 'repos:\n  - repo: %s\n    rev: %s\n    hooks: [{id: %s}]\n' \
        "$source" "$(git -C "$source" rev-parse HEAD)" "$1" >.pre-commit-config.yaml
    pre-commit install >/dev/null
    try "$(pre-commit --version), $1"
}

begin
prfaq hook install --quiet
try 'prfaq hook install'

pre_commit prfaq-lint-system
[ -z "${SOURCE:-}" ] || pre_commit prfaq-lint

begin
printf 'pre-commit:\n  jobs: [{name: prfaq, run: prfaq lint --staged --only-prfaqs --show failing --quiet}]\n' >lefthook.yml
lefthook install >/dev/null
try "lefthook $(lefthook version)"

begin
husky >/dev/null
echo 'prfaq lint --staged --only-prfaqs --show failing --quiet' >.husky/pre-commit
try husky

begin
printf '{"lint-staged": {"*.{md,markdown,txt}": "prfaq lint --only-prfaqs --force-exclude --quiet"}}\n' >package.json
printf '#!/bin/sh\nexec lint-staged\n' >.git/hooks/pre-commit
chmod +x .git/hooks/pre-commit
try "lint-staged $(lint-staged --version)"

exit $failed
