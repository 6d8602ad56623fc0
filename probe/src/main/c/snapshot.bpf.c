/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * Iterators that list the threads and descriptors that exist, for the reader's first look at the machine. They
 * run inside the one process that reads them, so they share one scratch.
 */
#include "snapshot.h"

#define TEXT_BYTES 4096
#define RECORD_BYTES 32768
#define PATH_DEPTH 64
#define S_IFMT 0170000
#define S_IFSOCK 0140000
#define CLOSE_ON_EXEC 02000000
#define AF_UNIX 1
#define AF_INET 2
#define AF_INET6 10
#define AF_NETLINK 16
#define NO_USER 0xffffffff

/* All state is here and none in registers, so that the verifier finds the same state behind every text. */
struct scratch {
	__u64 names[PATH_DEPTH];
	__u64 dentry, mount;
	/* Where the next text goes, where this one began, and how many names it has. */
	__u32 at, from, depth, unused;
	/* Texts are written behind the record; with the longest ones all is shorter than RECORD_BYTES. */
	union {
		struct task_record task;
		struct file_record file;
		__u8 bytes[RECORD_BYTES + TEXT_BYTES];
	};
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct scratch);
} scratches SEC(".maps");

static __always_inline struct scratch *scratch(void)
{
	__u32 zero = 0;

	return bpf_map_lookup_elem(&scratches, &zero);
}

/* Where the next text goes. The mask says to the verifier what is true anyway. */
static __always_inline void *room(struct scratch *s, __u32 at)
{
	asm volatile("%0 &= %1" : "+r"(at) : "i"(RECORD_BYTES - 1));
	return &s->bytes[at];
}

static __always_inline __u32 device(__u32 dev)
{
	__u32 major = dev >> 20, minor = dev & 0xfffff;

	return (minor & 0xff) | major << 8 | (minor & ~0xff) << 12;
}

enum pid_kind { TGID = 1, PGID = 2, SID = 3 };

static __always_inline int number_at(struct pid *pid, __u32 level)
{
	struct upid upid = {};
	unsigned long numbers = bpf_core_field_offset(struct pid, numbers);

	if (!pid || level > BPF_CORE_READ(pid, level))
		return 0;
	bpf_probe_read_kernel(&upid, sizeof(upid),
			      (char *)pid + numbers + level * bpf_core_type_size(struct upid));
	return upid.nr;
}

static __always_inline int inner_number(struct pid *pid)
{
	return pid ? number_at(pid, BPF_CORE_READ(pid, level)) : 0;
}

static __always_inline __u64 nanos(__s64 seconds, __u64 nanos)
{
	return seconds < 0 ? 0 : seconds * 1000000000ull + nanos;
}

static __always_inline void put_executable(struct task_record *t, struct inode *inode)
{
	struct inode___v611 *newest = (void *)inode;
	struct inode___v66 *newer = (void *)inode;

	t->exe_inode = BPF_CORE_READ(inode, i_ino);
	t->exe_uid = BPF_CORE_READ(inode, i_uid.val);
	t->exe_gid = BPF_CORE_READ(inode, i_gid.val);
	t->exe_mode = BPF_CORE_READ(inode, i_mode);
	if (bpf_core_field_exists(struct inode___v611, i_ctime_sec)) {
		t->exe_ctime = nanos(BPF_CORE_READ(newest, i_ctime_sec),
				     BPF_CORE_READ(newest, i_ctime_nsec) & TIME_NANOS);
		t->exe_mtime = nanos(BPF_CORE_READ(newest, i_mtime_sec), BPF_CORE_READ(newest, i_mtime_nsec));
	} else if (bpf_core_field_exists(struct inode___v66, __i_ctime)) {
		t->exe_ctime = nanos(BPF_CORE_READ(newer, __i_ctime.tv_sec),
				     BPF_CORE_READ(newer, __i_ctime.tv_nsec));
		t->exe_mtime = nanos(BPF_CORE_READ(newer, __i_mtime.tv_sec),
				     BPF_CORE_READ(newer, __i_mtime.tv_nsec));
	} else {
		t->exe_ctime = nanos(BPF_CORE_READ(inode, i_ctime.tv_sec), BPF_CORE_READ(inode, i_ctime.tv_nsec));
		t->exe_mtime = nanos(BPF_CORE_READ(inode, i_mtime.tv_sec), BPF_CORE_READ(inode, i_mtime.tv_nsec));
	}
}

static long step(__u32 index, void *unused)
{
	struct scratch *s = scratch();
	struct dentry *dentry, *parent;
	struct mount *mount;

	if (!s)
		return 1;
	dentry = (struct dentry *)s->dentry;
	mount = (struct mount *)s->mount;
	parent = BPF_CORE_READ(dentry, d_parent);
	if (dentry == BPF_CORE_READ(mount, mnt.mnt_root)) {
		struct mount *above = BPF_CORE_READ(mount, mnt_parent);

		if (above == mount)
			return 1;
		s->dentry = (__u64)BPF_CORE_READ(mount, mnt_mountpoint);
		s->mount = (__u64)above;
		return 0;
	}
	if (dentry == parent || s->depth >= PATH_DEPTH)
		return 1;
	s->names[s->depth & (PATH_DEPTH - 1)] = (__u64)BPF_CORE_READ(dentry, d_name.name);
	s->depth += 1;
	s->dentry = (__u64)parent;
	return 0;
}

static long spell(__u32 index, void *unused)
{
	struct scratch *s = scratch();
	char *target;
	long length;

	if (!s || s->at - s->from >= TEXT_BYTES - 300)
		return 1;
	target = room(s, s->at);
	*target = '/';
	length = bpf_probe_read_kernel_str(target + 1, 256,
					   (void *)s->names[(s->depth - 1 - index) & (PATH_DEPTH - 1)]);
	if (length > 0)
		s->at += length;
	return 0;
}

/*
 * Writes a path as readlink() of a link in /proc shows it, and returns its length. Not bpf_d_path(): nobody holds
 * the files of a thread that may end meanwhile, and reading them this way is safe even then. Verified once.
 */
__noinline int put_path(__u64 mounted, __u64 named)
{
	struct scratch *s = scratch();
	struct dentry *dentry = (struct dentry *)named;
	struct dentry___more *more = (void *)dentry;
	bool gone;

	if (!s || !mounted || !dentry)
		return 0;
	s->from = s->at;
	s->depth = 0;
	s->dentry = named;
	s->mount = mounted - bpf_core_field_offset(struct mount, mnt);
	gone = !BPF_CORE_READ(more, d_hash.pprev) && BPF_CORE_READ(dentry, d_parent) != dentry;
	bpf_loop(2 * PATH_DEPTH, step, NULL, 0);
	if (s->depth == 0) {
		char *target = room(s, s->at);
		long length = bpf_probe_read_kernel_str(target + 1, 256, BPF_CORE_READ(dentry, d_name.name));

		target[0] = '/';
		/* A root is called "/"; anything else is a memfd, which was never linked. */
		gone = length > 1 && target[1] != '/';
		s->at += gone ? length : 1;
	} else {
		bpf_loop(s->depth & (2 * PATH_DEPTH - 1), spell, NULL, 0);
	}
	if (gone) {
		/* " (deleted)" */
		char *target = room(s, s->at);

		*(__u64 *)target = 0x6574656c65642820;
		*(__u16 *)(target + 8) = 0x2964;
		s->at += 10;
	}
	return s->at - s->from;
}

static __always_inline __u32 put_area(struct scratch *s, struct task_struct *task, __u64 from, __u64 to)
{
	__u64 length = to > from ? to - from : 0;
	__u32 size = length > TEXT_BYTES ? TEXT_BYTES : length;

	asm volatile("" : "+r"(size));
	if (size == 0 || size > TEXT_BYTES)
		return 0;
	if (bpf_copy_from_user_task(room(s, s->at), size, (void *)from, task, 0))
		return 0;
	s->at += size;
	return size;
}

static __always_inline void put_memory(struct task_record *t, struct mm_struct *mm)
{
	t->pages = BPF_CORE_READ(mm, total_vm);
	if (bpf_core_field_exists(struct mm_struct___old, rss_stat.count)) {
		struct mm_struct___old *old = (void *)mm;

		t->resident = BPF_CORE_READ(old, rss_stat.count[0].counter)
			+ BPF_CORE_READ(old, rss_stat.count[1].counter)
			+ BPF_CORE_READ(old, rss_stat.count[3].counter);
		t->swapped = BPF_CORE_READ(old, rss_stat.count[2].counter);
	} else {
		t->resident = BPF_CORE_READ(mm, rss_stat[0].count) + BPF_CORE_READ(mm, rss_stat[1].count)
			+ BPF_CORE_READ(mm, rss_stat[3].count);
		t->swapped = BPF_CORE_READ(mm, rss_stat[2].count);
	}
}

static __always_inline void put_numbers(struct task_record *t, struct task_struct *task)
{
	struct task_struct___more *more = (void *)task;
	struct task_struct *reader = bpf_get_current_task_btf();
	__u32 level = BPF_CORE_READ(reader, thread_pid, level);
	struct signal_struct *signal = BPF_CORE_READ(task, signal);
	struct signal_struct___more *ended = (void *)signal;
	struct pid *own = BPF_CORE_READ(task, thread_pid), *group = BPF_CORE_READ(signal, pids[TGID]);
	struct pid *pgid = BPF_CORE_READ(signal, pids[PGID]), *sid = BPF_CORE_READ(signal, pids[SID]);
	const struct cred *cred = BPF_CORE_READ(task, cred);
	struct tty_struct *tty = BPF_CORE_READ(signal, tty);

	t->seen = bpf_ktime_get_boot_ns();
	t->started = BPF_CORE_READ(more, start_boottime);
	t->tid = number_at(own, level);
	t->pid = number_at(group, level);
	t->ptid = number_at(BPF_CORE_READ(task, real_parent, signal, pids[TGID]), level);
	t->pgid = number_at(pgid, level);
	t->inner_tid = inner_number(own);
	t->inner_pid = inner_number(group);
	t->inner_pgid = inner_number(pgid);
	t->inner_sid = inner_number(sid);
	t->uid = BPF_CORE_READ(cred, euid.val);
	t->gid = BPF_CORE_READ(cred, egid.val);
	t->cap_inheritable = BPF_CORE_READ(cred, cap_inheritable.val);
	t->cap_permitted = BPF_CORE_READ(cred, cap_permitted.val);
	t->cap_effective = BPF_CORE_READ(cred, cap_effective.val);
	t->loginuid = bpf_core_field_exists(struct task_struct, loginuid) ? BPF_CORE_READ(task, loginuid.val) : NO_USER;
	t->tty = tty ? device((BPF_CORE_READ(tty, driver, major) << 20 | BPF_CORE_READ(tty, driver, minor_start))
			      + BPF_CORE_READ(tty, index))
		     : 0;
	t->fd_limit = BPF_CORE_READ(signal, rlim[7].rlim_cur);
	t->minor_faults = BPF_CORE_READ(task, min_flt);
	t->major_faults = BPF_CORE_READ(task, maj_flt);
	t->ended_minor_faults = BPF_CORE_READ(ended, min_flt);
	t->ended_major_faults = BPF_CORE_READ(ended, maj_flt);
	t->cgroups = (__u64)BPF_CORE_READ(task, cgroups);
	bpf_probe_read_kernel(t->comm, sizeof(t->comm), task->comm);
}

static __always_inline void put_texts(struct scratch *s, struct task_record *t, struct task_struct *task,
				      struct mm_struct *mm)
{
	struct task_struct___more *more = (void *)task;
	struct file *exe = mm ? BPF_CORE_READ(mm, exe_file) : NULL;

	if (exe) {
		put_executable(t, BPF_CORE_READ(exe, f_inode));
		t->exe_length = put_path((__u64)BPF_CORE_READ(exe, f_path.mnt), (__u64)BPF_CORE_READ(exe, f_path.dentry));
	}
	t->cwd_length = put_path((__u64)BPF_CORE_READ(more, fs, pwd.mnt), (__u64)BPF_CORE_READ(more, fs, pwd.dentry));
	t->root_length = put_path((__u64)BPF_CORE_READ(more, fs, root.mnt), (__u64)BPF_CORE_READ(more, fs, root.dentry));
	if (mm) {
		t->args_length = put_area(s, task, BPF_CORE_READ(mm, arg_start), BPF_CORE_READ(mm, arg_end));
		t->env_length = put_area(s, task, BPF_CORE_READ(mm, env_start), BPF_CORE_READ(mm, env_end));
	}
}

SEC("iter.s/task")
int list_tasks(struct bpf_iter__task *ctx)
{
	struct task_struct *task = ctx->task;
	struct scratch *s = scratch();
	struct task_record *t;
	struct mm_struct *mm;

	if (!task || !s)
		return 0;
	t = &s->task;
	__builtin_memset(t, 0, sizeof(*t));
	put_numbers(t, task);
	mm = BPF_CORE_READ(task, mm);
	if (mm)
		put_memory(t, mm);
	/* The texts of other threads are those of their process. */
	s->at = sizeof(*t);
	if (t->tid == t->pid)
		put_texts(s, t, task, mm);
	t->size = s->at;
	bpf_seq_write(ctx->meta->seq, s->bytes, s->at & (RECORD_BYTES - 1));
	return 0;
}

static __always_inline void put_socket(struct scratch *s, struct file_record *f, struct file *file)
{
	struct socket *socket = BPF_CORE_READ(file, private_data);
	struct sock *sk = socket ? BPF_CORE_READ(socket, sk) : NULL;
	struct sock___more *more = (void *)sk;
	struct inet_sock___more *inet = (void *)sk;

	if (!sk)
		return;
	f->family = BPF_CORE_READ(more, __sk_common.skc_family);
	f->state = BPF_CORE_READ(more, __sk_common.skc_state);
	f->type = BPF_CORE_READ(more, sk_type);
	f->protocol = BPF_CORE_READ(more, sk_protocol);
	f->socket = (__u64)sk;
	if (f->family == AF_INET || f->family == AF_INET6) {
		f->local_port = __builtin_bswap16(BPF_CORE_READ(inet, inet_sport));
		f->remote_port = __builtin_bswap16(BPF_CORE_READ(more, __sk_common.skc_dport));
	}
	if (f->family == AF_INET) {
		__u32 local = BPF_CORE_READ(more, __sk_common.skc_rcv_saddr);
		__u32 remote = BPF_CORE_READ(more, __sk_common.skc_daddr);

		__builtin_memcpy(f->local, &local, 4);
		__builtin_memcpy(f->remote, &remote, 4);
	} else if (f->family == AF_INET6) {
		BPF_CORE_READ_INTO((struct in6_addr *)f->local, more, __sk_common.skc_v6_rcv_saddr);
		BPF_CORE_READ_INTO((struct in6_addr *)f->remote, more, __sk_common.skc_v6_daddr);
	} else if (f->family == AF_UNIX) {
		struct unix_sock *own = (void *)sk;
		struct unix_address___more *address = (void *)BPF_CORE_READ(own, addr);
		__u32 length = address ? BPF_CORE_READ(address, len) - 2 : 0;

		f->peer = (__u64)BPF_CORE_READ(own, peer);
		if (length > 0 && length <= 108) {
			char *path = (char *)address + bpf_core_field_offset(struct unix_address___more, name) + 2;

			asm volatile("%0 &= 127" : "+r"(length));
			bpf_probe_read_kernel(room(s, sizeof(*f)), length, path);
			f->name_length = length;
		}
	} else if (f->family == AF_NETLINK) {
		struct netlink_sock *own = (void *)sk;

		f->bound = BPF_CORE_READ(own, portid) != 0;
	}
}

SEC("iter/task_file")
int list_files(struct bpf_iter__task_file *ctx)
{
	struct task_struct *task = ctx->task;
	struct file *file = ctx->file;
	struct seq_file *seq = ctx->meta->seq;
	__u32 fd = ctx->fd;
	struct task_struct *reader = bpf_get_current_task_btf();
	struct scratch *s = scratch();
	struct file___more *more = (void *)file;
	struct fdtable___more *table;
	unsigned long *bits, word = 0;
	struct file_record *f;
	__u32 size;

	if (!task || !file || !s || task->pid != task->tgid)
		return 0;
	f = &s->file;
	__builtin_memset(f, 0, sizeof(*f));
	f->seen = bpf_ktime_get_boot_ns();
	f->pid = number_at(BPF_CORE_READ(task, thread_pid), BPF_CORE_READ(reader, thread_pid, level));
	f->fd = fd;
	f->flags = BPF_CORE_READ(more, f_flags) & ~CLOSE_ON_EXEC;
	table = (void *)BPF_CORE_READ(task, files, fdt);
	bits = BPF_CORE_READ(table, close_on_exec);
	bpf_probe_read_kernel(&word, sizeof(word), bits + fd / 64);
	if (word >> (fd % 64) & 1)
		f->flags |= CLOSE_ON_EXEC;
	f->inode = BPF_CORE_READ(file, f_inode, i_ino);
	f->mode = BPF_CORE_READ(file, f_inode, i_mode);
	f->device = device(BPF_CORE_READ(file, f_inode, i_sb, s_dev));
	if ((f->mode & S_IFMT) == S_IFSOCK)
		put_socket(s, f, file);
	if (!f->socket) {
		long length = bpf_d_path(&file->f_path, room(s, sizeof(*f)), TEXT_BYTES);

		f->name_length = length > 0 && length <= TEXT_BYTES ? length - 1 : 0;
	}
	size = sizeof(*f) + f->name_length;
	f->size = size;
	bpf_seq_write(seq, s->bytes, size & (RECORD_BYTES - 1));
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
