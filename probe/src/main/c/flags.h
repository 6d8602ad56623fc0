/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* Flags and codes of the kernel as the event table has them; where both agree, nothing is needed. */
#ifndef FALCOJ_FLAGS_H
#define FALCOJ_FLAGS_H

#include "schema.gen.h"
#include <asm/fcntl.h>
#include <linux/mman.h>
#include <linux/sched.h>
#include <linux/openat2.h>

#define TAKE(table, name) (v & name ? FLAG_##table##_##name : 0)

#ifndef CLONE_STOPPED
#define CLONE_STOPPED 0x02000000
#endif
#ifndef MAP_32BIT
#define MAP_32BIT 0
#endif
#define KERNEL_LARGEFILE 0100000
#define SYNC_BIT (O_SYNC & ~O_DSYNC)

static __always_inline __u32 file_flags(__u32 v)
{
	__u32 access = v & O_ACCMODE;
	__u32 flags = access == O_WRONLY ? FLAG_file_flags_O_WRONLY
		: access == O_RDWR ? FLAG_file_flags_O_RDWR
				   : FLAG_file_flags_O_RDONLY;

	flags |= TAKE(file_flags, O_CREAT) | TAKE(file_flags, O_APPEND) | TAKE(file_flags, O_DSYNC)
		| TAKE(file_flags, O_EXCL) | TAKE(file_flags, O_NONBLOCK) | TAKE(file_flags, O_SYNC)
		| TAKE(file_flags, O_TRUNC) | TAKE(file_flags, O_DIRECT) | TAKE(file_flags, O_DIRECTORY)
		| TAKE(file_flags, O_CLOEXEC);
	/* Upstream takes any bit of the two that make O_TMPFILE, so a directory shows it too. */
	flags |= TAKE(file_flags, O_TMPFILE);
	return flags | (v & KERNEL_LARGEFILE ? FLAG_file_flags_O_LARGEFILE : 0);
}

static __always_inline __u32 open_mode(__u32 flags, __u32 mode)
{
	return flags & (O_CREAT | O_TMPFILE) ? mode & 07777 : 0;
}

/* Of the calls that take no other flags of files. */
static __always_inline __u32 cloexec_flags(__u32 v)
{
	return TAKE(file_flags, O_NONBLOCK) | TAKE(file_flags, O_CLOEXEC) | TAKE(file_flags, O_DIRECT);
}

static __always_inline __u32 clone_flags(__u32 v)
{
	return TAKE(clone_flags, CLONE_FILES) | TAKE(clone_flags, CLONE_FS) | TAKE(clone_flags, CLONE_IO)
		| TAKE(clone_flags, CLONE_NEWIPC) | TAKE(clone_flags, CLONE_NEWNET)
		| TAKE(clone_flags, CLONE_NEWNS) | TAKE(clone_flags, CLONE_NEWPID)
		| TAKE(clone_flags, CLONE_NEWUTS) | TAKE(clone_flags, CLONE_PARENT)
		| TAKE(clone_flags, CLONE_PARENT_SETTID) | TAKE(clone_flags, CLONE_PTRACE)
		| TAKE(clone_flags, CLONE_SIGHAND) | TAKE(clone_flags, CLONE_SYSVSEM)
		| TAKE(clone_flags, CLONE_THREAD) | TAKE(clone_flags, CLONE_UNTRACED)
		| TAKE(clone_flags, CLONE_VM) | TAKE(clone_flags, CLONE_NEWUSER)
		| TAKE(clone_flags, CLONE_CHILD_CLEARTID) | TAKE(clone_flags, CLONE_CHILD_SETTID)
		| TAKE(clone_flags, CLONE_SETTLS) | TAKE(clone_flags, CLONE_STOPPED)
		| TAKE(clone_flags, CLONE_VFORK) | TAKE(clone_flags, CLONE_NEWCGROUP);
}

static __always_inline __u32 prot_flags(__u32 v)
{
	return (v & 15) | TAKE(prot_flags, PROT_GROWSDOWN) | TAKE(prot_flags, PROT_GROWSUP);
}

static __always_inline __u32 mmap_flags(__u32 v)
{
	return TAKE(mmap_flags, MAP_SHARED) | TAKE(mmap_flags, MAP_PRIVATE) | TAKE(mmap_flags, MAP_FIXED)
		| TAKE(mmap_flags, MAP_ANONYMOUS) | TAKE(mmap_flags, MAP_32BIT)
		| TAKE(mmap_flags, MAP_NORESERVE) | TAKE(mmap_flags, MAP_POPULATE)
		| TAKE(mmap_flags, MAP_NONBLOCK) | TAKE(mmap_flags, MAP_GROWSDOWN)
		| TAKE(mmap_flags, MAP_DENYWRITE) | TAKE(mmap_flags, MAP_EXECUTABLE)
		| TAKE(mmap_flags, MAP_LOCKED);
}

static __always_inline __u32 resolve_flags(__u32 v)
{
	return TAKE(openat2_flags, RESOLVE_BENEATH) | TAKE(openat2_flags, RESOLVE_IN_ROOT)
		| TAKE(openat2_flags, RESOLVE_NO_MAGICLINKS) | TAKE(openat2_flags, RESOLVE_NO_SYMLINKS)
		| TAKE(openat2_flags, RESOLVE_NO_XDEV) | TAKE(openat2_flags, RESOLVE_CACHED);
}

static __always_inline __u32 mount_flags(__u32 v)
{
	/* A magic number that old programs put in front. */
	return (v & 0xffff0000) == 0xC0ED0000 ? v & 0xffff : v;
}

/* Tables of codes: the kernel's numbers 0, 1, 2 … as the event table numbers them. */
const __u8 fcntl_commands[64] = {
	[0] = 1, [1] = 2, [2] = 3, [3] = 4, [4] = 5, [5] = 6, [6] = 8, [7] = 9, [8] = 10, [9] = 12,
	[10] = 13, [11] = 15, [12] = 17, [13] = 18, [14] = 19, [15] = 21, [16] = 22,
	[36] = 30, [37] = 31, [38] = 32,
};
const __u8 fcntl_linux_commands[16] = {
	[0] = 23, [1] = 24, [2] = 27, [5] = 25, [6] = 26, [7] = 28, [8] = 29,
};
const __u8 ptrace_requests[64] = {
	[0] = 1, [1] = 2, [2] = 3, [3] = 4, [4] = 5, [5] = 6, [6] = 7, [7] = 8, [8] = 9, [9] = 10,
	[12] = 26, [13] = 27, [14] = 28, [15] = 29, [16] = 11, [17] = 12, [18] = 30, [19] = 31,
	[21] = 32, [24] = 13, [25] = 33, [26] = 34, [30] = 35, [31] = 36, [32] = 37, [33] = 38,
};
const __u8 ptrace_linux_requests[16] = {
	[0] = 14, [1] = 15, [2] = 16, [3] = 17, [4] = 18, [5] = 19, [6] = 20, [7] = 21, [8] = 22,
	[9] = 23, [10] = 24, [11] = 25,
};
static __always_inline __u32 fcntl_command(__u32 v)
{
	if (v < 64)
		return fcntl_commands[v & 63];
	return v >= 1024 && v < 1040 ? fcntl_linux_commands[v & 15] : 0;
}

static __always_inline __u32 ptrace_request(__u32 v)
{
	if (v < 64)
		return ptrace_requests[v & 63];
	return v >= 0x4200 && v < 0x4210 ? ptrace_linux_requests[v & 15] : 0;
}

static __always_inline __u32 socket_option(__u32 v)
{
	switch (v) {
	case 55:
		return FLAG_sockopt_options_SO_MEMINFO;
	case 57:
		return FLAG_sockopt_options_SO_COOKIE;
	case 59:
		return FLAG_sockopt_options_SO_PEERGROUPS;
	case 66:
		return FLAG_sockopt_options_SO_RCVTIMEO;
	case 67:
		return FLAG_sockopt_options_SO_SNDTIMEO;
	}
	return v <= 50 ? v : 0;
}

/* A device number as user space writes it. */
static __always_inline __u32 device(__u32 v)
{
	__u32 major = v >> 20, minor = v & 0xfffff;

	return (minor & 0xff) | major << 8 | (minor & ~0xffu) << 12;
}

/* The conversions that the table of calls names, by number. */
static __always_inline __u32 convert(__u32 which, __u32 v)
{
	switch (which) {
	case FLAGS_CLOEXEC:
		return cloexec_flags(v);
	case FLAGS_OPEN:
		return file_flags(v);
	case FLAGS_CLONE:
		return clone_flags(v);
	case FLAGS_PROT:
		return prot_flags(v);
	case FLAGS_MMAP:
		return mmap_flags(v);
	case FLAGS_MOUNT:
		return mount_flags(v);
	case FLAGS_FCNTL:
		return fcntl_command(v);
	case FLAGS_PTRACE:
		return ptrace_request(v);
	case FLAGS_EPOLL:
		return v & O_CLOEXEC ? FLAG_epoll_create1_flags_EPOLL_CLOEXEC : 0;
	case FLAGS_PIDFD:
		return v & O_NONBLOCK ? FLAG_pidfd_open_flags_PIDFD_NONBLOCK : 0;
	case FLAGS_DELETE_MODULE:
		return TAKE(delete_module_flags, O_NONBLOCK) | TAKE(delete_module_flags, O_TRUNC);
	case FLAGS_FCHOWNAT:
		return (v & 0x100 ? FLAG_fchownat_flags_AT_SYMLINK_NOFOLLOW : 0)
			| (v & 0x1000 ? FLAG_fchownat_flags_AT_EMPTY_PATH : 0);
	case FLAGS_SOCKET_TYPE:
		return TAKE(file_flags, O_NONBLOCK) | TAKE(file_flags, O_CLOEXEC);
	case FLAGS_MODE:
		return v & 07777;
	case FLAGS_DEVICE:
		return device(v);
	}
	return v;
}

#endif
