/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * Turns what processes do into scap events and puts them into the ring of the processor. What an event
 * is made of stands in the table of calls, which the reader fills.
 */
#include "filter.h"

#define COMPAT_CALL 2
#define KERNEL_THREAD 0x00200000
#define IA32_SOCKETCALL 102
#define IA32_EXECVE 11
#define IA32_EXECVEAT 358
#define EXECVE 59
#define EXECVEAT 322

/* Writes the header in front of the parameters and hands the event over. */
static __always_inline int send(struct scratch *s, struct call *call)
{
	struct counters *c = counters(call->class);
	__u32 cpu = bpf_get_smp_processor_id();
	__u32 size = s->at;
	void *ring = bpf_map_lookup_elem(&rings, &cpu);
	struct task_struct *task = subject(s);
	__u64 thread = s->child ? BPF_CORE_READ(task, pid) : (__u32)bpf_get_current_pid_tgid();

	if (!c)
		return 0;
	*(__u64 *)&s->data[0] = s->time + settings.boot_time;
	*(__u64 *)&s->data[8] = thread;
	*(__u32 *)&s->data[16] = size;
	*(__u16 *)&s->data[20] = call->event;
	/* The reader takes the flag out again. */
	*(__u32 *)&s->data[22] = call->params | (s->cut ? CUT_FLAG : 0);
	if (!ring || size > EVENT_BYTES || s->param != call->params
	    || bpf_ringbuf_output(ring, s->data, size & (2 * EVENT_BYTES - 1),
				  settings.waiting ? BPF_RB_FORCE_WAKEUP : BPF_RB_NO_WAKEUP)) {
		c->dropped += 1;
		return 0;
	}
	c->sent += 1;
	c->cut += s->cut;
	return 0;
}

static __always_inline void begin(struct scratch *s, struct call *call)
{
	s->time = bpf_ktime_get_boot_ns();
	s->at = HEADER + 2 * call->params;
	s->param = 0;
	s->cut = 0;
}

static __always_inline void see(__u32 class)
{
	struct counters *c = counters(class);

	if (c)
		c->seen += 1;
}

static __always_inline void pass_over(__u32 class)
{
	struct counters *c = counters(class);

	if (c)
		c->filtered += 1;
}

/* Writes the parameters of an event as its row of the table of calls says, and sends it. */
static __always_inline int make(struct scratch *s, struct call *call, int (*put)(__u32 op))
{
	begin(s, call);
	for (int i = 0; i < MAX_OPS; i++) {
		__u32 op = call->ops[i];
		__u64 value;

		if (!op)
			break;
		if (KIND(op) <= LAST_SIMPLE && simple_number(s, op, &value))
			put_number(s, value, WIDTH(op));
		else
			put(op);
	}
	return send(s, call);
}

/* Ready for that row of the table of calls. */
static __always_inline struct call *prepare(struct scratch *s, __u32 index)
{
	struct call *call = bpf_map_lookup_elem(&calls, &index);

	if (!call)
		return NULL;
	see(call->class);
	s->path_from = 0;
	s->code = call->code;
	s->native = call->native;
	return call;
}

/* Tells of the end of a call if any rule or the state needs it. Verified once, whoever calls it. */
__noinline int tell(__u32 index)
{
	struct scratch *s = scratch();
	struct call *call = s ? prepare(s, index) : NULL;

	if (!call)
		return 0;
	if (!is_needed(index) && !start_was_sent()) {
		pass_over(call->class);
		return 0;
	}
	return make(s, call, put);
}

/* Calls that move several messages: an event for each, of so many as upstream tells of. */
#define MAX_MESSAGES 16
#define NATIVE_MESSAGE 64
#define COMPAT_MESSAGE 32

static long next_message(__u32 index, __u32 *row)
{
	struct scratch *s = scratch();
	__u32 size;

	if (!s)
		return 1;
	size = s->compat ? COMPAT_MESSAGE : NATIVE_MESSAGE;
	if (index)
		s->args[1] += size;
	/* How much of it was moved stands behind the message. */
	s->ret = user_u32(s->args[1] + (s->compat ? 28 : 56));
	tell(*row);
	return 0;
}

static __always_inline int tell_messages(struct scratch *s, __u32 index)
{
	__u32 row = index;

	bpf_loop(s->ret < MAX_MESSAGES ? s->ret : MAX_MESSAGES, next_message, &row, 0);
	return 0;
}

#if defined(__TARGET_ARCH_x86)
static __always_inline __u32 call_number(struct pt_regs *regs)
{
	return regs->orig_ax;
}

static __always_inline bool is_compat(struct task_struct *task)
{
	return task->thread_info.status & COMPAT_CALL;
}

static __always_inline void take_args(struct scratch *s, struct pt_regs *regs)
{
	if (s->compat) {
		s->args[0] = (__u32)regs->bx;
		s->args[1] = (__u32)regs->cx;
		s->args[2] = (__u32)regs->dx;
		s->args[3] = (__u32)regs->si;
		s->args[4] = (__u32)regs->di;
		s->args[5] = (__u32)regs->bp;
	} else {
		s->args[0] = regs->di;
		s->args[1] = regs->si;
		s->args[2] = regs->dx;
		s->args[3] = regs->r10;
		s->args[4] = regs->r8;
		s->args[5] = regs->r9;
	}
}

static __always_inline bool is_exec(__u32 number, bool compat)
{
	return compat ? number == IA32_EXECVE || number == IA32_EXECVEAT
		      : number == EXECVE || number == EXECVEAT;
}

/* recvmmsg and sendmmsg. */
static __always_inline bool is_many(__u32 index)
{
	return index == 299 || index == 307 || index == CALL_NUMBERS + 337 || index == CALL_NUMBERS + 345;
}
#elif defined(__TARGET_ARCH_arm64)
static __always_inline __u32 call_number(struct pt_regs *regs)
{
	return regs->syscallno;
}

static __always_inline bool is_compat(struct task_struct *task)
{
	return false;
}

static __always_inline void take_args(struct scratch *s, struct pt_regs *regs)
{
	s->args[0] = regs->orig_x0;
	for (int i = 1; i < 6; i++)
		s->args[i] = regs->regs[i];
}

static __always_inline bool is_exec(__u32 number, bool compat)
{
	return number == 221 || number == 281;
}

#define CLONE 220
#define CLONE3 435

static __always_inline bool is_many(__u32 index)
{
	return index == 243 || index == 269;
}
#endif

/* Of SYS_SOCKET = 1 to SYS_SENDMMSG = 20, the number in the table of x86-64. */
const __u16 socketcalls[32] = {0, 41, 49, 42, 50, 43, 51, 52, 53, 44, 45,
			       44, 45, 48, 54, 55, 46, 47, 288, 299, 307};

/* The call that socketcall stands for, with its arguments; 0 if none. */
static __always_inline __u32 unpack_socketcall(struct scratch *s)
{
	__u32 which = s->args[0] & 31;
	__u64 array = s->args[1];

	for (int i = 0; i < 6; i++)
		s->args[i] = user_u32(array + 4 * i);
	/* send and recv are sendto and recvfrom without an address. */
	if (which == 9 || which == 10) {
		s->args[4] = 0;
		s->args[5] = 0;
	}
	return socketcalls[which];
}

/* What a wanted call becomes. */
static __always_inline int deliver(struct pt_regs *regs, long ret, __u32 number)
{
	struct scratch *s = scratch();
	bool compat = is_compat(bpf_get_current_task_btf());
	__u32 index = compat ? CALL_NUMBERS + number : number;

	if (!s || !(wanted.calls[number & (CALL_NUMBERS - 1)] & (compat ? WANTED_COMPAT : WANTED_NATIVE)))
		return 0;
	/* The tracepoint of execve tells of those that worked. */
	if (ret == 0 && is_exec(number, compat))
		return 0;
#ifdef TELLS_CHILDREN
	if (ret == 0 && (number == CLONE || number == CLONE3))
		return 0;
#endif
	s->compat = compat;
	s->ret = ret;
	take_args(s, regs);
	if (compat && number == IA32_SOCKETCALL) {
		index = unpack_socketcall(s);
		asm volatile("%0 &= %1" : "+r"(index) : "i"(CALL_NUMBERS - 1));
		if (!(wanted.calls[index] & WANTED_NATIVE))
			return 0;
	}
	s->at_start = 0;
	if (ret > 0 && is_many(index))
		return tell_messages(s, index);
	tell(index);
	return 0;
}

SEC("tp_btf/sys_exit")
int BPF_PROG(sys_exit, struct pt_regs *regs, long ret)
{
	__u32 number = call_number(regs);

	if (number >= CALL_NUMBERS || !wanted.calls[number])
		return 0;
	return deliver(regs, ret, number);
}

/* What a tracepoint of one system call is given; what stands behind differs from call to call. */
struct entry {
	__u64 unused;
	__u64 number;
};

#if defined(__TARGET_ARCH_x86)
static __always_inline __u32 enter_index(__u32 number)
{
	switch (number) {
	case 2:
		return OPEN_ENTER_INDEX;
	case 42:
		return CONNECT_ENTER_INDEX;
	case 85:
		return CREAT_ENTER_INDEX;
	case 437:
		return OPENAT2_ENTER_INDEX;
	}
	return OPENAT_ENTER_INDEX;
}

/* 0 for a call of ia32 whose start is not told of. */
static __always_inline __u32 compat_enter_index(__u32 number)
{
	switch (number) {
	case 5:
		return OPEN_ENTER_INDEX;
	case 8:
		return CREAT_ENTER_INDEX;
	case 295:
		return OPENAT_ENTER_INDEX;
	case 437:
		return OPENAT2_ENTER_INDEX;
	case 362:
		return CONNECT_ENTER_INDEX;
	}
	return 0;
}
#elif defined(__TARGET_ARCH_arm64)
static __always_inline __u32 enter_index(__u32 number)
{
	return number == 203 ? CONNECT_ENTER_INDEX
		: number == 437 ? OPENAT2_ENTER_INDEX
				: OPENAT_ENTER_INDEX;
}
#endif

/*
 * At the start of a call whose arguments another thread may change while it runs: the state takes what
 * was asked for when they differ at the end.
 */
static __always_inline int tell_start(__u32 index, bool compat)
{
	struct scratch *s = scratch();
	struct call *call;
	bool needed;

	if (!s)
		return 0;
	s->compat = compat;
	s->ret = -1;
	s->at_start = 1;
	take_args(s, (struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf()));
	call = prepare(s, index);
	if (!call)
		return 0;
	needed = is_needed(index);
	note_start(needed);
	if (needed)
		return make(s, call, put_at_start);
	pass_over(call->class);
	return 0;
}

/* Attached to the tracepoints of five calls; only programs of 64 bits come here. */
SEC("tracepoint")
int enter(struct entry *entry)
{
	__u32 number = entry->number;

	if (number >= CALL_NUMBERS || !(wanted.calls[number & (CALL_NUMBERS - 1)] & WANTED_NATIVE))
		return 0;
	return tell_start(enter_index(number), false);
}

#if defined(__TARGET_ARCH_x86)
/* Attached to the functions of the kernel that are these calls for programs of 32 bits: they have no tracepoints. */
SEC("kprobe")
int enter_compat(void *unused)
{
	struct pt_regs *regs = (struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf());
	__u32 number = call_number(regs), index = compat_enter_index(number);

	if (!index || !(wanted.calls[number & (CALL_NUMBERS - 1)] & WANTED_COMPAT))
		return 0;
	return tell_start(index, true);
}
#endif

SEC("tp_btf/sched_process_exec")
int BPF_PROG(exec, struct task_struct *task, int old_pid, struct linux_binprm *bprm)
{
	__u32 index = EXEC_INDEX;
	struct scratch *s = scratch();
	struct call *call;

	/* Threads of the kernel are no processes. */
	if (!s || !wanted.exec || task->flags & KERNEL_THREAD)
		return 0;
	call = prepare(s, index);
	if (!call)
		return 0;
	s->compat = 0;
	s->at_start = 0;
	s->ret = 0;
	s->file = (__u64)bprm->filename;
	return make(s, call, put_of_thread);
}

#ifdef TELLS_CHILDREN
SEC("tp_btf/sched_process_fork")
int BPF_PROG(fork, struct task_struct *parent, struct task_struct *child)
{
	struct scratch *s = scratch();
	struct call *call;

	if (!s || !(wanted.calls[CLONE] & WANTED_NATIVE) || child->flags & KERNEL_THREAD)
		return 0;
	call = prepare(s, CLONE);
	if (!call)
		return 0;
	s->compat = 0;
	s->at_start = 0;
	s->ret = 0;
	s->child = (__u64)child;
	make(s, call, put_of_thread);
	s->child = 0;
	return 0;
}
#endif

struct hunt {
	struct list_head *at;
	struct list_head *head;
	int found;
};

#define EXITING 0x4

static long next_thread(__u32 index, struct hunt *hunt)
{
	struct list_head *at = hunt->at;
	struct task_struct *thread;

	at = BPF_CORE_READ(at, next);
	hunt->at = at;
	if (!at || at == hunt->head)
		return 1;
	thread = (void *)((char *)at - bpf_core_field_offset(struct task_struct, thread_node));
	if (BPF_CORE_READ(thread, flags) & EXITING)
		return 0;
	hunt->found = BPF_CORE_READ(thread, pid);
	return 1;
}

static __always_inline int living_thread(struct task_struct *task)
{
	struct signal_struct *signal = BPF_CORE_READ(task, signal);
	struct hunt hunt = {};

	hunt.head = (void *)((char *)signal + bpf_core_field_offset(struct signal_struct, thread_head));
	hunt.at = hunt.head;
	bpf_loop(MAX_THREADS, next_thread, &hunt, 0);
	return hunt.found;
}

struct ascent {
	struct task_struct *task;
	struct task_struct *top;
	__u32 level;
	int found;
};

static long next_parent(__u32 index, struct ascent *a)
{
	struct task_struct *task = a->task;
	struct signal_struct *signal = BPF_CORE_READ(task, signal);

	if (BPF_CORE_READ(task, thread_pid, level) != a->level || task == a->top)
		return 1;
	if (BPF_CORE_READ_BITFIELD_PROBED(signal, is_child_subreaper))
		a->found = living_thread(task);
	a->task = BPF_CORE_READ(task, real_parent);
	return a->found != 0;
}

/* Who takes the children of a thread that ends, as the kernel chooses; 0 when there are none. */
int reaper(void)
{
	struct task_struct *task = bpf_get_current_task_btf();
	struct signal_struct *group = BPF_CORE_READ(task, signal);
	struct pid_namespace *space;
	struct task_struct *top;
	struct list_head *children;
	struct ascent a = {};
	int found;

	children = (void *)((char *)task + bpf_core_field_offset(struct task_struct, children));
	if (BPF_CORE_READ(children, next) == children)
		return 0;
	found = living_thread(task);
	if (found)
		return found;
	space = namespace_of(task->thread_pid);
	top = BPF_CORE_READ(space, child_reaper);
	a.top = top;
	if (top == task)
		return 0;
	if (!BPF_CORE_READ_BITFIELD_PROBED(group, has_child_subreaper))
		return BPF_CORE_READ(top, pid);
	a.level = BPF_CORE_READ(task, thread_pid, level);
	a.task = BPF_CORE_READ(task, real_parent);
	bpf_loop(MAX_PARENTS, next_parent, &a, 0);
	return a.found ? a.found : BPF_CORE_READ(top, pid);
}

SEC("tp_btf/sched_process_exit")
int BPF_PROG(process_exit, struct task_struct *task)
{
	__u32 index = EXIT_INDEX;
	struct call *call = bpf_map_lookup_elem(&calls, &index);
	struct scratch *s = scratch();
	int code = task->exit_code;

	if (!call || !s || !wanted.exit)
		return 0;
	see(call->class);
	begin(s, call);
	put_number(s, (__s64)code, 8);
	put_number(s, code >> 8 & 0xff, 8);
	put_number(s, code & 0x7f, 1);
	put_number(s, code & 0x80 ? 1 : 0, 1);
	put_number(s, (__s64)reaper(), 8);
	return send(s, call);
}

/* Behind three numbers lies, of what a process sent, the sender; a child's end has it there too. */
#define SIGINFO_SENDER 16
#define FIRST_REALTIME 32

SEC("tp_btf/signal_deliver")
int BPF_PROG(signal, int number, struct kernel_siginfo *info, void *action)
{
	__u32 index = SIGNAL_INDEX;
	struct call *call = bpf_map_lookup_elem(&calls, &index);
	struct scratch *s = scratch();
	int sender = 0, code;

	if (!call || !s || !wanted.signal)
		return 0;
	see(call->class);
	code = BPF_CORE_READ(info, si_code);
	switch (number) {
	case 1:
	case 2:
	case 3:
	case 15:
	case 20:
		if (code > 0)
			break;
	case 9:
	case 17:
		bpf_probe_read_kernel(&sender, sizeof(sender), (char *)info + SIGINFO_SENDER);
		break;
	default:
		if (number >= FIRST_REALTIME)
			bpf_probe_read_kernel(&sender, sizeof(sender), (char *)info + SIGINFO_SENDER);
	}
	begin(s, call);
	put_number(s, (__s64)sender, 8);
	put_number(s, (__u32)bpf_get_current_pid_tgid(), 8);
	put_number(s, number, 1);
	return send(s, call);
}

char LICENSE[] SEC("license") = "GPL";
