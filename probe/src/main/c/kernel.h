/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
/* The few kernel types that the probe looks into; offsets are relocated when it is loaded. */
#ifndef FALCOJ_KERNEL_H
#define FALCOJ_KERNEL_H

#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_tracing.h>

#if defined(__TARGET_ARCH_x86)
struct pt_regs {
	unsigned long orig_ax;
} __attribute__((preserve_access_index));

static __always_inline long syscall_number(struct pt_regs *regs)
{
	return (long)BPF_CORE_READ(regs, orig_ax);
}
#elif defined(__TARGET_ARCH_arm64)
struct pt_regs {
	int syscallno;
} __attribute__((preserve_access_index));

static __always_inline long syscall_number(struct pt_regs *regs)
{
	return BPF_CORE_READ(regs, syscallno);
}
#endif

#endif
