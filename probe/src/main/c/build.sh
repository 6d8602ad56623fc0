#!/bin/sh
# Compiles the probe and its snapshot into the folder given, with the generated header in the second folder. Paths are mapped and debug sections stripped, so that the
# object is the same bytes wherever it is built. The objects of the other architecture are made beside the header, and
# not shipped: they show that the source compiles there.
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
for object in probe snapshot; do
	clang $flags -D__TARGET_ARCH_$other -c "$here/$object.bpf.c" -o "$generated/$object.$other.o"
	clang $flags -D__TARGET_ARCH_$arch -c "$here/$object.bpf.c" -o "$out/$object.bpf.o"
	llvm-strip -g "$out/$object.bpf.o"
done
