#!/bin/sh
# Compiles the probe into the folder given, with the generated header in the second folder. Paths are mapped and debug sections stripped, so that the
# object is the same bytes wherever it is built. The other
# architecture is checked for syntax.
set -e
here=$(cd -- "$(dirname -- "$0")" && pwd)
out=$1
generated=$2
mkdir -p "$out"
machine=$(uname -m)
case $machine in
aarch64) arch=arm64 other=x86 ;;
*) arch=x86 other=arm64 ;;
esac
flags="-O2 -g -Wall -Werror -target bpf -fdebug-compilation-dir=. -ffile-prefix-map=$here=probe -ffile-prefix-map=$generated=probe -I$generated -I/usr/include/$machine-linux-gnu"
clang $flags -D__TARGET_ARCH_$other -fsyntax-only "$here/probe.bpf.c"
clang $flags -D__TARGET_ARCH_$arch -c "$here/probe.bpf.c" -o "$out/probe.bpf.o"
llvm-strip -g "$out/probe.bpf.o"
