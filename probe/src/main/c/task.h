/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* What execve, clone and their like tell about a process. Each function is verified by itself. */
#ifndef FALCOJ_TASK_H
#define FALCOJ_TASK_H

#include "file.h"

enum pid_kind { TGID = 1, PGID = 2, SID = 3 };

static __always_inline struct pid *pid_of(struct task_struct *task, enum pid_kind kind)
{
	return BPF_CORE_READ(task, signal, pids[kind]);
}

static __always_inline struct upid upid_at(struct pid *pid, __u32 level)
{
	struct upid upid = {};
	/* Not a member access that is relocated: the array grows behind the struct. */
	unsigned long numbers = bpf_core_field_offset(struct pid, numbers);

	bpf_probe_read_kernel(&upid, sizeof(upid),
			      (char *)pid + numbers + level * bpf_core_type_size(struct upid));
	return upid;
}

static __always_inline int outer_number(struct pid *pid)
{
	return pid ? upid_at(pid, 0).nr : 0;
}

/* The number in the process's own name space. */
static __always_inline int inner_number(struct pid *pid)
{
	return pid ? upid_at(pid, BPF_CORE_READ(pid, level)).nr : 0;
}

static __always_inline struct pid_namespace *namespace_of(struct pid *pid)
{
	return pid ? upid_at(pid, BPF_CORE_READ(pid, level)).ns : NULL;
}

static __always_inline void put_memory(struct scratch *s)
{
	struct task_struct *task = subject(s);
	struct mm_struct *mm = BPF_CORE_READ(task, mm);
	__u64 resident = 0, swapped = 0;

	if (!mm) {
		put_number(s, 0, 4);
		put_number(s, 0, 4);
		put_number(s, 0, 4);
		return;
	}
	/* Not a question about a type: for one that is not there libbpf asks for more rights. */
	if (bpf_core_field_exists(struct mm_struct___old, rss_stat.count)) {
		struct mm_struct___old *old = (void *)mm;

		resident = BPF_CORE_READ(old, rss_stat.count[0].counter)
			+ BPF_CORE_READ(old, rss_stat.count[1].counter)
			+ BPF_CORE_READ(old, rss_stat.count[3].counter);
		swapped = BPF_CORE_READ(old, rss_stat.count[2].counter);
	} else {
		resident = BPF_CORE_READ(mm, rss_stat[0].count) + BPF_CORE_READ(mm, rss_stat[1].count)
			+ BPF_CORE_READ(mm, rss_stat[3].count);
		swapped = BPF_CORE_READ(mm, rss_stat[2].count);
	}
	put_number(s, BPF_CORE_READ(mm, total_vm) << 2, 4);
	put_number(s, resident << 2, 4);
	put_number(s, swapped << 2, 4);
}

/* The texts between two addresses, the last one ended. */
static __always_inline __u32 push_area(struct scratch *s, __u64 from, __u64 to, __u32 limit)
{
	__u64 length = to > from ? to - from : 0;
	__u32 size;

	if (length > limit) {
		length = limit;
		s->cut = 1;
	}
	size = push_user_data(s, from, length);
	if (size)
		s->data[(s->at - 1) & (EVENT_BYTES - 1)] = 0;
	return size;
}

/* Program name and arguments of the process as it is: execve that worked, clone. */
int put_arguments(void)
{
	struct scratch *s = scratch();
	struct task_struct *task;
	struct mm_struct *mm;
	__u64 start, end_of;
	long length;

	if (!s)
		return 0;
	task = subject(s);
	mm = BPF_CORE_READ(task, mm);
	if (!mm || s->ret < 0) {
		put_empty(s);
		put_empty(s);
		return 0;
	}
	start = BPF_CORE_READ(mm, arg_start);
	end_of = BPF_CORE_READ(mm, arg_end);
	length = push_user_string(s, start);
	end(s, length);
	length = length > 0 && length < STRING_BYTES
		? push_area(s, start + length, end_of, STRING_BYTES - 1 - length)
		: 0;
	end(s, length);
	return 0;
}

int put_environment(void)
{
	struct scratch *s = scratch();
	struct task_struct *task = bpf_get_current_task_btf();
	struct mm_struct *mm = task->mm;

	if (!s)
		return 0;
	if (mm)
		end(s, push_area(s, BPF_CORE_READ(mm, env_start), BPF_CORE_READ(mm, env_end),
				 STRING_BYTES - 1));
	else
		put_empty(s);
	return 0;
}

/* Texts that an array of pointers names, in one parameter of at most so many bytes. */
struct list {
	__u64 array;
	__u32 used;
	__u32 limit;
};

static long next_text(__u32 index, struct list *list)
{
	struct scratch *s = scratch();
	__u64 text;
	long length;

	if (!s)
		return 1;
	text = user_word(s, list->array, index);
	if (!text)
		return 1;
	length = bpf_probe_read_user_str(room(s), STRING_BYTES, (void *)text);
	if (length <= 0)
		return 1;
	if (list->used + length > list->limit) {
		s->cut = 1;
		return 1;
	}
	s->at += length;
	list->used += length;
	return 0;
}

/* Arguments that execve was given and did not take. */
int put_refused_arguments(__u32 index)
{
	struct scratch *s = scratch();
	struct list list = {};
	__u64 array, first;
	long length;

	if (!s)
		return 0;
	array = arg(s, index);
	if (!array) {
		push_number(s, 0, 1);
		end(s, 1);
		put_empty(s);
		return 0;
	}
	first = user_word(s, array, 0);
	length = push_user_string(s, first);
	end(s, length);
	list.array = array + (s->compat ? 4 : 8);
	list.limit = STRING_BYTES - length;
	bpf_loop(MAX_TEXTS, next_text, &list, 0);
	end(s, list.used);
	return 0;
}

int put_refused_environment(__u32 index)
{
	struct scratch *s = scratch();
	struct list list = {};

	if (!s)
		return 0;
	list.array = arg(s, index);
	list.limit = STRING_BYTES;
	if (list.array)
		bpf_loop(MAX_TEXTS, next_text, &list, 0);
	end(s, list.used);
	return 0;
}

struct climb {
	struct kernfs_node *node;
	__u32 count;
};

static long climb(__u32 index, struct climb *c)
{
	struct scratch *s = scratch();
	struct kernfs_node *node = c->node, *above;

	if (!s || !node)
		return 1;
	if (bpf_core_field_exists(struct kernfs_node, __parent)) {
		above = BPF_CORE_READ(node, __parent);
	} else {
		struct kernfs_node___old *old = (void *)node;

		above = (void *)BPF_CORE_READ(old, parent);
	}
	/* The root has no name. */
	if (!above)
		return 1;
	s->names[c->count & (MAX_NAMES - 1)] = (__u64)BPF_CORE_READ(node, name);
	c->count += 1;
	c->node = above;
	return 0;
}

/* One "subsystem=/path". A function that is verified once, as are the others without "static". */
int push_cgroup(__u32 subsystem)
{
	struct scratch *s = scratch();
	struct task_struct *task;
	struct css_set *set;
	struct cgroup_subsys_state *state = NULL;
	struct climb c = {};
	long length;

	if (!s || subsystem >= 16)
		return 0;
	task = subject(s);
	set = BPF_CORE_READ(task, cgroups);
	bpf_probe_read_kernel(&state, sizeof(state),
			      (char *)set + bpf_core_field_offset(struct css_set, subsys) + 8 * subsystem);
	if (!state)
		return 0;
	length = push_kernel_string(s, (__u64)BPF_CORE_READ(state, ss, name), 32);
	if (length <= 0)
		return 0;
	s->data[(s->at - 1) & (EVENT_BYTES - 1)] = '=';
	c.node = BPF_CORE_READ(state, cgroup, kn);
	bpf_loop(MAX_NAMES, climb, &c, 0);
	if (c.count == 0) {
		*(char *)room(s) = '/';
		s->at += 1;
	}
	bpf_loop(c.count, spell, &c.count, 0);
	*(char *)room(s) = 0;
	s->at += 1;
	return 0;
}

int put_cgroups(void)
{
	struct scratch *s = scratch();
	__u32 from;

	if (!s)
		return 0;
	from = s->at;
#define CGROUP(name)                                                   \
	if (bpf_core_enum_value_exists(enum cgroup_subsys_id, name))   \
		push_cgroup(bpf_core_enum_value(enum cgroup_subsys_id, name));
	CGROUP(cpuset_cgrp_id)
	CGROUP(cpu_cgrp_id)
	CGROUP(cpuacct_cgrp_id)
	CGROUP(io_cgrp_id)
	CGROUP(memory_cgrp_id)
	end(s, s->at - from);
	return 0;
}

static __always_inline __u32 terminal(void)
{
	struct task_struct *task = bpf_get_current_task_btf();
	struct tty_struct *tty = BPF_CORE_READ(task, signal, tty);

	return tty ? device((BPF_CORE_READ(tty, driver, major) << 20
			     | BPF_CORE_READ(tty, driver, minor_start))
			    + BPF_CORE_READ(tty, index))
		   : 0;
}

static __always_inline __u64 capability(kernel_cap_t value)
{
	return value.val;
}

static __always_inline void put_capabilities(struct scratch *s)
{
	struct task_struct *task = bpf_get_current_task_btf();
	const struct cred *cred = task->cred;

	put_number(s, BPF_CORE_READ(cred, cap_inheritable.val), 8);
	put_number(s, BPF_CORE_READ(cred, cap_permitted.val), 8);
	put_number(s, BPF_CORE_READ(cred, cap_effective.val), 8);
}

static __always_inline __u64 nanos(__s64 seconds, __u64 nanos)
{
	return seconds < 0 ? 0 : seconds * 1000000000ull + nanos;
}

/* Inode, and times of the last change of it and of its content. */
int put_executable(void)
{
	struct scratch *s = scratch();
	struct task_struct *task = bpf_get_current_task_btf();
	struct inode *inode;
	struct inode___v611 *newest;
	struct inode___v66 *newer;

	if (!s)
		return 0;
	inode = BPF_CORE_READ(task, mm, exe_file, f_inode);
	newest = (void *)inode;
	newer = (void *)inode;
	put_number(s, BPF_CORE_READ(inode, i_ino), 8);
	if (bpf_core_field_exists(struct inode___v611, i_ctime_sec))
		put_number(s, nanos(BPF_CORE_READ(newest, i_ctime_sec),
				    BPF_CORE_READ(newest, i_ctime_nsec) & TIME_NANOS), 8);
	else if (bpf_core_field_exists(struct inode___v66, __i_ctime))
		put_number(s, nanos(BPF_CORE_READ(newer, __i_ctime.tv_sec),
				    BPF_CORE_READ(newer, __i_ctime.tv_nsec)), 8);
	else
		put_number(s, nanos(BPF_CORE_READ(inode, i_ctime.tv_sec),
				    BPF_CORE_READ(inode, i_ctime.tv_nsec)), 8);
	if (bpf_core_field_exists(struct inode___v611, i_mtime_sec))
		put_number(s, nanos(BPF_CORE_READ(newest, i_mtime_sec),
				    BPF_CORE_READ(newest, i_mtime_nsec)), 8);
	else if (bpf_core_field_exists(struct inode___v66, __i_mtime))
		put_number(s, nanos(BPF_CORE_READ(newer, __i_mtime.tv_sec),
				    BPF_CORE_READ(newer, __i_mtime.tv_nsec)), 8);
	else
		put_number(s, nanos(BPF_CORE_READ(inode, i_mtime.tv_sec),
				    BPF_CORE_READ(inode, i_mtime.tv_nsec)), 8);
	return 0;
}

int put_executable_path(void)
{
	struct scratch *s = scratch();
	struct task_struct *task = bpf_get_current_task_btf();
	struct file *file;

	if (!s)
		return 0;
	file = BPF_CORE_READ(task, mm, exe_file);
	end(s, file ? push_path((__u64)file) : 0);
	return 0;
}

#define CAP_DAC_OVERRIDE_BIT (1ull << 1)
#define CAP_FOWNER_BIT (1ull << 3)
#define READ_ONLY 1
#define IMMUTABLE 8

int mapped(__u64 at, __u32 id)
{
	struct uid_gid_map *map = (struct uid_gid_map *)at;
	__u32 extents = BPF_CORE_READ(map, nr_extents);

	for (int i = 0; i < 5; i++) {
		__u32 first = BPF_CORE_READ(map, extent[i].lower_first);

		if (i < extents && id >= first && id - first < BPF_CORE_READ(map, extent[i].count))
			return 1;
	}
	return 0;
}

struct search {
	struct group_info *groups;
	__u32 wanted;
	__u32 found;
};

static long next_group(__u32 index, struct search *search)
{
	__u32 group = 0;

	bpf_probe_read_kernel(&group, sizeof(group),
			      (char *)search->groups + bpf_core_field_offset(struct group_info, gid)
				      + 4 * index);
	search->found = group == search->wanted;
	return search->found;
}

static __always_inline bool in_group(const struct cred *cred, __u32 group)
{
	struct group_info *groups = BPF_CORE_READ(cred, group_info);
	struct search search = {.groups = groups, .wanted = group};

	if (BPF_CORE_READ(cred, fsgid.val) == group)
		return true;
	if (groups)
		bpf_loop(BPF_CORE_READ(groups, ngroups) & 0xffff, next_group, &search, 0);
	return search.found;
}

/* Whether the process may write the program that it runs. */
static __always_inline bool writable(struct task_struct *task, struct inode *inode)
{
	const struct cred *cred = task->cred;
	__u32 owner = BPF_CORE_READ(inode, i_uid.val), group = BPF_CORE_READ(inode, i_gid.val);
	__u16 mode = BPF_CORE_READ(inode, i_mode);
	__u64 capabilities = BPF_CORE_READ(cred, cap_effective.val);
	struct user_namespace *users = BPF_CORE_READ(cred, user_ns);

	if (BPF_CORE_READ(inode, i_sb, s_flags) & READ_ONLY)
		return false;
	if (BPF_CORE_READ(inode, i_flags) & IMMUTABLE || owner == -1 || group == -1)
		return false;
	if (BPF_CORE_READ(cred, fsuid.val) == owner)
		return true;
	if (in_group(cred, group))
		mode >>= 3;
	if (mode & 2)
		return true;
	if (!users || !mapped((__u64)&users->uid_map, owner))
		return false;
	return capabilities & CAP_FOWNER_BIT
		|| (capabilities & CAP_DAC_OVERRIDE_BIT && mapped((__u64)&users->gid_map, group));
}

int put_executable_flags(void)
{
	struct scratch *s = scratch();
	struct task_struct *task = bpf_get_current_task_btf();
	struct file *file;
	struct dentry *dentry;
	enum layer layer;
	char name[8] = {};
	__u32 flags = 0;

	if (!s)
		return 0;
	file = BPF_CORE_READ(task, mm, exe_file);
	if (file) {
		if (writable(task, BPF_CORE_READ(file, f_inode)))
			flags |= FLAG_execve_flags_EXE_WRITABLE;
		layer = layer_of(file);
		if (layer == UPPER)
			flags |= FLAG_execve_flags_EXE_UPPER_LAYER;
		if (layer == LOWER)
			flags |= FLAG_execve_flags_EXE_LOWER_LAYER;
		dentry = BPF_CORE_READ(file, f_path.dentry);
		bpf_probe_read_kernel_str(name, sizeof(name), BPF_CORE_READ(dentry, d_name.name));
		if (BPF_CORE_READ(dentry, d_parent) == dentry
		    && *(__u32 *)name == 0x666d656d /* memf */ && name[4] == 'd' && name[5] == ':')
			flags |= FLAG_execve_flags_EXE_FROM_MEMFD;
	}
	put_number(s, flags, 4);
	return 0;
}

/* What a new thread shows of the flags that it was made with, when its parent tells of it. */
static __always_inline __u32 shown_flags(struct scratch *s, struct task_struct *task)
{
	struct task_struct *parent = bpf_get_current_task_btf();

	return (BPF_CORE_READ(task, pid) != BPF_CORE_READ(task, tgid)
			? FLAG_clone_flags_CLONE_THREAD | FLAG_clone_flags_CLONE_SIGHAND
				  | FLAG_clone_flags_CLONE_VM
			: 0)
		| (BPF_CORE_READ(task, files) == parent->files ? FLAG_clone_flags_CLONE_FILES : 0);
}

static __always_inline __u32 clone_call_flags(struct scratch *s, __u32 raw)
{
	struct task_struct *task = subject(s);
	struct pid_namespace *own = namespace_of(BPF_CORE_READ(task, thread_pid));
	__u32 flags = s->child ? shown_flags(s, task) : clone_flags(raw);

	if (BPF_CORE_READ(own, level) != 0 || BPF_CORE_READ(task, nsproxy, pid_ns_for_children) != own)
		flags |= FLAG_clone_flags_CLONE_CHILD_IN_PIDNS;
	return flags;
}

/* When the first process of the name space began; only the new process tells it. */
static __always_inline __u64 namespace_start(struct scratch *s)
{
	struct task_struct *task = subject(s);
	struct pid_namespace *own;

	if (s->ret != 0)
		return 0;
	own = namespace_of(pid_of(task, TGID));
	return own ? BPF_CORE_READ(own, child_reaper, start_time) : 0;
}

#endif
