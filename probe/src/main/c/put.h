/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * Writes parameters into the event that is being built. All state is in the scratch and none in
 * registers, so that the verifier finds the same state behind every parameter.
 */
#ifndef FALCOJ_PUT_H
#define FALCOJ_PUT_H

#include "maps.h"

#define HEADER 26

/* Where the next value goes. The mask says to the verifier what the check in finish() makes true. */
static __always_inline void *room(struct scratch *s)
{
	return &s->data[s->at & (EVENT_BYTES - 1)];
}

static __always_inline void end(struct scratch *s, __u32 length)
{
	*(__u16 *)&s->data[HEADER + 2 * (s->param & 63)] = length;
	s->param += 1;
}

static __always_inline void put_empty(struct scratch *s)
{
	end(s, 0);
}

/* A number of 1 to 8 bytes; what is written too much is written over by the next. */
static __always_inline void put_number(struct scratch *s, __u64 value, __u32 width)
{
	*(__u64 *)room(s) = value;
	s->at += width;
	end(s, width);
}

/* A number without a parameter of its own. */
static __always_inline void push_number(struct scratch *s, __u64 value, __u32 width)
{
	*(__u64 *)room(s) = value;
	s->at += width;
}

/* A path that the filter has looked at is sent as it was then. */
static __always_inline bool push_judged(struct scratch *s, __u64 from)
{
	__u32 length = s->path_length;

	if (!from || s->path_from != from)
		return false;
	asm volatile("%0 &= %1" : "+r"(length) : "i"(2 * PATH_BYTES - 1));
	if (length > PATH_BYTES || bpf_probe_read_kernel(room(s), length, s->path.text))
		return false;
	s->at += length;
	return true;
}

static __always_inline long push_user_string(struct scratch *s, __u64 from)
{
	long length = from ? bpf_probe_read_user_str(room(s), STRING_BYTES, (void *)from) : 0;

	if (length < 0)
		length = 0;
	if (length == STRING_BYTES)
		s->cut = 1;
	s->at += length;
	return length;
}

static __always_inline long push_kernel_string(struct scratch *s, __u64 from, __u32 limit)
{
	long length = from ? bpf_probe_read_kernel_str(room(s), limit, (void *)from) : 0;

	if (length < 0)
		length = 0;
	s->at += length;
	return length;
}

static __always_inline void put_user_string(struct scratch *s, __u64 from)
{
	if (push_judged(s, from))
		end(s, s->path_length);
	else
		end(s, push_user_string(s, from));
}

/* Bytes of the process; none when they cannot be read. */
static __always_inline __u32 push_user_data(struct scratch *s, __u64 from, __u64 length)
{
	__u32 size = length > STRING_BYTES - 1 ? STRING_BYTES - 1 : length;

	asm volatile("" : "+r"(size));
	size &= STRING_BYTES - 1;
	if (!from || !size || bpf_probe_read_user(room(s), size, (void *)from))
		return 0;
	s->at += size;
	return size;
}

static __always_inline __u64 arg(struct scratch *s, __u32 index)
{
	asm volatile("%0 &= 7" : "+r"(index));
	return index < 6 ? s->args[index] : 0;
}

/*
 * On arm64 no call returns in a new thread where it could be seen: its parent tells of it instead, as upstream does.
 */
#if defined(__TARGET_ARCH_arm64)
#define TELLS_CHILDREN
#endif

/* Whom steps about a thread are about. */
static __always_inline struct task_struct *subject(struct scratch *s)
{
#ifdef TELLS_CHILDREN
	if (s->child)
		return (struct task_struct *)s->child;
#endif
	return bpf_get_current_task_btf();
}

/* A word of user memory as the process sees it: 4 bytes in a call of ia32. */
static __always_inline __u64 user_word(struct scratch *s, __u64 base, __u32 index)
{
	__u64 word = 0;

	if (s->compat)
		bpf_probe_read_user(&word, 4, (void *)(base + 4 * index));
	else
		bpf_probe_read_user(&word, 8, (void *)(base + 8 * index));
	return word;
}

#endif
