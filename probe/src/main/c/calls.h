/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* The steps of which events are made; the table of calls says which event takes which. */
#ifndef FALCOJ_CALLS_H
#define FALCOJ_CALLS_H

#include "net.h"
#include "task.h"

#define KIND(op) ((op)&0xff)
#define ARG(op) ((op) >> 8 & 0xf)
#define ARG2(op) ((op) >> 12 & 0xf)
#define WIDTH(op) ((op) >> 16 & 0xf)
#define EXTRA(op) ((op) >> 24)

static __always_inline void put_data(struct scratch *s, __u64 from, __u64 length)
{
	__u32 limit = data_limit();

	end(s, push_user_data(s, from, length < limit ? length : limit));
}

static __always_inline __u32 user_u32(__u64 at)
{
	__u32 value = 0;

	bpf_probe_read_user(&value, sizeof(value), (void *)at);
	return value;
}

static __always_inline void put_pair(struct scratch *s, __u64 at)
{
	int fds[2] = {-1, -1};

	bpf_probe_read_user(fds, sizeof(fds), (void *)at);
	put_number(s, (__s64)fds[0], 8);
	put_number(s, (__s64)fds[1], 8);
}

static __always_inline void put_socket_pair(struct scratch *s, __u64 at)
{
	int fds[2] = {-1, -1};
	struct sock *one = NULL;

	if (s->ret == 0) {
		bpf_probe_read_user(fds, sizeof(fds), (void *)at);
		one = socket_of(fds[0]);
	}
	put_number(s, (__s64)fds[0], 8);
	put_number(s, (__s64)fds[1], 8);
	put_number(s, (__u64)one, 8);
	put_number(s, one ? (__u64)BPF_CORE_READ((struct unix_sock *)one, peer) : 0, 8);
}

static __always_inline void put_limit(struct scratch *s, __u64 at, bool known)
{
	put_number(s, known ? user_word(s, at, 0) : -1, 8);
	put_number(s, known ? user_word(s, at, 1) : -1, 8);
}

/* A value of which a byte says what it is: struct of one byte and 8. */
static __always_inline void put_dynamic(struct scratch *s, __u8 what, __u64 value, __u32 width)
{
	push_number(s, what, 1);
	push_number(s, value, width);
	end(s, 1 + width);
}

int put_ptrace(void)
{
	struct scratch *s = scratch();
	__u32 request;
	__u64 word = 0;

	if (!s)
		return 0;
	request = ptrace_request(arg(s, 0));
	put_dynamic(s, 0, s->ret < 0 ? 0 : arg(s, 2), 8);
	if (s->ret < 0) {
		put_dynamic(s, 0, 0, 8);
		return 0;
	}
	switch (request) {
	case FLAG_ptrace_requests_PTRACE_PEEKTEXT:
	case FLAG_ptrace_requests_PTRACE_PEEKDATA:
	case FLAG_ptrace_requests_PTRACE_PEEKUSR:
		bpf_probe_read_user(&word, sizeof(word), (void *)arg(s, 3));
		put_dynamic(s, 0, word, 8);
		break;
	case FLAG_ptrace_requests_PTRACE_CONT:
	case FLAG_ptrace_requests_PTRACE_SINGLESTEP:
	case FLAG_ptrace_requests_PTRACE_DETACH:
	case FLAG_ptrace_requests_PTRACE_SYSCALL:
		put_dynamic(s, 1, arg(s, 3), 1);
		break;
	default:
		put_dynamic(s, 0, arg(s, 3), 8);
	}
	return 0;
}

#define SOCKET_LEVEL 1
#define TCP_LEVEL 6

/* Level, name, value: of the options of any socket the value is read, of others its bytes. */
int put_socket_option(__u32 get)
{
	struct scratch *s = scratch();
	__u32 level, name, length;
	__u64 value;

	if (!s)
		return 0;
	level = arg(s, 1);
	name = arg(s, 2);
	length = get ? user_u32(arg(s, 4)) : arg(s, 4);
	put_number(s, level == SOCKET_LEVEL ? FLAG_sockopt_levels_SOL_SOCKET
			: level == TCP_LEVEL ? FLAG_sockopt_levels_SOL_TCP : 0, 1);
	put_number(s, level == SOCKET_LEVEL ? socket_option(name) : 0, 1);
	if (level != SOCKET_LEVEL) {
		push_number(s, 0, 1);
		end(s, 1 + push_user_data(s, arg(s, 3), length & 0xffff));
	} else if (name == 4) {
		put_dynamic(s, 1, -(__s64)(__s32)user_u32(arg(s, 3)), 8);
	} else if (name == 20 || name == 21 || name == 66 || name == 67) {
		__u64 seconds = user_word(s, arg(s, 3), 0);

		value = user_word(s, arg(s, 3), 1);
		put_dynamic(s, 4, seconds * 1000000000ull + value * 1000, 8);
	} else if (name == 57) {
		value = 0;
		bpf_probe_read_user(&value, 8, (void *)arg(s, 3));
		put_dynamic(s, 3, value, 8);
	} else if ((name >= 1 && name <= 12) || (name >= 14 && name <= 16) || name == 18 || name == 19
		   || (name >= 29 && name <= 30) || (name >= 32 && name <= 47)) {
		put_dynamic(s, 2, user_u32(arg(s, 3)), 4);
	} else {
		push_number(s, 0, 1);
		end(s, 1 + push_user_data(s, arg(s, 3), length & 0xffff));
	}
	put_number(s, length & 0xffff, 4);
	return 0;
}

#define SET_NAME 15
#define GET_NAME 16
#define SET_SUBREAPER 36
#define GET_SUBREAPER 37

int put_prctl(void)
{
	struct scratch *s = scratch();
	__u32 option;

	if (!s)
		return 0;
	option = arg(s, 0);
	put_number(s, option, 4);
	if (option == SET_NAME || option == GET_NAME) {
		put_user_string(s, arg(s, 1));
		put_number(s, 0, 8);
		return 0;
	}
	put_empty(s);
	put_number(s, option == GET_SUBREAPER ? (__s32)user_u32(arg(s, 1)) : arg(s, 1), 8);
	return 0;
}

/* A member of what openat2 was told. */
static __always_inline __u64 how(struct scratch *s, __u32 op, __u32 offset)
{
	__u64 value = 0;

	if (bpf_probe_read_user(&value, sizeof(value), (void *)(arg(s, ARG(op)) + offset)))
		s->unknown = 1;
	return value;
}

int put_opened_path(void)
{
	struct scratch *s = scratch();
	struct file *file;

	if (!s)
		return 0;
	file = s->ret < 0 ? NULL : file_of(s->ret);
	end(s, file ? push_path((__u64)file) : 0);
	return 0;
}

#define POLLED 16

struct polled {
	__u64 array;
	__u32 count;
};

/* The bits of events from POLLERR on stand elsewhere in the event table. */
static __always_inline __u32 poll_events(__u32 v)
{
	return (v & 7) | (v & 0x2000 ? 8 : 0) | (v & 0x3f8) << 1;
}

static long next_polled(__u32 index, struct polled *p)
{
	struct scratch *s = scratch();
	__u64 fd;

	if (!s || index >= p->count)
		return 1;
	fd = p->array + 8 * index;
	push_number(s, (__s64)(__s32)user_u32(fd), 8);
	push_number(s, poll_events(user_u32(fd + 4) >> 16), 2);
	return 0;
}

/* Descriptors that were waited for, with what happened to them. */
int put_polled(__u32 array, __u32 count)
{
	struct scratch *s = scratch();
	struct polled p = {};
	__u32 from;
	__u64 seen;

	if (!s)
		return 0;
	from = s->at;
	p.array = arg(s, array);
	p.count = arg(s, count) > POLLED ? POLLED : arg(s, count);
	if (bpf_probe_read_user(&seen, sizeof(seen), (void *)p.array))
		p.count = 0;
	push_number(s, p.count, 2);
	bpf_loop(POLLED, next_polled, &p, 0);
	end(s, s->at - from);
	return 0;
}

/* For each operation of keyctl what its four arguments are: 2 bits each, the first one lowest. */
#define NUMBER_ARG 1
#define TEXT_ARG 2
#define SHAPE(a, b, c, d) ((a) | (b) << 2 | (c) << 4 | (d) << 6)
const __u8 keyctl_shapes[64] = {
	[0] = SHAPE(1, 1, 0, 0), [1] = SHAPE(2, 0, 0, 0), [2] = SHAPE(1, 1, 1, 0),
	[3] = SHAPE(1, 0, 0, 0), [4] = SHAPE(1, 1, 1, 0), [5] = SHAPE(1, 1, 0, 0),
	[6] = SHAPE(1, 1, 1, 0), [7] = SHAPE(1, 0, 0, 0), [8] = SHAPE(1, 1, 0, 0),
	[9] = SHAPE(1, 1, 0, 0), [10] = SHAPE(1, 2, 2, 1), [11] = SHAPE(1, 1, 1, 0),
	[12] = SHAPE(1, 1, 1, 1), [13] = SHAPE(1, 1, 1, 0), [14] = SHAPE(1, 0, 0, 0),
	[15] = SHAPE(1, 1, 0, 0), [16] = SHAPE(1, 0, 0, 0), [17] = SHAPE(1, 1, 1, 0),
	[19] = SHAPE(1, 1, 1, 1), [20] = SHAPE(1, 1, 1, 1), [21] = SHAPE(1, 0, 0, 0),
	[22] = SHAPE(1, 1, 0, 0), [23] = SHAPE(1, 1, 1, 1), [24] = SHAPE(1, 1, 2, 0),
	[25] = SHAPE(1, 2, 1, 1), [26] = SHAPE(1, 2, 1, 1), [27] = SHAPE(1, 2, 1, 1),
	[28] = SHAPE(1, 2, 1, 1), [29] = SHAPE(1, 2, 2, 0), [30] = SHAPE(1, 1, 1, 1),
	[31] = SHAPE(1, 1, 0, 0), [32] = SHAPE(1, 1, 1, 0),
};

int put_keyctl(void)
{
	struct scratch *s = scratch();
	__u32 operation, shape;

	if (!s)
		return 0;
	operation = arg(s, 0);
	shape = operation < 64 ? keyctl_shapes[operation & 63] : 0;
	put_number(s, operation, 4);
	for (int i = 1; i <= 4; i++, shape >>= 2) {
		if ((shape & 3) == TEXT_ARG) {
			push_number(s, 1, 1);
			end(s, 1 + push_user_string(s, arg(s, i)));
		} else {
			put_dynamic(s, 0, shape & NUMBER_ARG ? arg(s, i) : 0, 8);
		}
	}
	return 0;
}

/* The value that fsconfig sets, as bytes and as text: one of the two, by the command. */
static __always_inline void put_fsconfig(struct scratch *s)
{
	__u32 command = arg(s, 1);

	end(s, s->ret >= 0 && command == 2 ? push_user_data(s, arg(s, 3), (__u32)arg(s, 4)) : 0);
	put_user_string(s, s->ret >= 0 && (command == 1 || command == 3 || command == 4) ? arg(s, 3) : 0);
}

/* The first two operations on semaphores. */
static __always_inline void put_semaphores(struct scratch *s)
{
	__u32 count = s->ret == 0 ? arg(s, 2) : 0;
	__u16 words[6] = {};

	if (count == 1)
		bpf_probe_read_user(words, 6, (void *)arg(s, 1));
	else if (count > 1)
		bpf_probe_read_user(words, 12, (void *)arg(s, 1));
	for (int i = 0; i < 2; i++) {
		__u32 flags = words[3 * i + 2];

		put_number(s, words[3 * i], 2);
		put_number(s, words[3 * i + 1], 2);
		put_number(s, (flags & 04000 ? 1 : 0) | (flags & 0x1000 ? 2 : 0), 2);
	}
}

/* What the kernel wrote back for io_uring_setup. */
static __always_inline void put_io_uring(struct scratch *s)
{
	__u32 words[6] = {};
	__u32 flags;

	bpf_probe_read_user(words, sizeof(words), (void *)arg(s, 1));
	flags = words[2];
	put_number(s, words[0], 4);
	put_number(s, words[1], 4);
	/* Upstream has a flag of another word between the second and the third. */
	put_number(s, (flags & 3) | (flags & 1) << 2 | (flags & 0x7c) << 1, 4);
	put_number(s, words[3], 4);
	put_number(s, words[4], 4);
	put_number(s, words[5] & 0x7ff, 4);
}

static __always_inline __u32 created_layer(struct scratch *s)
{
	__u32 flags = opened_flags(s);

	return (flags & FLAG_file_flags_FD_UPPER_LAYER ? FLAG_creat_flags_FD_UPPER_LAYER_CREAT : 0)
		| (flags & FLAG_file_flags_FD_LOWER_LAYER ? FLAG_creat_flags_FD_LOWER_LAYER_CREAT : 0);
}

/* Numbers that a process has, and those of calls; false for a step of another kind. */
static __always_inline bool number(struct scratch *s, __u32 op, __u64 *value)
{
	struct task_struct *task = subject(s);

	switch (KIND(op)) {
	case OP_CONST:
		*value = EXTRA(op);
		return true;
	case OP_FLAGS:
		*value = convert(EXTRA(op), arg(s, ARG(op)));
		return true;
	case OP_OPEN_FLAGS:
		*value = file_flags(arg(s, ARG(op))) | opened_flags(s);
		return true;
	case OP_OPEN_MODE:
		*value = open_mode(arg(s, ARG(op)), arg(s, ARG2(op)));
		return true;
	case OP_CREAT_MODE:
		opened_flags(s);
		*value = arg(s, ARG(op)) & 07777;
		return true;
	case OP_CREAT_LAYER:
		*value = created_layer(s);
		return true;
	case OP_UNSIGNED:
		*value = (__u32)arg(s, ARG(op));
		return true;
	case OP_LONG_OFFSET:
		*value = arg(s, ARG(op)) << 32 | (__u32)arg(s, ARG2(op));
		return true;
	case OP_SIZE_IN:
		*value = s->ret > 0 ? s->ret : 0;
		return true;
	case OP_MESSAGE_SIZE:
		*value = s->ret > 0 ? length_of_parts(message_word(s, arg(s, ARG(op)), PARTS),
						      message_word(s, arg(s, ARG(op)), PART_COUNT))
				    : 0;
		return true;
	case OP_HOW_FLAGS:
		/* The filter asks for what the call says, not for what the kernel adds. */
		*value = file_flags(how(s, op, offsetof(struct open_how, flags)))
			| (EXTRA(op) ? 0 : opened_flags(s));
		return true;
	case OP_HOW_MODE:
		*value = open_mode(how(s, op, offsetof(struct open_how, flags)),
				   how(s, op, offsetof(struct open_how, mode)));
		return true;
	case OP_HOW_RESOLVE:
		*value = resolve_flags(how(s, op, offsetof(struct open_how, resolve)));
		return true;
	case OP_USER_INT:
		*value = user_u32(arg(s, ARG(op)) + EXTRA(op));
		return true;
	case OP_USER_WORD:
		*value = user_word(s, arg(s, ARG(op)), 0);
		return true;
	case OP_TIME:
		*value = user_word(s, arg(s, ARG(op)), 0) * 1000000000ull
			+ user_word(s, arg(s, ARG(op)), 1);
		return true;
	case OP_TID:
		*value = BPF_CORE_READ(task, pid);
		return true;
	case OP_PID:
		*value = BPF_CORE_READ(task, tgid);
		return true;
	case OP_PARENT:
		*value = BPF_CORE_READ(task, real_parent, pid);
		return true;
	case OP_FD_LIMIT:
		*value = BPF_CORE_READ(task, signal, rlim[7].rlim_cur);
		return true;
	case OP_MAJOR_FAULTS:
		*value = BPF_CORE_READ(task, maj_flt);
		return true;
	case OP_MINOR_FAULTS:
		*value = BPF_CORE_READ(task, min_flt);
		return true;
	case OP_TTY:
		*value = terminal();
		return true;
	case OP_INNER_GROUP:
		*value = inner_number(pid_of(task, PGID));
		return true;
	case OP_GROUP:
		*value = outer_number(pid_of(task, PGID));
		return true;
	case OP_LOGIN_UID:
		*value = bpf_core_field_exists(task->loginuid) ? BPF_CORE_READ(task, loginuid.val) : -1;
		return true;
	case OP_EUID:
		*value = BPF_CORE_READ(task, cred, euid.val);
		return true;
	case OP_EGID:
		*value = BPF_CORE_READ(task, cred, egid.val);
		return true;
	case OP_INNER_TID:
		*value = inner_number(BPF_CORE_READ(task, thread_pid));
		return true;
	case OP_INNER_PID:
		*value = inner_number(pid_of(task, TGID));
		return true;
	case OP_NAMESPACE_START:
		*value = namespace_start(s);
		return true;
	case OP_CLONE_FLAGS:
		*value = clone_call_flags(s, arg(s, ARG(op)));
		return true;
	case OP_CLONE3_FLAGS:
		*value = clone_call_flags(s, user_u32(arg(s, ARG(op))));
		return true;
	case OP_FORK_FLAGS:
		*value = clone_call_flags(s, 0);
		return true;
	case OP_SUM:
		*value = s->number;
		return true;
	}
	return false;
}

/* Those that need no other call: most of what there is. */
static __always_inline bool simple_number(struct scratch *s, __u32 op, __u64 *value)
{
	switch (KIND(op)) {
	case OP_RET:
		*value = s->ret;
		return true;
	case OP_INT:
		*value = (__s64)(__s32)arg(s, ARG(op));
		return true;
	case OP_BITS:
		*value = arg(s, ARG(op));
		return true;
	case OP_CODE:
		*value = s->code;
		return true;
	case OP_NATIVE:
		*value = s->native;
		return true;
	}
	return false;
}

/* Finds the number of a step, for the event or for a filter; it is in s->value behind it. */
__noinline int find_number(__u32 op)
{
	struct scratch *s = scratch();
	__u64 value = 0;

	if (!s || !(simple_number(s, op, &value) || number(s, op, &value)))
		return 0;
	s->value = value;
	return 1;
}

static __always_inline int put_number_of(__u32 op)
{
	struct scratch *s = scratch();

	if (!s || !find_number(op))
		return 0;
	put_number(s, s->value, WIDTH(op));
	return 1;
}

/* What else there is about a process. */
int put_of_process(__u32 op)
{
	struct scratch *s = scratch();
	struct task_struct *task;

	if (!s)
		return 0;
	task = subject(s);
	switch (KIND(op)) {
	case OP_ARGUMENTS:
		put_arguments();
		return 1;
	case OP_EXEC_ARGUMENTS:
		if (s->ret == 0)
			put_arguments();
		else
			put_refused_arguments(ARG(op));
		return 1;
	case OP_EXEC_ENVIRONMENT:
		if (s->ret == 0)
			put_environment();
		else
			put_refused_environment(ARG(op));
		return 1;
	case OP_EXEC_FILE:
		if (s->ret == 0)
			end(s, push_kernel_string(s, s->file, STRING_BYTES));
		else
			put_user_string(s, arg(s, ARG(op)));
		return 1;
	case OP_MEMORY:
		put_memory(s);
		return 1;
	case OP_COMM:
		end(s, push_kernel_string(s, (__u64)((char *)task + bpf_core_field_offset(struct task_struct, comm)), 16));
		return 1;
	case OP_CGROUPS:
		put_cgroups();
		return 1;
	case OP_EXE_FLAGS:
		put_executable_flags();
		return 1;
	case OP_CAPABILITIES:
		put_capabilities(s);
		return 1;
	case OP_EXE_FILE:
		put_executable();
		return 1;
	case OP_EXE_PATH:
		put_executable_path();
		return 1;
	}
	return 0;
}

/* Of the step for a message: nothing was moved when nothing is returned. */
#define MESSAGE_MOVED 1

/* Messages of sockets. */
int put_of_message(__u32 op)
{
	struct scratch *s = scratch();
	__u64 message;

	if (!s)
		return 0;
	message = arg(s, ARG(op));
	switch (KIND(op)) {
	case OP_PARTS:
		if (EXTRA(op) && s->ret <= 0)
			put_empty(s);
		else
			put_parts(arg(s, ARG(op)), arg(s, ARG2(op)), s->ret);
		return 1;
	case OP_MESSAGE:
		if (EXTRA(op) & MESSAGE_MOVED && s->ret <= 0)
			put_empty(s);
		else
			put_parts(message_word(s, message, PARTS), message_word(s, message, PART_COUNT), s->ret);
		return 1;
	case OP_MESSAGE_CONTROL:
		if (s->ret < 0)
			put_empty(s);
		else
			end(s, push_user_data(s, message_word(s, message, CONTROL),
					      message_word(s, message, CONTROL_LENGTH)));
		return 1;
	case OP_MESSAGE_CONNECTION:
		if (s->ret < 0)
			put_empty(s);
		else
			put_connection(arg(s, ARG2(op)), EXTRA(op), message_word(s, message, NAME));
		return 1;
	}
	return 0;
}

/* Everything else. */
int put_other(__u32 op)
{
	struct scratch *s = scratch();

	if (!s)
		return 0;
	switch (KIND(op)) {
	case OP_TEXT:
		put_user_string(s, arg(s, ARG(op)));
		return 1;
	case OP_TEXT_IF_DONE:
		put_user_string(s, s->ret < 0 ? 0 : arg(s, ARG(op)));
		return 1;
	case OP_EMPTY:
		put_empty(s);
		return 1;
	case OP_OPENED:
		put_opened(s);
		return 1;
	case OP_DATA_IN:
		put_data(s, arg(s, ARG(op)), s->ret > 0 ? s->ret : 0);
		return 1;
	case OP_DATA_OUT:
		put_data(s, arg(s, ARG(op)), s->ret > 0 ? s->ret : arg(s, ARG2(op)));
		return 1;
	case OP_IMAGE:
		if (arg(s, ARG2(op)) >= STRING_BYTES)
			s->cut = 1;
		end(s, push_user_data(s, arg(s, ARG(op)), arg(s, ARG2(op))));
		return 1;
	case OP_ADDRESS:
		put_address(ARG(op), ARG2(op));
		return 1;
	case OP_CONNECTION:
		if (s->ret < 0 && !(EXTRA(op) & 2 && s->ret == -EINPROGRESS))
			put_empty(s);
		else
			put_connection(arg(s, ARG(op)), EXTRA(op) & 1, EXTRA(op) & 4 ? arg(s, ARG2(op)) : 0);
		return 1;
	case OP_ACCEPTED:
		put_connection(s->ret, 0, 0);
		return 1;
	case OP_QUEUE:
		put_queue(s, arg(s, ARG(op)));
		return 1;
	case OP_PAIR:
		put_pair(s, arg(s, ARG(op)));
		put_number(s, s->ret == 0 ? inode_of(user_u32(arg(s, ARG(op)))) : 0, 8);
		return 1;
	case OP_SOCKET_PAIR:
		put_socket_pair(s, arg(s, ARG(op)));
		return 1;
	case OP_LIMIT:
		put_limit(s, arg(s, ARG(op)), !EXTRA(op) || s->ret == 0);
		return 1;
	case OP_OPENED_PATH:
		put_opened_path();
		return 1;
	case OP_PTRACE:
		put_ptrace();
		return 1;
	case OP_SOCKET_OPTION:
		put_socket_option(EXTRA(op));
		return 1;
	case OP_PRCTL:
		put_prctl();
		return 1;
	case OP_POLLED:
		put_polled(ARG(op), ARG2(op));
		return 1;
	case OP_KEYCTL:
		put_keyctl();
		return 1;
	case OP_FSCONFIG:
		put_fsconfig(s);
		return 1;
	case OP_SEMAPHORES:
		put_semaphores(s);
		return 1;
	case OP_IO_URING:
		put_io_uring(s);
		return 1;
	}
	return 0;
}

static __always_inline int put(__u32 op)
{
	__u32 kind = KIND(op);

	if (kind < FIRST_OTHER)
		return put_number_of(op);
	if (kind < FIRST_PROCESS)
		return put_other(op);
	if (kind < FIRST_MESSAGE)
		return put_of_process(op);
	return put_of_message(op);
}

/* What the start of a call and a new program or thread need: less to verify when the programs are loaded. */
static __always_inline int put_at_start(__u32 op)
{
	struct scratch *s = scratch();

	if (KIND(op) == OP_TEXT && s)
		put_user_string(s, arg(s, ARG(op)));
	else if (KIND(op) == OP_ADDRESS)
		put_address(ARG(op), ARG2(op));
	else
		put_number_of(op);
	return 0;
}

static __always_inline int put_of_thread(__u32 op)
{
	struct scratch *s = scratch();

	if (KIND(op) == OP_EMPTY && s)
		put_empty(s);
	else if (KIND(op) < FIRST_OTHER)
		put_number_of(op);
	else
		put_of_process(op);
	return 0;
}

#endif
