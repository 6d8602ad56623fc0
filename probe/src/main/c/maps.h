/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* What the programs and the reader share. Structs here have a twin in Java, Layout; the header brings its numbers. */
#ifndef FALCOJ_MAPS_H
#define FALCOJ_MAPS_H

#include "kernel.h"
#include "schema.gen.h"

/* One way to make an event of a system call. Filled by the reader before anything is attached. */
struct call {
	__u16 event;
	__u8 params;
	__u8 class;
	/* Of the call that this one is the same as in the table of x86-64. */
	__u16 code;
	__u16 native;
	__u32 ops[MAX_OPS];
};

struct settings {
	/* Added to the clock since boot: nanoseconds since the epoch. */
	__u64 boot_time;
	/* Bytes kept of what is read and written. */
	__u32 data_bytes;
	/* The reader sleeps until it is woken up. */
	__u32 waiting;
	/* Which of the two sets of filters is in use. */
	__u32 generation;
	__u32 unused;
};

/* For each call number bits, so that one look suffices; then the other events. */
struct wanted {
	__u8 calls[CALL_NUMBERS];
	__u8 exec;
	__u8 exit;
	__u8 signal;
	__u8 unused[5];
};

/* Per processor and class; seen = filtered + sent + dropped. */
struct counters {
	__u64 seen;
	__u64 filtered;
	__u64 sent;
	__u64 dropped;
	/* Sent events in which a text was cut. */
	__u64 cut;
	__u64 unused[3];
};

#define SAME(condition) _Static_assert(condition, "maps.h and Layout.java differ")
SAME(offsetof(struct call, class) == AT_CALL_CLASS);
SAME(offsetof(struct call, native) == AT_CALL_NATIVE);
SAME(offsetof(struct call, ops) == AT_CALL_STEPS);
SAME(sizeof(struct call) == CALL_BYTES);
SAME(offsetof(struct wanted, signal) == AT_WANTED_SIGNAL);
SAME(sizeof(struct wanted) == WANTED_BYTES);
SAME(offsetof(struct settings, data_bytes) == AT_SETTINGS_DATA_BYTES);
SAME(offsetof(struct settings, waiting) == AT_SETTINGS_WAITING);
SAME(offsetof(struct settings, generation) == AT_SETTINGS_GENERATION);
SAME(sizeof(struct settings) == SETTINGS_BYTES);
SAME(offsetof(struct counters, dropped) == AT_COUNTERS_DROPPED);
SAME(offsetof(struct counters, cut) == AT_COUNTERS_CUT);
SAME(sizeof(struct counters) == COUNTERS_BYTES);

/* A text or a number as the filters' sets have it, in the form that the kernel's tries want. */
struct key {
	__u32 bits;
	__u32 set;
	__u8 text[FILTER_TEXT];
};

/* Where one processor builds its event. */
struct scratch {
	__u64 args[6];
	__s64 ret;
	/* The file that was opened; of an execve that worked the name that the kernel was given. */
	__u64 file;
	__u64 time;
	__u32 at;
	__u32 param;
	__u32 cut;
	__u32 compat;
	__u16 code;
	__u16 native;
	__u32 number;
	/* What find_number() found, and whether it could not be read. */
	__u64 value;
	__u32 unknown;
	/* The call begins. */
	__u32 at_start;
	/* The new thread that its parent tells of; else 0. */
	__u64 child;
	/* The path that the filter has looked at; its length counts the NUL. */
	__u64 path_from;
	__u32 path_length;
	__u32 path_plain;
	struct key path;
	__u8 path_rest[PATH_BYTES + 8 - FILTER_TEXT];
	struct key other;
	__u64 names[MAX_NAMES];
	__u8 temp[512];
	__u8 data[EVENT_BYTES + STRING_BYTES];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 2 * CALL_NUMBERS);
	__type(key, __u32);
	__type(value, struct call);
} calls SEC(".maps");

/*
 * Which calls are wanted, and which other events; changed while programs run. Read in place: this is all that a
 * call costs which nobody wants.
 */
struct wanted wanted SEC(".data.wanted") = {};
struct settings settings SEC(".data.settings") = {};

/* The reader sets how many processors there are. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, CLASSES);
	__type(key, __u32);
	__type(value, struct counters);
} counts SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct scratch);
} scratches SEC(".maps");

struct ring {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
	__uint(max_entries, 1);
	__uint(key_size, sizeof(__u32));
	__array(values, struct ring);
} rings SEC(".maps");

static __always_inline struct scratch *scratch(void)
{
	__u32 cpu = bpf_get_smp_processor_id();

	return bpf_map_lookup_elem(&scratches, &cpu);
}

static __always_inline struct counters *counters(__u32 class)
{
	__u32 at = bpf_get_smp_processor_id() * CLASSES + class;

	return bpf_map_lookup_elem(&counts, &at);
}

#endif
