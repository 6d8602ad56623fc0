# Shared by ./falco-run, ./falcoc and ./check: what the build needs from the system, and the build itself.
# Sourced, with $root set to the top of the clone. Everything it says goes to standard error.

say() {
	printf '%s\n' "$*" >&2
}

have_jdk() {
	javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
	command -v "$javac" >/dev/null 2>&1 || return 1
	major=$("$javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
	[ "${major:-0}" -ge 17 ]
}

have_libbpf() {
	ls /usr/lib/*/libbpf.so.1 /usr/lib/libbpf.so.1 /lib/*/libbpf.so.1 /usr/lib64/libbpf.so.1 2>/dev/null | grep -q .
}

# True where the probe can be tried for real: its tests must not skip there.
allows_probe() {
	[ "$(id -u)" -eq 0 ] && [ -e /sys/kernel/btf/vmlinux ] && have_libbpf
}

# Prints the Debian packages that are missing, one a line: of what the build needs, and with the argument
# "tests" of what only tests need.
missing_packages() {
	if [ "${1:-}" = tests ]; then
		command -v sysdig >/dev/null 2>&1 || echo sysdig
		command -v curl >/dev/null 2>&1 || echo curl
		command -v jq >/dev/null 2>&1 || echo jq
		command -v chromium >/dev/null 2>&1 || echo chromium
		command -v chromedriver >/dev/null 2>&1 || echo chromium-driver
	fi
	have_jdk || echo openjdk-17-jdk-headless
	command -v mvn >/dev/null 2>&1 || echo maven
	command -v clang >/dev/null 2>&1 || echo clang
	command -v llvm-strip >/dev/null 2>&1 || echo llvm
	[ -e /usr/include/bpf/bpf_helpers.h ] || echo libbpf-dev
	have_libbpf || echo libbpf1
}

# Installs what is missing through apt, or says what to run. With the argument "tests" for the tests too.
set_up() {
	packages=$(missing_packages "${1:-}" | tr '\n' ' ')
	packages=${packages% }
	[ -n "$packages" ] || return 0
	if ! command -v apt-get >/dev/null 2>&1; then
		say "FalcoJ needs these packages, and there is no apt here to install them: $packages"
		return 1
	fi
	if [ "$(id -u)" -ne 0 ]; then
		say "FalcoJ needs packages that are not installed. Run:"
		say "  sudo apt-get update"
		say "  sudo apt-get install -y --no-install-recommends $packages"
		return 1
	fi
	say "Installing with apt: $packages"
	log=$(mktemp)
	if ! { apt-get update -qq &&
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages; } >"$log" 2>&1; then
		cat "$log" >&2
		rm -f "$log"
		say "apt could not install the packages above."
		return 1
	fi
	rm -f "$log"
}

# True when a source is newer than the built distribution.
is_stale() {
	stamp=$root/agent/target/falcoj/.built
	[ -e "$stamp" ] || return 0
	changed=$(find "$root" \( -name target -o -name .git -o -name docs -o -path '*/src/test' \) -prune \
		-o -type f -newer "$stamp" \( -name pom.xml -o -path '*/src/*' \) -print -quit)
	[ -n "$changed" ]
}

# Builds the distribution into agent/target/falcoj unless it is up to date.
build_once() {
	if is_stale; then
		set_up || return 1
		say "Building FalcoJ (once; a few minutes on a fresh machine) ..."
		(cd "$root" && mvn -q -B -Dquick -DskipTests verify -pl agent -am) >&2 || {
			say "The build failed; the lines above say why."
			return 1
		}
		touch "$root/agent/target/falcoj/.built"
	fi
	# Any other build of the distribution leaves it without.
	[ -d "$root/agent/target/falcoj/archive" ] ||
		"$root/agent/target/falcoj/bin/falco-archive" "$root/rules/src/main/falco" ||
		say "Class archives could not be made; all works without them, and starts slower."
}
