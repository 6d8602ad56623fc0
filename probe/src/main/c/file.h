/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* Files behind descriptors, and the paths of files. */
#ifndef FALCOJ_FILE_H
#define FALCOJ_FILE_H

#include "put.h"
#include "flags.h"

#define OVERLAY_MAGIC 0x794c7630
#define FMODE_CREATED 0x100000
#define S_IFMT 0170000
#define S_IFSOCK 0140000

static __always_inline struct file *file_of(int fd)
{
	struct task_struct *task = bpf_get_current_task_btf();
	struct files_struct *files = task->files;
	struct fdtable *table;
	struct file *file = NULL;
	struct file **all;

	if (fd < 0 || !files)
		return NULL;
	table = BPF_CORE_READ(files, fdt);
	if (fd >= BPF_CORE_READ(table, max_fds))
		return NULL;
	all = BPF_CORE_READ(table, fd);
	bpf_probe_read_kernel(&file, sizeof(file), all + fd);
	return file;
}

enum layer { NO_OVERLAY, LOWER, UPPER };

/* Behind an inode of an overlay lies the dentry of the upper layer, if there is one. */
static __always_inline enum layer layer_of(struct file *file)
{
	struct dentry *dentry = BPF_CORE_READ(file, f_path.dentry);
	struct dentry *upper = NULL;
	char *inode;

	if (BPF_CORE_READ(dentry, d_sb, s_magic) != OVERLAY_MAGIC)
		return NO_OVERLAY;
	inode = (char *)BPF_CORE_READ(dentry, d_inode);
	bpf_probe_read_kernel(&upper, sizeof(upper), inode + bpf_core_type_size(struct inode));
	return upper && BPF_CORE_READ(upper, d_inode, i_ino) ? UPPER : LOWER;
}

/* The flags that an opened file adds to those of the call; notes the file for put_opened(). */
static __always_inline __u32 opened_flags(struct scratch *s)
{
	struct file *file = s->ret < 0 ? NULL : file_of(s->ret);
	enum layer layer;

	s->file = (__u64)file;
	if (!file)
		return 0;
	layer = layer_of(file);
	return (BPF_CORE_READ(file, f_mode) & FMODE_CREATED ? FLAG_file_flags_O_F_CREATED : 0)
		| (layer == UPPER ? FLAG_file_flags_FD_UPPER_LAYER : 0)
		| (layer == LOWER ? FLAG_file_flags_FD_LOWER_LAYER : 0);
}

/* Device and inode of what the call opened; stands behind a step that has found the file. */
static __always_inline void put_opened(struct scratch *s)
{
	struct file *file = (struct file *)s->file;
	struct inode *inode = file ? BPF_CORE_READ(file, f_inode) : NULL;

	put_number(s, inode ? device(BPF_CORE_READ(inode, i_sb, s_dev)) : 0, 4);
	put_number(s, inode ? BPF_CORE_READ(inode, i_ino) : 0, 8);
}

static __always_inline __u64 inode_of(int fd)
{
	struct file *file = file_of(fd);

	return file ? BPF_CORE_READ(file, f_inode, i_ino) : 0;
}

/* One step from a file to its root: through a directory, or from a mounted root to where it is. */
struct walk {
	struct scratch *s;
	struct dentry *dentry;
	struct mount *mount;
	__u32 count;
};

static long step(__u32 index, struct walk *w)
{
	/* Copies: reading through a struct of our own would be relocated too. */
	struct mount *mount = w->mount;
	struct dentry *dentry = w->dentry;
	struct dentry *root = BPF_CORE_READ(mount, mnt.mnt_root);
	struct dentry *parent = BPF_CORE_READ(dentry, d_parent);
	struct scratch *s;

	if (dentry == root) {
		struct mount *above = BPF_CORE_READ(mount, mnt_parent);

		if (above == mount)
			return 1;
		w->dentry = BPF_CORE_READ(mount, mnt_mountpoint);
		w->mount = above;
		return 0;
	}
	if (dentry == parent || w->count >= MAX_NAMES)
		return 1;
	s = scratch();
	if (!s)
		return 1;
	s->names[w->count & (MAX_NAMES - 1)] = (__u64)BPF_CORE_READ(dentry, d_name.name);
	w->count += 1;
	w->dentry = parent;
	return 0;
}

static long spell(__u32 index, __u32 *count)
{
	struct scratch *s = scratch();
	__u32 at = *count - 1 - index;
	long length;

	if (!s)
		return 1;
	*(char *)room(s) = '/';
	s->at += 1;
	length = push_kernel_string(s, s->names[at & (MAX_NAMES - 1)], 256);
	/* The next slash stands where the string ended. */
	if (length > 0)
		s->at -= 1;
	return 0;
}

/* Writes the path of a file in the mounts that it was opened in, and returns its length, without what d_path() says of deletion. */
int push_path(__u64 at)
{
	struct scratch *s = scratch();
	struct file *file = (struct file *)at;
	struct vfsmount *mounted = BPF_CORE_READ(file, f_path.mnt);
	struct walk w = {};
	__u32 from;
	struct dentry *start = BPF_CORE_READ(file, f_path.dentry);

	if (!s)
		return 0;
	from = s->at;

	w.dentry = start;
	w.mount = (struct mount *)((char *)mounted - bpf_core_field_offset(struct mount, mnt));
	bpf_loop(2 * MAX_NAMES, step, &w, 0);
	if (w.count == 0) {
		/* What has no place in the tree: memfd:name, or a root. */
		const unsigned char *name = BPF_CORE_READ(start, d_name.name);

		return push_kernel_string(s, (__u64)name, 256);
	}
	if (w.count == MAX_NAMES)
		s->cut = 1;
	bpf_loop(w.count, spell, &w.count, 0);
	*(char *)room(s) = 0;
	s->at += 1;
	return s->at - from;
}

#endif
