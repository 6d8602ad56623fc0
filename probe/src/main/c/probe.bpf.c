/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only */
#include "kernel.h"

#define SYSCALL_NUMBERS 512

/* System calls that returned, by number, per processor. */
struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, SYSCALL_NUMBERS);
	__type(key, __u32);
	__type(value, __u64);
} seen SEC(".maps");

SEC("tp_btf/sys_exit")
int BPF_PROG(sys_exit, struct pt_regs *regs, long ret)
{
	__u32 number = (__u32)syscall_number(regs);
	__u64 *count = bpf_map_lookup_elem(&seen, &number);

	if (count)
		*count += 1;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
