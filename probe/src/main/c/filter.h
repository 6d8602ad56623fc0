/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * Decides whether an event is sent, before it is made: an interpreter of decision tables that only jump
 * forward. What is not known for certain is sent.
 */
#ifndef FALCOJ_FILTER_H
#define FALCOJ_FILTER_H

#include "calls.h"

/* One question. Filled by the reader, as its twin in Java says. */
struct node {
	/* A number, a mask, or the set of texts. */
	__u64 value;
	/* The step that finds a number, or the argument. */
	__u32 op;
	__u16 yes;
	__u16 no;
	__u8 source;
	__u8 test;
	/* Bytes of a number as the event has it; the top bit says that it is signed. */
	__u8 width;
	__u8 unused[5];
};

struct filters {
	/* Of each row of the table of calls the first node, counted from 1; 0: all events are sent. */
	__u16 first[2 * CALL_NUMBERS];
	struct node nodes[FILTER_NODES];
};

SAME(offsetof(struct node, op) == AT_NODE_OP);
SAME(offsetof(struct node, yes) == AT_NODE_YES);
SAME(offsetof(struct node, source) == AT_NODE_SOURCE);
SAME(sizeof(struct node) == NODE_BYTES);
SAME(offsetof(struct filters, nodes) == AT_FILTERS_NODES);
SAME(sizeof(struct filters) == FILTERS_BYTES);

/* Two generations: one is in use while the reader fills the other. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(map_flags, BPF_F_MMAPABLE);
	__uint(max_entries, 2);
	__type(key, __u32);
	__type(value, struct filters);
} filters SEC(".maps");

/* Texts and numbers of all sets, each behind the number of its set and padded with NUL. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__uint(max_entries, FILTER_TEXTS);
	__uint(key_size, sizeof(__u32) + FILTER_TEXT);
	__uint(value_size, 1);
} texts SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_LPM_TRIE);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__uint(max_entries, FILTER_TEXTS);
	__uint(key_size, 2 * sizeof(__u32) + FILTER_TEXT);
	__uint(value_size, 1);
} prefixes SEC(".maps");

/* Whether the start of the call that a thread is in was sent: then its end has to be. */
struct {
	__uint(type, BPF_MAP_TYPE_TASK_STORAGE);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, int);
	__type(value, __u32);
} started SEC(".maps");

#define EVERY(byte) (0x0101010101010101ull * (byte))

/* 0x80 in each byte that is the one asked for. */
static __always_inline __u64 places_of(__u64 word, __u8 byte)
{
	__u64 rest = word ^ EVERY(byte);

	return ~(((rest & EVERY(0x7f)) + EVERY(0x7f)) | rest | EVERY(0x7f));
}

/* Each mark one byte further; the first one comes from the word before. */
static __always_inline __u64 further(__u64 marks, __u64 before)
{
	return marks << 8 | before >> 56;
}

/*
 * Whether a path can be nothing but what it says: no slash behind a slash or at the end, no dot behind a slash or a
 * dot, and only bytes that are printed as they are. Eight bytes at a time, with a slash put behind the end.
 */
static __always_inline bool is_plain(__u8 *path, __u32 length)
{
	__u64 slashes = 0, dots = 0;

	if (path[0] != '/')
		return false;
	for (__u32 i = 0; i <= PATH_BYTES / 8; i++) {
		__u64 word = *(__u64 *)&path[8 * i];
		__u64 slash, dot, behind;
		__u32 left = length - 8 * i;

		if (left < 8)
			word = (word & ((1ull << 8 * left) - 1)) | ((EVERY('a') << 8 | '/') << 8 * left);
		/* Below a blank, or above the tilde. */
		if (((word - EVERY(0x20)) & ~word & EVERY(0x80)) | ((word + EVERY(1)) & EVERY(0x80))
		    | (word & EVERY(0x80)))
			return false;
		slash = places_of(word, '/');
		dot = places_of(word, '.');
		behind = further(slash, slashes);
		if ((slash & behind) | (dot & (behind | further(dot, dots))))
			return false;
		if (left < 8)
			return true;
		slashes = slash;
		dots = dot;
	}
	return false;
}

/* The text of the path that an argument is, found once; 0 when it may be another one than it says. */
__noinline int take_path(__u32 index)
{
	struct scratch *s = scratch();
	__u64 from;
	__u8 *path;
	long length;

	if (!s)
		return 0;
	from = arg(s, index);
	path = s->path.text;
	if (!from)
		return 0;
	if (s->path_from == from)
		return s->path_plain;
	__builtin_memset(path, 0, FILTER_TEXT);
	length = bpf_probe_read_user_str(path, PATH_BYTES + 8, (void *)from);
	if (length <= 1 || length > PATH_BYTES)
		return 0;
	s->path_from = from;
	s->path_length = length;
	s->path_plain = is_plain(path, length - 1);
	return s->path_plain;
}

/* Port of an address that the call was given; false when there is none. */
static __always_inline bool take_port(struct scratch *s, __u32 op, __s64 *value)
{
	__u16 start[2] = {};
	__u32 size = arg(s, ARG2(op));

	if (size < 8 || bpf_probe_read_user(start, sizeof(start), (void *)arg(s, ARG(op))))
		return false;
	*value = port_of(start[1]);
	return start[0] == AF_INET || start[0] == AF_INET6;
}

/* Family of a socket by its descriptor: what the caller's memory says may change. */
static __always_inline bool take_family(struct scratch *s, __u32 index, __s64 *value)
{
	struct sock *sock = socket_of(arg(s, index));

	*value = sock ? BPF_CORE_READ(sock, __sk_common.skc_family) : 0;
	return sock;
}

static __always_inline bool take_type(struct scratch *s, __s64 *value)
{
	struct file *file = s->at_start || s->ret < 0 ? NULL : file_of(s->ret);

	*value = file ? BPF_CORE_READ(file, f_inode, i_mode) & S_IFMT : 0;
	return file;
}

/* As wide as the event has it. */
static __always_inline __s64 narrow(__u64 value, __u32 width)
{
	__u32 unused = 64 - 8 * (width & 15);

	return width & SIGNED ? (__s64)(value << unused) >> unused : value << unused >> unused;
}

static __always_inline bool take_number(struct scratch *s, struct node *node, __s64 *value)
{
	switch (node->source) {
	case SOURCE_RETURN:
		*value = s->ret;
		return !s->at_start;
	case SOURCE_NUMBER:
		if (!find_number(node->op) || s->unknown)
			return false;
		*value = narrow(s->value, node->width);
		return true;
	case SOURCE_FAMILY:
		return take_family(s, node->op, value);
	case SOURCE_PORT:
		return take_port(s, node->op, value);
	case SOURCE_FILE_TYPE:
		return take_type(s, value);
	case SOURCE_UID:
		*value = (__u32)bpf_get_current_uid_gid();
		return true;
	}
	return false;
}

static __always_inline bool holds(struct scratch *s, struct node *node, __s64 value)
{
	__s64 other = node->value;

	switch (node->test) {
	case TEST_EQUAL_TO:
		return value == other;
	case TEST_ANY_BITS:
		return value & other;
	case TEST_LESS_THAN:
		return value < other;
	case TEST_SMALL:
		return (__u64)value < 64 && other >> (value & 63) & 1;
	}
	/* A number of a set. */
	__builtin_memset(s->other.text, 0, FILTER_TEXT);
	*(__s64 *)s->other.text = value;
	s->other.set = other;
	return bpf_map_lookup_elem(&texts, &s->other.set);
}

/* The last bytes of a path, backwards. */
static __always_inline void turn(struct scratch *s, __u32 length)
{
	__builtin_memset(s->other.text, 0, FILTER_TEXT);
	for (__u32 i = 0; i < FILTER_TEXT; i++) {
		__u32 at = length - 1 - i;

		if (at >= PATH_BYTES)
			break;
		s->other.text[i] = s->path.text[at];
	}
}

static __always_inline bool text_holds(struct key *key, __u32 length, struct node *node)
{
	key->set = node->value;
	if (node->test == TEST_IN_TEXTS)
		return length <= FILTER_TEXT && bpf_map_lookup_elem(&texts, &key->set);
	key->bits = 8 * (sizeof(__u32) + (length < FILTER_TEXT ? length : FILTER_TEXT));
	return bpf_map_lookup_elem(&prefixes, key);
}

static __always_inline bool comm_holds(struct scratch *s, struct node *node)
{
	struct task_struct *task = bpf_get_current_task_btf();
	long length;

	__builtin_memset(s->other.text, 0, FILTER_TEXT);
	length = bpf_probe_read_kernel_str(s->other.text, 16, task->comm);
	return text_holds(&s->other, length - 1, node);
}

struct trial {
	__u32 generation;
	__u32 at;
	__u32 verdict;
};

static long judge(__u32 index, struct trial *trial)
{
	struct filters *all = bpf_map_lookup_elem(&filters, &trial->generation);
	struct scratch *s = scratch();
	__u32 at = trial->at, next;
	struct node *node;
	bool yes;

	if (!all || !s || at >= FILTER_NODES)
		return 1;
	node = &all->nodes[at];
	if (node->source == SOURCE_PATH) {
		if (!take_path(node->op))
			return 1;
		if (node->test == TEST_ENDS_WITH) {
			turn(s, s->path_length - 1);
			yes = text_holds(&s->other, s->path_length - 1, node);
		} else {
			yes = text_holds(&s->path, s->path_length - 1, node);
		}
	} else if (node->source == SOURCE_COMM) {
		yes = comm_holds(s, node);
	} else {
		__s64 value = 0;

		if (!take_number(s, node, &value))
			return 1;
		yes = holds(s, node, value);
	}
	next = yes ? node->yes : node->no;
	trial->at = next;
	trial->verdict = next;
	return next >= FILTER_NODES;
}

/* False for an event that no rule and no state needs. */
__noinline int is_needed(__u32 index)
{
	struct scratch *s = scratch();
	struct trial trial = {.generation = settings.generation & 1, .verdict = FILTER_PASS};
	struct filters *all = bpf_map_lookup_elem(&filters, &trial.generation);
	__u32 first;

	if (!s || !all)
		return 1;
	asm volatile("%0 &= %1" : "+r"(index) : "i"(2 * CALL_NUMBERS - 1));
	first = all->first[index];
	if (!first)
		return 1;
	trial.at = first - 1;
	s->path_from = 0;
	s->unknown = 0;
	bpf_loop(FILTER_DEPTH, judge, &trial, 0);
	return trial.verdict != FILTER_DROP;
}

/* Notes whether the start of a call was sent. */
static __always_inline void note_start(bool sent)
{
	__u32 *note = bpf_task_storage_get(&started, bpf_get_current_task_btf(), NULL,
					   sent ? BPF_LOCAL_STORAGE_GET_F_CREATE : 0);

	if (note)
		*note = sent;
}

/* Whether the start of the call that ends was sent; forgets it. */
static __always_inline bool start_was_sent(void)
{
	__u32 *note = bpf_task_storage_get(&started, bpf_get_current_task_btf(), NULL, 0);
	bool sent = note && *note;

	if (sent)
		*note = 0;
	return sent;
}

#endif
