/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/*
 * What the iterators of snapshot.bpf.c write, and what they look into beside kernel.h. The records have a twin in
 * Java, SnapshotLayout; the header brings its numbers.
 */
#ifndef FALCOJ_SNAPSHOT_H
#define FALCOJ_SNAPSHOT_H

#include "kernel.h"
#include "schema.gen.h"

/* A thread; behind it lie its texts, in the order of their lengths. Numbers are those of the reader's name space,
 * "inner" ones those of the thread's own. */
struct task_record {
	__u32 size;
	__u32 tid;
	__u64 seen, started;
	__u32 pid, ptid, pgid, inner_tid, inner_pid, inner_pgid, inner_sid;
	__u32 uid, gid, loginuid, tty;
	__u32 exe_uid, exe_gid, exe_mode;
	__u64 cap_inheritable, cap_permitted, cap_effective;
	__u64 fd_limit;
	__u64 pages, resident, swapped;
	__u64 minor_faults, major_faults, ended_minor_faults, ended_major_faults;
	__u64 exe_inode, exe_ctime, exe_mtime;
	/* The same for threads with the same control groups. */
	__u64 cgroups;
	char comm[16];
	__u16 exe_length, cwd_length, root_length, args_length, env_length;
	__u16 unused[3];
};

/* A descriptor; behind it lies the path of a file, or the address of a unix socket. */
struct file_record {
	__u32 size;
	__u32 pid;
	__u64 seen;
	__u32 fd, flags;
	__u64 inode;
	__u32 device, mode;
	__u16 family, protocol, type, state;
	__u16 local_port, remote_port;
	/* Of netlink: whether it has an address. */
	__u16 bound;
	__u16 name_length;
	__u8 local[16], remote[16];
	__u64 socket, peer;
};

#define SAME_RECORD(condition) _Static_assert(condition, "snapshot.h and SnapshotLayout.java differ")
SAME_RECORD(offsetof(struct task_record, cap_inheritable) == AT_TASK_CAPABILITIES);
SAME_RECORD(offsetof(struct task_record, comm) == AT_TASK_COMM);
SAME_RECORD(offsetof(struct task_record, exe_length) == AT_TASK_LENGTHS);
SAME_RECORD(sizeof(struct task_record) == TASK_BYTES);
SAME_RECORD(offsetof(struct file_record, family) == AT_FILE_FAMILY);
SAME_RECORD(offsetof(struct file_record, local) == AT_FILE_LOCAL);
SAME_RECORD(offsetof(struct file_record, socket) == AT_FILE_SOCKET);
SAME_RECORD(sizeof(struct file_record) == FILE_BYTES);

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct seq_file;
struct bpf_iter_meta {
	struct seq_file *seq;
};
struct bpf_iter__task {
	struct bpf_iter_meta *meta;
	struct task_struct *task;
};
struct bpf_iter__task_file {
	struct bpf_iter_meta *meta;
	struct task_struct *task;
	__u32 fd;
	struct file *file;
};

struct fs_struct {
	struct path root, pwd;
};
struct task_struct___more {
	struct fs_struct *fs;
	__u64 start_boottime;
};
struct signal_struct___more {
	unsigned long min_flt, maj_flt;
};
struct file___more {
	unsigned int f_flags;
};
struct fdtable___more {
	unsigned long *close_on_exec;
};
struct hlist_bl_node {
	struct hlist_bl_node **pprev;
};
struct dentry___more {
	struct hlist_bl_node d_hash;
};
struct sock_common___more {
	__u16 skc_family;
	unsigned char skc_state;
	__u16 skc_dport;
	__u32 skc_daddr, skc_rcv_saddr;
	struct in6_addr skc_v6_daddr, skc_v6_rcv_saddr;
};
struct sock___more {
	struct sock_common___more __sk_common;
	__u16 sk_type, sk_protocol;
};
struct inet_sock___more {
	__u16 inet_sport;
};
struct unix_address___more {
	int len;
	struct sockaddr_un name[0];
};
struct netlink_sock {
	__u32 portid;
};

#pragma clang attribute pop

#endif
